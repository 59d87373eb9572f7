//! The background's knowledge of the wire: whether a request's body has to be streamed. It knows; the transport asks.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const WIRE: &str = r#"
/** Asked before every POST, and told where none of it left. */
export interface Wire {
  /** Gets ready for a POST of so many bytes; true where its body has to be streamed. */
  streams(url: string, bytes: number): Promise<boolean>;
  /** Nobody wanted the body of a streamed POST: the server has no HTTP/2 any more, or there is no server. */
  unreached(url: string): Promise<void>;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// An object of the background.
    #[derive(Clone)]
    #[wasm_bindgen(typescript_type = "Wire")]
    pub type Wire;

    #[wasm_bindgen(method, catch)]
    async fn streams(this: &Wire, url: &str, bytes: usize) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn unreached(this: &Wire, url: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    static WIRE_IN_USE: RefCell<Option<Wire>> = const { RefCell::new(None) };
}

/// Asks `wire` from now on; without one no body is streamed.
#[wasm_bindgen(js_name = useWire)]
pub fn use_wire(wire: Wire) {
    WIRE_IN_USE.replace(Some(wire));
}

/// Whether the body of a POST has to be streamed; where that can't be told, it is sent as it always was.
pub(crate) async fn streams(url: &str, bytes: usize) -> bool {
    match in_use() {
        Some(wire) => wire.streams(url, bytes).await == Ok(JsValue::TRUE),
        None => false,
    }
}

pub(crate) async fn unreached(url: &str) {
    if let Some(wire) = in_use() {
        // The outcome stands, whatever the background makes of the news.
        drop(wire.unreached(url).await);
    }
}

fn in_use() -> Option<Wire> {
    WIRE_IN_USE.with_borrow(Clone::clone)
}
