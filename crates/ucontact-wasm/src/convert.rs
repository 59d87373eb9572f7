//! Between Rust values and JavaScript values, in the shapes that the generated declarations promise.

use js_sys::Array;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

/// What texts of a list are joined by; no page's text holds it, because HTML's parser takes it out.
const BETWEEN: char = '\0';

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

/// What all texts add up to, `add`ed in order; several cross at once.
pub(crate) fn sum_of_texts<T: Default>(texts: &Array, add: impl Fn(&mut T, &str)) -> T {
    if texts.length() > 1 {
        let joined = String::from(texts.join(BETWEEN.encode_utf8(&mut [0])));
        let (mut sum, mut count) = (T::default(), 0);
        for text in joined.split(BETWEEN) {
            add(&mut sum, text);
            count += 1;
        }
        // Otherwise one of them holds what joins them.
        if count == texts.length() {
            return sum;
        }
    }
    let mut sum = T::default();
    for text in texts.iter() {
        add(&mut sum, &text.as_string().unwrap_or_default());
    }
    sum
}
