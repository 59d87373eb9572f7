//! What is set up for one agent, by the agent or by an administrator.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::actions::agent_call::{AgentCall, DEFAULT_CONTEXT};
use crate::campaign::{Campaign, CampaignSet};
use crate::dial_plan::DialPlan;
use crate::fault::{Fault, Faults, Inspection};
use crate::instance::Instance;
use crate::page_settings::PageSettings;
use crate::request::Request;
use crate::rule::Rule;
use crate::site::Site;
use crate::text;
use crate::token::Token;

/// Everything that is set up, except the token, which is a secret and lives elsewhere.
///
/// A key that is missing has its default; a key that is not known is an error, because it is a misspelled one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The instance's name, as [`Instance::parse`] takes it.
    pub instance: String,
    /// The agent's user name.
    pub agent: String,
    /// The agent's own phone: 1 to 15 digits.
    pub extension: String,
    /// The dial-plan context of the agent.
    pub context: String,
    /// The manual campaigns that the agent may call for, at least one.
    pub campaigns: Vec<Campaign>,
    /// What agents are added to together, such as the campaigns of a shift.
    pub campaign_sets: Vec<CampaignSet>,
    /// The country whose numbers are written without a country code: two capital letters.
    pub default_region: String,
    /// The sites that numbers are marked on, each an origin or the match pattern of all its pages.
    pub sites: Vec<Site>,
    /// For how long a call can be taken back before it is sent: 0 to 5 seconds.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub cancel_seconds: i64,
    /// Which numbers may be called, and how they are written for uContact.
    pub dial_plan: DialPlan,
    /// What is done to the pages of the sites.
    pub pages: PageSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            instance: String::new(),
            agent: String::new(),
            extension: String::new(),
            context: DEFAULT_CONTEXT.to_owned(),
            campaigns: Vec::new(),
            campaign_sets: Vec::new(),
            default_region: String::new(),
            sites: Vec::new(),
            cancel_seconds: 3,
            dial_plan: DialPlan::default(),
            pages: PageSettings::default(),
        }
    }
}

impl Settings {
    /// Settings as some version of this extension saved them: what that version did not have gets its default, and
    /// what this version can't read is left out.
    pub fn from_saved(saved: &Value) -> Self {
        let mut settings = Self::default();
        for (key, value) in saved.as_object().into_iter().flatten() {
            settings = settings.with(key, value).unwrap_or(settings);
        }
        settings
    }

    fn with(&self, key: &str, value: &Value) -> Option<Self> {
        let mut all = serde_json::to_value(self).ok()?;
        all.as_object_mut()?.insert(key.to_owned(), value.clone());
        serde_json::from_value(all).ok()
    }

    /// All the faults, each with its path (`campaigns.0.caller_id`).
    pub fn validate(&self) -> Result<(), Faults> {
        self.validate_with(Instance::parse)
    }

    /// The same, with a rule of its own for the instance.
    pub(crate) fn validate_with(
        &self,
        instance: impl Fn(&str) -> Result<Instance, Fault>,
    ) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.note(&instance(&self.instance));
        self.inspect_agent(&mut inspection);
        self.inspect_campaigns(&mut inspection);
        self.inspect_sets(&mut inspection);
        inspection.check("default_region", &self.default_region, text::region);
        self.inspect_sites(&mut inspection);
        let seconds = self.cancel_seconds;
        inspection.check("cancel_seconds", &seconds.to_string(), |_| {
            text::range(seconds, 0, 5)
        });
        self.dial_plan.inspect("dial_plan", &mut inspection);
        self.pages.inspect(&mut inspection);
        inspection.finish()
    }

    /// The request for a call to `number` (E.164) for the campaign of that name, with one of its caller IDs or else its
    /// default one, or every fault that stands in its way.
    ///
    /// Faults of the settings carry their paths, so that they can be shown where they are mended; those of the
    /// arguments are called `token`, `campaign`, `caller_id` and `destination`.
    pub fn call_request(
        &self,
        token: &str,
        campaign: &str,
        caller_id: Option<&str>,
        number: &str,
    ) -> Result<Request, Faults> {
        let (instance, token) = (Instance::parse_managed(&self.instance), Token::parse(token));
        let (campaign, destination) = (self.campaign(campaign), self.dial_plan.destination(number));
        let caller_id = campaign
            .as_ref()
            .map_or(Ok(""), |(_, campaign)| campaign.caller_id(caller_id));
        let mut inspection = Inspection::default();
        inspection.note(&instance);
        inspection.note(&token);
        self.inspect_agent(&mut inspection);
        match &campaign {
            Ok((index, campaign)) => {
                campaign.inspect(&format!("campaigns.{index}."), Ok(()), &mut inspection);
            }
            Err(_) => inspection.note(&campaign),
        }
        inspection.note(&caller_id);
        inspection.note(&destination);
        inspection.finish()?;
        self.call(campaign?.1, caller_id?, destination?)
            .request(&instance?, &token?)
    }

    /// Whether a call to `number` (E.164) is asked about before it is made.
    pub fn asks_before(&self, number: &str, called_before: bool) -> bool {
        self.dial_plan
            .asks_before(number, &self.default_region, called_before)
    }

    fn call(&self, campaign: &Campaign, caller_id: &str, destination: String) -> AgentCall {
        AgentCall {
            agent: self.agent.clone(),
            extension: self.extension.clone(),
            caller_id: caller_id.to_owned(),
            campaign: campaign.name.clone(),
            context: self.context.clone(),
            destination,
        }
    }

    fn campaign(&self, name: &str) -> Result<(usize, &Campaign), Fault> {
        if self.campaigns.is_empty() {
            return Err(Fault::new("campaigns", Rule::AtLeastOne, ""));
        }
        let found = self
            .campaigns
            .iter()
            .enumerate()
            .find(|(_, campaign)| campaign.name == name);
        found.ok_or_else(|| Fault::new("campaign", Rule::Listed, name))
    }

    fn inspect_agent(&self, inspection: &mut Inspection) {
        inspection.check("agent", &self.agent, text::name);
        inspection.check("extension", &self.extension, text::extension);
        inspection.check("context", &self.context, text::context);
    }

    fn inspect_campaigns(&self, inspection: &mut Inspection) {
        inspection.check_list("campaigns", &self.campaigns);
        let mut names = BTreeSet::new();
        for (index, campaign) in self.campaigns.iter().enumerate() {
            let path = format!("campaigns.{index}.");
            campaign.inspect(&path, text::first(&mut names, &campaign.name), inspection);
        }
    }

    fn inspect_sets(&self, inspection: &mut Inspection) {
        let mut names = BTreeSet::new();
        for (index, set) in self.campaign_sets.iter().enumerate() {
            set.inspect(index, text::first(&mut names, &set.name), inspection);
        }
    }

    fn inspect_sites(&self, inspection: &mut Inspection) {
        let mut sites = BTreeSet::new();
        for (index, site) in self.sites.iter().enumerate() {
            let rule = |_: &str| text::first(&mut sites, site.origin()?);
            inspection.check(format!("sites.{index}"), site.as_str(), rule);
        }
    }
}

#[cfg(test)]
mod tests;
