//! What holds for every text; the fuzz targets and the tests ask the same.
#![allow(
    unreachable_pub,
    reason = "the fuzz targets have it in a library of theirs"
)]

use phone_finder::{
    Leniency, Match, PhoneNumber, Region, find_whole, find_with, read as read_digits,
};

/// Whatever is found lies in the text, in order and apart, and is a number wherever it is read.
pub fn found_in(text: &str, region: Region) {
    for leniency in [Leniency::Strict, Leniency::Lenient] {
        let mut last = 0;
        for m in find_with(text, region, leniency) {
            assert!(last <= m.start && m.start < m.end, "{m:?} in {text:?}");
            last = m.end;
            has_its_place(text, &m);
            is_a_number(&m, region);
        }
    }
}

/// A text that is one number, and nothing else, is that number wherever it is read.
pub fn read_as_one(text: &str, region: Region) {
    if let Some(m) = find_whole(text, region) {
        has_its_place(text, &m);
        is_a_number(&m, region);
        assert_eq!(find_with(text, region, Leniency::Lenient), [m]);
        let around = [&text[..m.start], &text[m.end..]].concat();
        assert!(
            !around.contains(char::is_alphanumeric),
            "{m:?} is not all of {text:?}"
        );
    }
    if let Some(number) = read_digits(text, region) {
        reads_back(&number, region);
    }
}

/// The span holds in bytes and in UTF-16 units; `slice` panics off a character's boundary.
fn has_its_place(text: &str, m: &Match) {
    let units = |end: usize| text[..end].encode_utf16().count();
    let place = (m.start_utf16 as usize, m.end_utf16 as usize);
    assert_eq!(place, (units(m.start), units(m.end)), "{m:?} in {text:?}");
}

fn is_a_number(m: &Match, region: Region) {
    let ext = m.ext();
    assert!(
        ext.is_none_or(|ext| !ext.is_empty() && ext.bytes().all(|b| b.is_ascii_digit())),
        "{m:?}"
    );
    reads_back(&m.number, region);
}

/// A number is the same number when it is read from either of its international forms, anywhere.
fn reads_back(number: &PhoneNumber, region: Region) {
    let e164 = number.e164();
    let digits = e164.strip_prefix('+').unwrap_or_default();
    assert!(
        digits.len() > 3 && digits.bytes().all(|b| b.is_ascii_digit()),
        "{number:?}"
    );
    for form in [e164, number.international()] {
        assert_eq!(
            read_digits(&form, region).as_ref(),
            Some(number),
            "{form} for {region}"
        );
        let whole = find_whole(&form, region);
        assert_eq!(
            whole.map(|m| m.number),
            Some(*number),
            "{form} for {region}"
        );
    }
}
