//! The background's knowledge of the wire, as the test has it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Error, Object, Promise, Reflect};
use ucontact_wasm::use_wire;
use wasm_bindgen::prelude::*;

/// In use until it is dropped; then nothing is streamed.
pub(super) struct FakeWire {
    asked: Rc<RefCell<Vec<(String, usize)>>>,
    told: Rc<RefCell<Vec<String>>>,
}

impl FakeWire {
    pub(super) fn streaming() -> Self {
        Self::answering(|| Promise::resolve(&JsValue::TRUE))
    }

    /// Doesn't know, by an exception.
    pub(super) fn failing() -> Self {
        Self::answering(|| Promise::reject(&Error::new("no storage")))
    }

    fn answering(answer: fn() -> Promise) -> Self {
        let this = Self {
            asked: Rc::default(),
            told: Rc::default(),
        };
        let (asked, told) = (Rc::clone(&this.asked), Rc::clone(&this.told));
        let streams = Closure::<dyn Fn(String, usize) -> Promise>::new(move |url, bytes| {
            asked.borrow_mut().push((url, bytes));
            answer()
        });
        let unreached = Closure::<dyn Fn(String) -> Promise>::new(move |url| {
            told.borrow_mut().push(url);
            Promise::resolve(&JsValue::UNDEFINED)
        });
        use_object(&streams.into_js_value(), &unreached.into_js_value());
        this
    }

    /// URLs and sizes, in the order asked.
    pub(super) fn asked(&self) -> Vec<(String, usize)> {
        self.asked.borrow().clone()
    }

    /// The URLs that nobody was found at.
    pub(super) fn told(&self) -> Vec<String> {
        self.told.borrow().clone()
    }
}

impl Drop for FakeWire {
    fn drop(&mut self) {
        let no = js_sys::Function::new_no_args("return Promise.resolve(false)");
        use_object(&no, &no);
    }
}

fn use_object(streams: &JsValue, unreached: &JsValue) {
    let wire = Object::new();
    Reflect::set(&wire, &"streams".into(), streams).unwrap();
    Reflect::set(&wire, &"unreached".into(), unreached).unwrap();
    use_wire(wire.unchecked_into());
}
