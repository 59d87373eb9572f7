//! The secret that signs a call.

use std::fmt;

use crate::fault::Fault;
use crate::rule::Rule;
use crate::text::given;

/// The token of a user, as uContact gave it: already Base64, so it is never encoded again.
///
/// It cannot be printed; it leaves only through [`Token::authorization`] and [`Token::reveal`].
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Takes one line of printable ASCII without spaces; a fault names the field `token` and never quotes it.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let legal = text.bytes().all(|b| b.is_ascii_graphic());
        given(text, legal, Rule::Token).map_err(|rule| Fault::secret("token", rule))?;
        Ok(Self(text.to_owned()))
    }

    /// The value of the `Authorization` header: `Basic`, a space, the token.
    pub fn authorization(&self) -> String {
        format!("Basic {}", self.0)
    }

    /// The token itself, for the one who keeps it and for the request that ends it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_goes_out_as_it_came() {
        let token = Token::parse("dXNlcjo4Y2Y4NTcwZQ==").unwrap();
        assert_eq!(token.authorization(), "Basic dXNlcjo4Y2Y4NTcwZQ==");
    }

    #[test]
    fn a_fault_names_the_field_and_never_quotes_the_token() {
        let fault = |rule| Fault {
            field: "token".to_owned(),
            rule,
            got: None,
        };
        assert_eq!(Token::parse(""), Err(fault(Rule::Required)));
        for text in [
            " ",
            "two words",
            "Basic dXNlcg==",
            "line\n",
            "a\tb",
            "clé",
            "\u{7f}",
            " dXNlcg==",
        ] {
            assert_eq!(Token::parse(text), Err(fault(Rule::Token)), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn debug_never_tells_the_token(text in "[!-~]{12,60}") {
            let token = Token::parse(&text).unwrap();
            prop_assert_eq!(format!("{token:?} {token:#?}"), "Token(redacted) Token(redacted)");
        }

        #[test]
        fn what_is_taken_makes_a_header(text in ".*") {
            if let Ok(token) = Token::parse(&text) {
                let header = token.authorization();
                prop_assert!(header.bytes().all(|b| (b' '..=b'~').contains(&b)));
                prop_assert_eq!(header.strip_prefix("Basic "), Some(text.as_str()));
            }
        }
    }
}
