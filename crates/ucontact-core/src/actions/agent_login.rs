//! `AgentLogin`: trades an agent's password for a token, and logs the agent's phone in.

use std::fmt;

use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::exchange::{Exchange, NoAnswer};
use crate::fault::{Fault, Faults, Inspection};
use crate::instance::Instance;
use crate::outcome::UnknownReason;
use crate::request::Request;
use crate::rule::Rule;
use crate::session::SignInOutcome;
use crate::text;
use crate::token::Token;

const PATH: &str = "/Integra/resources/auth/AgentLogin";
/// The reply tells all that uContact knows of an agent and their phone: more than a usual answer, and still no book.
const MAX_REPLY_BYTES: usize = 64 * 1024;

/// An agent who signs in.
///
/// Source: the vendor's page for `AgentLogin`, which no token signs.
///
/// The password is wiped when this is dropped, and no `Debug`, fault or outcome shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct AgentLogin {
    agent: String,
    password: Zeroizing<String>,
}

impl AgentLogin {
    /// An agent's user name and password, as they were typed.
    pub fn new(agent: String, password: String) -> Self {
        Self {
            agent,
            password: Zeroizing::new(password),
        }
    }

    /// The request, or every fault at once; a fault carries the name of the field on the wire.
    pub fn request(&self, instance: &Instance) -> Result<Request, Faults> {
        self.validate()?;
        let fields = [
            ("agent", self.agent.as_str()),
            ("password", self.password.as_str()),
        ];
        Ok(Request::unsigned(instance, PATH, &fields).with_reply_limit(MAX_REPLY_BYTES))
    }

    /// As [`AgentLogin::request`], from an instance that was not checked yet: its fault comes first.
    pub fn request_for(&self, instance: &str) -> Result<Request, Faults> {
        let instance = Instance::parse_managed(instance);
        let mut inspection = Inspection::default();
        inspection.note(&instance);
        inspection.extend(self.validate());
        inspection.finish()?;
        self.request(&instance?)
    }

    /// All the faults, in the order of the fields on the wire. What a password may hold is the server's to say.
    pub fn validate(&self) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.check("agent", &self.agent, text::name);
        if self.password.is_empty() {
            inspection.extend(Err(Fault::secret("password", Rule::Required).into()));
        }
        inspection.finish()
    }
}

impl fmt::Debug for AgentLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AgentLogin")
            .field("agent", &self.agent)
            .finish_non_exhaustive()
    }
}

/// What is read of the reply. The rest, the SIP password `secret` among it, is skipped over and never stored.
#[derive(Deserialize)]
struct WireReply {
    /// The token.
    md5secret: String,
    /// Not a number that calls go out with, in this reply, but the agent's extension; `name` is the same.
    #[serde(default)]
    callerid: Value,
    #[serde(default)]
    name: Value,
    #[serde(default)]
    context: Value,
    #[serde(default)]
    fullname: Value,
}

impl SignInOutcome {
    /// What came of it: rejected only for exactly `0`, signed in only for an object with a token that can be used.
    ///
    /// The exchange is consumed, and its body overwritten: it held the token and the SIP password.
    pub fn interpret(mut exchange: Exchange) -> Self {
        let outcome = match exchange.answer_within(MAX_REPLY_BYTES) {
            Ok("0") => Self::Rejected,
            Ok(text) => signed_in(text).unwrap_or(Self::Unknown {
                reason: UnknownReason::Unreadable,
            }),
            Err(NoAnswer::NotSent(reason)) => Self::NotSent { reason },
            Err(NoAnswer::Unknown(reason)) => Self::Unknown { reason },
        };
        exchange.wipe();
        outcome
    }
}

fn signed_in(text: &str) -> Option<SignInOutcome> {
    let reply: WireReply = serde_json::from_str(text).ok()?;
    Some(SignInOutcome::SignedIn {
        token: Token::parse(&Zeroizing::new(reply.md5secret)).ok()?,
        extension: usable(&reply.callerid, text::extension)
            .or_else(|| usable(&reply.name, text::extension)),
        context: usable(&reply.context, text::context),
        fullname: usable(&reply.fullname, text::name),
    })
}

/// A text, or a number as the text it is written as, if it keeps the rule of the field that it is for.
fn usable(value: &Value, rule: fn(&str) -> Result<(), Rule>) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    rule(&text).is_ok().then_some(text)
}

#[cfg(test)]
mod tests;
