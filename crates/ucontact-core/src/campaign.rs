//! The campaigns of the settings: those that calls go out for, and sets of those that agents are added to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::actions::add_queue_member;
use crate::fault::Inspection;
use crate::rule::Rule;
use crate::text;

/// A manual campaign and the number that its calls go out with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Campaign {
    /// The name, such as `Sales->`.
    pub name: String,
    /// 7 to 15 digits.
    pub caller_id: String,
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
    pub(crate) fn inspect(
        &self,
        index: usize,
        unique: Result<(), Rule>,
        inspection: &mut Inspection,
    ) {
        let at = |field| format!("campaigns.{index}.{field}");
        inspection.check(at("name"), &self.name, |name| text::name(name).and(unique));
        inspection.check(at("caller_id"), &self.caller_id, text::caller_id);
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
