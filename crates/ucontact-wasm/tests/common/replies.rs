//! What is made of each way in which a call can go.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Response, ResponseInit};

use super::fake_body::{FakeBody, enqueue};
use super::fake_fetch::FakeFetch;
use super::patch::Patch;
use super::place_call::placed;
use super::samples::GUID;

const MIB: usize = 1024 * 1024;

pub(super) fn unknown(code: &str) -> String {
    format!(r#"{{"state":"unknown","reason":{{"code":"{code}"}}}}"#)
}

async fn outcome_of(body: &FakeBody) -> String {
    let _fetch = FakeFetch::answering(body.response());
    placed().await
}

#[wasm_bindgen_test]
async fn the_documented_answers_are_told() {
    let fetch = FakeFetch::replying(200, "0");
    assert_eq!(placed().await, r#"{"state":"refused"}"#);
    assert_eq!(fetch.count(), 1);
}

#[wasm_bindgen_test]
async fn a_short_reply_that_is_no_answer_is_unknown() {
    for (status, body, code) in [
        (200, "00", "unreadable"),
        (200, "", "unreadable"),
        (
            200,
            "<!DOCTYPE html><title>Login</title>",
            "signed_out_page",
        ),
        (302, "", "redirected"),
        (401, GUID, "sign_in_rejected"),
        (404, "0", "instance_not_found"),
    ] {
        let _fetch = FakeFetch::replying(status, body);
        assert_eq!(placed().await, unknown(code), "{status} {body}");
    }
    let _fetch = FakeFetch::replying(500, GUID);
    let status = r#"{"state":"unknown","reason":{"code":"status","status":500}}"#;
    assert_eq!(placed().await, status);
}

#[wasm_bindgen_test]
async fn a_busy_server_is_told_with_the_wait_it_asks_for() {
    let busy = |wait: &str| {
        format!(
            r#"{{"state":"unknown","reason":{{"code":"busy","status":503,"wait_seconds":{wait}}}}}"#
        )
    };
    let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
    for (headers, wait) in [
        (vec![], "null"),
        (vec![("retry-after", "30")], "30"),
        (
            vec![("retry-after", "Sun, 06 Nov 1994 08:50:00 GMT"), date],
            "23",
        ),
    ] {
        let init = ResponseInit::new();
        init.set_status(503);
        let response = Response::new_with_opt_str_and_init(Some(GUID), &init).unwrap();
        for (name, value) in headers {
            response.headers().set(name, value).unwrap();
        }
        let _fetch = FakeFetch::answering(response);
        assert_eq!(placed().await, busy(wait));
    }
}

#[wasm_bindgen_test]
async fn a_reply_without_a_body_is_unknown() {
    let _fetch = FakeFetch::answering(Response::new_with_opt_str(None).unwrap());
    assert_eq!(placed().await, unknown("unreadable"));
}

#[wasm_bindgen_test]
async fn the_browsers_own_reply_is_read() {
    let _fetch = FakeFetch::fetching("data:text/plain,8cf8570e-60e7-44ed-b799-3baab211b04d");
    assert_eq!(
        placed().await,
        format!(r#"{{"state":"placed","call_id":"{GUID}"}}"#)
    );
}

#[wasm_bindgen_test]
async fn an_answer_in_pieces_is_one_answer() {
    let pieces = ["8cf8570e-60e7-", "44ed-b799-3baab211b04d"].map(str::as_bytes);
    let pieces = RefCell::new(pieces.into_iter());
    let body = FakeBody::new(move |controller| match pieces.borrow_mut().next() {
        Some(piece) => enqueue(controller, piece),
        None => controller.close().unwrap(),
    });
    assert_eq!(
        outcome_of(&body).await,
        format!(r#"{{"state":"placed","call_id":"{GUID}"}}"#)
    );
}

#[wasm_bindgen_test]
async fn four_kibibytes_are_read_to_their_end() {
    for (size, code) in [(4096, "unreadable"), (4097, "too_long")] {
        let _fetch = FakeFetch::replying(200, &"0".repeat(size));
        assert_eq!(placed().await, unknown(code), "{size}");
    }
}

#[wasm_bindgen_test]
async fn an_endless_reply_is_left_after_the_cap() {
    let body = FakeBody::endless(vec![b'0'; 1024]);
    assert_eq!(outcome_of(&body).await, unknown("too_long"));
    assert_eq!(body.pulls(), 5);
    assert!(body.is_cancelled());
}

#[wasm_bindgen_test]
async fn a_sender_that_will_not_stop_is_nobodys_news() {
    let heard = Rc::new(Cell::new(false));
    let ear = Rc::clone(&heard);
    let hear = Closure::<dyn Fn()>::new(move || ear.set(true));
    // Browsers tell it here; Node ends the process.
    let _ear = Patch::new("onunhandledrejection", hear.as_ref());
    outcome_of(&FakeBody::endless(vec![b'0'; 8192])).await;
    TimeoutFuture::new(10).await;
    assert!(!heard.get());
}

#[wasm_bindgen_test]
async fn a_huge_piece_costs_no_memory() {
    let body = FakeBody::endless(vec![b'0'; 10 * MIB]);
    let before = memory();
    assert_eq!(outcome_of(&body).await, unknown("too_long"));
    assert!(body.is_cancelled());
    assert!(memory() - before < MIB, "{} bytes", memory() - before);
}

#[wasm_bindgen_test]
async fn a_long_login_page_is_recognised_however_it_comes() {
    let page = format!("<!DOCTYPE html><html>{}", "x".repeat(64 * 1024));
    for piece in [1024, 4096, page.len()] {
        let body = FakeBody::endless(page.as_bytes()[..piece].to_vec());
        assert_eq!(
            outcome_of(&body).await,
            unknown("signed_out_page"),
            "{piece}"
        );
        assert!(body.is_cancelled());
    }
}

#[wasm_bindgen_test]
async fn a_network_that_fails_proves_nothing() {
    let _fetch = FakeFetch::failing();
    assert_eq!(placed().await, unknown("no_reply"));
}

#[wasm_bindgen_test]
async fn a_reply_that_breaks_off_proves_nothing() {
    let pulled = Cell::new(false);
    let body = FakeBody::new(move |controller| {
        if pulled.replace(true) {
            controller.error_with_e(&js_sys::TypeError::new("network error"));
        } else {
            enqueue(controller, GUID.as_bytes());
        }
    });
    assert_eq!(outcome_of(&body).await, unknown("no_reply"));
}

#[wasm_bindgen_test]
async fn a_redirect_is_not_followed() {
    let fetch = FakeFetch::answering(opaque_redirect());
    assert_eq!(placed().await, unknown("redirected"));
    assert_eq!(fetch.count(), 1);
}

#[wasm_bindgen_test]
async fn what_cannot_be_built_is_not_sent() {
    let fetch = FakeFetch::replying(200, GUID);
    for part in ["AbortController", "Request"] {
        let _missing = Patch::new(
            part,
            &js_sys::Function::new_no_args("throw new TypeError()"),
        );
        let outcome = placed().await;
        assert_eq!(
            outcome, r#"{"state":"not_sent","reason":{"code":"engine_failed"}}"#,
            "{part}"
        );
    }
    assert_eq!(fetch.count(), 0);
}

/// What a browser answers to `redirect: manual`; no script can make a real one.
fn opaque_redirect() -> Response {
    let response = Response::new().unwrap();
    let property = Object::new();
    Reflect::set(&property, &"value".into(), &"opaqueredirect".into()).unwrap();
    Object::define_property(&response, &"type".into(), &property).unchecked_into()
}

/// The bytes of this module's memory, which never shrinks.
fn memory() -> usize {
    core::arch::wasm32::memory_size(0) * 64 * 1024
}
