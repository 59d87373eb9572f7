//! What is to be sent, complete.

use std::fmt;

use crate::instance::Instance;
use crate::token::Token;

/// A POST, ready to send as it stands: URL, the two headers, and the form-encoded body.
///
/// Its `Debug` shows the URL and the body's size only: headers hold the token, bodies hold people's numbers.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// Where to.
    pub url: String,
    /// Names in lower case, with their values.
    pub headers: [(&'static str, String); 2],
    /// The form, encoded; ASCII.
    pub body: String,
}

impl Request {
    /// The method of every call of this API.
    pub const METHOD: &'static str = "POST";

    /// A POST of `fields`, in their order, to `path` (which begins with a slash).
    pub(crate) fn form(
        instance: &Instance,
        path: &str,
        token: &Token,
        fields: &[(&str, &str)],
    ) -> Self {
        Self {
            url: format!("{}{path}", instance.origin()),
            headers: [
                (
                    "content-type",
                    "application/x-www-form-urlencoded".to_owned(),
                ),
                ("authorization", token.authorization()),
            ],
            body: form_urlencoded::Serializer::new(String::new())
                .extend_pairs(fields)
                .finish(),
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("url", &self.url)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
