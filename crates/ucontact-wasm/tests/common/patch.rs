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
