//! From a number that was found to what uContact is told to dial, if it may be called at all.
//!
//! A page can show any number it likes: what an agency may call, and how, is decided here and nowhere else.

mod pattern;

use std::collections::BTreeSet;

use phone_finder::{Kind, PhoneNumber, Region};
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, Inspection};
use crate::rule::Rule;
use crate::text::{self, given};

use pattern::Pattern;

/// Fewest and most digits of a number in international form (ITU-T E.164); below 7 nothing is a direct number.
const E164: (usize, usize) = (7, 15);

/// How a number is written for uContact, which nowhere says what it takes: the administrator's choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DialFormat {
    /// `525512345678`: the vendor types the destination as a number.
    #[default]
    E164Digits,
    /// `+525512345678`.
    E164Plus,
    /// `5512345678`: the digits that a caller in the number's own country dials, the national prefix included.
    National,
}

/// When a call is asked about before it is made: what is asked takes a second gesture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Confirm {
    /// Never.
    #[default]
    Never,
    /// Where the number was not called before, as far as this browser remembers.
    FirstTime,
    /// Where the number is not of the default country.
    International,
    /// Always.
    Always,
}

/// Which numbers may be called, and how each is written for uContact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct DialPlan {
    /// How numbers are written, but for countries with a rule of their own.
    pub format: DialFormat,
    /// What stands before each: at most 8 digits, `*` or `#`; mostly nothing.
    pub prefix: String,
    /// The countries with a rule of their own.
    pub exceptions: Vec<CountryRule>,
    /// The countries that may be called (ISO 3166-1, two capital letters); all of them where the list is empty.
    pub countries: Vec<String>,
    /// Numbers that are never called: `+5255512345??`, `+1900*`.
    pub never: Vec<String>,
    /// Whether numbers may be called that cost the caller more than a call does.
    pub premium_rate: bool,
    /// When a call is asked about before it is made.
    pub confirm: Confirm,
}

/// How the numbers of one country are written for uContact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct CountryRule {
    /// ISO 3166-1, two capital letters.
    pub country: String,
    /// How its numbers are written.
    pub format: DialFormat,
    /// What stands before them, instead of the general prefix.
    pub prefix: String,
}

impl DialPlan {
    /// What uContact is told to dial for a number in international form, or why it is not called: a fault of
    /// `destination`.
    pub fn destination(&self, e164: &str) -> Result<String, Fault> {
        let fault = |rule| Fault::new("destination", rule, e164);
        is_international(e164).map_err(fault)?;
        let number =
            phone_finder::read_international(e164).ok_or_else(|| fault(Rule::PhoneNumber))?;
        self.allow(&number).map_err(fault)?;
        let (format, prefix) = self.rule_for(number.region());
        let destination = format!("{prefix}{}", written(&number, format));
        text::dial_string(&destination).map_err(fault)?;
        Ok(destination)
    }

    /// Whether a call to a number in international form is asked about, by an agent whose country is `home`.
    pub(crate) fn asks_before(&self, e164: &str, home: &str, called_before: bool) -> bool {
        let country = || phone_finder::read_international(e164).and_then(|number| number.region());
        match self.confirm {
            Confirm::Never => false,
            Confirm::FirstTime => !called_before,
            // A number of no country is a call abroad as well.
            Confirm::International => country() != Some(home),
            Confirm::Always => true,
        }
    }

    /// Notes all the faults of the plan itself, each below `path`.
    pub(crate) fn inspect(&self, path: &str, inspection: &mut Inspection) {
        let at = |field: &str, index: usize| format!("{path}.{field}.{index}");
        inspection.check(format!("{path}.prefix"), &self.prefix, text::dial_prefix);
        let mut seen = BTreeSet::new();
        for (index, exception) in self.exceptions.iter().enumerate() {
            let path = at("exceptions", index);
            let unique = text::first(&mut seen, &exception.country);
            inspection.check(format!("{path}.country"), &exception.country, |country| {
                text::region(country).and(unique)
            });
            inspection.check(
                format!("{path}.prefix"),
                &exception.prefix,
                text::dial_prefix,
            );
        }
        for (index, country) in self.countries.iter().enumerate() {
            inspection.check(at("countries", index), country, text::region);
        }
        for (index, pattern) in self.never.iter().enumerate() {
            inspection.check(at("never", index), pattern, |text| {
                Pattern::parse(text).map(drop)
            });
        }
    }

    fn allow(&self, number: &PhoneNumber) -> Result<(), Rule> {
        let country = number.region().unwrap_or_default();
        if !self.countries.is_empty() && !self.countries.iter().any(|other| other == country) {
            let country = country.to_owned();
            return Err(Rule::CountryAllowed { country });
        }
        if number.kind() == Kind::PremiumRate && !self.premium_rate {
            return Err(Rule::PremiumRate);
        }
        // A pattern that can't be read is a fault of its own; until it is mended nothing slips past it.
        let hit = |text: &&String| Pattern::parse(text).map_or(true, |p| p.matches(&number.e164()));
        match self.never.iter().find(hit) {
            Some(pattern) => Err(Rule::NeverCalled {
                pattern: text::shown(pattern),
            }),
            None => Ok(()),
        }
    }

    fn rule_for(&self, country: Option<&str>) -> (DialFormat, &str) {
        let exception = self
            .exceptions
            .iter()
            .find(|rule| Some(rule.country.as_str()) == country);
        exception.map_or((self.format, &self.prefix), |rule| {
            (rule.format, &rule.prefix)
        })
    }
}

/// Why a short number, as typed by somebody in `region`, is not called; `None` where the text isn't one.
pub(crate) fn short_number(text: &str, region: Region) -> Option<Fault> {
    let rule = match phone_finder::read_short(text, region)? {
        Kind::Emergency => Rule::Emergency,
        _ => Rule::ShortNumber,
    };
    Some(Fault::new("destination", rule, text))
}

/// A number in international form (ITU-T E.164).
pub(crate) fn is_international(e164: &str) -> Result<(), Rule> {
    let (min, max) = E164;
    let digits = e164.strip_prefix('+').unwrap_or_default();
    let legal = (min..=max).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0');
    given(e164, legal, Rule::International { min, max })
}

fn written(number: &PhoneNumber, format: DialFormat) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect();
    match format {
        DialFormat::E164Digits => digits(&number.e164()),
        DialFormat::E164Plus => number.e164().to_string(),
        DialFormat::National => digits(&number.national()),
    }
}

#[cfg(test)]
mod tests;
