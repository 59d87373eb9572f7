//! What the journal keeps out of sight: an agent's password in requests, a phone's SIP password in replies.

use serde_json::Value;

const REDACTED: &str = "[redacted]";

/// The pairs of a form, with the value of each `password` replaced.
pub(super) fn pairs(pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let shown = |(name, value): (String, String)| {
        let value = if is_secret(&name) {
            REDACTED.into()
        } else {
            value
        };
        (name, value)
    };
    pairs.into_iter().map(shown).collect()
}

/// An encoded form, with the value of each `password` replaced and all else as it came.
pub(super) fn form(text: &str) -> String {
    let shown = |pair: &str| {
        let names_secret =
            form_urlencoded::parse(pair.as_bytes()).any(|(name, _)| is_secret(&name));
        if names_secret {
            format!("password={REDACTED}")
        } else {
            pair.to_owned()
        }
    };
    text.split('&').map(shown).collect::<Vec<_>>().join("&")
}

/// A request's body; one that is no form and speaks of a password is not shown at all.
pub(super) fn body(body: &[u8], is_form: bool) -> String {
    let text = String::from_utf8_lossy(body);
    if is_form {
        form(&text)
    } else if text.to_ascii_lowercase().contains("password") {
        REDACTED.into()
    } else {
        text.into_owned()
    }
}

/// A reply's body; of an object with a `secret` the secret is replaced.
pub(super) fn reply(body: &[u8]) -> String {
    if let Ok(Value::Object(mut fields)) = serde_json::from_slice(body)
        && let Some(secret) = fields.get_mut("secret")
    {
        *secret = REDACTED.into();
        return Value::Object(fields).to_string();
    }
    String::from_utf8_lossy(body).into_owned()
}

fn is_secret(name: &str) -> bool {
    name.eq_ignore_ascii_case("password")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_replaced_however_it_is_written() {
        let shown = "agent=ana&password=[redacted]&x=%20";
        for sent in [
            "agent=ana&password=p%26ss&x=%20",
            "agent=ana&p%61ssword=p&x=%20",
            "agent=ana&Password=&x=%20",
        ] {
            assert_eq!(form(sent), shown);
        }
        assert_eq!(body(br#"{"Password": "p"}"#, false), REDACTED);
        assert_eq!(body(b"a=1&b", true), "a=1&b");
        assert_eq!(body(b"plain", false), "plain");
        let sent = vec![("password".to_owned(), "p".to_owned())];
        assert_eq!(pairs(sent)[0].1, REDACTED);
    }

    #[test]
    fn only_an_objects_secret_is_replaced() {
        assert_eq!(
            reply(br#"{"name": "1001", "secret": "s"}"#),
            r#"{"name":"1001","secret":"[redacted]"}"#
        );
        for body in ["0", "{\"name\": 1}", "<p>secret</p>", "[{}]"] {
            assert_eq!(reply(body.as_bytes()), body);
        }
    }
}
