//! The pages for people: front page, demo CRM, softphone, and the files they load.

mod assets;
mod contact;
mod crm;
mod html;
mod softphone;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST};
use axum::middleware::{self, Next};
use axum::response::{Html, Response};
use axum::routing::get;

use crate::App;

/// What the strict pages allow: their own origin's files and nothing inline.
const STRICT_POLICY: &str = "default-src 'self'; script-src 'self'";

const PAGES: [&str; 7] = [
    "/",
    "/softphone",
    "/crm/contacts",
    "/crm/react",
    "/crm/strict/contacts",
    "/crm/strict/react",
    "/crm/contacts.json",
];

/// Every path that GET finds.
pub(crate) fn paths() -> impl Iterator<Item = &'static str> {
    PAGES
        .into_iter()
        .chain(assets::ASSETS.iter().map(|asset| asset.path))
}

pub(crate) fn router() -> Router<Arc<App>> {
    let strict = Router::new()
        .route("/crm/strict/contacts", get(crm::contacts))
        .route("/crm/strict/react", get(crm::react))
        .layer(middleware::map_response(strictly));
    Router::new()
        .route("/", get(landing))
        .route("/softphone", get(softphone::page))
        .route("/crm/contacts", get(crm::contacts))
        .route("/crm/react", get(crm::react))
        .route("/crm/contacts.json", get(crm::json))
        .merge(strict)
        .merge(assets::router())
        .layer(middleware::from_fn(fresh))
}

/// An open page shows the files of the sandbox that runs now, not those of yesterday's.
async fn fresh(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn strictly(mut response: Response) -> Response {
    response.headers_mut().insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(STRICT_POLICY),
    );
    response
}

async fn landing(State(app): State<Arc<App>>, headers: HeaderMap) -> Html<String> {
    let host = headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or("127.0.0.1");
    let agents = app.config.agents.iter().map(|it| {
        let facts = [("extension", &it.extension), ("password", &it.password)];
        account("Agent", &it.name, &facts)
    });
    let campaigns = app
        .config
        .campaigns
        .iter()
        .map(|it| account("Campaign", &it.name, &[("caller ID", &it.did)]));
    let values = [
        ("url", format!("http://{}", html::escape(host))),
        ("token", html::escape(&app.config.token)),
        ("accounts", agents.chain(campaigns).collect()),
    ];
    Html(html::fill(
        include_str!("../../pages/landing.html"),
        &values,
    ))
}

/// A line of the front page's list of accounts.
fn account(kind: &str, name: &str, facts: &[(&str, &String)]) -> String {
    let facts = facts
        .iter()
        .map(|(label, value)| format!(", {label} <code>{}</code>", html::escape(value)));
    format!(
        "<dt>{kind}</dt><dd><code>{}</code>{}</dd>\n",
        html::escape(name),
        facts.collect::<String>()
    )
}
