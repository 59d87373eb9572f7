use crate::digits::Short;
use crate::number::Form;
use crate::{PhoneNumber, Text, format};

/// Why a text counts as a phone number; the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Where the number begins, in bytes of the text.
    pub start: usize,
    /// Where the number ends, in bytes, exclusive.
    pub end: usize,
    /// Where the number begins, in UTF-16 code units, as JavaScript counts.
    pub start_utf16: u32,
    /// Where the number ends, in UTF-16 code units, exclusive.
    pub end_utf16: u32,
    /// The number itself.
    pub number: PhoneNumber,
    /// Why it counts as a number.
    pub confidence: Confidence,
    pub(crate) ext: Option<Short>,
}

impl Match {
    /// The extension's ASCII digits, where one was written.
    pub fn ext(&self) -> Option<Text> {
        self.ext.map(|digits| format::digits(&digits))
    }
}
