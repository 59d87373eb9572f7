//! Agents into campaigns: what is sent, and what is told.

use ucontact_wasm::add_queue_members;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fake_fetch::FakeFetch;
use super::request::assert_post;
use super::samples::TOKEN;
use super::{json, parse, thrown};

const URL: &str = "https://acme.ucontactcloud.com/Integra/resources/queues/addqueuemember";
const MEMBERS: &str = r#"[
    {"agent":"José","extension":"9999","campaign":"Sales->","penalty":0,"paused":false},
    {"agent":"ana","extension":"12","campaign":"Sales->","penalty":3,"paused":true}
]"#;
/// `[{"membername":"José","queueName":"Sales->","interface1":"SIP/9999","penalty":0,"paused":0},
/// {"membername":"ana","queueName":"Sales->","interface1":"SIP/12","penalty":3,"paused":1}]`, encoded.
const BODY: &str = "queuemember=%5B%7B%22membername%22%3A%22Jos%C3%A9%22%2C%22queueName%22%3A%22Sales-%3E%22\
    %2C%22interface1%22%3A%22SIP%2F9999%22%2C%22penalty%22%3A0%2C%22paused%22%3A0%7D%2C\
    %7B%22membername%22%3A%22ana%22%2C%22queueName%22%3A%22Sales-%3E%22\
    %2C%22interface1%22%3A%22SIP%2F12%22%2C%22penalty%22%3A3%2C%22paused%22%3A1%7D%5D";

async fn add(instance: &str, members: &str) -> String {
    json(add_queue_members(instance.into(), TOKEN.into(), parse(members)).await)
}

#[wasm_bindgen_test]
async fn all_members_go_in_one_post() {
    let fetch = FakeFetch::replying(200, "1");
    assert_eq!(add("acme", MEMBERS).await, r#"{"state":"added"}"#);
    assert_post(&fetch.only_request(), URL, BODY).await;
}

#[wasm_bindgen_test]
async fn every_reply_has_its_outcome() {
    for (body, outcome) in [
        ("0", r#"{"state":"refused"}"#),
        (
            "10",
            r#"{"state":"unknown","reason":{"code":"unreadable"}}"#,
        ),
        (
            "<html>",
            r#"{"state":"unknown","reason":{"code":"signed_out_page"}}"#,
        ),
    ] {
        let fetch = FakeFetch::replying(200, body);
        assert_eq!(add("acme", MEMBERS).await, outcome, "{body}");
        assert_eq!(fetch.count(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_network_that_fails_proves_nothing() {
    let fetch = FakeFetch::failing();
    let outcome = add("acme", MEMBERS).await;
    assert_eq!(
        outcome,
        r#"{"state":"unknown","reason":{"code":"no_reply"}}"#
    );
    assert_eq!(fetch.count(), 1);
}

#[wasm_bindgen_test]
async fn faults_are_told_and_nothing_is_sent() {
    let fetch = FakeFetch::replying(200, "1");
    let member =
        r#"{"agent":"ana","extension":"12","campaign":"Sales->","penalty":0,"paused":false}"#;
    for (instance, members, faults) in [
        (
            "acme",
            "[]".to_owned(),
            r#"{"field":"members","rule":{"code":"at_least_one"},"got":null}"#,
        ),
        (
            "acme",
            format!("[{member},{member}]"),
            r#"{"field":"members.1.campaign","rule":{"code":"duplicate"},"got":"Sales->"}"#,
        ),
        (
            "",
            format!("[{member}]"),
            r#"{"field":"instance","rule":{"code":"required"},"got":null}"#,
        ),
    ] {
        let outcome =
            format!(r#"{{"state":"not_sent","reason":{{"code":"invalid","faults":[{faults}]}}}}"#);
        assert_eq!(add(instance, &members).await, outcome);
    }
    assert_eq!(fetch.count(), 0);
}

#[wasm_bindgen_test]
async fn members_of_another_shape_are_an_exception_and_nothing_is_sent() {
    let fetch = FakeFetch::replying(200, "1");
    let member = r#"[{"agent":"ana","extension":"12","campaign":"x","penalty":0,"paused":false,"queue":"x"}]"#;
    let told = thrown(add_queue_members("acme".into(), TOKEN.into(), parse(member)).await);
    assert!(told.contains("unknown field `queue`"), "{told}");
    assert_eq!(fetch.count(), 0);
}
