//! Any text read as one number: `find_whole` and `read`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use phone_finder_fuzz::{invariants::read_as_one, split};

fuzz_target!(|input: &[u8]| {
    if let Some((region, text)) = split(input) {
        read_as_one(&text, region);
    }
});
