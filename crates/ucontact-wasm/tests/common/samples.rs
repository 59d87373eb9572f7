//! What the cases start from.

use wasm_bindgen::JsValue;

use super::parse;

pub(super) const TOKEN: &str = "dXNlcjo4Y2Y4NTcwZQ==";
pub(super) const GUID: &str = "8cf8570e-60e7-44ed-b799-3baab211b04d";

/// Settings of an agent who may call.
pub(super) fn settings() -> JsValue {
    parse(
        r#"{
            "instance": "acme", "agent": "José & Ñ", "extension": "9999", "context": "agentes",
            "campaigns": [{"name": "50% \"off\" 🎉->", "caller_id": "5215550001"}],
            "default_region": "MX", "sites": ["https://crm.example.com/*"], "cancel_seconds": 0,
            "dial_plan": { "format": "e164_digits" }
        }"#,
    )
}

/// The campaign of those settings.
pub(super) const CAMPAIGN: &str = "50% \"off\" 🎉->";
