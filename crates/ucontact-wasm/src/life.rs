//! The life of an attempt as it crosses to JavaScript: a state in, a state and a command out.

use serde::{Serialize, de::DeserializeOwned};
use ucontact_core::{CallOutcome, Command, Event, Life, Outcome, QueueOutcome, Record};
use wasm_bindgen::prelude::*;

use crate::convert::{from_js, to_js};

/// An attempt after an event, and what is to be done now.
#[derive(Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Step<O> {
    /// The attempt.
    pub life: Record<O>,
    /// The command, if there is one.
    pub command: Option<Command>,
}

/// A new call, which may be taken back for so many milliseconds.
#[wasm_bindgen(js_name = openCall, unchecked_return_type = "types.Step<types.CallOutcome>")]
pub fn open_call(moment_ms: f64, now: f64) -> Result<JsValue, JsError> {
    open::<CallOutcome>(moment_ms, now)
}

/// A call after what happened to it; throws where that can't have happened.
#[wasm_bindgen(js_name = stepCall, unchecked_return_type = "types.Step<types.CallOutcome>")]
pub fn step_call(
    #[wasm_bindgen(unchecked_param_type = "types.Life<types.CallOutcome>")] life: JsValue,
    #[wasm_bindgen(unchecked_param_type = "types.Event<types.CallOutcome>")] event: JsValue,
    now: f64,
) -> Result<JsValue, JsError> {
    step::<CallOutcome>(life, event, now)
}

/// Whether the phone may still ring because of a call whose end nobody knows.
#[wasm_bindgen(js_name = mayStillRing)]
pub fn may_still_ring(
    #[wasm_bindgen(unchecked_param_type = "types.Life<types.CallOutcome>")] life: JsValue,
    now: f64,
) -> Result<bool, JsError> {
    Ok(from_js::<Life<CallOutcome>>(life)?.may_still_ring(millis(now)))
}

/// A new request to join campaigns, which leaves at once.
#[wasm_bindgen(js_name = openJoin, unchecked_return_type = "types.Step<types.QueueOutcome>")]
pub fn open_join(now: f64) -> Result<JsValue, JsError> {
    open::<QueueOutcome>(0.0, now)
}

/// A request to join campaigns after what happened to it; throws where that can't have happened.
#[wasm_bindgen(js_name = stepJoin, unchecked_return_type = "types.Step<types.QueueOutcome>")]
pub fn step_join(
    #[wasm_bindgen(unchecked_param_type = "types.Life<types.QueueOutcome>")] life: JsValue,
    #[wasm_bindgen(unchecked_param_type = "types.Event<types.QueueOutcome>")] event: JsValue,
    now: f64,
) -> Result<JsValue, JsError> {
    step::<QueueOutcome>(life, event, now)
}

fn open<O: Outcome + Clone + Serialize>(moment_ms: f64, now: f64) -> Result<JsValue, JsError> {
    let (life, command) = Life::<O>::open(millis(moment_ms), millis(now));
    to_js(&Step {
        life: life.into(),
        command: Some(command),
    })
}

fn step<O: Outcome + Clone + Serialize + DeserializeOwned>(
    life: JsValue,
    event: JsValue,
    now: f64,
) -> Result<JsValue, JsError> {
    let mut life: Life<O> = from_js(life)?;
    let event: Event<O> = from_js(event)?;
    let command = life.on(event, millis(now))?;
    to_js(&Step {
        life: life.into(),
        command,
    })
}

/// JavaScript's numbers saturate at the ends of the range, and what is no number is 0.
fn millis(number: f64) -> i64 {
    number as i64
}
