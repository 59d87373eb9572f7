//! The two calls of uContact's REST API, as the vendor's pages describe them.

mod add_queue_member;
mod agent_call;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::App;
use crate::journal::{is_form, pairs};

/// The paths, all of them for POST alone.
pub(crate) const PATHS: [&str; 2] = [agent_call::PATH, add_queue_member::PATH];

/// Why a call was refused. It goes into the journal; the caller gets a bare `0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal(pub(crate) String);

impl Refusal {
    fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = "0".into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A form whose sender presented the right token.
struct Form(Vec<(String, String)>);

impl Form {
    fn read(app: &App, headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        let authorization = headers
            .get(AUTHORIZATION)
            .ok_or_else(|| Refusal::new("no Authorization header"))?;
        if authorization.as_bytes() != format!("Basic {}", app.config.token).as_bytes() {
            return Err(Refusal::new(
                "Authorization is not \"Basic \" and the token",
            ));
        }
        if !is_form(headers) {
            return Err(Refusal::new(
                "Content-Type is not application/x-www-form-urlencoded",
            ));
        }
        Ok(Self(pairs(body)))
    }

    /// The value of a field that must be there once and hold something.
    fn one(&self, name: &str) -> Result<&str, Refusal> {
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

pub(crate) fn router() -> Router<Arc<App>> {
    Router::new()
        .route(agent_call::PATH, post(agent_call))
        .route(add_queue_member::PATH, post(add_queue_member))
}

async fn agent_call(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<String, Refusal> {
    let form = Form::read(&app, &headers, &body)?;
    let parties = agent_call::read(&app.config, &form)?;
    Ok(app.calls.place(parties).to_string())
}

async fn add_queue_member(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<&'static str, Refusal> {
    let form = Form::read(&app, &headers, &body)?;
    add_queue_member::check(&app.config, form.one("queuemember")?)?;
    Ok("1")
}
