//! The module where the extension runs it: the cases of `common` in a browser's service worker.
#![cfg(target_arch = "wasm32")]

mod common;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_service_worker);

#[wasm_bindgen_test]
fn this_is_a_service_worker() {
    assert_eq!(common::constructor_of_global(), "ServiceWorkerGlobalScope");
    assert!(!common::has_global("document"));
}
