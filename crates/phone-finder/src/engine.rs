//! The only file that knows which libphonenumber port is used.

use std::ops::Range;

use rlibphonenumber::phonenumber_matcher::{Leniency, PHONE_MATCHER_FACTORY, PhoneNumberMatch};
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
    // The port's type holds every pair of letters and `001`, the world.
    let country = code.parse().ok()?;
    PHONE_NUMBER_UTIL
        .get_country_code_for_region(country)
        .map(|_| country)
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
        .filter(|found| !spells_digits(found))
        .map(|found| hit(number_span(&found), found.number))
        .collect()
}

/// Whether letters were read as digits on a dial: the port takes the label in `+2026-11-21 ext. 12`
/// for 398. With an extension the letters are its label; an `x` alone is punctuation.
fn spells_digits(found: &PhoneNumberMatch<'_>) -> bool {
    let letter = |c: char| c.is_alphabetic() && !matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ' | 'ー');
    found.number.extension.is_none() && found.raw_string.contains(letter)
}

/// Where the number is. The matcher's own span may begin with the dash or dot that parts the number
/// from what stands before it, and end with an `x`.
fn number_span(found: &PhoneNumberMatch<'_>) -> Range<usize> {
    let opens = |c: char| c.is_numeric() || matches!(c, '+' | '＋' | '(' | '（' | '[' | '［');
    let closes = |c: char| c.is_numeric() || matches!(c, '#' | '＃');
    let from_start = found.raw_string.trim_start_matches(|c| !opens(c));
    let number = from_start.trim_end_matches(|c| !closes(c));
    let start = found.end() - from_start.len();
    start..start + number.len()
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
            .filter(|country| *country != Country::World)
            .map(|country| country.to_string()),
        international: number
            .format_as(PhoneNumberFormat::International)
            .into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Parts that the port's `parse` is known to panic on when they are mixed.
    fn hostile() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "tel:",
            "tel:+",
            ";phone-context=",
            "phone-context=",
            ";phone-context=+52",
            ";ext=",
            ";isub=",
            "ext",
            " ext. ",
            "x",
            "X",
            "#",
            "доб",
            "anexo",
            "int",
            "+",
            "＋",
            "00",
            "011",
            "(",
            ")",
            "（",
            "）",
            "[",
            "]",
            "/",
            "//",
            "-",
            "–",
            "~",
            ".",
            ",",
            ";",
            " ",
            "\u{a0}",
            "\u{200b}",
            "\t",
            "\n",
            "%",
            "$",
            "*",
            "ー",
            "é",
            "o\u{301}",
            "📞",
            "٣",
            "५",
            "𝟗",
        ]);
        let digits = prop_oneof![
            "[0-9]{1,12}",
            "[０-９]{1,12}",
            "\\p{Nd}{1,4}",
            "[0-9]{16,24}"
        ];
        let part = prop_oneof![3 => word.prop_map(str::to_owned), 3 => digits, 1 => ".{0,2}"];
        prop::collection::vec(part, 1..14).prop_map(|parts| parts.concat())
    }

    proptest! {
        // For a longer run: PROPTEST_CASES=2000000 cargo test --release -p phone-finder hostile
        #[test]
        fn hostile_texts_do_not_panic(text in hostile(), code in prop::sample::select(vec!["MX", "US", "DE", "IT", "AR", "BR", "CN"])) {
            for hit in search(&text, country(code).unwrap()) {
                prop_assert!(hit.e164.starts_with('+') && hit.e164[1..].bytes().all(|b| b.is_ascii_digit()), "{}", hit.e164);
                prop_assert!(hit.ext.is_none_or(|ext| !ext.is_empty() && ext.bytes().all(|b| b.is_ascii_digit())));
            }
        }
    }
}
