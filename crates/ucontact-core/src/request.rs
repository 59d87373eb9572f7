//! What is to be sent, complete.

use std::fmt;

use zeroize::Zeroizing;

use crate::exchange::MAX_REPLY_BYTES;
use crate::fault::{Faults, Inspection};
use crate::instance::Instance;
use crate::token::Token;

/// A POST, ready to send as it stands: URL, headers, and the form-encoded body.
///
/// Its `Debug` shows the URL and the body's size only: headers hold the token, bodies hold people's numbers and, once,
/// a password, for whose sake a body is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    url: String,
    authorization: Option<String>,
    body: Zeroizing<String>,
    reply_limit: usize,
}

impl Request {
    /// The method of every call of this API.
    pub const METHOD: &'static str = "POST";

    /// A POST of `fields`, in their order, to `path` (which begins with a slash), signed with the token.
    pub(crate) fn form(
        instance: &Instance,
        path: &str,
        token: &Token,
        fields: &[(&str, &str)],
    ) -> Self {
        Self {
            authorization: Some(token.authorization()),
            ..Self::unsigned(instance, path, fields)
        }
    }

    /// A POST that nothing signs: the one by which a token is asked for.
    pub(crate) fn unsigned(instance: &Instance, path: &str, fields: &[(&str, &str)]) -> Self {
        Self {
            url: format!("{}{path}", instance.origin()),
            authorization: None,
            body: encoded(fields),
            reply_limit: MAX_REPLY_BYTES,
        }
    }

    /// The same request, with a reply that may be longer than the usual.
    pub(crate) fn with_reply_limit(self, reply_limit: usize) -> Self {
        Self {
            reply_limit,
            ..self
        }
    }

    /// Where to.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Names, in lower case, with their values.
    pub fn headers(&self) -> Vec<(&'static str, &str)> {
        let content_type = ("content-type", "application/x-www-form-urlencoded");
        let authorization = self.authorization.iter();
        [content_type]
            .into_iter()
            .chain(authorization.map(|value| ("authorization", value.as_str())))
            .collect()
    }

    /// The form, encoded; ASCII.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Most bytes of the reply that are worth reading.
    pub fn reply_limit(&self) -> usize {
        self.reply_limit
    }
}

/// Instance and token from texts that were not checked yet; their faults come before those that `verdict` found.
pub(crate) fn addressed(
    instance: &str,
    token: &str,
    verdict: Result<(), Faults>,
) -> Result<(Instance, Token), Faults> {
    let (instance, token) = (Instance::parse_managed(instance), Token::parse(token));
    let mut inspection = Inspection::default();
    inspection.note(&instance);
    inspection.note(&token);
    inspection.extend(verdict);
    inspection.finish()?;
    Ok((instance?, token?))
}

/// At most three bytes for each; with room for all of them no growth leaves a copy of a secret behind.
fn encoded(fields: &[(&str, &str)]) -> Zeroizing<String> {
    let longest: usize = fields
        .iter()
        .map(|(name, value)| 3 * (name.len() + value.len()) + "=&".len())
        .sum();
    let mut form = form_urlencoded::Serializer::new(String::with_capacity(longest));
    Zeroizing::new(form.extend_pairs(fields).finish())
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
