//! Between Rust values and JavaScript values, in the shapes that the generated declarations promise.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

/// Plain objects, and `null` for an absent value: what the declarations say.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// The error names what did not fit: a value of another shape is a bug of the caller.
pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}
