use core::ops::Deref;

use crate::bytes;

/// Digits as they were written: an international prefix of nine, a country code, a national prefix and a number are 33.
pub(crate) type Written = Digits<40>;
/// A national number has at most 17 digits, an extension 20: whatever has more than there is room for is neither.
pub(crate) type Short = Digits<24>;

/// Digits, as values 0 to 9, in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits<const ROOM: usize> {
    values: [u8; ROOM],
    len: u8,
}

impl<const ROOM: usize> Digits<ROOM> {
    pub(crate) const fn new() -> Self {
        let (values, len) = ([0; ROOM], 0);
        Self { values, len }
    }

    /// The first of these digits.
    pub(crate) fn of(digits: &[u8]) -> Self {
        let (mut values, places) = ([0; ROOM], (0..).step_by(8));
        for (eight, at) in values.as_chunks_mut().0.iter_mut().zip(places) {
            *eight = bytes::eight(digits, at).to_le_bytes();
        }
        let len = digits.len().min(ROOM) as u8;
        Self { values, len }
    }

    /// Adds a digit, if there is room.
    pub(crate) fn push(&mut self, digit: u8) {
        if let Some(place) = self.values.get_mut(usize::from(self.len)) {
            *place = digit;
            self.len += 1;
        }
    }

    /// Adds digits, as many as there is room for.
    pub(crate) fn extend(&mut self, digits: &[u8]) {
        digits.iter().for_each(|&digit| self.push(digit));
    }
}

impl<const ROOM: usize> Deref for Digits<ROOM> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.values.get(..usize::from(self.len)).unwrap_or_default()
    }
}
