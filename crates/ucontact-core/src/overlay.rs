//! Settings given in part, by an administrator's policy or in a file, laid over an agent's own.

use serde::Serialize;
use serde_json::Value;
use serde_path_to_error::Segment;

use crate::fault::{Fault, Faults};
use crate::instance::Instance;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::token::Token;

/// What came of laying a part over settings. A path is a setting's name, behind that of its group (`dial_plan.prefix`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Overlay {
    /// The settings with all that was given and could be read.
    pub settings: Settings,
    /// The paths of what was given, in the order of the alphabet.
    pub given: Vec<String>,
    /// The faults of what was given; a value of the wrong type was not taken over.
    pub faults: Vec<Fault>,
    /// The faults of everything else.
    pub other_faults: Vec<Fault>,
    /// Given names that are no settings; what they hold is never quoted, because it may be a secret.
    pub unknown: Vec<Fault>,
}

impl Settings {
    /// These settings under a policy, which may give every setting, and a host of its own for the instance.
    pub fn under(&self, policy: &Value) -> Overlay {
        self.overlaid(policy, Instance::parse_managed)
    }

    /// All the faults of these settings under a policy, and that of the token where one is given; none means all is well.
    pub fn faults_under(&self, policy: &Value, token: Option<&str>) -> Vec<Fault> {
        let overlay = self.under(policy);
        let token = token.and_then(|token| Token::parse(token).err());
        let settings = overlay.faults.into_iter().chain(overlay.other_faults);
        settings.chain(token).collect()
    }

    /// These settings with part of others', which are held to the rules for an agent's own.
    pub(crate) fn with_part(&self, part: &Value) -> Overlay {
        self.overlaid(part, Instance::parse)
    }

    /// What to save of settings that were changed under a policy: where the policy rules, it stays as it was in `own`.
    pub fn kept_under(&self, policy: &Value, own: &Self) -> Self {
        let mut kept = as_json(self);
        let own = as_json(own);
        for Leaf { path, known, .. } in leaves(policy) {
            if let (true, Some(value)) = (known, own.pointer(&pointer(&path))) {
                put(&mut kept, &path, value.clone());
            }
        }
        read(kept).unwrap_or_else(|_| self.clone())
    }

    fn overlaid(&self, part: &Value, instance: fn(&str) -> Result<Instance, Fault>) -> Overlay {
        let mut overlay = Overlay {
            settings: self.clone(),
            given: Vec::new(),
            faults: Vec::new(),
            other_faults: Vec::new(),
            unknown: Vec::new(),
        };
        for leaf in leaves(part) {
            overlay.take(&leaf);
        }
        let instance = match overlay.rules("instance") {
            true => instance,
            false => Instance::parse,
        };
        overlay.sort(overlay.settings.validate_with(instance));
        overlay
    }
}

impl Overlay {
    fn take(&mut self, Leaf { path, value, known }: &Leaf<'_>) {
        if !known {
            self.unknown.push(Fault::secret(path, Rule::KnownSetting));
            return;
        }
        self.given.push(path.clone());
        let mut all = as_json(&self.settings);
        put(&mut all, path, (*value).clone());
        match read(all) {
            Ok(settings) => self.settings = settings,
            Err(fault) => self.faults.push(fault),
        }
    }

    fn sort(&mut self, verdict: Result<(), Faults>) {
        let mistyped: Vec<String> = self
            .faults
            .iter()
            .map(|fault| fault.field.clone())
            .collect();
        for fault in verdict.err().into_iter().flat_map(Faults::into_vec) {
            match self.rules(&fault.field) {
                // What could not be read left another value there, of which nothing is to be said.
                true if mistyped.iter().any(|path| lies_in(path, &fault.field)) => {}
                true => self.faults.push(fault),
                false => self.other_faults.push(fault),
            }
        }
    }

    fn rules(&self, path: &str) -> bool {
        self.given.iter().any(|given| lies_in(path, given))
    }
}

/// A setting that was given.
struct Leaf<'a> {
    path: String,
    value: &'a Value,
    known: bool,
}

/// Every setting in a part; what is no object gives none.
fn leaves(part: &Value) -> Vec<Leaf<'_>> {
    let mut found = Vec::new();
    gather(part, &as_json(&Settings::default()), "", &mut found);
    found
}

/// A group, such as the dial plan, is what has settings by default.
fn gather<'a>(part: &'a Value, defaults: &Value, path: &str, found: &mut Vec<Leaf<'a>>) {
    for (name, value) in part.as_object().into_iter().flatten() {
        let path = match path {
            "" => name.clone(),
            group => format!("{group}.{name}"),
        };
        let default = defaults.get(name);
        let is_group = default
            .and_then(Value::as_object)
            .is_some_and(|d| !d.is_empty());
        match default {
            Some(group) if is_group && value.is_object() => gather(value, group, &path, found),
            default => found.push(Leaf {
                path,
                value,
                known: default.is_some(),
            }),
        }
    }
}

fn lies_in(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn as_json(settings: &Settings) -> Value {
    // Names and texts alone: nothing in them can fail.
    serde_json::to_value(settings).unwrap_or_default()
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}

/// Sets what stands at the path of a known setting.
fn put(all: &mut Value, path: &str, value: Value) {
    let mut at = all;
    let (groups, name) = path.rsplit_once('.').unwrap_or(("", path));
    for group in groups.split('.').filter(|group| !group.is_empty()) {
        at = &mut at[group];
    }
    at[name] = value;
}

fn read(all: Value) -> Result<Settings, Fault> {
    serde_path_to_error::deserialize(&all).map_err(|error| {
        let steps: Vec<String> = error.path().iter().filter_map(step).collect();
        let path = steps.join(".");
        if error.inner().to_string().starts_with("unknown field") {
            return Fault::secret(path, Rule::KnownSetting);
        }
        let got = all.pointer(&pointer(&path)).map(Value::to_string);
        Fault::new(path, Rule::SettingType, &got.unwrap_or_default())
    })
}

fn step(segment: &Segment) -> Option<String> {
    match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

#[cfg(test)]
mod tests;
