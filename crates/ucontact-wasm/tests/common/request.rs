//! What every request has in common.

use js_sys::{Array, JSON};
use wasm_bindgen_futures::JsFuture;
use web_sys::Request;

use super::samples::TOKEN;
use super::text;

const CONTENT_TYPE: &str = r#"["content-type","application/x-www-form-urlencoded"]"#;

/// Asserts that `request` is a POST of `body` to `url`, with the token, and tells the browser nothing but what it must know.
pub(super) async fn assert_post(request: &Request, url: &str, body: &str) {
    assert_head(request, url);
    assert_eq!(read(request).await, body);
}

/// The same, but for the body.
pub(super) fn assert_head(request: &Request, url: &str) {
    let signed = format!(r#"[["authorization","Basic {TOKEN}"],{CONTENT_TYPE}]"#);
    assert_head_with(request, url, &signed);
}

/// The same of a request that no token signs.
pub(super) async fn assert_unsigned_post(request: &Request, url: &str, body: &str) {
    assert_head_with(request, url, &format!("[{CONTENT_TYPE}]"));
    assert_eq!(read(request).await, body);
}

fn assert_head_with(request: &Request, url: &str, expected_headers: &str) {
    let properties = [
        ("method", "POST"),
        ("url", url),
        ("redirect", "manual"),
        ("credentials", "omit"),
        ("cache", "no-store"),
        ("referrerPolicy", "no-referrer"),
    ];
    for (property, value) in properties {
        assert_eq!(text(request, property), value, "{property}");
    }
    assert_eq!(headers(request), expected_headers);
}

/// Names and values, by name.
fn headers(request: &Request) -> String {
    let headers = Array::from(&request.headers());
    JSON::stringify(&headers).unwrap().into()
}

async fn read(request: &Request) -> String {
    let text = JsFuture::from(request.text().unwrap()).await.unwrap();
    text.as_string().unwrap()
}
