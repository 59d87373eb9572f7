//! A phone number as it crosses to JavaScript.

use phone_finder::{Match, UnknownRegion};
use serde::Serialize;
use ucontact_core::{Fault, Settings};

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

/// A typed number, and what the dial plan makes of it: a destination, or the fault that keeps it from being called.
#[derive(Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlannedNumber {
    /// The text with its digits in groups; nothing where it stays as it is.
    pub grouped: Option<String>,
    /// The number as it was understood; nothing where the text is none.
    pub number: Option<FoundNumber>,
    /// ISO 3166 code of its country; none for numbers of no country.
    pub country: Option<String>,
    /// What uContact is told to dial.
    pub destination: Option<String>,
    /// Why it is not called.
    pub fault: Option<Fault>,
    /// Whether the first call to it is asked about.
    pub asks: bool,
    /// Whether every further call is.
    pub asks_again: bool,
}

impl PlannedNumber {
    pub(crate) fn read(text: &str, settings: &Settings) -> Result<Self, UnknownRegion> {
        let typed = settings.read_typed(text)?;
        let found = typed.number.ok();
        let asks = |called_before| {
            found
                .as_ref()
                .is_some_and(|found| settings.asks_before(&found.number.e164(), called_before))
        };
        let country = found.as_ref().and_then(|found| found.number.region());
        Ok(Self {
            asks: asks(false),
            asks_again: asks(true),
            grouped: typed.grouped,
            country: country.map(str::to_owned),
            fault: typed.destination.as_ref().err().cloned(),
            destination: typed.destination.ok(),
            number: found.map(Into::into),
        })
    }
}
