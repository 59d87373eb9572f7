//! A number that somebody types: what it is so far, and why it can't be called.

mod progress;

use phone_finder::{Match, Region, UnknownRegion};

use crate::dial_plan::short_number;
use crate::fault::Fault;
use crate::rule::Rule;
use crate::settings::Settings;

/// What a typed text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedNumber {
    /// The text with its digits in the groups of a number that begins so; none where it stays as it is.
    pub grouped: Option<String>,
    /// The number that it is, or the fault of `destination` that it is none.
    pub number: Result<Match, Fault>,
    /// What uContact is told to dial for it, or why it is not called.
    pub destination: Result<String, Fault>,
}

impl Settings {
    /// Reads a text that is to be one number and nothing else.
    pub fn read_typed(&self, text: &str) -> Result<TypedNumber, UnknownRegion> {
        let region: Region = self.default_region.parse()?;
        let found = phone_finder::find_whole(text, region);
        let none = || Fault::new("destination", Rule::PhoneNumber, text);
        let number = found.ok_or_else(|| short_number(text, region).unwrap_or_else(none));
        let destination = number
            .clone()
            .and_then(|number| self.dial_plan.destination(&number.number.e164()));
        Ok(TypedNumber {
            grouped: progress::group(text, region),
            number,
            destination,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DialPlan;

    fn read(text: &str) -> TypedNumber {
        let settings = Settings {
            default_region: "MX".into(),
            dial_plan: DialPlan {
                countries: vec!["MX".into()],
                ..DialPlan::default()
            },
            ..Settings::default()
        };
        settings.read_typed(text).unwrap()
    }

    fn why(text: &str) -> Option<Rule> {
        read(text).destination.err().map(|fault| fault.rule)
    }

    #[test]
    fn a_number_in_progress_takes_its_form() {
        assert_eq!(read("551234").grouped.as_deref(), Some("55 1234"));
        assert_eq!(read("55 1234 5678 ext. 12").grouped, None);
        assert_eq!(
            read("5512345678").destination.as_deref(),
            Ok("525512345678")
        );
    }

    #[test]
    fn what_is_not_called_says_why() {
        for text in ["911", " 066"] {
            assert_eq!(why(text), Some(Rule::Emergency), "{text}");
        }
        for text in ["", "+52 55", "Ana", "55 1234 567", "Ana 911"] {
            assert_eq!(why(text), Some(Rule::PhoneNumber), "{text}");
        }
        let country = "US".to_owned();
        assert_eq!(
            why("+1 212 555 0123"),
            Some(Rule::CountryAllowed { country })
        );
        assert_eq!(why("5512345678"), None);
    }
}
