//! Signing in and out, and hanging up.

use ucontact_core::{
    AgentLogin, AgentLogoff, AskedOutcome, EndSession, EndSessionOutcome, HangupPhone,
    SignInOutcome, Signed,
};
use wasm_bindgen::prelude::*;

use crate::convert::to_js;
use crate::transport;

/// Signs an agent in by one POST, which logs the agent's phone in at uContact.
#[wasm_bindgen(js_name = signIn, unchecked_return_type = "types.SignInOutcome")]
pub async fn sign_in(
    instance: String,
    agent: String,
    password: String,
) -> Result<JsValue, JsError> {
    let request = AgentLogin::new(agent, password).request_for(&instance);
    let outcome = match request {
        Ok(request) => SignInOutcome::interpret(transport::exchange(&request).await),
        Err(faults) => SignInOutcome::invalid(faults),
    };
    to_js(&outcome)
}

/// Logs an agent's phone off by one POST.
#[wasm_bindgen(js_name = logOff, unchecked_return_type = "types.AskedOutcome")]
pub async fn log_off(
    instance: String,
    token: String,
    agent: String,
    extension: String,
) -> Result<JsValue, JsError> {
    let logoff = AgentLogoff { agent, extension };
    let outcome = match logoff.request_for(&instance, &token) {
        Ok(request) => AskedOutcome::interpret(&transport::exchange(&request).await),
        Err(faults) => AskedOutcome::invalid(faults),
    };
    to_js(&outcome)
}

/// Makes a user's token worthless by one POST.
#[wasm_bindgen(js_name = endSession, unchecked_return_type = "types.EndSessionOutcome")]
pub async fn end_session(
    instance: String,
    token: String,
    user: String,
) -> Result<JsValue, JsError> {
    let outcome = match (EndSession { user }).request_for(&instance, &token) {
        Ok(request) => EndSessionOutcome::interpret(&transport::exchange(&request).await),
        Err(faults) => EndSessionOutcome::invalid(faults),
    };
    to_js(&outcome)
}

/// Hangs up whatever call is on a phone by one POST.
#[wasm_bindgen(js_name = hangUp, unchecked_return_type = "types.AskedOutcome")]
pub async fn hang_up(
    instance: String,
    token: String,
    extension: String,
) -> Result<JsValue, JsError> {
    let outcome = match (HangupPhone { extension }).request_for(&instance, &token) {
        Ok(request) => AskedOutcome::interpret(&transport::exchange(&request).await),
        Err(faults) => AskedOutcome::invalid(faults),
    };
    to_js(&outcome)
}
