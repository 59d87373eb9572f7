//! Shows a number as libphonenumber would.

use crate::number::Number;
use crate::tables::Mask;

/// A number as it is shown, or its digits: a string in place.
pub type Text = arrayvec::ArrayString<LONG>;

/// No number is shown in more characters: 17 digits, and marks.
const LONG: usize = 40;

/// `+`, country code, national number.
pub(crate) fn e164(number: &Number) -> Text {
    let mut text = with_code(number);
    fill(&mut text, b"*", &number.national);
    text
}

/// As people in the country write it, with the national prefix where they do.
pub(crate) fn national(number: &Number) -> Text {
    let mut text = Text::new();
    fill(&mut text, number.verdict.national(), &number.national);
    text
}

/// `+`, country code, and the national number in groups.
pub(crate) fn international(number: &Number) -> Text {
    let mut text = with_code(number);
    push(&mut text, b' ');
    fill(&mut text, number.verdict.international(), &number.national);
    text
}

/// The digits alone.
pub(crate) fn digits(digits: &[u8]) -> Text {
    let mut text = Text::new();
    fill(&mut text, b"*", digits);
    text
}

fn with_code(number: &Number) -> Text {
    let mut text = Text::new();
    push(&mut text, b'+');
    let code = number.code;
    let figures = [(100, code / 100), (10, code / 10 % 10), (1, code % 10)];
    for (_, figure) in figures.iter().filter(|(least, _)| code >= *least) {
        push(&mut text, b'0' + *figure as u8);
    }
    text
}

fn fill(text: &mut Text, mask: Mask, digits: &[u8]) {
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
                let shown = digits.iter().skip(at).take(count);
                shown.for_each(|digit| push(text, b'0' + digit));
                at += count;
            }
            0x80.. => at = usize::from(byte - 0x80),
            _ => push(text, byte),
        }
    }
}

/// Adds a character; what is longer than any number is cut.
fn push(text: &mut Text, byte: u8) {
    let _ = text.try_push(char::from(byte));
}
