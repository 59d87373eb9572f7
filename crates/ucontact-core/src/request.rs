//! What is to be sent, complete.

use std::fmt;

use crate::instance::Instance;
use crate::token::Token;

/// A POST, ready to send as it stands: URL, two headers, and the form-encoded body.
///
/// Its `Debug` shows the URL and the body's size only: headers hold the token, bodies hold people's numbers.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    url: String,
    authorization: String,
    body: String,
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
            authorization: token.authorization(),
            body: form_urlencoded::Serializer::new(String::new())
                .extend_pairs(fields)
                .finish(),
        }
    }

    /// Where to.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Names, in lower case, with their values.
    pub fn headers(&self) -> [(&'static str, &str); 2] {
        [
            ("content-type", "application/x-www-form-urlencoded"),
            ("authorization", &self.authorization),
        ]
    }

    /// The form, encoded; ASCII.
    pub fn body(&self) -> &str {
        &self.body
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn request(token: &str, fields: &[(&str, &str)]) -> Request {
        Request::form(
            &Instance::parse("acme").unwrap(),
            "/x",
            &Token::parse(token).unwrap(),
            fields,
        )
    }

    #[test]
    fn it_holds_all_that_is_sent() {
        let request = request("dXNlcjp1dWlk", &[("a", "1 + 1"), ("b", "Sales->")]);
        assert_eq!(request.url(), "https://acme.ucontactcloud.com/x");
        assert_eq!(
            request.headers(),
            [
                ("content-type", "application/x-www-form-urlencoded"),
                ("authorization", "Basic dXNlcjp1dWlk")
            ]
        );
        assert_eq!(request.body(), "a=1+%2B+1&b=Sales-%3E");
    }

    proptest! {
        #[test]
        fn debug_never_tells_token_or_body(token in "[!-~]{12,40}", value in "[a-z]{12,40}") {
            let request = request(&token, &[("a", &value)]);
            for text in [format!("{request:?}"), format!("{request:#?}")] {
                prop_assert!(!text.contains(&token) && !text.contains(&value), "{text}");
            }
        }

        #[test]
        fn a_body_is_ascii_and_parses_back(name in ".*", value in ".*") {
            let request = request("token", &[("first", "1"), (&name, &value)]);
            let fields: Vec<_> = form_urlencoded::parse(request.body().as_bytes()).into_owned().collect();
            prop_assert!(request.body().is_ascii());
            prop_assert_eq!(fields, vec![("first".to_owned(), "1".to_owned()), (name, value)]);
        }
    }
}
