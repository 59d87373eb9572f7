//! The journal: every request received, in order, with the reply it got; passwords aside.

mod redact;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, request};
use serde::Serialize;

use crate::faults::Fault;
use crate::lock;

/// Replies longer than this, in bytes, are journaled without their body: the pages' own files would drown the rest.
const REPLY_LIMIT: usize = 4096;

/// A request that was received.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entry {
    /// From 1, never reused, also not after clearing.
    seq: u64,
    /// Milliseconds since 1970, UTC.
    at: u64,
    method: String,
    path: String,
    query: Option<String>,
    /// As received, the (fake) token included. Values of a repeated header are joined with `, `.
    headers: BTreeMap<String, String>,
    /// Raw text but for passwords; null if the body was not read.
    body: Option<String>,
    /// The decoded pairs of a form, in order.
    form: Option<Vec<(String, String)>>,
    /// Whether the sandbox has a handler for this method and path.
    matched: bool,
    /// Null until there is one, and for ever where the connection was closed instead.
    reply: Option<Reply>,
    /// Why the answer was `0`, in words. uContact never tells.
    why: Option<String>,
    fault: Option<Fault>,
}

/// A reply as it was sent, or would have been had the client stayed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// Null for a body longer than 4 KiB.
    pub(crate) body: Option<String>,
}

impl Reply {
    pub(crate) fn new(status: u16, body: &[u8]) -> Self {
        let body = (body.len() <= REPLY_LIMIT).then(|| redact::reply(body));
        Self { status, body }
    }
}

#[derive(Debug, Default)]
struct Book {
    last_seq: u64,
    entries: Vec<Entry>,
}

/// The entries, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Journal(Mutex<Book>);

impl Journal {
    /// Opens the entry of a request and returns its number.
    pub(crate) fn open(
        &self,
        head: &request::Parts,
        body: Option<&Bytes>,
        matched: bool,
        fault: Option<Fault>,
    ) -> u64 {
        let mut book = lock(&self.0);
        book.last_seq += 1;
        let seq = book.last_seq;
        book.entries.push(Entry {
            seq,
            at: now_ms(),
            method: head.method.to_string(),
            path: head.uri.path().to_owned(),
            query: head.uri.query().map(redact::form),
            headers: texts(&head.headers),
            body: body.map(|body| redact::body(body, is_form(&head.headers))),
            form: body
                .filter(|_| is_form(&head.headers))
                .map(|body| redact::pairs(pairs(body))),
            matched,
            reply: None,
            why: None,
            fault,
        });
        seq
    }

    /// Completes an entry. One that was cleared meanwhile stays cleared.
    pub(crate) fn close(&self, seq: u64, reply: Reply, why: Option<String>) {
        let mut book = lock(&self.0);
        if let Some(entry) = book.entries.iter_mut().rev().find(|entry| entry.seq == seq) {
            entry.reply = Some(reply);
            entry.why = why;
        }
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        lock(&self.0).entries.clone()
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).entries.clear();
    }
}

/// Whether a request's body is declared as a form (media type alone, parameters such as a charset ignored).
pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let media_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = media_type.and_then(|value| value.split(';').next());
    essence.is_some_and(|essence| {
        essence
            .trim()
            .eq_ignore_ascii_case("application/x-www-form-urlencoded")
    })
}

/// The pairs of a form, decoded, in the order sent, repeated names included.
pub(crate) fn pairs(body: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(body).into_owned().collect()
}

fn texts(headers: &HeaderMap) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::<String, String>::new();
    for (name, value) in headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        texts
            .entry(name.to_string())
            .and_modify(|text| *text = format!("{text}, {value}"))
            .or_insert_with(|| value.into_owned());
    }
    texts
}

fn now_ms() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
