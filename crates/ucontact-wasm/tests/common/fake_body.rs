//! A reply's body that comes in pieces, as the test says, and knows what became of it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Error, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{QueuingStrategy, ReadableStream, ReadableStreamDefaultController, Response};

/// The stream and its history.
pub(super) struct FakeBody {
    stream: ReadableStream,
    pulls: Rc<Cell<u32>>,
    cancelled: Rc<Cell<bool>>,
}

impl FakeBody {
    /// Asks `pull` for more exactly as often as somebody reads.
    pub(super) fn new(pull: impl Fn(&ReadableStreamDefaultController) + 'static) -> Self {
        let (pulls, cancelled) = (Rc::<Cell<u32>>::default(), Rc::<Cell<bool>>::default());
        let source = source(pull, &pulls, &cancelled);
        let strategy = QueuingStrategy::new();
        strategy.set_high_water_mark(0.0);
        let stream =
            ReadableStream::new_with_underlying_source_and_strategy(&source, &strategy).unwrap();
        Self {
            stream,
            pulls,
            cancelled,
        }
    }

    /// The same piece again and again, without end.
    pub(super) fn endless(piece: Vec<u8>) -> Self {
        Self::new(move |controller| enqueue(controller, &piece))
    }

    pub(super) fn response(&self) -> Response {
        Response::new_with_opt_readable_stream(Some(&self.stream)).unwrap()
    }

    /// How often somebody read.
    pub(super) fn pulls(&self) -> u32 {
        self.pulls.get()
    }

    /// Whether the reader told the sender to stop.
    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.get()
    }
}

pub(super) fn enqueue(controller: &ReadableStreamDefaultController, piece: &[u8]) {
    controller
        .enqueue_with_chunk(&Uint8Array::from(piece))
        .unwrap();
}

fn source(
    pull: impl Fn(&ReadableStreamDefaultController) + 'static,
    pulls: &Rc<Cell<u32>>,
    cancelled: &Rc<Cell<bool>>,
) -> Object {
    let (pulls, cancelled) = (Rc::clone(pulls), Rc::clone(cancelled));
    let on_pull = Closure::<dyn Fn(ReadableStreamDefaultController)>::new(move |controller| {
        pulls.set(pulls.get() + 1);
        pull(&controller);
    });
    // A refusal to stop is the worst that a sender can answer; unheard, it ends the process in Node.
    let on_cancel = Closure::<dyn Fn() -> Promise>::new(move || {
        cancelled.set(true);
        Promise::reject(&Error::new("cannot be cancelled"))
    });
    let source = Object::new();
    Reflect::set(&source, &"pull".into(), &on_pull.into_js_value()).unwrap();
    Reflect::set(&source, &"cancel".into(), &on_cancel.into_js_value()).unwrap();
    source
}
