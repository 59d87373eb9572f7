//! The matcher of the port of libphonenumber whose metadata `phone-finder` is made from.

use phone_finder_bench::{Found, Utf16, exports, region_of};
use rlibphonenumber::phonenumber_matcher::{Leniency, PHONE_MATCHER_FACTORY};
use rlibphonenumber::{PhoneNumberFormat, Region};

exports!(numbers);

fn numbers(text: &str, region: u32, found: &mut Found) {
    let code = region_of(region);
    let Some(region) = std::str::from_utf8(&code)
        .ok()
        .and_then(|code| code.parse::<Region>().ok())
    else {
        return;
    };
    let matcher = PHONE_MATCHER_FACTORY
        .matcher_builder(text)
        .leniency(Leniency::Valid)
        .preferred_region(region);
    let mut units = Utf16::new(text);
    for m in matcher.build_fallible().filter_map(Result::ok) {
        let (start, end) = (units.at(m.start), units.at(m.end()));
        let e164 = m.number.format_as(PhoneNumberFormat::E164);
        found.push(start, end, &e164, m.number.extension.as_deref());
    }
}
