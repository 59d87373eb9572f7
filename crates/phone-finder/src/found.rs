use serde::Serialize;

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
    /// The number in international form with spaces, to show to people; without the extension.
    pub international: String,
}
