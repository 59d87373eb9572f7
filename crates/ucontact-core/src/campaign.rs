//! The campaigns of the settings: those that calls go out for, and sets of those that agents are added to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::actions::add_queue_member;
use crate::fault::{Fault, Inspection};
use crate::rule::Rule;
use crate::text;

/// A manual campaign and the numbers that its calls may go out with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Campaign {
    /// The name, such as `Sales->`.
    pub name: String,
    /// The number that calls go out with unless another is chosen: 7 to 15 digits.
    pub caller_id: String,
    /// The others that may be chosen.
    pub more_caller_ids: Vec<String>,
}

/// Campaigns that an agent is added to together, by one request; any of uContact's, not only those that are called for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct CampaignSet {
    /// What people call it, such as `Morning shift`.
    pub name: String,
    /// The campaigns' names, at least one.
    pub campaigns: Vec<String>,
    /// From 0; members with a lower one are called first.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub penalty: i64,
    /// Whether the agent joins without receiving calls yet.
    pub paused: bool,
}

impl Campaign {
    /// All the numbers that its calls may go out with, the default one first.
    pub fn caller_ids(&self) -> impl Iterator<Item = &str> {
        let more = self.more_caller_ids.iter();
        std::iter::once(&self.caller_id)
            .chain(more)
            .map(String::as_str)
    }

    /// The number that a call goes out with: the chosen one, or the default.
    pub(crate) fn caller_id<'a>(&'a self, chosen: Option<&'a str>) -> Result<&'a str, Fault> {
        let chosen = chosen.unwrap_or(&self.caller_id);
        let mut known = self.caller_ids();
        known
            .find(|id| *id == chosen)
            .ok_or_else(|| Fault::new("caller_id", Rule::Listed, chosen))
    }

    /// Notes the faults; `path` ends in a dot where it is one.
    pub(crate) fn inspect(
        &self,
        path: &str,
        unique: Result<(), Rule>,
        inspection: &mut Inspection,
    ) {
        let at = |field: &str| format!("{path}{field}");
        inspection.check(at("name"), &self.name, |name| text::name(name).and(unique));
        inspection.check(at("caller_id"), &self.caller_id, text::caller_id);
        let mut seen = BTreeSet::from([&self.caller_id]);
        for (place, id) in self.more_caller_ids.iter().enumerate() {
            let first = text::first(&mut seen, id);
            inspection.check(at(&format!("more_caller_ids.{place}")), id, |id| {
                text::caller_id(id).and(first)
            });
        }
    }
}

impl CampaignSet {
    pub(crate) fn inspect(
        &self,
        index: usize,
        unique: Result<(), Rule>,
        inspection: &mut Inspection,
    ) {
        let at = |field| format!("campaign_sets.{index}.{field}");
        inspection.check(at("name"), &self.name, |name| text::name(name).and(unique));
        inspection.check_list(&at("campaigns"), &self.campaigns);
        let mut names = BTreeSet::new();
        for (place, campaign) in self.campaigns.iter().enumerate() {
            let first = text::first(&mut names, campaign);
            let path = format!("{}.{place}", at("campaigns"));
            inspection.check(path, campaign, |name| text::name(name).and(first));
        }
        inspection.check(at("penalty"), &self.penalty.to_string(), |_| {
            add_queue_member::penalty(self.penalty)
        });
    }
}
