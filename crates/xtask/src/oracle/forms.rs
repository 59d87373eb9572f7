//! The ways in which a national number is written.
#![allow(
    deprecated,
    reason = "the prefixes are read where the metadata holds them"
)]

use crate::tables::metadata::PhoneMetadata;

/// Where numbers of no region, and those with a country code, are read as well.
const ABROAD: [&str; 3] = ["MX", "US", "BR"];

/// Gives each form of the number, and the region to read it in, to `compare`.
pub(super) fn each(region: &PhoneMetadata, national: &str, compare: &mut dyn FnMut(&str, &str)) {
    let home = region.id.as_str();
    let code = region.country_code.unwrap_or_default();
    let e164 = format!("+{code}{national}");
    compare(&e164, ABROAD[national.len() % ABROAD.len()]);
    compare(&e164, home);
    compare(&format!("{code}{national}"), home);
    compare(national, home);
    if let Some(prefix) = &region.national_prefix {
        compare(&format!("{prefix}{national}"), home);
        compare(&format!("+{code}{prefix}{national}"), home);
    }
    let abroad = region
        .preferred_international_prefix
        .as_deref()
        .unwrap_or("00");
    let digits: String = abroad.chars().filter(char::is_ascii_digit).collect();
    compare(&format!("{digits}{code}{national}"), home);
    compare(&format!("011{code}{national}"), "US");
}
