//! How signing in, signing out and hanging up ended.

use serde::{Serialize, Serializer};

use crate::exchange::{Exchange, NoAnswer};
use crate::fault::Faults;
use crate::outcome::{NotSentReason, UnknownReason};
use crate::token::Token;

/// How signing in ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SignInOutcome {
    /// uContact gave a token. What else it told stands here if it can be used as it is.
    SignedIn {
        /// The agent's token.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        #[serde(serialize_with = "reveal")]
        token: Token,
        /// The agent's own phone: 1 to 15 digits.
        extension: Option<String>,
        /// The agent's dial-plan context.
        context: Option<String>,
        /// The agent's name as people write it.
        fullname: Option<String>,
    },
    /// uContact read the request and said no: most likely a wrong name or password.
    Rejected,
    /// Nothing left this browser.
    NotSent {
        /// Why not.
        reason: NotSentReason,
    },
    /// The request may have arrived: the agent's phone may be logged in.
    Unknown {
        /// What was seen instead of an answer.
        reason: UnknownReason,
    },
}

/// How ending a session ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum EndSessionOutcome {
    /// uContact ended it.
    Ended,
    /// uContact read the request and said no.
    Refused,
    /// Nothing left this browser.
    NotSent {
        /// Why not.
        reason: NotSentReason,
    },
    /// The request may have arrived.
    Unknown {
        /// What was seen instead of an answer.
        reason: UnknownReason,
    },
}

/// How a request ended whose reply the vendor doesn't document: what was done is known to nobody here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum AskedOutcome {
    /// uContact took the request, and answered something whose meaning is not documented.
    Asked,
    /// uContact answered exactly `0`, by which its documented calls refuse.
    AnsweredZero,
    /// Nothing left this browser.
    NotSent {
        /// Why not.
        reason: NotSentReason,
    },
    /// The request may have arrived.
    Unknown {
        /// What was seen instead of an answer.
        reason: UnknownReason,
    },
}

/// A token crosses here, and nowhere else, to the background that keeps it.
fn reveal<S: Serializer>(token: &Token, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(token.reveal())
}

impl SignInOutcome {
    /// The outcome of a request that was not sent because of faults.
    pub fn invalid(faults: Faults) -> Self {
        Self::NotSent {
            reason: faults.into(),
        }
    }
}

impl EndSessionOutcome {
    /// The outcome of a request that was not sent because of faults.
    pub fn invalid(faults: Faults) -> Self {
        Self::NotSent {
            reason: faults.into(),
        }
    }
}

impl AskedOutcome {
    /// The outcome of a request that was not sent because of faults.
    pub fn invalid(faults: Faults) -> Self {
        Self::NotSent {
            reason: faults.into(),
        }
    }

    /// What came of a request with an undocumented reply: that a reply came, and whether it was the usual refusal.
    pub fn interpret(exchange: &Exchange) -> Self {
        match exchange.answer() {
            Ok("0") => Self::AnsweredZero,
            Ok(_) => Self::Asked,
            Err(NoAnswer::NotSent(reason)) => Self::NotSent { reason },
            Err(NoAnswer::Unknown(reason)) => Self::Unknown { reason },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(status: u16, body: &[u8]) -> AskedOutcome {
        AskedOutcome::interpret(&Exchange::replied(status, body))
    }

    #[test]
    fn any_answer_to_an_undocumented_call_says_that_it_was_asked_and_no_more() {
        for body in [
            "",
            "1",
            "00",
            " 0",
            "OK",
            "null",
            "{\"result\":true}",
            "<ok/>",
        ] {
            assert_eq!(asked(200, body.as_bytes()), AskedOutcome::Asked, "{body}");
        }
        assert_eq!(asked(204, b""), AskedOutcome::Asked);
        assert_eq!(asked(200, b"0"), AskedOutcome::AnsweredZero);
    }

    #[test]
    fn what_is_no_answer_stays_unknown() {
        let unknown = |reason| AskedOutcome::Unknown { reason };
        for (status, body, reason) in [
            (
                200,
                "<!doctype html><title>Login",
                UnknownReason::SignedOutPage,
            ),
            (401, "", UnknownReason::SignInRejected),
            (404, "1", UnknownReason::InstanceNotFound),
            (302, "", UnknownReason::Redirected),
            (500, "0", UnknownReason::Status { status: 500 }),
        ] {
            assert_eq!(
                asked(status, body.as_bytes()),
                unknown(reason),
                "{status} {body}"
            );
        }
        assert_eq!(
            AskedOutcome::interpret(&Exchange::Failed),
            unknown(UnknownReason::NoReply)
        );
        assert_eq!(
            AskedOutcome::interpret(&Exchange::NotSent),
            AskedOutcome::NotSent {
                reason: NotSentReason::EngineFailed
            }
        );
    }
}
