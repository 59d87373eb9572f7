//! `AgentCall`: uContact rings the agent and, once the agent answers, dials the destination.

use serde::{Deserialize, Serialize};
use uuid::fmt::Hyphenated;

use crate::exchange::{Exchange, NoAnswer};
use crate::fault::{Faults, Inspection};
use crate::instance::Instance;
use crate::outcome::{CallOutcome, UnknownReason};
use crate::request::Request;
use crate::text;
use crate::token::Token;

const PATH: &str = "/Integra/resources/Agents/AgentCall";

/// The context that most agents are configured with; some have `agents` or `entrantes`.
pub const DEFAULT_CONTEXT: &str = "agentes";

/// A call to place, in our own names: the vendor's `callerid` means three different things across its API.
///
/// Source: the vendor's page "Hacer Llamada", where all fields are required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AgentCall {
    /// The agent's user name.
    pub agent: String,
    /// The agent's own phone: 1 to 15 digits.
    pub extension: String,
    /// The number that the call goes out with, assigned to the campaign: 7 to 15 digits.
    pub caller_id: String,
    /// The manual campaign's name, such as `Sales->`.
    pub campaign: String,
    /// The dial-plan context of the agent.
    pub context: String,
    /// The number to dial: 3 to 20 digits, `*` or `#`, with at most one `+` before them.
    pub destination: String,
}

impl AgentCall {
    /// The request, or every fault at once; a fault carries the name of the field on the wire.
    pub fn request(&self, instance: &Instance, token: &Token) -> Result<Request, Faults> {
        self.validate()?;
        let fields = [
            ("callerid", self.caller_id.as_str()),
            ("agent", &self.agent),
            ("phone", &self.extension),
            ("tech", "SIP"),
            ("context", &self.context),
            ("outqueue", &self.campaign),
            ("destination", &self.destination),
        ];
        Ok(Request::form(instance, PATH, token, &fields))
    }

    /// All the faults, in the order of the fields on the wire.
    pub fn validate(&self) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.check("callerid", &self.caller_id, text::caller_id);
        inspection.check("agent", &self.agent, text::name);
        inspection.check("phone", &self.extension, text::extension);
        inspection.check("context", &self.context, text::context);
        inspection.check("outqueue", &self.campaign, text::name);
        inspection.check("destination", &self.destination, text::dial_string);
        inspection.finish()
    }
}

impl CallOutcome {
    /// The outcome of a call that was not sent because of faults.
    pub fn invalid(faults: Faults) -> Self {
        Self::NotSent {
            reason: faults.into(),
        }
    }

    /// What came of a call: placed only for a bare GUID, refused only for exactly `0`.
    pub fn interpret(exchange: &Exchange) -> Self {
        match exchange.answer() {
            Ok("0") => Self::Refused,
            Ok(text) => {
                call_id(text).map_or(Self::unreadable(), |call_id| Self::Placed { call_id })
            }
            Err(NoAnswer::NotSent(reason)) => Self::NotSent { reason },
            Err(NoAnswer::Unknown(reason)) => Self::Unknown { reason },
        }
    }

    fn unreadable() -> Self {
        Self::Unknown {
            reason: UnknownReason::Unreadable,
        }
    }
}

fn call_id(text: &str) -> Option<String> {
    let guid = text.trim_matches(|c: char| c.is_ascii_whitespace());
    guid.parse::<Hyphenated>().ok()?;
    Some(guid.to_owned())
}

#[cfg(test)]
mod tests;
