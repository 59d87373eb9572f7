//! Another value for a global, for as long as a test runs.

use js_sys::{Reflect, global};
use wasm_bindgen::JsValue;

/// Holds the place of a global until it is dropped.
pub(super) struct Patch {
    name: &'static str,
    original: JsValue,
}

impl Patch {
    pub(super) fn new(name: &'static str, value: &JsValue) -> Self {
        mistrust_silence();
        let original = Reflect::get(&global(), &name.into()).unwrap();
        Reflect::set(&global(), &name.into(), value).unwrap();
        Self { name, original }
    }

    pub(super) fn original(&self) -> &JsValue {
        &self.original
    }
}

impl Drop for Patch {
    fn drop(&mut self) {
        Reflect::set(&global(), &self.name.into(), &self.original).unwrap();
    }
}

/// Node leaves with success when a test hangs and nothing else is left to do: makes that a failure, which only the
/// runner's own `exit` after the last test takes back.
fn mistrust_silence() {
    let process = Reflect::get(&global(), &"process".into()).unwrap();
    if process.is_object() {
        Reflect::set(&process, &"exitCode".into(), &1.into()).unwrap();
    }
}
