//! The fields of a request.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use super::Refusal;
use crate::App;
use crate::journal::{is_form, pairs};

/// A form that was declared as one.
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// A form whose sender presented a token that is good.
    pub(super) fn read(app: &App, headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        let authorization = headers
            .get(AUTHORIZATION)
            .ok_or_else(|| Refusal::new("no Authorization header"))?;
        let token = authorization
            .to_str()
            .ok()
            .and_then(|value| value.strip_prefix("Basic "));
        if !token.is_some_and(|token| token == app.config.token || app.sessions.knows(token)) {
            return Err(Refusal::new(
                "Authorization is not \"Basic \" and the token",
            ));
        }
        Self::unsigned(headers, body)
    }

    /// A form that needs no token.
    pub(super) fn unsigned(headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        if !is_form(headers) {
            return Err(Refusal::new(
                "Content-Type is not application/x-www-form-urlencoded",
            ));
        }
        Ok(Self(pairs(body)))
    }

    /// The value of a field that must be there once and hold something.
    pub(super) fn one(&self, name: &str) -> Result<&str, Refusal> {
        let mut values = self
            .0
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.as_str());
        match (values.next(), values.next()) {
            (None, _) => Err(Refusal(format!("{name} is missing"))),
            (Some(_), Some(_)) => Err(Refusal(format!("{name} is given more than once"))),
            (Some(""), None) => Err(Refusal(format!("{name} is empty"))),
            (Some(value), None) => Ok(value),
        }
    }
}
