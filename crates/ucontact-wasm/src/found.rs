//! A phone number as it crosses to JavaScript.

use phone_finder::{Leniency, Match, Region, UnknownRegion};
use serde::Serialize;
use ucontact_core::{Fault, Settings, short_number};

/// A phone number found in a text: `start..end` in UTF-16 units, as JavaScript counts.
#[derive(Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FoundNumber {
    /// Where the number begins.
    pub start: u32,
    /// Just behind its last character.
    pub end: u32,
    /// The number in E.164 form, such as `+525512345678`.
    pub e164: String,
    /// The extension behind it, digits.
    pub ext: Option<String>,
    /// The number as people read it, such as `+52 55 1234 5678`.
    pub international: String,
}

impl From<Match> for FoundNumber {
    fn from(found: Match) -> Self {
        Self {
            start: found.start_utf16,
            end: found.end_utf16,
            e164: found.number.e164().to_string(),
            ext: found.ext().map(|ext| ext.to_string()),
            international: found.number.international().to_string(),
        }
    }
}

pub(crate) fn all(text: &str, region: Region, leniency: Leniency) -> Vec<FoundNumber> {
    phone_finder::find_with(text, region, leniency)
        .into_iter()
        .map(Into::into)
        .collect()
}

/// A typed number, and what the dial plan makes of it: a destination or the fault that keeps it from being called.
#[derive(Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlannedNumber {
    /// The number as it was understood; a short one as it was typed.
    pub number: FoundNumber,
    /// ISO 3166 code of its country; none for numbers of no country.
    pub country: Option<String>,
    /// What uContact is told to dial.
    pub destination: Option<String>,
    /// Why it is not called.
    pub fault: Option<Fault>,
}

impl PlannedNumber {
    /// Nothing where the text isn't one number and nothing else.
    pub(crate) fn read(text: &str, settings: &Settings) -> Result<Option<Self>, UnknownRegion> {
        let region = settings.default_region.parse()?;
        let Some(found) = phone_finder::find_whole(text, region) else {
            return Ok(short_number(text, region).map(|fault| Self::short(text, fault)));
        };
        let (destination, fault) = match settings.dial_plan.destination(&found.number.e164()) {
            Ok(destination) => (Some(destination), None),
            Err(fault) => (None, Some(fault)),
        };
        Ok(Some(Self {
            country: found.number.region().map(str::to_owned),
            number: found.into(),
            destination,
            fault,
        }))
    }

    /// A short number has no form but its own, and isn't called.
    fn short(text: &str, fault: Fault) -> Self {
        let written = text.trim();
        Self {
            number: FoundNumber {
                start: 0,
                end: text.encode_utf16().count() as u32,
                e164: written.to_owned(),
                ext: None,
                international: written.to_owned(),
            },
            country: None,
            destination: None,
            fault: Some(fault),
        }
    }
}
