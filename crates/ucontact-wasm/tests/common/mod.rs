//! The cases that hold in every environment, and the imitations of the browser's parts that they need.
//!
//! Values are compared as JSON: it tells `null` from a missing key, and a plain object from a `Map`.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is missing"
)]

mod add_queue_members;
mod deadline;
mod fake_body;
mod fake_fetch;
mod fake_timer;
mod fake_wire;
mod find_numbers;
mod patch;
mod place_call;
mod replies;
mod request;
mod samples;
mod session;
mod settings;
mod streamed;

use js_sys::{JSON, Reflect, global};
use wasm_bindgen::{JsError, JsValue};

pub(crate) fn constructor_of_global() -> String {
    let constructor = Reflect::get(&global(), &"constructor".into()).unwrap();
    text(&constructor, "name")
}

pub(crate) fn has_global(name: &str) -> bool {
    Reflect::has(&global(), &name.into()).unwrap()
}

/// The text that a property holds.
fn text(object: &JsValue, property: &str) -> String {
    let value = Reflect::get(object, &property.into()).unwrap();
    value.as_string().unwrap()
}

/// A value that was returned, as JSON.
fn json(returned: Result<JsValue, JsError>) -> String {
    JSON::stringify(&returned.unwrap()).unwrap().into()
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// The message of an exception that was thrown.
fn thrown(returned: Result<JsValue, JsError>) -> String {
    text(&returned.unwrap_err().into(), "message")
}
