//! An attempt as it stands in the journal and in the extension's messages: flat, every key there.

use serde::{Deserialize, Serialize};

use super::{Life, Millis, Stage};

/// How far an attempt is, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing has left, and it may be taken back.
    Waiting,
    /// It may have left.
    Sending,
    /// It has its outcome.
    Ended,
}

/// A [`Life`] as plain data. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "Life"))]
#[serde(rename_all = "camelCase")]
pub struct Record<O> {
    /// How far it is.
    pub state: State,
    /// Whether the journal is known to hold that state.
    pub journaled: bool,
    /// When the gesture was made.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub opened_at: Millis,
    /// When it leaves unless it is taken back.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub leaves_at: Millis,
    /// When the request was handed to the browser.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub sent_at: Option<Millis>,
    /// When the outcome was known.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub ended_at: Option<Millis>,
    /// How it ended.
    pub outcome: Option<O>,
}

/// A record that no attempt ever has: an end without an outcome, or an outcome without an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an attempt has an outcome and the time of its end once it has ended, and not before")]
pub struct Corrupt;

impl<O> TryFrom<Record<O>> for Life<O> {
    type Error = Corrupt;

    fn try_from(record: Record<O>) -> Result<Self, Corrupt> {
        let journaled = record.journaled;
        let stage = match (record.state, record.ended_at, record.outcome) {
            (State::Waiting, None, None) => Stage::Waiting { journaled },
            (State::Sending, None, None) => Stage::Sending { journaled },
            (State::Ended, Some(_), Some(outcome)) => Stage::Ended { outcome },
            _ => return Err(Corrupt),
        };
        Ok(Self {
            stage,
            opened_at: record.opened_at,
            leaves_at: record.leaves_at,
            sent_at: record.sent_at,
            ended_at: record.ended_at,
        })
    }
}

impl<O> From<Life<O>> for Record<O> {
    fn from(life: Life<O>) -> Self {
        let (state, journaled, outcome) = match life.stage {
            Stage::Waiting { journaled } => (State::Waiting, journaled, None),
            Stage::Sending { journaled } => (State::Sending, journaled, None),
            Stage::Ended { outcome } => (State::Ended, true, Some(outcome)),
        };
        Self {
            state,
            journaled,
            opened_at: life.opened_at,
            leaves_at: life.leaves_at,
            sent_at: life.sent_at,
            ended_at: life.ended_at,
            outcome,
        }
    }
}
