//! What a character means in a text with phone numbers.

mod letters;

use crate::bytes;

pub(crate) use letters::{folded, is_alphanumeric, is_capital, is_letter};

/// The zero of each script with decimal digits beyond ASCII; the nine others follow it (Unicode 16, `Nd`).
const ZEROS: [u32; 73] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11F50, 0x16A60, 0x16AC0, 0x16B50, 0x1CCF0, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC,
    0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// The value of a decimal digit of any script.
pub(crate) fn digit_value(c: char) -> Option<u8> {
    let value = (c as u32).wrapping_sub(u32::from(b'0'));
    // No script before Arabic has others; the letters of Europe end there.
    match (c as u32) < ZEROS[0] {
        true => (value < 10).then_some(value as u8),
        false => far_digit_value(c),
    }
}

#[inline(never)]
fn far_digit_value(c: char) -> Option<u8> {
    let zero = ZEROS
        .partition_point(|&zero| zero <= c as u32)
        .checked_sub(1)?;
    let value = c as u32 - ZEROS.get(zero)?;
    (value < 10).then_some(value as u8)
}

/// White space of any kind.
pub(crate) fn is_space(c: char) -> bool {
    c == ' '
        || ('\t'..='\r').contains(&c)
        || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
        || mark(c) == Some(Mark::Space)
}

/// What may stand between the digits of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Space,
    Dash,
    /// A dash that is wider than a hyphen: it parts as often as it joins.
    WideDash,
    Dot,
    Slash,
    Tilde,
    Open,
    Close,
    /// Seen by nobody: soft hyphens, zero-width spaces, direction marks.
    Nothing,
}

/// The mark that a character is; `None` for what doesn't occur within numbers.
#[inline]
pub(crate) fn mark(c: char) -> Option<Mark> {
    match c.is_ascii() {
        true => bytes::mark(c as u8),
        false => far_mark(c),
    }
}

#[inline(never)]
fn far_mark(c: char) -> Option<Mark> {
    any_mark(c)
}

pub(crate) const fn any_mark(c: char) -> Option<Mark> {
    Some(match c {
        ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Mark::Space
        }
        '-' | '\u{2010}' | '\u{2011}' | 'ー' | '\u{FE63}' => Mark::Dash,
        '\u{2012}'..='\u{2015}' | '\u{2212}' | '－' => Mark::WideDash,
        '.' | '．' | '·' | '•' => Mark::Dot,
        '/' | '／' => Mark::Slash,
        '~' | '\u{2053}' | '\u{223C}' | '～' => Mark::Tilde,
        '(' | '（' | '[' | '［' => Mark::Open,
        ')' | '）' | ']' | '］' => Mark::Close,
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => Mark::Nothing,
        _ => return None,
    })
}

pub(crate) const fn is_plus(c: char) -> bool {
    matches!(c, '+' | '＋')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_count() {
        for (text, value) in [
            ("5", 5),
            ("５", 5),
            ("٥", 5),
            ("५", 5),
            ("𝟗", 9),
            ("𝟎", 0),
            ("🯹", 9),
        ] {
            assert_eq!(
                text.chars().next().and_then(digit_value),
                Some(value),
                "{text}"
            );
        }
        for other in "a²½Ⅷ五🎱＋٬".chars() {
            assert_eq!(digit_value(other), None, "{other}");
        }
    }

    #[test]
    fn the_zeros_are_in_order() {
        assert!(ZEROS.is_sorted());
    }
}
