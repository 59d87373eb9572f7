//! From a number that was found to what uContact is told to dial.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, Rule};
use crate::text::given;

/// How a number is written for uContact, which nowhere says what it takes: the administrator's choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DialFormat {
    /// `525512345678`: the vendor types the destination as a number.
    #[default]
    E164Digits,
    /// `+525512345678`.
    E164Plus,
}

/// The destination for a number in international form (`+` and 7 to 15 digits, ITU-T E.164), in the format asked for.
pub fn destination(e164: &str, format: DialFormat) -> Result<String, Fault> {
    let (min, max) = (7, 15);
    let digits = e164.strip_prefix('+').unwrap_or_default();
    let legal = (min..=max).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0');
    given(e164, legal, Rule::International { min, max })
        .map_err(|rule| Fault::new("destination", rule, e164))?;
    Ok(match format {
        DialFormat::E164Digits => digits.to_owned(),
        DialFormat::E164Plus => e164.to_owned(),
    })
}
