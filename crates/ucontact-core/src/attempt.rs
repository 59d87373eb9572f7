//! The life of one attempt: waiting, then sending, then ended with exactly one outcome.
//!
//! The machine has no clock, journal or network. A driver hands it what happened ([`Event`], with the time by whatever
//! clock there is) and carries out what it commands ([`Command`]). The clock's word is written down, and decides nothing
//! but that an attempt which slept through its moment is not sent.
//!
//! A request leaves only on [`Command::Send`], which comes once at most, after the journal holds the attempt as
//! `sending`, and never after an end. So whoever finds a journal without its driver knows: `waiting` has not left,
//! `sending` may have.

mod record;

use serde::{Deserialize, Serialize};

use crate::outcome::{CallOutcome, NotSentReason, UnknownReason};
pub use record::{Corrupt, Record, State};

/// Milliseconds since 1970, by a clock that may be wrong.
pub type Millis = i64;

/// From the journal's `sending` to the end, whatever happens. The transport's own deadline is 25 s; this one is for a
/// transport that died.
const DEADLINE_MS: i64 = 28_000;

/// An attempt that wakes later than this after its moment slept with the computer: nobody waits for its call any more.
const OVERSLEPT_MS: i64 = 30_000;

/// For how long the phone may still ring after nobody knows how a call ended.
const DOUBT_MS: i64 = 30 * 60 * 1000;

/// How an attempt may end without an answer of the server.
pub trait Outcome: From<NotSentReason> + From<UnknownReason> {}

impl<T: From<NotSentReason> + From<UnknownReason>> Outcome for T {}

/// An attempt, from the gesture to its outcome. It is made by [`Life::open`] and changed by [`Life::on`] alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "Record<O>",
    into = "Record<O>",
    bound(
        serialize = "O: Clone + Serialize",
        deserialize = "O: Deserialize<'de>"
    )
)]
pub struct Life<O> {
    stage: Stage<O>,
    opened_at: Millis,
    leaves_at: Millis,
    sent_at: Option<Millis>,
    ended_at: Option<Millis>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage<O> {
    /// It may be taken back.
    Waiting {
        journaled: bool,
    },
    /// It leaves as soon as the journal holds it, and may be taken back until then.
    Sending {
        journaled: bool,
    },
    Ended {
        outcome: O,
    },
}

/// What happened to an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event<O> {
    /// A further gesture: it is answered with this attempt.
    Join,
    /// The journal holds the attempt as it was when that was commanded.
    Journaled,
    /// The journal does not take it.
    JournalFailed,
    /// Something came up that keeps the request here.
    Obstacle {
        /// What it is.
        reason: NotSentReason,
    },
    /// The agent takes it back.
    Cancel,
    /// The moment to take it back is over.
    MomentOver,
    /// The exchange is over, and this came of it.
    Reply {
        /// What came of it.
        outcome: O,
    },
    /// [`Command::Send`]'s time is up.
    Deadline,
    /// The driver died and another one found the attempt in the journal.
    WokeUp,
}

/// What the driver has to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Write the attempt to the journal, then tell [`Event::Journaled`] or [`Event::JournalFailed`].
    Journal,
    /// Tell [`Event::MomentOver`] after so long.
    Wait {
        /// Milliseconds.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        ms: i64,
    },
    /// Send the request, once, and tell [`Event::Reply`], or [`Event::Deadline`] after so long.
    Send {
        /// Milliseconds.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        deadline_ms: i64,
    },
    /// Write the ended attempt to the journal; its outcome stands whether or not that succeeds.
    Close,
}

/// An event that can't happen in the state that it met: a bug of the driver. The attempt stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{event} can't happen to an attempt that is {state}")]
pub struct Illegal {
    /// The event's name.
    pub event: &'static str,
    /// The state's name.
    pub state: &'static str,
}

impl<O: Outcome> Life<O> {
    /// A new attempt that may be taken back for `moment_ms` once it is journaled, and the first command.
    ///
    /// Without a moment it is journaled as sending at once.
    pub fn open(moment_ms: i64, now: Millis) -> (Self, Command) {
        let moment_ms = moment_ms.max(0);
        let journaled = false;
        let stage = if moment_ms == 0 {
            Stage::Sending { journaled }
        } else {
            Stage::Waiting { journaled }
        };
        let life = Self {
            stage,
            opened_at: now,
            leaves_at: now.saturating_add(moment_ms),
            sent_at: None,
            ended_at: None,
        };
        (life, Command::Journal)
    }

    /// Takes in what happened at `now` and says what is to be done; what comes too late changes nothing.
    pub fn on(&mut self, event: Event<O>, now: Millis) -> Result<Option<Command>, Illegal> {
        use Stage::{Ended, Sending, Waiting};
        let name = event.name();
        Ok(match (&self.stage, event) {
            (_, Event::Join) | (Ended { .. }, _) => None,
            (Sending { journaled: true }, Event::Cancel | Event::MomentOver) => None,
            (Sending { journaled: false }, Event::MomentOver) => None,

            (Waiting { .. } | Sending { journaled: false }, Event::Cancel) => {
                self.end(NotSentReason::Cancelled.into(), now)
            }
            (Waiting { .. } | Sending { journaled: false }, Event::Obstacle { reason }) => {
                self.end(reason.into(), now)
            }
            (Waiting { .. } | Sending { journaled: false }, Event::JournalFailed) => {
                self.end(NotSentReason::JournalFailed.into(), now)
            }

            (Waiting { journaled: false }, Event::Journaled) => Some(self.wait(now)),
            (Waiting { journaled: true }, Event::MomentOver) => self.leave(now),
            (Sending { journaled: false }, Event::Journaled) => Some(self.send(now)),
            (Sending { journaled: true }, Event::Reply { outcome }) => self.end(outcome, now),
            (Sending { journaled: true }, Event::Deadline) => {
                self.end(UnknownReason::TimedOut.into(), now)
            }

            (Waiting { .. }, Event::WokeUp) => self.end(NotSentReason::Interrupted.into(), now),
            (Sending { .. }, Event::WokeUp) => self.end(UnknownReason::Interrupted.into(), now),

            (stage, _) => {
                return Err(Illegal {
                    event: name,
                    state: stage.name(),
                });
            }
        })
    }

    fn wait(&mut self, now: Millis) -> Command {
        let ms = self.leaves_at.saturating_sub(self.opened_at);
        self.stage = Stage::Waiting { journaled: true };
        self.leaves_at = self.later(now).saturating_add(ms);
        Command::Wait { ms }
    }

    fn leave(&mut self, now: Millis) -> Option<Command> {
        if now.saturating_sub(self.leaves_at) > OVERSLEPT_MS {
            return self.end(NotSentReason::Overslept.into(), now);
        }
        self.stage = Stage::Sending { journaled: false };
        Some(Command::Journal)
    }

    fn send(&mut self, now: Millis) -> Command {
        self.stage = Stage::Sending { journaled: true };
        self.sent_at = Some(self.later(now));
        Command::Send {
            deadline_ms: DEADLINE_MS,
        }
    }

    fn end(&mut self, outcome: O, now: Millis) -> Option<Command> {
        self.ended_at = Some(self.later(now));
        self.stage = Stage::Ended { outcome };
        Some(Command::Close)
    }

    /// `now`, or the last time that was written down where the clock was set back since.
    fn later(&self, now: Millis) -> Millis {
        now.max(self.sent_at.unwrap_or(self.opened_at))
    }
}

impl<O> Life<O> {
    /// How it ended, once it has.
    pub fn outcome(&self) -> Option<&O> {
        match &self.stage {
            Stage::Ended { outcome } => Some(outcome),
            _ => None,
        }
    }
}

impl Life<CallOutcome> {
    /// Whether the phone may still ring because of a call whose end nobody knows. A clock that was set back since
    /// proves nothing: then it may.
    pub fn may_still_ring(&self, now: Millis) -> bool {
        let unknown = matches!(self.outcome(), Some(CallOutcome::Unknown { .. }));
        let recent = |ended| now.saturating_sub(ended) < DOUBT_MS;
        unknown && self.ended_at.is_some_and(recent)
    }
}

impl<O> Stage<O> {
    fn name(&self) -> &'static str {
        match self {
            Self::Waiting { journaled: false } => "waiting, not journaled",
            Self::Waiting { journaled: true } => "waiting",
            Self::Sending { journaled: false } => "sending, not journaled",
            Self::Sending { journaled: true } => "sending",
            Self::Ended { .. } => "ended",
        }
    }
}

impl<O> Event<O> {
    fn name(&self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Journaled => "journaled",
            Self::JournalFailed => "journal_failed",
            Self::Obstacle { .. } => "obstacle",
            Self::Cancel => "cancel",
            Self::MomentOver => "moment_over",
            Self::Reply { .. } => "reply",
            Self::Deadline => "deadline",
            Self::WokeUp => "woke_up",
        }
    }
}

#[cfg(test)]
mod tests;
