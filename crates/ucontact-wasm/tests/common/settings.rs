//! Settings and instances, in the shapes that the declarations promise.

use ucontact_wasm::{
    default_settings, instance_origin, settings_faults, settings_from_saved, settings_kept_under,
    settings_under,
};
use wasm_bindgen::{JsError, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::samples::{TOKEN, settings};
use super::{json, parse, thrown};

/// The settings of a fresh profile as core writes them.
fn fresh() -> String {
    serde_json::to_string(&ucontact_core::Settings::default()).unwrap()
}

fn faults(settings: JsValue, token: Option<&str>) -> String {
    json(settings_faults(
        settings,
        JsValue::NULL,
        token.map(Into::into),
    ))
}

#[wasm_bindgen_test]
fn fresh_settings_are_a_plain_object() {
    assert_eq!(json(default_settings()), fresh());
}

#[wasm_bindgen_test]
fn settings_of_another_version_come_back_in_this_ones_shape() {
    let saved = parse(r#"{"instance":"acme","of_long_ago":true}"#);
    let read = json(settings_from_saved(saved));
    assert_eq!(
        read,
        fresh().replacen(r#""instance":"""#, r#""instance":"acme""#, 1)
    );
}

#[wasm_bindgen_test]
fn fresh_settings_name_what_is_missing() {
    let required =
        |field| format!(r#"{{"field":"{field}","rule":{{"code":"required"}},"got":null}}"#);
    let [instance, agent, extension, region] =
        ["instance", "agent", "extension", "default_region"].map(required);
    let campaigns = r#"{"field":"campaigns","rule":{"code":"at_least_one"},"got":null}"#;
    let missing = format!("[{instance},{agent},{extension},{campaigns},{region}]");
    assert_eq!(faults(default_settings().unwrap(), None), missing);
    assert_eq!(faults(parse("{}"), None), missing);
}

#[wasm_bindgen_test]
fn good_settings_have_no_faults() {
    assert_eq!(faults(settings(), None), "[]");
    assert_eq!(faults(settings(), Some(TOKEN)), "[]");
}

#[wasm_bindgen_test]
fn a_token_counts_where_it_is_given_and_is_never_quoted() {
    let fault = |code| format!(r#"[{{"field":"token","rule":{{"code":"{code}"}},"got":null}}]"#);
    assert_eq!(faults(settings(), Some("")), fault("required"));
    assert_eq!(faults(settings(), Some("two words")), fault("token"));
}

#[wasm_bindgen_test]
fn a_policy_rules_and_the_agents_own_is_kept() {
    let policy = r#"{"agent":"luis","dial_plan":{"prefix":"9"},"cancel_seconds":[3],"token":"x"}"#;
    let settings_of = |overlay: Result<JsValue, JsError>| {
        js_sys::Reflect::get(&overlay.unwrap(), &"settings".into()).unwrap()
    };
    let overlay = json(settings_under(settings(), parse(policy)));
    for part in [
        r#""given":["agent","cancel_seconds","dial_plan.prefix"]"#,
        r#""agent":"luis""#,
        r#""prefix":"9""#,
        r#"{"field":"cancel_seconds","rule":{"code":"setting_type"},"got":"[3]"}"#,
        r#"{"field":"token","rule":{"code":"known_setting"},"got":null}"#,
    ] {
        assert!(overlay.contains(part), "{part} in {overlay}");
    }
    let form = settings_of(settings_under(settings(), parse(policy)));
    let kept = json(settings_kept_under(form, parse(policy), settings()));
    let own = settings_of(settings_under(settings(), JsValue::NULL));
    assert_eq!(kept, json(Ok(own)));
}

#[wasm_bindgen_test]
fn a_misspelled_key_is_an_exception() {
    for settings in [
        r#"{"tokne":"x"}"#,
        r#"{"campaigns":[{"name":"x","caller_id":"1","calerid":"1"}]}"#,
    ] {
        let told = thrown(settings_faults(parse(settings), JsValue::NULL, None));
        assert!(told.contains("unknown field"), "{told}");
    }
}

#[wasm_bindgen_test]
fn an_origin_is_built_from_a_label_or_a_host() {
    let origin = Some("https://acme.ucontactcloud.com".to_owned());
    assert_eq!(instance_origin("acme"), origin);
    assert_eq!(instance_origin("ACME"), origin);
    for text in [
        "",
        "a/b",
        "*.ucontactcloud.com",
        "http://acme.ucontactcloud.com",
    ] {
        assert_eq!(instance_origin(text), None, "{text}");
    }
}

#[wasm_bindgen_test]
fn only_a_development_build_takes_this_machine() {
    let loopback = "http://127.0.0.1:8080";
    let taken = cfg!(feature = "dev").then(|| loopback.to_owned());
    assert_eq!(instance_origin(loopback), taken);
}
