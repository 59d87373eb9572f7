//! The demo CRM: the same contacts as a page of the server's and as a React app.

use axum::http::Uri;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};

use super::contact::{CONTACTS, Contact, all};
use super::html::{escape, fill};
use crate::journal::pairs;

const SHELL: &str = include_str!("../../pages/crm.html");
const TABLE: &str = include_str!("../../pages/contacts.html");
const REACT_SCRIPT: &str = "<script type=\"module\" src=\"/assets/react/main.js\"></script>\n";

/// The variants, each with its name in the navigation.
const VARIANTS: [(&str, &str); 4] = [
    ("/crm/contacts", "Contacts"),
    ("/crm/react", "React app"),
    ("/crm/strict/contacts", "Contacts, strict CSP"),
    ("/crm/strict/react", "React app, strict CSP"),
];

pub(super) async fn json() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], CONTACTS)
}

pub(super) async fn react(uri: Uri) -> Html<String> {
    Html(shell(&uri, REACT_SCRIPT, String::new()))
}

pub(super) async fn contacts(uri: Uri) -> Html<String> {
    let query = pairs(uri.query().unwrap_or_default().as_bytes());
    let query = query
        .iter()
        .find(|(name, _)| name == "q")
        .map_or("", |(_, value)| value.as_str());
    let found: Vec<_> = all()
        .into_iter()
        .filter(|contact| contact.matches(query))
        .collect();
    let values = [
        (
            "count",
            format!(
                "{} {}",
                found.len(),
                if found.len() == 1 { "person" } else { "people" }
            ),
        ),
        ("query", escape(query)),
        ("rows", found.iter().map(Contact::row).collect()),
    ];
    Html(shell(&uri, "", fill(TABLE, &values)))
}

fn shell(uri: &Uri, script: &str, main: String) -> String {
    let current = |path: &str| {
        if path == uri.path() {
            " aria-current=\"page\""
        } else {
            ""
        }
    };
    let link = |(path, name)| format!("<a href=\"{path}\"{}>{name}</a>", current(path));
    let title = VARIANTS
        .iter()
        .find(|(path, _)| *path == uri.path())
        .map_or("Contacts", |(_, name)| name);
    let values = [
        ("title", title.to_owned()),
        ("script", script.to_owned()),
        ("nav", VARIANTS.map(link).concat()),
        ("main", main),
    ];
    fill(SHELL, &values)
}
