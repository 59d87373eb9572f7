//! Runs over a text as fast as can be and stops at digits.

use crate::chars::digit_value;
use crate::{bytes, text};

/// The first byte of the first digit at or after byte `from`, a boundary between characters.
pub(crate) fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at = next_of_interest(bytes, at)?;
        let first = *bytes.get(at)?;
        if first.is_ascii_digit() {
            return Some(at);
        }
        let c = text::first(text::after(text, at));
        if c.is_some_and(|c| digit_value(c).is_some()) {
            return Some(at);
        }
        at += width(first);
    }
}

/// No digit beyond ASCII has a lower code than U+0660, whose first byte is this.
const FAR: u8 = 0xD9;

/// The first byte at or after `from` that is an ASCII digit or may begin another one.
fn next_of_interest(bytes: &[u8], from: usize) -> Option<usize> {
    const UP_TO_FAR: u64 = u64::from_le_bytes([0x80 - (FAR - 0x80); 8]);
    let mut at = from;
    while at < bytes.len() {
        let eight = bytes::eight(bytes, at);
        let far = ((eight & !bytes::HIGH) + UP_TO_FAR) & eight;
        let found = (!bytes::no_digits(eight) | far) & bytes::HIGH;
        if found != 0 {
            return Some(at + bytes::before_first(found));
        }
        at += 8;
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
    fn every_byte_is_told_apart_in_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..19 {
                let mut bytes = [b' '; 19];
                bytes[place] = byte;
                let expected = (byte.is_ascii_digit() || byte >= FAR).then_some(place);
                assert_eq!(
                    next_of_interest(&bytes, 0),
                    expected,
                    "{byte:#x} at {place}"
                );
            }
        }
    }

    #[test]
    fn stops_at_digits_only() {
        assert_eq!(next_digit("né 📞 ٥", 0), Some(9));
        assert_eq!(next_digit("né 📞 5", 0), Some(9));
        assert_eq!(next_digit("née 電話²½", 0), None);
        assert_eq!(next_digit("12", 1), Some(1));
        assert_eq!(next_digit("", 0), None);
    }
}
