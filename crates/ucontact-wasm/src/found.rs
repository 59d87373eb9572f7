//! A phone number as it crosses to JavaScript.

use phone_finder::{Match, Region};
use serde::Serialize;

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
            e164: found.e164,
            ext: found.ext,
            international: found.international,
        }
    }
}

pub(crate) fn all(text: &str, region: Region) -> Vec<FoundNumber> {
    phone_finder::find(text, region)
        .into_iter()
        .map(Into::into)
        .collect()
}

pub(crate) fn whole(text: &str, region: Region) -> Option<FoundNumber> {
    phone_finder::find_whole(text, region).map(Into::into)
}
