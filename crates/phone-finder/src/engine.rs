//! The only file that knows which libphonenumber port is used.

use std::ops::Range;

use rlibphonenumber::phonenumber_matcher::{Leniency, PHONE_MATCHER_FACTORY};
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat};

/// A country that the engine has a numbering plan for.
pub(crate) type Country = rlibphonenumber::Region;

/// A number the engine found: byte span in the text that was searched, and its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) span: Range<usize>,
    pub(crate) e164: String,
    pub(crate) ext: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) international: String,
}

/// The country with this ISO 3166 code, in either case, if the engine has a numbering plan for it.
pub(crate) fn country(code: &str) -> Option<Country> {
    // The port's type holds every pair of letters, and one value for numbers of no country.
    let country = code.parse().ok().filter(is_country)?;
    PHONE_NUMBER_UTIL
        .get_country_code_for_region(country)
        .map(|_| country)
}

fn is_country(country: &Country) -> bool {
    *country != Country::World
}

/// The numbers in `text`, in order, not overlapping.
///
/// The matcher cuts out candidates that hold nothing but digits, punctuation and extension labels,
/// so the port's `parse`, which panics on some texts, never sees `tel:` or `;phone-context=`.
pub(crate) fn search(text: &str, country: Country) -> Vec<Hit> {
    let matcher = PHONE_MATCHER_FACTORY
        .matcher_builder(text)
        .leniency(Leniency::Valid)
        .preferred_region(country)
        // The infallible matcher panics where this one gives an error.
        .build_fallible();
    matcher
        .filter_map(Result::ok)
        .map(|found| hit(found.start..found.end(), found.number))
        .collect()
}

fn hit(span: Range<usize>, mut number: PhoneNumber) -> Hit {
    let ext = number
        .extension
        .take()
        .map(|ext| PHONE_NUMBER_UTIL.normalize_digits_only(&ext));
    Hit {
        span,
        e164: number.format_as(PhoneNumberFormat::E164).into_owned(),
        ext,
        region: number
            .get_region_code()
            .filter(is_country)
            .map(|country| country.to_string()),
        international: number
            .format_as(PhoneNumberFormat::International)
            .into_owned(),
    }
}
