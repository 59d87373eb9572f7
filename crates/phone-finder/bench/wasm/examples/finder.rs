//! `phone-finder`.

use phone_finder::{Region, find};
use phone_finder_bench::{Found, exports, region_of};

exports!(numbers);

fn numbers(text: &str, region: u32, found: &mut Found) {
    let Ok(region) = region_of(region).parse::<Region>() else {
        return;
    };
    for m in find(text, region) {
        found.push(m.start_utf16, m.end_utf16, &m.e164, m.ext.as_deref());
    }
}
