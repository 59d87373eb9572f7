//! What the fuzz targets share: their inputs, and the invariants that the tests hold too.

use phone_finder::Region;

#[path = "../../tests/invariants/mod.rs"]
pub mod invariants;

/// The country and the text of an input: two letters, then UTF-8. Mexico where the letters are no country's.
pub fn split(input: &[u8]) -> Option<(Region, String)> {
    let (code, text) = input.split_at_checked(2)?;
    let country = std::str::from_utf8(code).ok().and_then(|c| c.parse().ok());
    let region = country.or_else(|| "MX".parse().ok())?;
    Some((region, String::from_utf8_lossy(text).into_owned()))
}
