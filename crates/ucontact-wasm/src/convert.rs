//! Between Rust values and JavaScript values, in the shapes that the generated declarations promise.

use js_sys::Array;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

/// What texts of a list are joined by; no page's text holds it, because HTML's parser takes it out.
const BETWEEN: &str = "\0";

/// Plain objects, and `null` for an absent value: what the declarations say.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Lists of which most are empty: those cost next to nothing.
pub(crate) fn lists_to_js<T: Serialize>(lists: &[Vec<T>]) -> Result<JsValue, JsError> {
    let all: Array = lists.iter().map(|_| Array::new()).collect();
    let full = lists.iter().zip(0..).filter(|(list, _)| !list.is_empty());
    let (full, places): (Vec<_>, Vec<u32>) = full.unzip();
    if !full.is_empty() {
        let full = Array::from(&to_js(&full)?);
        let places = places.into_iter().zip(full.iter());
        places.for_each(|(place, list)| all.set(place, list));
    }
    Ok(all.into())
}

/// The error names what did not fit: a value of another shape is a bug of the caller.
///
/// By way of a JSON value, because `serde_wasm_bindgen` reads only the keys that a type has: a misspelled one would
/// go unnoticed.
pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    let value: serde_json::Value = serde_wasm_bindgen::from_value(value)?;
    Ok(serde_json::from_value(value)?)
}

/// What `each` gives for each text; several cross at once.
pub(crate) fn map_texts<T>(texts: &Array, mut each: impl FnMut(&str) -> T) -> Vec<T> {
    if texts.length() > 1 {
        let joined = String::from(texts.join(BETWEEN));
        let mapped: Vec<T> = joined.split(BETWEEN).map(&mut each).collect();
        // Otherwise one of them holds what joins them.
        if mapped.len() == texts.length() as usize {
            return mapped;
        }
    }
    let text = |text: JsValue| text.as_string().unwrap_or_default();
    texts.iter().map(|value| each(&text(value))).collect()
}
