use std::ops::Deref;

/// More digits than any way to write a number has: an international prefix of nine, a country code, a
/// national prefix and a number.
const MOST: usize = 40;

/// The digits of a number, as values 0 to 9, in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    values: [u8; MOST],
    len: usize,
}

impl Default for Digits {
    fn default() -> Self {
        Self {
            values: [0; MOST],
            len: 0,
        }
    }
}

impl Digits {
    /// Adds a digit; beyond 40 there is no room, and no number either.
    pub(crate) fn push(&mut self, digit: u8) {
        if let Some(place) = self.values.get_mut(self.len) {
            *place = digit;
            self.len += 1;
        }
    }

    pub(crate) fn extend(&mut self, digits: impl IntoIterator<Item = u8>) {
        digits.into_iter().for_each(|digit| self.push(digit));
    }

    /// The digits from place `at` on.
    pub(crate) fn from(&self, at: usize) -> Self {
        Self::of(self.get(at..).unwrap_or_default())
    }

    /// The first 40 of these digits.
    pub(crate) fn of(digits: &[u8]) -> Self {
        let mut all = Self::default();
        for (place, digit) in all.values.iter_mut().zip(digits) {
            *place = *digit;
        }
        all.len = digits.len().min(MOST);
        all
    }

    pub(crate) fn to_text(self) -> String {
        self.iter().map(|&digit| char::from(b'0' + digit)).collect()
    }
}

impl FromIterator<u8> for Digits {
    fn from_iter<T: IntoIterator<Item = u8>>(digits: T) -> Self {
        let mut all = Self::default();
        all.extend(digits);
        all
    }
}

impl Deref for Digits {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.values.get(..self.len).unwrap_or_default()
    }
}
