//! `setTimeout` without a clock: a timer fires when the test says so.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::patch::Patch;

const ID: i32 = 4711;

/// `globalThis.setTimeout` and `clearTimeout` until it is dropped.
pub(super) struct FakeTimer {
    clock: Clock,
    cleared: Rc<RefCell<Vec<i32>>>,
    _patches: [Patch; 2],
}

/// The handlers that wait, with their delays; for the parts that say when the time has come.
#[derive(Clone, Default)]
pub(super) struct Clock(Rc<RefCell<Vec<(Function, i32)>>>);

impl FakeTimer {
    pub(super) fn new() -> Self {
        let (clock, cleared) = (Clock::default(), Rc::<RefCell<Vec<_>>>::default());
        let (setting, clearing) = (clock.clone(), Rc::clone(&cleared));
        let set_timeout = Closure::<dyn Fn(Function, i32) -> i32>::new(move |handler, delay| {
            setting.0.borrow_mut().push((handler, delay));
            ID
        });
        let clear_timeout = Closure::<dyn Fn(i32)>::new(move |id| clearing.borrow_mut().push(id));
        let patches = [
            Patch::new("setTimeout", &set_timeout.into_js_value()),
            Patch::new("clearTimeout", &clear_timeout.into_js_value()),
        ];
        Self {
            clock,
            cleared,
            _patches: patches,
        }
    }

    pub(super) fn clock(&self) -> Clock {
        self.clock.clone()
    }

    /// The delays that were asked for, in milliseconds.
    pub(super) fn delays(&self) -> Vec<i32> {
        let set = self.clock.0.borrow();
        set.iter().map(|(_, delay)| *delay).collect()
    }

    /// Whether the one timer was cleared.
    pub(super) fn is_cleared(&self) -> bool {
        *self.cleared.borrow() == [ID]
    }
}

impl Clock {
    /// Lets the time of every timer come.
    pub(super) fn fire(&self) {
        for (handler, _) in self.0.borrow().iter() {
            handler.call0(&JsValue::UNDEFINED).unwrap();
        }
    }
}
