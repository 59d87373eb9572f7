//! The secret that signs a call.

use std::fmt;

use crate::fault::{Fault, Rule};
use crate::text::given;

/// The token of a user, as uContact gave it: already Base64, so it is never encoded again.
///
/// It cannot be printed or serialised; it leaves only through [`Token::authorization`].
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
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(redacted)")
    }
}
