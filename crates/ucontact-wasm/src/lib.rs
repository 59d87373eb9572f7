//! The background's module: converts, fetches, decides nothing.
//!
//! Every function takes and returns plain JavaScript values, whose TypeScript declarations are generated
//! (`cargo xtask bindings`). A call's outcome is a value, never an exception: an exception means a bug.

mod convert;
mod found;
mod life;
mod lists;
mod members;
mod session;
mod streamed;
mod transport;
mod wire;

pub use found::{FoundNumber, PlannedNumber};
pub use life::{Step, may_still_ring, open_call, open_join, step_call, step_join};
pub use members::{add_queue_members, member_faults, roster};
pub use session::{end_session, hang_up, log_off, sign_in};

pub use wire::{Wire, use_wire};

use js_sys::Array;
use phone_finder::{Leniency, find_with};
use ucontact_core::{CallOutcome, Campaign, Faults, Instance, Settings};
use wasm_bindgen::prelude::*;

use convert::{from_js, sum_of_texts, to_js};
use lists::Lists;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type * as types from "../types";"#;

/// Makes a panic's message visible in the console of the background; the texts it could hold are a page's, never secrets.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Finds the phone numbers in each text, spans in UTF-16 units; `region` (ISO 3166) reads national forms. `lenient` is for
/// a text that somebody says holds a number: a selection, a link, a telephone field.
#[wasm_bindgen(js_name = findNumbers, unchecked_return_type = "types.FoundNumber[][]")]
pub fn find_numbers(
    #[wasm_bindgen(unchecked_param_type = "string[]")] texts: &Array,
    region: &str,
    lenient: bool,
) -> Result<JsValue, JsError> {
    let region = region.parse()?;
    let leniency = if lenient {
        Leniency::Lenient
    } else {
        Leniency::Strict
    };
    let add = |lists: &mut Lists, text: &str| lists.push(&find_with(text, region, leniency));
    Ok(sum_of_texts(texts, add).into_js().into())
}

/// Reads a text that is to be one phone number, as typed into the dial pad, and what the dial plan makes of it.
#[wasm_bindgen(js_name = planNumber, unchecked_return_type = "types.PlannedNumber")]
pub fn plan_number(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] settings: JsValue,
) -> Result<JsValue, JsError> {
    to_js(&PlannedNumber::read(text, &from_js(settings)?)?)
}

/// Whether a call to `number` (E.164) is asked about before it is made.
#[wasm_bindgen(js_name = asksBefore)]
pub fn asks_before(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] settings: JsValue,
    number: &str,
    called_before: bool,
) -> Result<bool, JsError> {
    let settings: Settings = from_js(settings)?;
    Ok(settings.asks_before(number, called_before))
}

/// Reads a table of campaigns, with what is wrong with each line.
#[wasm_bindgen(js_name = readCampaigns, unchecked_return_type = "types.CampaignRow[]")]
pub fn campaigns_of(table: &str) -> Result<JsValue, JsError> {
    to_js(&ucontact_core::read_campaigns(table))
}

/// The table of campaigns, as CSV.
#[wasm_bindgen(js_name = writeCampaigns)]
pub fn table_of(
    #[wasm_bindgen(unchecked_param_type = "types.Campaign[]")] campaigns: JsValue,
) -> Result<String, JsError> {
    let campaigns: Vec<Campaign> = from_js(campaigns)?;
    Ok(ucontact_core::write_campaigns(&campaigns))
}

/// What a fresh profile starts with.
#[wasm_bindgen(js_name = defaultSettings, unchecked_return_type = "types.Settings")]
pub fn default_settings() -> Result<JsValue, JsError> {
    to_js(&Settings::default())
}

/// Settings as some version of the extension saved them, in the shape that this one knows.
#[wasm_bindgen(js_name = settingsFromSaved, unchecked_return_type = "types.Settings")]
pub fn settings_from_saved(saved: JsValue) -> Result<JsValue, JsError> {
    to_js(&Settings::from_saved(&from_js(saved)?))
}

/// The agent's own settings under a policy.
#[wasm_bindgen(js_name = settingsUnder, unchecked_return_type = "types.Overlay")]
pub fn settings_under(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] own: JsValue,
    #[wasm_bindgen(unchecked_param_type = "unknown")] policy: JsValue,
) -> Result<JsValue, JsError> {
    let own: Settings = from_js(own)?;
    to_js(&own.under(&from_js(policy)?))
}

/// The file that holds the settings, and no secret.
#[wasm_bindgen(js_name = settingsToFile)]
pub fn settings_to_file(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] settings: JsValue,
) -> Result<String, JsError> {
    let settings: Settings = from_js(settings)?;
    Ok(settings.to_file())
}

/// Settings with those of a file laid over them; a fault of `file` where the text is no such file.
#[wasm_bindgen(js_name = settingsWithFile, unchecked_return_type = "types.Overlay")]
pub fn settings_with_file(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] settings: JsValue,
    text: &str,
) -> Result<JsValue, JsError> {
    let settings: Settings = from_js(settings)?;
    to_js(&settings.with_file(text))
}

/// Lists every fault of the settings under a policy, and of the token where one is given; empty means all is well.
#[wasm_bindgen(js_name = settingsFaults, unchecked_return_type = "types.Fault[]")]
pub fn settings_faults(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] settings: JsValue,
    #[wasm_bindgen(unchecked_param_type = "unknown")] policy: JsValue,
    token: Option<String>,
) -> Result<JsValue, JsError> {
    let settings: Settings = from_js(settings)?;
    to_js(&settings.faults_under(&from_js(policy)?, token.as_deref()))
}

/// What to save of settings that were changed in a form under a policy: what the policy rules stays as it was in `own`.
#[wasm_bindgen(js_name = settingsKeptUnder, unchecked_return_type = "types.Settings")]
pub fn settings_kept_under(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] changed: JsValue,
    #[wasm_bindgen(unchecked_param_type = "unknown")] policy: JsValue,
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] own: JsValue,
) -> Result<JsValue, JsError> {
    let changed: Settings = from_js(changed)?;
    to_js(&changed.kept_under(&from_js(policy)?, &from_js(own)?))
}

/// Settings of a form, but for what it left as in `base`, as it was opened with: that is as in `current`.
#[wasm_bindgen(js_name = settingsRebased, unchecked_return_type = "types.Settings")]
pub fn settings_rebased(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] form: JsValue,
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] base: JsValue,
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] current: JsValue,
) -> Result<JsValue, JsError> {
    let (form, base): (Settings, Settings) = (from_js(form)?, from_js(base)?);
    to_js(&form.rebased(&base, &from_js(current)?))
}

/// The origin of an instance's REST API, such as `https://acme.ucontactcloud.com`; nothing for a faulty instance.
#[wasm_bindgen(js_name = instanceOrigin)]
pub fn instance_origin(instance: &str) -> Option<String> {
    Instance::parse_managed(instance)
        .ok()
        .map(|instance| instance.origin().to_owned())
}

/// Lists every fault that would stop a call to `number` (E.164) for a campaign of the settings; empty means it can be placed.
#[wasm_bindgen(js_name = callFaults, unchecked_return_type = "types.Fault[]")]
pub fn call_faults(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] settings: JsValue,
    token: &str,
    campaign: &str,
    caller_id: Option<String>,
    number: &str,
) -> Result<JsValue, JsError> {
    let settings: Settings = from_js(settings)?;
    let faults = settings
        .call_request(token, campaign, caller_id.as_deref(), number)
        .err();
    to_js(&faults.map(Faults::into_vec).unwrap_or_default())
}

/// Places one call to `number` (E.164) for a campaign of the settings: at most one POST, whatever happens.
#[wasm_bindgen(js_name = placeCall, unchecked_return_type = "types.CallOutcome")]
pub async fn place_call(
    #[wasm_bindgen(unchecked_param_type = "types.Settings")] settings: JsValue,
    token: String,
    campaign: String,
    caller_id: Option<String>,
    number: String,
) -> Result<JsValue, JsError> {
    let settings: Settings = from_js(settings)?;
    let outcome = match settings.call_request(&token, &campaign, caller_id.as_deref(), &number) {
        Ok(request) => CallOutcome::interpret(&transport::exchange(&request).await),
        Err(faults) => CallOutcome::invalid(faults),
    };
    to_js(&outcome)
}
