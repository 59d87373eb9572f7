//! From a number that was found to what uContact is told to dial.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::rule::Rule;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_decides_about_the_plus() {
        let number = "+525512345678";
        assert_eq!(
            destination(number, DialFormat::E164Digits).unwrap(),
            "525512345678"
        );
        assert_eq!(destination(number, DialFormat::E164Plus).unwrap(), number);
    }

    #[test]
    fn every_number_that_is_taken_can_be_dialled() {
        for number in ["+1234567", "+123456789012345"] {
            for format in [DialFormat::E164Digits, DialFormat::E164Plus] {
                assert_eq!(
                    crate::text::dial_string(&destination(number, format).unwrap()),
                    Ok(())
                );
            }
        }
    }

    #[test]
    fn nothing_but_an_international_number_is_taken() {
        let short_or_long = ["+123456", "+1234567890123456", "+"];
        let odd = [
            "525512345678",
            "++525512345678",
            "+52 5512345678",
            "+52a5512345",
            "+0525512345678",
            "+525512345678\n",
            "+٥٢٥٥١٢٣٤",
        ];
        for number in short_or_long.iter().chain(&odd) {
            let fault = Fault::new(
                "destination",
                Rule::International { min: 7, max: 15 },
                number,
            );
            assert_eq!(destination(number, DialFormat::E164Plus), Err(fault));
        }
        assert_eq!(
            destination("", DialFormat::E164Plus).unwrap_err().rule,
            Rule::Required
        );
    }

    #[test]
    fn formats_cross_as_words() {
        let words = serde_json::to_string(&[DialFormat::E164Digits, DialFormat::E164Plus]).unwrap();
        assert_eq!(words, r#"["e164_digits","e164_plus"]"#);
    }
}
