//! A call does not wait for ever, and leaves nothing running behind it.

use wasm_bindgen_test::wasm_bindgen_test;

use super::fake_body::FakeBody;
use super::fake_fetch::{FakeFetch, never};
use super::fake_timer::FakeTimer;
use super::place_call::placed;
use super::replies::unknown;
use super::samples::GUID;

#[wasm_bindgen_test]
async fn a_server_that_never_answers_is_left_after_25_seconds() {
    let timer = FakeTimer::new();
    let clock = timer.clock();
    let fetch = FakeFetch::new(move |_| {
        clock.fire();
        never()
    });
    assert_eq!(placed().await, unknown("timed_out"));
    assert_eq!(timer.delays(), [25_000]);
    assert!(fetch.only_request().signal().aborted());
}

#[wasm_bindgen_test]
async fn a_reply_that_stalls_is_left_too() {
    let timer = FakeTimer::new();
    let clock = timer.clock();
    let body = FakeBody::new(move |_| clock.fire());
    let fetch = FakeFetch::answering(body.response());
    assert_eq!(placed().await, unknown("timed_out"));
    assert!(fetch.only_request().signal().aborted());
}

#[wasm_bindgen_test]
async fn an_answer_in_time_clears_the_timer() {
    let timer = FakeTimer::new();
    let fetch = FakeFetch::replying(200, GUID);
    placed().await;
    assert_eq!(timer.delays(), [25_000]);
    assert!(timer.is_cleared());
    assert!(!fetch.only_request().signal().aborted());
}
