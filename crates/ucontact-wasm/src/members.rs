//! Members of campaigns: a list of people read, members checked, and the one request that adds them.

use ucontact_core::{AddQueueMembers, Faults, QueueOutcome, read_roster};
use wasm_bindgen::prelude::*;

use crate::convert::{from_js, to_js};
use crate::transport;

/// Reads a list of people, CSV or pasted, with what is wrong with each line.
#[wasm_bindgen(js_name = readRoster, unchecked_return_type = "types.RosterRow[]")]
pub fn roster(text: &str) -> Result<JsValue, JsError> {
    to_js(&read_roster(text))
}

/// Lists every fault of members that are to be added (`members.1.campaign`); empty means they can be asked for.
#[wasm_bindgen(js_name = memberFaults, unchecked_return_type = "types.Fault[]")]
pub fn member_faults(
    #[wasm_bindgen(unchecked_param_type = "types.QueueMember[]")] members: JsValue,
) -> Result<JsValue, JsError> {
    let members = AddQueueMembers {
        members: from_js(members)?,
    };
    let faults = members.validate().err();
    to_js(&faults.map(Faults::into_vec).unwrap_or_default())
}

/// Adds agents to campaigns by one POST that holds every pair.
#[wasm_bindgen(js_name = addQueueMembers, unchecked_return_type = "types.QueueOutcome")]
pub async fn add_queue_members(
    instance: String,
    token: String,
    #[wasm_bindgen(unchecked_param_type = "types.QueueMember[]")] members: JsValue,
) -> Result<JsValue, JsError> {
    let members = AddQueueMembers {
        members: from_js(members)?,
    };
    let outcome = match members.request_for(&instance, &token) {
        Ok(request) => QueueOutcome::interpret(&transport::exchange(&request).await),
        Err(faults) => QueueOutcome::invalid(faults),
    };
    to_js(&outcome)
}
