use serde::Serialize;

use crate::Kind;
use crate::number::Form;

/// Why a text counts as a phone number; the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// It begins with `+` or an international prefix.
    International,
    /// It is parted as people part numbers, or begins with the national prefix.
    National,
    /// The digits alone make a number of the region.
    Bare,
}

impl Confidence {
    pub(crate) fn of(form: Form, blocks: usize) -> Self {
        match form {
            Form::International => Self::International,
            Form::WithPrefix => Self::National,
            _ if blocks > 1 => Self::National,
            _ => Self::Bare,
        }
    }
}

/// A phone number found in a text.
///
/// `text[start..end]` is the number as written, its extension included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// Where the number begins, in bytes of the text.
    pub start: usize,
    /// Where the number ends, in bytes, exclusive.
    pub end: usize,
    /// Where the number begins, in UTF-16 code units, as JavaScript counts.
    pub start_utf16: u32,
    /// Where the number ends, in UTF-16 code units, exclusive.
    pub end_utf16: u32,
    /// The number in E.164 form: `+`, country calling code, national number; without the extension.
    pub e164: String,
    /// The extension's ASCII digits, where one was written.
    pub ext: Option<String>,
    /// ISO 3166 code of the country the number itself belongs to; `None` for numbers of no
    /// country (`+800`, satellite networks).
    pub region: Option<String>,
    /// What the number is for.
    pub kind: Kind,
    /// Why it counts as a number.
    pub confidence: Confidence,
    /// The number as people in its country write it; without the extension.
    pub national: String,
    /// The number in international form with spaces, to show to people; without the extension.
    pub international: String,
}
