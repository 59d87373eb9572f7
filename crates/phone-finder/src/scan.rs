//! Runs over a text as fast as can be and stops at digits.

use crate::chars::digit_value;
use crate::text;

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
        // No digit beyond ASCII has a lower code than U+0660, whose first byte is this.
        let far = first >= 0xD9;
        let c = text::after(text, at).chars().next().filter(|_| far);
        if c.is_some_and(|c| digit_value(c).is_some()) {
            return Some(at);
        }
        at += width(first);
    }
}

/// The first byte at or after `from` that is an ASCII digit or not ASCII.
fn next_of_interest(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let found = of_interest(u64::from_le_bytes(*eight));
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    let found = rest
        .iter()
        .position(|b| b.is_ascii_digit() || !b.is_ascii())?;
    Some(at + found)
}

/// The highest bit of each of eight bytes, set where the byte is an ASCII digit or not ASCII.
fn of_interest(eight: u64) -> u64 {
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const ZERO: u64 = u64::from_le_bytes([b'0'; 8]);
    // Carries a low half above 9 into the highest bit; for all bytes at once, and into none beside it.
    const ABOVE_NINE: u64 = u64::from_le_bytes([0x80 - 10; 8]);
    let value = eight ^ ZERO;
    let above = (value & !HIGH) + ABOVE_NINE;
    (!(above | value) | eight) & HIGH
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
                let expected = (byte.is_ascii_digit() || !byte.is_ascii()).then_some(place);
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
