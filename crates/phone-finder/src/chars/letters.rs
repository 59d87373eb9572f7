//! Letters: what is one, and which small one without accent it is read as.

use super::digit_value;

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

#[cfg(test)]
mod tests {
    use super::*;

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
