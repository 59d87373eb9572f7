//! A body that is streamed leaves once, and tells whether it left at all.

use js_sys::{Function, Promise, Reflect, TypeError};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Response;

use super::fake_fetch::{FakeFetch, never};
use super::fake_timer::FakeTimer;
use super::fake_wire::FakeWire;
use super::place_call::{BODY, URL, placed};
use super::replies::unknown;
use super::request::{assert_head, assert_post};
use super::samples::GUID;
use super::text;

const UNREACHED: &str = r#"{"state":"not_sent","reason":{"code":"unreached"}}"#;

/// A fetch that reads the whole body, and then settles.
fn reading(end: impl Fn(JsValue) -> Promise + 'static) -> FakeFetch {
    let end = Closure::<dyn Fn(JsValue) -> Promise>::new(end).into_js_value();
    FakeFetch::new(move |request| {
        let read = request.text().unwrap();
        let then: Function = Reflect::get(&read, &"then".into())
            .unwrap()
            .unchecked_into();
        then.call1(&read, &end).unwrap().unchecked_into()
    })
}

#[wasm_bindgen_test]
async fn the_same_form_is_streamed_where_the_wire_wants_it() {
    let wire = FakeWire::streaming();
    let fetch = reading(|body| {
        assert_eq!(body, BODY);
        let reply: JsValue = Response::new_with_opt_str(Some(GUID)).unwrap().into();
        Promise::resolve(&reply)
    });
    let outcome = placed().await;
    let placed = format!(r#"{{"state":"placed","call_id":"{GUID}"}}"#);
    assert_eq!(outcome, placed);
    assert_eq!(wire.asked(), [(URL.to_owned(), BODY.len())]);
    assert_eq!(wire.told().len(), 0);
    let request = fetch.only_request();
    assert_head(&request, URL);
    assert_eq!(text(&request, "duplex"), "half");
}

#[wasm_bindgen_test]
async fn a_network_that_fails_before_it_wants_the_body_has_sent_nothing() {
    let (wire, fetch) = (FakeWire::streaming(), FakeFetch::failing());
    assert_eq!(placed().await, UNREACHED);
    assert_eq!(fetch.count(), 1);
    assert_eq!(wire.told(), [URL]);
}

#[wasm_bindgen_test]
async fn one_that_never_wants_it_has_sent_nothing_either() {
    let (timer, wire) = (FakeTimer::new(), FakeWire::streaming());
    let clock = timer.clock();
    let _fetch = FakeFetch::new(move |_| {
        clock.fire();
        never()
    });
    assert_eq!(placed().await, UNREACHED);
    assert_eq!(wire.told(), [URL]);
}

#[wasm_bindgen_test]
async fn a_network_that_fails_with_the_body_in_its_hands_proves_nothing() {
    let wire = FakeWire::streaming();
    let _fetch = reading(|_| Promise::reject(&TypeError::new("reset")));
    assert_eq!(placed().await, unknown("no_reply"));
    assert_eq!(wire.told().len(), 0);
}

#[wasm_bindgen_test]
async fn a_wire_that_does_not_know_changes_nothing() {
    let (_wire, fetch) = (FakeWire::failing(), FakeFetch::replying(200, GUID));
    placed().await;
    assert_post(&fetch.only_request(), URL, BODY).await;
}
