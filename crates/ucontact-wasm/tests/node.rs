//! The module in Node: the cases of `common`.
#![cfg(target_arch = "wasm32")]

mod common;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn this_is_node() {
    assert_eq!(common::constructor_of_global(), "Object");
    assert!(common::has_global("process"));
}
