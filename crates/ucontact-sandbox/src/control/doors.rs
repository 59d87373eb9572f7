//! Doors over the wire: opened, armed, counted and closed by JSON.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::App;
use crate::doors::{Count, Protocol, faults};

/// A mistake in a request: status and words.
type Mistake = (StatusCode, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    protocol: Protocol,
    #[serde(default)]
    keeps: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arming {
    fault: Option<String>,
}

pub(super) fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/sandbox/doors", post(open))
        .route("/sandbox/doors/faults", get(catalogue))
        .route("/sandbox/doors/certificate", get(certificate))
        .route("/sandbox/doors/{port}", get(count).put(arm).delete(close))
}

async fn catalogue() -> Json<Value> {
    let shown = faults().into_iter().map(|fault| {
        json!({
            "name": fault.name,
            "protocols": fault.protocols,
            "when": fault.when,
            "truth": fault.truth,
        })
    });
    Json(shown.collect())
}

async fn certificate(State(app): State<Arc<App>>) -> Result<String, Mistake> {
    let no_certificate =
        |error: std::io::Error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string());
    app.doors.pem().map_err(no_certificate)
}

async fn open(
    State(app): State<Arc<App>>,
    Json(opening): Json<Opening>,
) -> Result<(StatusCode, Json<Value>), Mistake> {
    let opened = app.doors.open(opening.protocol, opening.keeps).await;
    let door = opened.map_err(|error| (StatusCode::CONFLICT, error.to_string()))?;
    let port = door.port();
    let told = json!({ "port": port, "origin": format!("https://127.0.0.1:{port}") });
    Ok((StatusCode::CREATED, Json(told)))
}

async fn arm(
    State(app): State<Arc<App>>,
    Path(port): Path<u16>,
    Json(Arming { fault }): Json<Arming>,
) -> Result<StatusCode, Mistake> {
    let door = app.doors.find(port).ok_or_else(|| no_door(port))?;
    let armed = fault.map(|name| {
        let known = faults().into_iter().find(|fault| fault.name == name);
        known.ok_or_else(|| {
            let mistake = format!("fault: one of /sandbox/doors/faults, got {name:?}");
            (StatusCode::BAD_REQUEST, mistake)
        })
    });
    door.arm(armed.transpose()?);
    Ok(StatusCode::NO_CONTENT)
}

async fn count(State(app): State<Arc<App>>, Path(port): Path<u16>) -> Result<Json<Count>, Mistake> {
    let door = app.doors.find(port).ok_or_else(|| no_door(port))?;
    Ok(Json(door.count()))
}

async fn close(State(app): State<Arc<App>>, Path(port): Path<u16>) -> Result<StatusCode, Mistake> {
    if app.doors.close(port) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(no_door(port))
    }
}

fn no_door(port: u16) -> Mistake {
    (StatusCode::NOT_FOUND, format!("no door at {port}"))
}
