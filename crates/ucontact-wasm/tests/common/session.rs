//! Signing in and out, and hanging up: what is sent, and what is told.

use ucontact_wasm::{end_session, hang_up, log_off, sign_in};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fake_fetch::FakeFetch;
use super::json;
use super::request::{assert_post, assert_unsigned_post};
use super::samples::TOKEN;

const SITE: &str = "https://acme.ucontactcloud.com/Integra/resources";
const REPLY: &str = r#"{"md5secret":"bmV3","callerid":"9999","context":"agentes","fullname":"José","secret":"sip"}"#;
const NO_REPLY: &str = r#"{"state":"unknown","reason":{"code":"no_reply"}}"#;

async fn signed_in() -> String {
    json(sign_in("acme".into(), "José".into(), "p&ss wörd".into()).await)
}

async fn logged_off() -> String {
    json(log_off("acme".into(), TOKEN.into(), "José".into(), "9999".into()).await)
}

async fn session_ended() -> String {
    json(end_session("acme".into(), TOKEN.into(), "José".into()).await)
}

async fn hung_up() -> String {
    json(hang_up("acme".into(), TOKEN.into(), "9999".into()).await)
}

#[wasm_bindgen_test]
async fn signing_in_is_one_post_without_a_token() {
    let fetch = FakeFetch::replying(200, REPLY);
    let told = r#"{"state":"signed_in","token":"bmV3","extension":"9999","context":"agentes","fullname":"José"}"#;
    assert_eq!(signed_in().await, told);
    let body = "agent=Jos%C3%A9&password=p%26ss+w%C3%B6rd";
    assert_unsigned_post(
        &fetch.only_request(),
        &format!("{SITE}/auth/AgentLogin"),
        body,
    )
    .await;
}

#[wasm_bindgen_test]
async fn a_long_reply_to_a_sign_in_is_read() {
    let padded = |bytes| format!("{REPLY}{}", " ".repeat(bytes));
    let _fetch = FakeFetch::replying(200, &padded(60 * 1024));
    assert!(signed_in().await.starts_with(r#"{"state":"signed_in""#));
    let _fetch = FakeFetch::replying(200, &padded(64 * 1024));
    assert!(signed_in().await.contains("too_long"));
}

#[wasm_bindgen_test]
async fn signing_out_and_hanging_up_are_one_post_each() {
    let fetch = FakeFetch::replying(200, "whatever");
    assert_eq!(logged_off().await, r#"{"state":"asked"}"#);
    let body = "agent=Jos%C3%A9&interface=SIP%2F9999";
    assert_post(
        &fetch.only_request(),
        &format!("{SITE}/api/AgentLogoff"),
        body,
    )
    .await;

    let fetch = FakeFetch::replying(200, "1");
    assert_eq!(session_ended().await, r#"{"state":"ended"}"#);
    let body = "user=Jos%C3%A9&token=dXNlcjo4Y2Y4NTcwZQ%3D%3D";
    assert_post(
        &fetch.only_request(),
        &format!("{SITE}/auth/EndSession"),
        body,
    )
    .await;

    let fetch = FakeFetch::replying(200, "0");
    assert_eq!(hung_up().await, r#"{"state":"answered_zero"}"#);
    assert_post(
        &fetch.only_request(),
        &format!("{SITE}/Agents/HangupPhone"),
        "phone=9999",
    )
    .await;
}

#[wasm_bindgen_test]
async fn none_of_them_is_sent_again() {
    let fetch = FakeFetch::failing();
    let told = [
        signed_in().await,
        logged_off().await,
        session_ended().await,
        hung_up().await,
    ];
    assert_eq!(told, [NO_REPLY; 4]);
    assert_eq!(fetch.count(), 4);
}

#[wasm_bindgen_test]
async fn faults_are_told_without_the_password_and_nothing_is_sent() {
    let fetch = FakeFetch::replying(200, REPLY);
    let told = json(sign_in("a/b".into(), String::new(), "hunter2".into()).await);
    let faults = r#"{"field":"instance","rule":{"code":"instance_label"},"got":"a/b"},{"field":"agent","rule":{"code":"required"},"got":null}"#;
    assert_eq!(
        told,
        format!(r#"{{"state":"not_sent","reason":{{"code":"invalid","faults":[{faults}]}}}}"#)
    );
    let told = json(hang_up("acme".into(), TOKEN.into(), "SIP/9".into()).await);
    assert!(told.contains(r#""field":"phone""#), "{told}");
    assert_eq!(fetch.count(), 0);
}
