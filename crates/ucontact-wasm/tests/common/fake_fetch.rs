//! `fetch` without a network: keeps every request and answers as the test says.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, TypeError};
use wasm_bindgen::prelude::*;
use web_sys::{Request, Response, ResponseInit};

use super::patch::Patch;

/// `globalThis.fetch` until it is dropped.
pub(super) struct FakeFetch {
    requests: Rc<RefCell<Vec<Request>>>,
    _patch: Patch,
}

impl FakeFetch {
    pub(super) fn new(answer: impl Fn(&Request) -> Promise + 'static) -> Self {
        let requests = Rc::new(RefCell::new(Vec::new()));
        let kept = Rc::clone(&requests);
        let fetch = Closure::<dyn Fn(Request) -> Promise>::new(move |request: Request| {
            let answer = answer(&request);
            kept.borrow_mut().push(request);
            answer
        });
        Self {
            requests,
            _patch: Patch::new("fetch", &fetch.into_js_value()),
        }
    }

    /// Answers with `response`.
    pub(super) fn answering(response: Response) -> Self {
        let response = JsValue::from(response);
        Self::new(move |_| Promise::resolve(&response))
    }

    /// Answers with a short reply.
    pub(super) fn replying(status: u16, body: &str) -> Self {
        let init = ResponseInit::new();
        init.set_status(status);
        Self::answering(Response::new_with_opt_str_and_init(Some(body), &init).unwrap())
    }

    /// Fails as a browser's fetch does when there is no network.
    pub(super) fn failing() -> Self {
        Self::new(|_| Promise::reject(&TypeError::new("Failed to fetch")))
    }

    /// Hands every request to the browser's own fetch, but for `url` instead.
    pub(super) fn fetching(url: &'static str) -> Self {
        let own: Function = Patch::new("fetch", &JsValue::NULL)
            .original()
            .clone()
            .into();
        Self::new(move |_| {
            let promise = own.call1(&JsValue::UNDEFINED, &url.into()).unwrap();
            promise.unchecked_into()
        })
    }

    /// The requests so far.
    pub(super) fn count(&self) -> usize {
        self.requests.borrow().len()
    }

    /// The only request there was.
    pub(super) fn only_request(&self) -> Request {
        assert_eq!(self.count(), 1, "requests");
        // Not the copy that the browser's own `clone` makes.
        Clone::clone(&self.requests.borrow()[0])
    }
}

/// What never settles.
pub(super) fn never() -> Promise {
    Promise::new(&mut |_, _| {})
}
