//! Shows a number as libphonenumber would.

use crate::number::Number;
use crate::tables::Mask;

/// No number is shown in more characters: 17 digits, and marks.
const LONG: usize = 40;

/// `+`, country code, national number.
pub(crate) fn e164(number: &Number) -> String {
    let mut text = with_code(number);
    fill(&mut text, b"*", &number.national);
    text
}

/// As people in the country write it, with the national prefix where they do.
pub(crate) fn national(number: &Number) -> String {
    let mut text = String::with_capacity(LONG);
    fill(&mut text, number.verdict.national(), &number.national);
    text
}

/// `+`, country code, and the national number in groups.
pub(crate) fn international(number: &Number) -> String {
    let mut text = with_code(number);
    text.push(' ');
    fill(&mut text, number.verdict.international(), &number.national);
    text
}

fn with_code(number: &Number) -> String {
    let mut text = String::with_capacity(LONG);
    text.push('+');
    let code = number.code;
    let figures = [(100, code / 100), (10, code / 10 % 10), (1, code % 10)];
    text.extend(
        figures
            .iter()
            .filter(|(least, _)| code >= *least)
            .map(|(_, figure)| digit(*figure as u8)),
    );
    text
}

fn fill(text: &mut String, mask: Mask, digits: &[u8]) {
    let taken = mask.iter().filter(|&&byte| byte == b'#').count();
    let mut at = 0;
    for &byte in mask {
        match byte {
            b'#' | b'*' => {
                let count = if byte == b'#' {
                    1
                } else {
                    digits.len().saturating_sub(taken)
                };
                text.extend(digits.iter().skip(at).take(count).map(|&d| digit(d)));
                at += count;
            }
            0x80.. => at = usize::from(byte - 0x80),
            _ => text.push(char::from(byte)),
        }
    }
}

fn digit(value: u8) -> char {
    char::from(b'0' + value)
}
