//! Numbers found in any text, strictly and leniently.
#![no_main]

use libfuzzer_sys::fuzz_target;
use phone_finder_fuzz::{invariants::found_in, split};

fuzz_target!(|input: &[u8]| {
    if let Some((region, text)) = split(input) {
        found_in(&text, region);
    }
});
