//! `phone-finder`.
#![no_std]

use phone_finder::{Region, find};
use phone_finder_bench::{Found, exports, region_of, without_std};

without_std!();
exports!(numbers);

fn numbers(text: &str, region: u32, found: &mut Found) {
    let code = region_of(region);
    let Some(region) = str::from_utf8(&code)
        .ok()
        .and_then(|code| code.parse::<Region>().ok())
    else {
        return;
    };
    for m in find(text, region) {
        found.push(
            m.start_utf16,
            m.end_utf16,
            &m.number.e164(),
            m.ext().as_deref(),
        );
    }
}
