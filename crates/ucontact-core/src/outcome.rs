//! How a call of the API ended, in the words that an agent reads.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, Faults};

/// How placing a call ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CallOutcome {
    /// uContact accepted the call and rings the agent first: accepted, not connected.
    Placed {
        /// The GUID as it came.
        call_id: String,
    },
    /// uContact read the request and said no.
    Refused,
    /// Nothing left this browser.
    NotSent {
        /// Why not.
        reason: NotSentReason,
    },
    /// The request may have arrived: the phone may ring.
    Unknown {
        /// What was seen instead of an answer.
        reason: UnknownReason,
    },
}

/// How adding members to queues ended; it holds for all of them together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum QueueOutcome {
    /// uContact added them all.
    Added,
    /// uContact read the request and said no; it doesn't say to which of them.
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

/// Why a request provably never left. The extension, not this crate, comes to know most of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum NotSentReason {
    /// Fields break rules.
    Invalid {
        /// All of them.
        faults: Vec<Fault>,
    },
    /// The settings were never filled in.
    NotSetUp,
    /// There is no token.
    SignedOut,
    /// The browser knows that it has no network.
    Offline,
    /// The instance could not be reached: the connection failed before any of the request was wanted.
    Unreached,
    /// The browser was not allowed to reach the host.
    PermissionMissing {
        /// Its origin.
        origin: String,
    },
    /// The agent took it back in time.
    Cancelled,
    /// A call is under way, and what was asked for could disturb it.
    CallUnderWay,
    /// The browser or the extension's worker ended before it left.
    Interrupted,
    /// The computer slept until long after it should have left.
    Overslept,
    /// Another request is under way, for something else.
    Busy,
    /// The journal could not be written, and without an entry nothing is sent.
    JournalFailed,
    /// The extension's own engine did not start or broke down before sending.
    EngineFailed,
}

impl From<NotSentReason> for CallOutcome {
    fn from(reason: NotSentReason) -> Self {
        Self::NotSent { reason }
    }
}

impl From<UnknownReason> for CallOutcome {
    fn from(reason: UnknownReason) -> Self {
        Self::Unknown { reason }
    }
}

impl From<NotSentReason> for QueueOutcome {
    fn from(reason: NotSentReason) -> Self {
        Self::NotSent { reason }
    }
}

impl From<UnknownReason> for QueueOutcome {
    fn from(reason: UnknownReason) -> Self {
        Self::Unknown { reason }
    }
}

impl From<Faults> for NotSentReason {
    fn from(faults: Faults) -> Self {
        Self::Invalid {
            faults: faults.into_vec(),
        }
    }
}

/// What was seen instead of an answer that can be trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum UnknownReason {
    /// HTTP 401 or 403: the token is not, or no longer, good.
    SignInRejected,
    /// HTTP 404: probably the wrong instance name.
    InstanceNotFound,
    /// A web page with a status of success: probably the login page.
    SignedOutPage,
    /// The server pointed elsewhere, where nothing is sent.
    Redirected,
    /// HTTP 429 or 503: the server has too much to do.
    Busy {
        /// The number.
        status: u16,
        /// How long it asks to be left alone, where it says so: at most a day.
        wait_seconds: Option<u32>,
    },
    /// Another HTTP status.
    Status {
        /// The number.
        status: u16,
    },
    /// The reply is longer than any answer.
    TooLong,
    /// The reply is none of the documented answers.
    Unreadable,
    /// The network failed, perhaps after the request had left.
    NoReply,
    /// No reply came in time.
    TimedOut,
    /// The extension's worker died while it waited.
    Interrupted,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule;

    fn json(outcome: &CallOutcome) -> String {
        let json = serde_json::to_string(outcome).unwrap();
        assert_eq!(
            &serde_json::from_str::<CallOutcome>(&json).unwrap(),
            outcome
        );
        json
    }

    #[test]
    fn an_outcome_crosses_as_tagged_json_and_comes_back() {
        let call_id = "8cf8570e-60e7-44ed-b799-3baab211b04d".to_owned();
        let status = UnknownReason::Status { status: 500 };
        assert_eq!(
            json(&CallOutcome::Placed {
                call_id: call_id.clone()
            }),
            format!(r#"{{"state":"placed","call_id":"{call_id}"}}"#)
        );
        assert_eq!(json(&CallOutcome::Refused), r#"{"state":"refused"}"#);
        assert_eq!(
            json(&CallOutcome::Unknown { reason: status }),
            r#"{"state":"unknown","reason":{"code":"status","status":500}}"#
        );
    }

    #[test]
    fn faults_travel_inside_an_outcome() {
        let outcome = CallOutcome::invalid(Fault::new("phone", Rule::Required, "").into());
        let fault = r#"{"field":"phone","rule":{"code":"required"},"got":null}"#;
        assert_eq!(
            json(&outcome),
            format!(r#"{{"state":"not_sent","reason":{{"code":"invalid","faults":[{fault}]}}}}"#)
        );
    }
}
