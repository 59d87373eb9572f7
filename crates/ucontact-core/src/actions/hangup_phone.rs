//! `HangupPhone`: hangs up whatever call is on a phone.

use crate::actions::Signed;
use crate::fault::{Faults, Inspection};
use crate::instance::Instance;
use crate::request::Request;
use crate::text;
use crate::token::Token;

const PATH: &str = "/Integra/resources/Agents/HangupPhone";

/// A phone to hang up, whichever call it is in; the reply is undocumented ([`AskedOutcome`](crate::AskedOutcome)).
///
/// Source: the vendor's page for `HangupPhone`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HangupPhone {
    /// The agent's own phone: 1 to 15 digits.
    pub extension: String,
}

impl Signed for HangupPhone {
    fn request(&self, instance: &Instance, token: &Token) -> Result<Request, Faults> {
        self.validate()?;
        let fields = [("phone", self.extension.as_str())];
        Ok(Request::form(instance, PATH, token, &fields))
    }

    fn validate(&self) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.check("phone", &self.extension, text::extension);
        inspection.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hangup(extension: &str) -> Result<Request, Faults> {
        let hangup = HangupPhone {
            extension: extension.into(),
        };
        hangup.request_for("acme", "dXNlcg==")
    }

    #[test]
    fn the_request_names_the_phone_and_nothing_else() {
        let request = hangup("9999").unwrap();
        assert_eq!(
            request.url(),
            "https://acme.ucontactcloud.com/Integra/resources/Agents/HangupPhone"
        );
        assert!(
            request
                .headers()
                .contains(&("authorization", "Basic dXNlcg=="))
        );
        assert_eq!(request.body(), "phone=9999");
    }

    #[test]
    fn only_an_extension_is_hung_up() {
        for (extension, fault) in [
            ("", "phone: required"),
            ("SIP/9999", "phone: 1 to 15 digits, got \"SIP/9999\""),
            (
                "+525512345678",
                "phone: 1 to 15 digits, got \"+525512345678\"",
            ),
        ] {
            assert_eq!(hangup(extension).unwrap_err().to_string(), fault);
        }
    }
}
