//! The numbers of many texts on their way to JavaScript: in one crossing, because one for each property of each number takes
//! longer than to find it.

use js_sys::Array;
use phone_finder::Match;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/lists.js")]
extern "C" {
    #[wasm_bindgen(js_name = lists)]
    fn as_objects(texts: u32, records: &[u32], written: &str) -> Array;
}

/// What was found in texts, one after the other; `lists.js` says what a record holds.
#[derive(Default)]
pub(crate) struct Lists {
    texts: u32,
    records: Vec<u32>,
    written: String,
}

impl Lists {
    /// Adds what was found in the next text.
    pub(crate) fn push(&mut self, found: &[Match]) {
        for found in found {
            let (start, end) = (found.start_utf16, found.end_utf16);
            let e164 = self.write(&found.number.e164());
            let ext = self.write(found.ext().as_deref().unwrap_or_default());
            let international = self.write(&found.number.international());
            let record = [self.texts, start, end, e164, ext, international];
            self.records.extend(record);
        }
        self.texts += 1;
    }

    /// Adds ASCII; gives where it ends.
    fn write(&mut self, text: &str) -> u32 {
        self.written.push_str(text);
        self.written.len() as u32
    }

    /// Lists of `FoundNumber`.
    pub(crate) fn into_js(self) -> Array {
        as_objects(self.texts, &self.records, &self.written)
    }
}
