//! What is set up for one agent, by the agent or by an administrator.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::actions::agent_call::DEFAULT_CONTEXT;
use crate::dial_plan::DialFormat;
use crate::fault::{Faults, Inspection, Rule};
use crate::instance::Instance;
use crate::site::Site;
use crate::text;

/// Everything that is set up, except the token, which is a secret and lives elsewhere.
///
/// A key that is missing has its default; a key that is not known is an error, because it is a misspelled one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The country whose numbers are written without a country code: two capital letters.
    pub default_region: String,
    /// The sites that numbers are marked on, as [`Site::parse`] takes them.
    pub sites: Vec<String>,
    /// For how long a call can be taken back before it is sent: 0 to 5 seconds.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub cancel_seconds: i64,
    /// How numbers are written for uContact.
    pub dial_format: DialFormat,
}

/// A manual campaign and the number that its calls go out with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// The name, such as `Sales->`.
    pub name: String,
    /// 7 to 15 digits.
    pub caller_id: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            instance: String::new(),
            agent: String::new(),
            extension: String::new(),
            context: DEFAULT_CONTEXT.to_owned(),
            campaigns: Vec::new(),
            default_region: String::new(),
            sites: Vec::new(),
            cancel_seconds: 3,
            dial_format: DialFormat::default(),
        }
    }
}

impl Settings {
    /// All the faults, each with its path (`campaigns.0.caller_id`), in the order of the fields.
    pub fn validate(&self) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.check(
            "instance",
            &self.instance,
            Instance::parse(&self.instance).map(drop),
        );
        inspection.check("agent", &self.agent, text::name(&self.agent));
        inspection.check(
            "extension",
            &self.extension,
            text::extension(&self.extension),
        );
        inspection.check("context", &self.context, text::context(&self.context));
        self.inspect_campaigns(&mut inspection);
        inspection.check(
            "default_region",
            &self.default_region,
            text::region(&self.default_region),
        );
        self.inspect_sites(&mut inspection);
        let seconds = self.cancel_seconds;
        inspection.check(
            "cancel_seconds",
            &seconds.to_string(),
            text::range(seconds, 0, 5),
        );
        inspection.finish()
    }

    fn inspect_campaigns(&self, inspection: &mut Inspection) {
        if self.campaigns.is_empty() {
            inspection.check("campaigns", "", Err(Rule::AtLeastOne));
        }
        let mut names = BTreeSet::new();
        for (index, Campaign { name, caller_id }) in self.campaigns.iter().enumerate() {
            let verdict = text::name(name).and_then(|()| text::first(&mut names, name));
            inspection.check(format!("campaigns.{index}.name"), name, verdict);
            inspection.check(
                format!("campaigns.{index}.caller_id"),
                caller_id,
                text::caller_id(caller_id),
            );
        }
    }

    fn inspect_sites(&self, inspection: &mut Inspection) {
        let mut sites = BTreeSet::new();
        for (index, site) in self.sites.iter().enumerate() {
            let verdict = Site::parse(site).and_then(|site| text::first(&mut sites, site));
            inspection.check(format!("sites.{index}"), site, verdict);
        }
    }
}
