//! A text's bytes: what one is, and eight at a time.

use crate::chars::{Mark, any_mark, is_plus};

/// What a byte is at which a character begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Digit,
    Mark(Mark),
    Plus,
    /// The character is beyond ASCII.
    Far,
    /// Another one, or the text's end.
    Other,
}

#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
static CLASSES: [Class; 256] = {
    let (mut classes, mut byte) = ([Class::Far; 256], 0);
    while byte < 128 {
        let c = byte as u8 as char;
        classes[byte] = match any_mark(c) {
            Some(mark) => Class::Mark(mark),
            None if c.is_ascii_digit() => Class::Digit,
            None if is_plus(c) => Class::Plus,
            None => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// What stands at a byte.
#[inline]
pub(crate) fn class(bytes: &[u8], at: usize) -> Class {
    let byte = bytes.get(at);
    let class = byte.and_then(|&byte| CLASSES.get(usize::from(byte)));
    class.copied().unwrap_or(Class::Other)
}

/// The mark that an ASCII character is.
#[inline]
pub(crate) fn mark(byte: u8) -> Option<Mark> {
    match class(&[byte], 0) {
        Class::Mark(mark) => Some(mark),
        _ => None,
    }
}

/// Eight bytes from one on, the first one lowest; zeros behind the end.
#[inline]
pub(crate) fn eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last(bytes, at),
    }
}

/// The same where fewer than eight are left.
#[inline(never)]
fn last(bytes: &[u8], at: usize) -> u64 {
    let Some(eight) = bytes.last_chunk() else {
        let rest = bytes.get(at..).unwrap_or_default();
        return rest
            .iter()
            .rev()
            .fold(0, |n, &byte| n << 8 | u64::from(byte));
    };
    let passed = 8 * (at + 8 - bytes.len()) as u32;
    u64::from_le_bytes(*eight).checked_shr(passed).unwrap_or(0)
}

/// The eight bytes before one, the last one highest; zeros before the beginning.
#[inline]
pub(crate) fn eight_before(bytes: &[u8], end: usize) -> u64 {
    match bytes.get(..end).and_then(<[u8]>::last_chunk) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => {
            let missing = 64 - 8 * end as u32;
            eight(bytes, 0).checked_shl(missing).unwrap_or(0)
        }
    }
}

/// The highest bit of each byte.
pub(crate) const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

/// The highest bit of each of eight bytes, set where the byte is no ASCII digit.
#[inline]
pub(crate) fn no_digits(eight: u64) -> u64 {
    const ZERO: u64 = u64::from_le_bytes([b'0'; 8]);
    // Carries a low half above 9 into the highest bit; for all bytes at once, and into none beside it.
    const ABOVE_NINE: u64 = u64::from_le_bytes([0x80 - 10; 8]);
    let value = eight ^ ZERO;
    let above = (value & !HIGH) + ABOVE_NINE;
    (above | value) & HIGH
}

/// The highest bit of each of eight bytes, set where the byte is an ASCII letter.
#[inline]
pub(crate) fn letters(eight: u64) -> u64 {
    const FROM_A: u64 = u64::from_le_bytes([0x80 - b'a'; 8]);
    const BEHIND_Z: u64 = u64::from_le_bytes([0x80 - b'z' - 1; 8]);
    let lower = (eight & !HIGH) | LOWER;
    (lower + FROM_A) & !(lower + BEHIND_Z) & !eight & HIGH
}

/// The bit of each byte that small letters have and capitals don't.
pub(crate) const LOWER: u64 = u64::from_le_bytes([0x20; 8]);

/// How many bytes stand before the first whose highest bit is set.
#[inline]
pub(crate) fn before_first(high: u64) -> usize {
    high.trailing_zeros() as usize / 8
}

/// How many bytes stand behind the last whose highest bit is set.
#[inline]
pub(crate) fn behind_last(high: u64) -> usize {
    high.leading_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_apart_in_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = [b'@'; 8];
                bytes[place] = byte;
                let expected = if byte.is_ascii_alphabetic() {
                    0x80 << (8 * place)
                } else {
                    0
                };
                assert_eq!(letters(u64::from_le_bytes(bytes)), expected, "{byte:#x}");
            }
        }
    }

    #[test]
    fn eight_before_the_end_are_those_that_stand_there() {
        let bytes: Vec<u8> = (1..=12).collect();
        for end in 0..=bytes.len() {
            let padded = [&[0; 8], &bytes[..end]].concat();
            let expected = padded.last_chunk().unwrap();
            assert_eq!(eight_before(&bytes, end).to_le_bytes(), *expected, "{end}");
        }
    }

    #[test]
    fn eight_are_read_at_the_end_too() {
        for length in 0..12 {
            let bytes: Vec<u8> = (1..=length).collect();
            for at in 0..=bytes.len() {
                let mut expected = [0; 8];
                let rest = bytes.iter().skip(at).zip(&mut expected);
                rest.for_each(|(from, to)| *to = *from);
                assert_eq!(eight(&bytes, at).to_le_bytes(), expected, "{length} {at}");
            }
        }
    }
}
