//! Runs over a text as fast as can be and stops at digits.

use crate::chars::digit_value;

/// The first byte of the first digit at or after byte `from`, a boundary between characters.
pub(crate) fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            return Some(at);
        }
        // No digit beyond ASCII has a lower code than U+0660, whose first byte is this.
        if byte >= 0xD9
            && text[at..]
                .chars()
                .next()
                .is_some_and(|c| digit_value(c).is_some())
        {
            return Some(at);
        }
        at += width(byte);
    }
    None
}

/// How many bytes the character has that begins with this one.
fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_at_digits_only() {
        assert_eq!(next_digit("né 📞 ٥", 0), Some(9));
        assert_eq!(next_digit("né 📞 5", 0), Some(9));
        assert_eq!(next_digit("née 電話²½", 0), None);
        assert_eq!(next_digit("12", 1), Some(1));
        assert_eq!(next_digit("", 0), None);
    }
}
