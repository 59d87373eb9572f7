//! `EndSession`: makes a token worthless.

use crate::actions::Signed;
use crate::exchange::{Exchange, NoAnswer};
use crate::fault::{Faults, Inspection};
use crate::instance::Instance;
use crate::outcome::UnknownReason;
use crate::request::Request;
use crate::session::EndSessionOutcome;
use crate::text;
use crate::token::Token;

const PATH: &str = "/Integra/resources/auth/EndSession";

/// A session to end: that of the token which signs the request.
///
/// Source: clients of `EndSession`; they expect `1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndSession {
    /// The name of the user whose session it is.
    pub user: String,
}

impl Signed for EndSession {
    fn request(&self, instance: &Instance, token: &Token) -> Result<Request, Faults> {
        self.validate()?;
        let fields = [("user", self.user.as_str()), ("token", token.reveal())];
        Ok(Request::form(instance, PATH, token, &fields))
    }

    fn validate(&self) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.check("user", &self.user, text::name);
        inspection.finish()
    }
}

impl EndSessionOutcome {
    /// What came of it: ended only for exactly `1`, refused only for exactly `0`.
    pub fn interpret(exchange: &Exchange) -> Self {
        match exchange.answer() {
            Ok("1") => Self::Ended,
            Ok("0") => Self::Refused,
            Ok(_) => Self::Unknown {
                reason: UnknownReason::Unreadable,
            },
            Err(NoAnswer::NotSent(reason)) => Self::NotSent { reason },
            Err(NoAnswer::Unknown(reason)) => Self::Unknown { reason },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(user: &str) -> Result<Request, Faults> {
        let session = EndSession { user: user.into() };
        session.request_for("acme", "dXNlcjp1dWlk+/==")
    }

    #[test]
    fn the_request_names_the_user_and_the_token() {
        let request = request("ana.perez").unwrap();
        assert_eq!(
            request.url(),
            "https://acme.ucontactcloud.com/Integra/resources/auth/EndSession"
        );
        assert!(
            request
                .headers()
                .contains(&("authorization", "Basic dXNlcjp1dWlk+/=="))
        );
        assert_eq!(
            request.body(),
            "user=ana.perez&token=dXNlcjp1dWlk%2B%2F%3D%3D"
        );
    }

    #[test]
    fn a_session_is_somebodys() {
        assert_eq!(request("").unwrap_err().to_string(), "user: required");
    }

    #[test]
    fn only_a_single_one_ended_it_and_only_a_single_zero_is_a_refusal() {
        let outcome =
            |body: &str| EndSessionOutcome::interpret(&Exchange::replied(200, body.as_bytes()));
        assert_eq!(outcome("1"), EndSessionOutcome::Ended);
        assert_eq!(outcome("0"), EndSessionOutcome::Refused);
        for body in ["", "10", "01", " 1", "1\n", "true", "\"1\"", "OK"] {
            assert_eq!(
                outcome(body),
                EndSessionOutcome::Unknown {
                    reason: UnknownReason::Unreadable
                },
                "{body:?}"
            );
        }
        assert_eq!(
            EndSessionOutcome::interpret(&Exchange::TimedOut),
            EndSessionOutcome::Unknown {
                reason: UnknownReason::TimedOut
            }
        );
    }
}
