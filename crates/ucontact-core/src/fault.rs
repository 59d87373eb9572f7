//! What is wrong with an input: the field, the rule it breaks, and what it held.

use serde::{Deserialize, Serialize};

use crate::rule::Rule;
use crate::text::shown;

/// One broken rule: the field's name or path (`callerid`, `members.1.agent`), the rule, and a safe, shortened
/// copy of what was given (none for a secret, or where nothing was given).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[error("{field}: {rule}{}", quoted(got.as_deref()))]
pub struct Fault {
    /// The field's name, or its path where it lies deeper.
    pub field: String,
    /// The rule that it breaks.
    pub rule: Rule,
    /// What it held: at most 40 characters, none of them invisible.
    pub got: Option<String>,
}

impl Fault {
    /// A fault of a field that may be shown; `got` is made safe to show.
    pub fn new(field: impl Into<String>, rule: Rule, got: &str) -> Self {
        let got = (!got.is_empty()).then(|| shown(got));
        Self {
            field: field.into(),
            rule,
            got,
        }
    }

    /// A fault of a field whose value must never be shown.
    pub fn secret(field: impl Into<String>, rule: Rule) -> Self {
        Self {
            field: field.into(),
            rule,
            got: None,
        }
    }
}

fn quoted(got: Option<&str>) -> String {
    got.map(|got| format!(", got \"{got}\""))
        .unwrap_or_default()
}

/// All the faults of an input, at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(transparent)]
#[error("{}", joined(.0))]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The faults, in the order of the fields.
    pub fn as_slice(&self) -> &[Fault] {
        &self.0
    }

    /// The faults, in the order of the fields.
    pub fn into_vec(self) -> Vec<Fault> {
        self.0
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

fn joined(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("; ")
}

/// Gathers faults while an input is gone through, so that none hides another.
#[derive(Default)]
pub(crate) struct Inspection(Vec<Fault>);

impl Inspection {
    /// Notes the fault of `field`, which holds `text`, if `rule` finds one.
    pub(crate) fn check<R>(&mut self, field: impl Into<String>, text: &str, rule: R)
    where
        R: FnOnce(&str) -> Result<(), Rule>,
    {
        if let Err(rule) = rule(text) {
            self.0.push(Fault::new(field, rule, text));
        }
    }

    /// Notes that the list `field` holds nothing, if so.
    pub(crate) fn check_list<T>(&mut self, field: &str, list: &[T]) {
        if list.is_empty() {
            self.0.push(Fault::new(field, Rule::AtLeastOne, ""));
        }
    }

    /// Notes the fault of a value that was to be made.
    pub(crate) fn note<T>(&mut self, made: &Result<T, Fault>) {
        self.0.extend(made.as_ref().err().cloned());
    }

    /// Notes faults that were found elsewhere.
    pub(crate) fn extend(&mut self, verdict: Result<(), Faults>) {
        self.0
            .extend(verdict.err().into_iter().flat_map(Faults::into_vec));
    }

    /// What was found.
    pub(crate) fn finish(self) -> Result<(), Faults> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Faults(self.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_field_rule_and_value() {
        let fault = Fault::new("callerid", Rule::Digits { min: 7, max: 15 }, "12a");
        assert_eq!(fault.to_string(), "callerid: 7 to 15 digits, got \"12a\"");
        assert_eq!(
            Fault::new("agent", Rule::Required, "").to_string(),
            "agent: required"
        );
    }

    #[test]
    fn what_was_given_is_short_and_visible() {
        let got = |text: &str| Fault::new("agent", Rule::OneLine { max: 5 }, text).got;
        assert_eq!(
            got("a\u{202e}b\n\u{0}c"),
            Some("a\u{fffd}b\u{fffd}\u{fffd}c".to_owned())
        );
        assert_eq!(got(&"é".repeat(40)), Some("é".repeat(40)));
        assert_eq!(got(&"é".repeat(41)), Some("é".repeat(39) + "…"));
    }

    #[test]
    fn a_fault_crosses_as_tagged_json_and_comes_back() {
        let fault = Fault::new("phone", Rule::Digits { min: 1, max: 15 }, "12a");
        let json = serde_json::to_string(&fault).unwrap();
        assert_eq!(
            json,
            r#"{"field":"phone","rule":{"code":"digits","min":1,"max":15},"got":"12a"}"#
        );
        assert_eq!(serde_json::from_str::<Fault>(&json).unwrap(), fault);
    }

    #[test]
    fn faults_are_told_together() {
        let mut inspection = Inspection::default();
        inspection.check("a", "", |_| Err(Rule::Required));
        inspection.check("b", "fine", |_| Ok(()));
        inspection.check("c", "x", |_| Err(Rule::Region));
        let faults = inspection.finish().unwrap_err();
        assert_eq!(
            faults.to_string(),
            "a: required; c: a country in two capital letters, such as MX, got \"x\""
        );
        assert_eq!(Inspection::default().finish(), Ok(()));
    }
}
