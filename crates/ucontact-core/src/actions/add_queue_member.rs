//! `addqueuemember`: adds users to campaigns.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::exchange::{Exchange, NoAnswer};
use crate::fault::{Faults, Inspection};
use crate::instance::Instance;
use crate::outcome::{QueueOutcome, UnknownReason};
use crate::request::{Request, addressed};
use crate::rule::Rule;
use crate::text;
use crate::token::Token;

const PATH: &str = "/Integra/resources/queues/addqueuemember";
/// The largest penalty that a Java or C `int` holds at the other end.
const MAX_PENALTY: i64 = i32::MAX as i64;

/// One user in one campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct QueueMember {
    /// The agent's user name.
    pub agent: String,
    /// The agent's own phone: 1 to 15 digits.
    pub extension: String,
    /// The campaign's name.
    pub campaign: String,
    /// From 0; members with a lower one are called first.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub penalty: i64,
    /// Whether the member joins without receiving calls yet.
    pub paused: bool,
}

/// Users to add to campaigns in one request, one entry a pair.
///
/// Source: the vendor's page "Agregar Agente a Campaña".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AddQueueMembers {
    /// At least one, and no pair of agent and campaign twice.
    pub members: Vec<QueueMember>,
}

/// A member as it stands in the vendor's sample: these keys, in this order, all of them.
#[derive(Serialize)]
struct WireMember<'a> {
    membername: &'a str,
    #[serde(rename = "queueName")]
    queue_name: &'a str,
    interface1: String,
    penalty: i64,
    paused: u8,
}

impl<'a> From<&'a QueueMember> for WireMember<'a> {
    fn from(member: &'a QueueMember) -> Self {
        Self {
            membername: &member.agent,
            queue_name: &member.campaign,
            interface1: format!("SIP/{}", member.extension),
            penalty: member.penalty,
            paused: member.paused.into(),
        }
    }
}

impl AddQueueMembers {
    /// The request, or every fault at once; a fault carries its path, such as `members.1.agent`.
    pub fn request(&self, instance: &Instance, token: &Token) -> Result<Request, Faults> {
        self.validate()?;
        Ok(Request::form(
            instance,
            PATH,
            token,
            &[("queuemember", &self.json())],
        ))
    }

    /// As [`AddQueueMembers::request`], from texts that were not checked yet: their faults come first.
    pub fn request_for(&self, instance: &str, token: &str) -> Result<Request, Faults> {
        let (instance, token) = addressed(instance, token, self.validate())?;
        self.request(&instance, &token)
    }

    /// All the faults, member by member.
    pub fn validate(&self) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.check_list("members", &self.members);
        let mut pairs = BTreeSet::new();
        for (index, member) in self.members.iter().enumerate() {
            let pair = text::first(&mut pairs, (&member.agent, &member.campaign));
            member.inspect(&format!("members.{index}"), pair, &mut inspection);
        }
        inspection.finish()
    }

    fn json(&self) -> String {
        let members: Vec<WireMember<'_>> = self.members.iter().map(WireMember::from).collect();
        // Strings and integers alone: serde_json has no way to fail on them.
        serde_json::to_string(&members).unwrap_or_default()
    }
}

impl QueueMember {
    fn inspect(&self, path: &str, pair: Result<(), Rule>, inspection: &mut Inspection) {
        let at = |field| format!("{path}.{field}");
        let penalty = self.penalty;
        inspection.check(at("agent"), &self.agent, text::name);
        inspection.check(at("extension"), &self.extension, text::extension);
        inspection.check(at("campaign"), &self.campaign, |name| {
            text::name(name).and(pair)
        });
        inspection.check(at("penalty"), &penalty.to_string(), |_| {
            self::penalty(penalty)
        });
    }
}

/// The penalty of a member.
pub(crate) fn penalty(penalty: i64) -> Result<(), Rule> {
    text::range(penalty, 0, MAX_PENALTY)
}

impl QueueOutcome {
    /// The outcome of a request that was not sent because of faults.
    pub fn invalid(faults: Faults) -> Self {
        Self::NotSent {
            reason: faults.into(),
        }
    }

    /// What came of a request: added only for exactly `1`, refused only for exactly `0`.
    pub fn interpret(exchange: &Exchange) -> Self {
        match exchange.answer() {
            Ok("1") => Self::Added,
            Ok("0") => Self::Refused,
            Ok(_) => Self::Unknown {
                reason: UnknownReason::Unreadable,
            },
            Err(NoAnswer::NotSent(reason)) => Self::NotSent { reason },
            Err(NoAnswer::Unknown(reason)) => Self::Unknown { reason },
        }
    }
}

#[cfg(test)]
mod tests;
