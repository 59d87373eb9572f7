//! What a character means in a text with phone numbers.

use crate::bytes;

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

/// What is written in letters, by blocks of Unicode: far coarser than its tables, and a hundredth of their size.
const LETTERS: [(u32, u32); 28] = [
    (0xAA, 0xAA),
    (0xB5, 0xB5),
    (0xBA, 0xBA),
    (0xC0, 0xD6),
    (0xD8, 0xF6),
    (0xF8, 0x2C1),
    (0x370, 0x374),
    (0x376, 0x37D),
    (0x386, 0x481),
    (0x48A, 0x588),
    (0x5D0, 0x5F2),
    (0x620, 0x65F),
    (0x66E, 0x6D3),
    (0x6FA, 0x963),
    (0x971, 0x1FFF),
    (0x2C00, 0x2DFF),
    (0x3005, 0x3007),
    (0x3031, 0x3035),
    (0x3041, 0x309F),
    (0x30A1, 0x30FA),
    (0x30FC, 0x318F),
    (0x31A0, 0x31FF),
    (0x3400, 0xD7FF),
    (0xF900, 0xFDFB),
    (0xFE70, 0xFEFC),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
    (0xFF66, 0xFFDC),
];

/// Whether words are made of this character.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    is_other_letter(c)
}

#[inline(never)]
fn is_other_letter(c: char) -> bool {
    let code = c as u32;
    let within = |&(first, last): &(u32, u32)| (first..=last).contains(&code);
    let letter = LETTERS.iter().any(within) || is_far_letter(code);
    letter && digit_value(c).is_none()
}

/// Letters beyond U+FFFF: all but symbols and emoji.
fn is_far_letter(code: u32) -> bool {
    matches!(code, 0x1_0000..=0x1_CBFF | 0x1_D400..=0x1_D7CB | 0x1_E000..=0x1_EFFF | 0x2_0000..=0x3_FFFF)
}

/// Whether a number may not touch this character: a letter or a digit.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_letter(c) || digit_value(c).is_some()
}

/// Whether a letter is a capital, of the scripts that have them and CRMs hold.
#[inline(never)]
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'Ѐ'..='Я' | 'Ａ'..='Ｚ' => true,
        'ĸ' => false,
        'Ĺ'..='ň' | 'Ź'..='ž' => c as u32 % 2 == 1,
        'Ā'..='ž' => (c as u32).is_multiple_of(2),
        _ => false,
    }
}

/// The letters U+00C0 to U+017F in lower case and without their accents.
const PLAIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A character in lower case and without accent, as far as words in the lists need it.
pub(crate) fn folded(c: char) -> char {
    let code = c as u32;
    let moved = |by: i32| {
        code.checked_add_signed(by)
            .and_then(char::from_u32)
            .unwrap_or(c)
    };
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'º' | 'ª' => ' ',
        'À'..='ž' | 'ſ' => PLAIN
            .get(code as usize - 0xC0)
            .map_or(c, |&plain| char::from(plain)),
        'А'..='Я' | 'Α'..='Ω' => moved(0x20),
        'Ѐ'..='Џ' => moved(0x50),
        'Ａ'..='Ｚ' => moved(0x61 - 0xFF21),
        'ａ'..='ｚ' => moved(0x61 - 0xFF41),
        _ => c,
    }
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

    #[test]
    fn letters_are_what_unicode_says_in_the_scripts_of_a_crm() {
        let scripts = [
            0x21..0x250,
            0x3A3..0x3CA,
            0x400..0x482,
            0x5D0..0x5EB,
            0x621..0x640,
            0x3041..0x3097,
            0x4E00..0x9FFF,
            0xAC00..0xD7A4,
        ];
        for c in scripts.into_iter().flatten().filter_map(char::from_u32) {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c} U+{:04X}", c as u32);
            let capital = c.is_uppercase() && (c as u32) < 0x180;
            assert!(!capital || is_capital(c), "{c} is a capital");
            assert!(!is_capital(c) || c.is_uppercase(), "{c} is no capital");
        }
        for c in "📞☎️…–°#€№½²⟦ \u{a0}\u{200b}\u{301}".chars() {
            assert!(!is_letter(c), "{c}");
        }
    }

    #[test]
    fn folding_takes_accents_and_capitals_off() {
        let text: String = "ÁRBOL Ñandú Straße Łódź Źródło ČESKÝ Ő ÜBER Тел ДОБ Ｔｅｌ Nº 電話"
            .chars()
            .map(folded)
            .collect();
        assert_eq!(
            text,
            "arbol nandu strase lodz zrodlo cesky o uber тел доб tel n  電話"
        );
    }
}
