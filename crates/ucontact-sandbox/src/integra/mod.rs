//! The calls of uContact's REST API, as the vendor's pages describe them.

mod add_queue_member;
mod agent_call;
mod agent_login;
mod agent_logoff;
mod end_session;
mod form;
mod hangup_phone;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::Value;

use crate::App;
use form::Form;

/// The paths, all of them for POST alone.
pub(crate) const PATHS: [&str; 6] = [
    agent_call::PATH,
    add_queue_member::PATH,
    agent_login::PATH,
    agent_logoff::PATH,
    end_session::PATH,
    hangup_phone::PATH,
];

/// The answer of the calls that do something, where the vendor's pages say so; elsewhere the same, as a guess.
const DONE: &str = "1";

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

pub(crate) fn router() -> Router<Arc<App>> {
    Router::new()
        .route(agent_call::PATH, post(agent_call))
        .route(add_queue_member::PATH, post(add_queue_member))
        .route(agent_login::PATH, post(agent_login))
        .route(agent_logoff::PATH, post(agent_logoff))
        .route(end_session::PATH, post(end_session))
        .route(hangup_phone::PATH, post(hangup_phone))
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
    Ok(DONE)
}

async fn agent_login(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refusal> {
    let form = Form::unsigned(&headers, &body)?;
    let agent = agent_login::check(&app.config, &form)?;
    Ok(Json(agent_login::reply(
        agent,
        &app.sessions.open(&agent.name),
    )))
}

async fn agent_logoff(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<&'static str, Refusal> {
    agent_logoff::check(&app.config, &Form::read(&app, &headers, &body)?)?;
    Ok(DONE)
}

async fn end_session(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<&'static str, Refusal> {
    end_session::end(&app.sessions, &Form::read(&app, &headers, &body)?)?;
    Ok(DONE)
}

async fn hangup_phone(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<&'static str, Refusal> {
    let form = Form::read(&app, &headers, &body)?;
    app.calls
        .hang_up_phone(hangup_phone::phone(&app.config, &form)?);
    Ok(DONE)
}
