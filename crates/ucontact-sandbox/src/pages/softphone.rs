//! The softphone page: one extension of the configured agents at a time.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Html;

use super::html::{escape, fill};
use crate::App;

pub(super) async fn page(State(app): State<Arc<App>>) -> Html<String> {
    let option = |extension: &str, name: &str| {
        let [extension, name] = [extension, name].map(escape);
        format!("<option value=\"{extension}\">{extension}, {name}</option>")
    };
    let options = app
        .config
        .agents
        .iter()
        .map(|agent| option(&agent.extension, &agent.name));
    Html(fill(
        include_str!("../../pages/softphone.html"),
        &[("extensions", options.collect())],
    ))
}
