//! A request's body as a stream, which a browser can't send twice.
//!
//! Browsers repeat a POST by themselves where a kept connection breaks (SECURITY.md). What came from a stream is gone
//! once it was read, so Chromium gives up instead. And a stream knows whether anybody ever wanted it: as long as nobody
//! did, none of the body can have left.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{
    QueuingStrategy, ReadableStream, ReadableStreamDefaultController, Request, RequestInit,
};

/// The body, for as long as its request is under way.
pub(crate) struct Streamed {
    stream: ReadableStream,
    wanted: Rc<Cell<bool>>,
    /// Dropped, it takes the body with it if nobody has read it.
    _pull: Closure<dyn Fn(ReadableStreamDefaultController)>,
}

impl Streamed {
    pub(crate) fn new(body: &str) -> Result<Self, JsValue> {
        let body = Uint8Array::from(body.as_bytes());
        let wanted = Rc::<Cell<bool>>::default();
        let noted = Rc::clone(&wanted);
        let pull = Closure::new(move |controller: ReadableStreamDefaultController| {
            noted.set(true);
            // A stream that was cancelled meanwhile takes nothing, and wants nothing.
            drop(controller.enqueue_with_chunk(&body));
            drop(controller.close());
        });
        let source = Object::new();
        Reflect::set(&source, &"pull".into(), pull.as_ref())?;
        // By default a stream is read from before anybody wants it.
        let strategy = QueuingStrategy::new();
        strategy.set_high_water_mark(0.0);
        Ok(Self {
            stream: ReadableStream::new_with_underlying_source_and_strategy(&source, &strategy)?,
            wanted,
            _pull: pull,
        })
    }

    /// The request with this body.
    pub(crate) fn body_of(&self, request: &Request) -> Result<Request, JsValue> {
        let init = RequestInit::new();
        init.set_body(&self.stream);
        // The one setting that a copy with another body does not inherit.
        init.set_referrer_policy(request.referrer_policy());
        // Nothing of the reply can be read before all was sent: the only kind that browsers know.
        Reflect::set(&init, &"duplex".into(), &"half".into())?;
        Request::new_with_request_and_init(request, &init)
    }

    /// Whether the browser ever asked for the body. From here on it asks in vain.
    pub(crate) fn was_wanted(self) -> bool {
        self.wanted.get()
    }
}
