//! What lies below `/sandbox/`: the journal, the faults, the calls and the doors. None of it is journaled or faulted.

mod doors;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::App;
use crate::faults::Fault;
use crate::journal::Entry;

/// Whether a path belongs to the sandbox's own controls.
pub(crate) fn owns(path: &str) -> bool {
    path.starts_with("/sandbox/")
}

pub(crate) fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/sandbox/journal", get(journal).delete(clear_journal))
        .route(
            "/sandbox/faults",
            get(faults).post(add_fault).delete(clear_faults),
        )
        .route("/sandbox/calls", get(calls))
        .route("/sandbox/calls/{id}/answer", post(answer))
        .route("/sandbox/calls/{id}/hangup", post(hang_up))
        .merge(doors::router())
}

async fn journal(State(app): State<Arc<App>>) -> Json<Vec<Entry>> {
    Json(app.journal.entries())
}

async fn clear_journal(State(app): State<Arc<App>>) -> StatusCode {
    app.journal.clear();
    StatusCode::NO_CONTENT
}

async fn faults(State(app): State<Arc<App>>) -> Json<Vec<Fault>> {
    Json(app.faults.pending())
}

async fn add_fault(
    State(app): State<Arc<App>>,
    body: Bytes,
) -> Result<(StatusCode, Json<Fault>), (StatusCode, String)> {
    let fault =
        Fault::parse(&body).map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
    app.faults.add(fault.clone());
    Ok((StatusCode::CREATED, Json(fault)))
}

async fn clear_faults(State(app): State<Arc<App>>) -> StatusCode {
    app.faults.clear();
    StatusCode::NO_CONTENT
}

async fn calls(State(app): State<Arc<App>>) -> Json<Value> {
    Json(json!({ "calls": app.calls.shown() }))
}

async fn answer(State(app): State<Arc<App>>, Path(id): Path<String>) -> StatusCode {
    found(Uuid::parse_str(&id).is_ok_and(|id| app.calls.answer(id)))
}

async fn hang_up(State(app): State<Arc<App>>, Path(id): Path<String>) -> StatusCode {
    found(Uuid::parse_str(&id).is_ok_and(|id| app.calls.hang_up(id)))
}

fn found(found: bool) -> StatusCode {
    if found {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::NOT_FOUND
    }
}
