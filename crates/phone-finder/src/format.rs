//! Shows a number as libphonenumber would.

use crate::number::Number;
use crate::tables;

/// `+`, country code, national number.
pub(crate) fn e164(number: &Number) -> String {
    let mut text = format!("+{}", number.code);
    text.extend(number.national.iter().map(|&d| char::from(b'0' + d)));
    text
}

/// As people in the country write it, with the national prefix where they do.
pub(crate) fn national(number: &Number) -> String {
    let mut text = String::with_capacity(20);
    fill(
        &mut text,
        tables::mask(number.verdict.national),
        &number.national,
    );
    text
}

/// `+`, country code, and the national number in groups.
pub(crate) fn international(number: &Number) -> String {
    let mut text = format!("+{} ", number.code);
    fill(
        &mut text,
        tables::mask(number.verdict.international),
        &number.national,
    );
    text
}

fn fill(text: &mut String, mask: &[u8], digits: &[u8]) {
    if mask.is_empty() {
        text.extend(digits.iter().map(|&d| char::from(b'0' + d)));
    }
    let mut at = 0;
    for &byte in mask {
        match byte {
            b'#' => {
                text.extend(digits.get(at).map(|&d| char::from(b'0' + d)));
                at += 1;
            }
            0x80.. => at = usize::from(byte - 0x80),
            _ => text.push(char::from(byte)),
        }
    }
}
