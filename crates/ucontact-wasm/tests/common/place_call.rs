//! A call: what is sent, and what is told.

use ucontact_wasm::place_call;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fake_fetch::FakeFetch;
use super::request::assert_post;
use super::samples::{CAMPAIGN, GUID, TOKEN, settings};
use super::{json, parse, thrown};

pub(super) const URL: &str = "https://acme.ucontactcloud.com/Integra/resources/Agents/AgentCall";
pub(super) const BODY: &str = "callerid=5215550001&agent=Jos%C3%A9+%26+%C3%91&phone=9999&tech=SIP&context=agentes\
    &outqueue=50%25+%22off%22+%F0%9F%8E%89-%3E&destination=525512345678";

/// The outcome of a good call.
pub(super) async fn placed() -> String {
    place(settings(), TOKEN, CAMPAIGN, "+525512345678").await
}

async fn place(settings: JsValue, token: &str, campaign: &str, number: &str) -> String {
    json(place_call(settings, token.into(), campaign.into(), None, number.into()).await)
}

fn invalid(faults: &str) -> String {
    format!(r#"{{"state":"not_sent","reason":{{"code":"invalid","faults":[{faults}]}}}}"#)
}

#[wasm_bindgen_test]
async fn one_call_is_one_post() {
    let fetch = FakeFetch::replying(200, GUID);
    let outcome = placed().await;
    assert_eq!(
        outcome,
        format!(r#"{{"state":"placed","call_id":"{GUID}"}}"#)
    );
    assert_post(&fetch.only_request(), URL, BODY).await;
}

#[wasm_bindgen_test]
async fn a_call_that_failed_is_not_sent_again() {
    let fakes = [
        || FakeFetch::replying(200, "0"),
        || FakeFetch::replying(503, ""),
        FakeFetch::failing,
    ];
    for fake in fakes {
        let fetch = fake();
        placed().await;
        assert_post(&fetch.only_request(), URL, BODY).await;
    }
}

#[wasm_bindgen_test]
async fn every_fault_is_told_and_nothing_is_sent() {
    let fetch = FakeFetch::replying(200, GUID);
    let settings = parse(
        r#"{"instance":"a/b","extension":"12a","campaigns":[{"name":"Sales->","caller_id":"1"}]}"#,
    );
    let faults = [
        r#"{"field":"instance","rule":{"code":"instance_label"},"got":"a/b"}"#,
        r#"{"field":"token","rule":{"code":"token"},"got":null}"#,
        r#"{"field":"agent","rule":{"code":"required"},"got":null}"#,
        r#"{"field":"extension","rule":{"code":"digits","min":1,"max":15},"got":"12a"}"#,
        r#"{"field":"campaigns.0.caller_id","rule":{"code":"digits","min":7,"max":15},"got":"1"}"#,
        r#"{"field":"destination","rule":{"code":"international","min":7,"max":15},"got":"55 1234"}"#,
    ];
    let outcome = place(settings, "two words", "Sales->", "55 1234").await;
    assert_eq!(outcome, invalid(&faults.join(",")));
    assert_eq!(fetch.count(), 0);
}

#[wasm_bindgen_test]
async fn an_unknown_campaign_is_a_fault() {
    let fetch = FakeFetch::replying(200, GUID);
    let outcome = place(settings(), TOKEN, "Nowhere->", "+525512345678").await;
    let fault = r#"{"field":"campaign","rule":{"code":"listed"},"got":"Nowhere->"}"#;
    assert_eq!(outcome, invalid(fault));
    assert_eq!(fetch.count(), 0);
}

#[wasm_bindgen_test]
async fn settings_of_another_shape_are_an_exception_and_nothing_is_sent() {
    let fetch = FakeFetch::replying(200, GUID);
    for (settings, message) in [
        (JsValue::UNDEFINED, "invalid type: null"),
        (parse(r#"{"tokne":"x"}"#), "unknown field `tokne`"),
        (parse(r#"{"campaigns":["x"]}"#), "invalid type: string"),
        (
            parse(r#"{"extension":9999}"#),
            "invalid type: integer `9999`",
        ),
    ] {
        let told = thrown(
            place_call(
                settings,
                TOKEN.into(),
                CAMPAIGN.into(),
                None,
                "+525512345678".into(),
            )
            .await,
        );
        assert!(told.contains(message), "{told}");
    }
    assert_eq!(fetch.count(), 0);
}

#[wasm_bindgen_test]
async fn only_a_development_build_calls_this_machine() {
    let fetch = FakeFetch::replying(200, GUID);
    let settings = settings();
    js_sys::Reflect::set(
        &settings,
        &"instance".into(),
        &"http://127.0.0.1:8080".into(),
    )
    .unwrap();
    place(settings, TOKEN, CAMPAIGN, "+525512345678").await;
    assert_eq!(fetch.count(), usize::from(cfg!(feature = "dev")));
}
