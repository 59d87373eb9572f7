//! Between Rust values and JavaScript values, in the shapes that the generated declarations promise.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

/// Plain objects, and `null` for an absent value: what the declarations say.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// The error names what did not fit: a value of another shape is a bug of the caller.
///
/// By way of a JSON value, because `serde_wasm_bindgen` reads only the keys that a type has: a misspelled one would
/// go unnoticed.
pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    let value: serde_json::Value = serde_wasm_bindgen::from_value(value)?;
    Ok(serde_json::from_value(value)?)
}
