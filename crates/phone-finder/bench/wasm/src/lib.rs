//! The interface that all modules of the bench share: a text goes into the module's memory as UTF-8, one call finds
//! the numbers in it, and their records are read from its memory.

use std::cell::RefCell;

/// What a module is asked, and what it answers.
#[derive(Default)]
pub struct Exchange {
    text: Vec<u8>,
    found: Found,
    answer: [u32; 4],
}

/// The numbers found in a text.
#[derive(Default)]
pub struct Found {
    /// Three words for each: first and last UTF-16 unit, the end of its part of `numbers`.
    records: Vec<u32>,
    numbers: String,
}

impl Found {
    /// Adds a number by its span in UTF-16 units, its E.164 form and its extension.
    pub fn push(&mut self, start: u32, end: u32, e164: &str, ext: Option<&str>) {
        self.numbers.push_str(e164);
        if let Some(ext) = ext {
            self.numbers.push_str(";ext=");
            self.numbers.push_str(ext);
        }
        self.records.extend([start, end, self.numbers.len() as u32]);
    }

    fn clear(&mut self) {
        self.records.clear();
        self.numbers.clear();
    }
}

impl Exchange {
    /// Makes room for a text; gives where to write it.
    pub fn room(&mut self, length: usize) -> *mut u8 {
        self.text.resize(length, 0);
        self.text.as_mut_ptr()
    }

    /// Finds the numbers in the text; gives where four words stand: how many records, where they are, where the
    /// numbers are, how long those are in all.
    pub fn answer(&mut self, find: impl FnOnce(&str, &mut Found)) -> *const u32 {
        self.found.clear();
        find(
            std::str::from_utf8(&self.text).unwrap_or_default(),
            &mut self.found,
        );
        let Found { records, numbers } = &self.found;
        self.answer = [
            records.len() as u32 / 3,
            records.as_ptr() as usize as u32,
            numbers.as_ptr() as usize as u32,
            numbers.len() as u32,
        ];
        self.answer.as_ptr()
    }
}

thread_local! {
    /// The one exchange of a module.
    pub static EXCHANGE: RefCell<Exchange> = RefCell::default();
}

/// The two letters of a region, as JavaScript packs them.
pub fn region_of(code: u32) -> String {
    [code >> 8, code]
        .map(|letter| char::from(letter as u8))
        .iter()
        .collect()
}

/// Turns byte offsets, in ascending order, into UTF-16 offsets.
pub struct Utf16<'a> {
    text: &'a str,
    bytes: usize,
    units: usize,
}

impl<'a> Utf16<'a> {
    /// Begins at the beginning of a text.
    pub fn new(text: &'a str) -> Self {
        let (bytes, units) = (0, 0);
        Self { text, bytes, units }
    }

    /// The offset in UTF-16 units of byte `at`.
    pub fn at(&mut self, at: usize) -> u32 {
        self.units += self.text[self.bytes..at]
            .chars()
            .map(char::len_utf16)
            .sum::<usize>();
        self.bytes = at;
        self.units as u32
    }
}

/// Exports `room(length)` and `find(region)` for a function `fn(&str, region: u32, &mut Found)`.
#[macro_export]
macro_rules! exports {
    ($find:path) => {
        #[unsafe(no_mangle)]
        extern "C" fn room(length: usize) -> *mut u8 {
            $crate::EXCHANGE.with_borrow_mut(|exchange| exchange.room(length))
        }

        #[unsafe(export_name = "find")]
        extern "C" fn answer(region: u32) -> *const u32 {
            $crate::EXCHANGE.with_borrow_mut(|exchange| {
                exchange.answer(|text, found| $find(text, region, found))
            })
        }
    };
}
