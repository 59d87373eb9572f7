//! What every request has in common.

use js_sys::{Array, JSON};
use wasm_bindgen_futures::JsFuture;
use web_sys::Request;

use super::samples::TOKEN;
use super::text;

/// Asserts that `request` is a POST of `body` to `url`, with the token, and tells the browser nothing but what it must know.
pub(super) async fn assert_post(request: &Request, url: &str, body: &str) {
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
    assert_eq!(headers(request), expected_headers());
    assert_eq!(read(request).await, body);
}

/// Names and values, by name.
fn headers(request: &Request) -> String {
    let headers = Array::from(&request.headers());
    JSON::stringify(&headers).unwrap().into()
}

fn expected_headers() -> String {
    let content_type = r#"["content-type","application/x-www-form-urlencoded"]"#;
    format!(r#"[["authorization","Basic {TOKEN}"],{content_type}]"#)
}

async fn read(request: &Request) -> String {
    let text = JsFuture::from(request.text().unwrap()).await.unwrap();
    text.as_string().unwrap()
}
