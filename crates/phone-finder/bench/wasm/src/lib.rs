//! The interface that all modules of the bench share: a text goes into the module's memory as UTF-8, one call finds
//! the numbers in it, and their records are read from its memory.
#![no_std]

extern crate alloc;

use alloc::{string::String, vec::Vec};
use core::cell::UnsafeCell;

/// What a module is asked, and what it answers.
pub struct Exchange {
    text: Vec<u8>,
    found: Found,
    answer: [usize; 3],
}

/// The numbers found in a text.
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
}

impl Exchange {
    const fn new() -> Self {
        Self {
            text: Vec::new(),
            found: Found {
                records: Vec::new(),
                numbers: String::new(),
            },
            answer: [0; 3],
        }
    }

    /// Makes room for a text; gives where to write it.
    pub fn room(&mut self, length: usize) -> *mut u8 {
        self.text.resize(length, 0);
        self.text.as_mut_ptr()
    }

    /// Finds the numbers in the first bytes of the text; gives where three words stand: how many records, where they are,
    /// where the numbers are.
    pub fn answer(&mut self, length: usize, find: impl FnOnce(&str, &mut Found)) -> *const usize {
        let Self {
            text,
            found,
            answer,
        } = self;
        found.records.clear();
        found.numbers.clear();
        let text = text.get(..length).unwrap_or_default();
        // SAFETY: what JavaScript writes there is UTF-8, as its encoder gives it; wasm-bindgen relies on that too.
        find(unsafe { str::from_utf8_unchecked(text) }, found);
        *answer = [
            found.records.len() / 3,
            found.records.as_ptr() as usize,
            found.numbers.as_ptr() as usize,
        ];
        answer.as_ptr()
    }
}

/// The one exchange of a module.
pub struct Module(UnsafeCell<Exchange>);

// SAFETY: a module of WebAssembly without shared memory has one thread.
unsafe impl Sync for Module {}

impl Module {
    /// With nothing in it.
    pub const fn new() -> Self {
        Self(UnsafeCell::new(Exchange::new()))
    }

    /// # Safety
    /// For an export that JavaScript calls, once in each call.
    #[allow(clippy::mut_from_ref)]
    pub unsafe fn exchange(&self) -> &mut Exchange {
        // SAFETY: an export runs alone and calls no other.
        unsafe { &mut *self.0.get() }
    }
}

/// The two letters of a region, as JavaScript packs them.
pub fn region_of(code: u32) -> [u8; 2] {
    [(code >> 8) as u8, code as u8]
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
        let passed = self.text.get(self.bytes..at).unwrap_or_default();
        self.units += passed.chars().map(char::len_utf16).sum::<usize>();
        self.bytes = at;
        self.units as u32
    }
}

/// Exports `room(length)` and `find(length, region)` for a function `fn(&str, region: u32, &mut Found)`.
#[macro_export]
macro_rules! exports {
    ($find:path) => {
        static MODULE: $crate::Module = $crate::Module::new();

        #[unsafe(no_mangle)]
        extern "C" fn room(length: usize) -> *mut u8 {
            // SAFETY: an export, and once.
            unsafe { MODULE.exchange() }.room(length)
        }

        #[unsafe(export_name = "find")]
        extern "C" fn answer(length: usize, region: u32) -> *const usize {
            let find = |text: &str, found: &mut $crate::Found| $find(text, region, found);
            // SAFETY: an export, and once.
            unsafe { MODULE.exchange() }.answer(length, find)
        }
    };
}

/// What a module without the standard library needs: an allocator, as small as can be, and a trap for a panic.
#[macro_export]
macro_rules! without_std {
    () => {
        use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};

        // SAFETY: a module of WebAssembly without shared memory has one thread.
        #[global_allocator]
        static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
            unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };

        #[panic_handler]
        fn panic(_: &core::panic::PanicInfo) -> ! {
            core::arch::wasm32::unreachable()
        }
    };
}
