//! Reads a fault from JSON, field by field, so that a mistake is named.

use std::collections::BTreeMap;

use axum::http::{HeaderName, HeaderValue};
use serde_json::{Map, Value};

use super::Fault;

/// Why a fault's JSON was turned down.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {rule}, got {got}")]
pub(crate) struct FaultError {
    field: String,
    rule: &'static str,
    got: String,
}

impl FaultError {
    fn new(field: impl Into<String>, rule: &'static str, got: impl ToString) -> Self {
        Self {
            field: field.into(),
            rule,
            got: got.to_string(),
        }
    }
}

impl Fault {
    /// Reads a fault from JSON; names the first field that breaks its rule.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, FaultError> {
        let value: Value = serde_json::from_slice(text)
            .map_err(|e| FaultError::new("fault", "a JSON object", e))?;
        let Value::Object(mut fields) = value else {
            return Err(FaultError::new("fault", "a JSON object", value));
        };
        let fault = Self {
            path: take(
                &mut fields,
                "path",
                "a path that starts with / and is not below /sandbox/",
                path,
            )?,
            times: take(&mut fields, "times", "a whole number from 1 to 1000", |v| {
                whole(v, 1, 1000)
            })?
            .unwrap_or(1),
            delay_ms: take(
                &mut fields,
                "delay_ms",
                "a whole number from 0 to 300000",
                |v| whole(v, 0, 300_000),
            )?,
            status: take(
                &mut fields,
                "status",
                "a whole number from 200 to 599",
                status,
            )?,
            body: take(&mut fields, "body", "a text", text_of)?,
            content_type: take(
                &mut fields,
                "content_type",
                "a text that fits into a header",
                header_value,
            )?,
            headers: take(
                &mut fields,
                "headers",
                "an object of header names and texts",
                headers,
            )?
            .unwrap_or_default(),
            close: take(&mut fields, "close", "\"before\" or \"after\"", |v| {
                serde_json::from_value(v.clone()).ok()
            })?,
        };
        match fields.into_iter().next() {
            Some((name, value)) => Err(FaultError::new(name, "no such field", value)),
            None => fault.checked(),
        }
    }

    fn checked(self) -> Result<Self, FaultError> {
        let replies =
            self.replaces_reply() || self.content_type.is_some() || !self.headers.is_empty();
        match self.close {
            Some(_) if replies => Err(FaultError::new("close", "cannot go with a reply", "both")),
            None if !replies && self.delay_ms.is_none() => Err(FaultError::new(
                "fault",
                "at least one of delay_ms, status, body, content_type, headers, close",
                "none",
            )),
            _ => Ok(self),
        }
    }
}

fn take<T>(
    fields: &mut Map<String, Value>,
    name: &str,
    rule: &'static str,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Result<Option<T>, FaultError> {
    match fields.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => read(&value)
            .map(Some)
            .ok_or_else(|| FaultError::new(name, rule, value)),
    }
}

fn path(value: &Value) -> Option<String> {
    text_of(value).filter(|path| path.starts_with('/') && !crate::control::owns(path))
}

fn text_of(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn whole(value: &Value, least: u64, most: u64) -> Option<u64> {
    value.as_u64().filter(|n| (least..=most).contains(n))
}

fn status(value: &Value) -> Option<u16> {
    whole(value, 200, 599).and_then(|status| u16::try_from(status).ok())
}

fn header_value(value: &Value) -> Option<String> {
    text_of(value).filter(|text| HeaderValue::from_str(text).is_ok())
}

fn headers(value: &Value) -> Option<BTreeMap<String, String>> {
    let header = |(name, value): (&String, &Value)| {
        HeaderName::try_from(name).ok()?;
        Some((name.clone(), header_value(value)?))
    };
    value.as_object()?.iter().map(header).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> String {
        Fault::parse(json.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn every_field_names_its_rule() {
        assert_eq!(
            error(r#"{"status": 99}"#),
            "status: a whole number from 200 to 599, got 99"
        );
        assert_eq!(
            error(r#"{"times": 0, "status": 500}"#),
            "times: a whole number from 1 to 1000, got 0"
        );
        assert_eq!(
            error(r#"{"delay_ms": -1}"#),
            "delay_ms: a whole number from 0 to 300000, got -1"
        );
        assert_eq!(error(r#"{"body": 7}"#), "body: a text, got 7");
        assert_eq!(
            error(r#"{"close": "never"}"#),
            r#"close: "before" or "after", got "never""#
        );
        assert_eq!(
            error(r#"{"colour": 1, "status": 500}"#),
            "colour: no such field, got 1"
        );
        assert!(error(r#"{"path": "/sandbox/faults", "status": 500}"#).starts_with("path: "));
        assert!(error(r#"{"headers": {"a b": "c"}}"#).starts_with("headers: "));
        assert!(error(r#"{"content_type": "a\nb"}"#).starts_with("content_type: "));
    }

    #[test]
    fn a_fault_must_do_something_and_only_one_thing() {
        assert!(error("[]").starts_with("fault: a JSON object"));
        assert!(error("{").starts_with("fault: a JSON object"));
        assert!(error(r#"{"path": "/x"}"#).starts_with("fault: at least one of"));
        assert!(
            error(r#"{"close": "after", "status": 500}"#)
                .starts_with("close: cannot go with a reply")
        );
    }
}
