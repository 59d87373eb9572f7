//! The words around a number.

use crate::chars::{folded, is_capital, is_letter};
use crate::lexicon::{self, LONGEST, Meaning};

/// A word as it stands in the lists: folded, in place.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    bytes: [u8; LONGEST],
    len: usize,
    meaning: Meaning,
    /// Whether it is written in capitals only.
    pub(crate) capitals: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

impl Word {
    /// The word that the text ends with, and what stands before it; empty if the text ends otherwise.
    pub(crate) fn last_of(text: &str) -> (Self, &str) {
        let length =
            ascii_letters(text.bytes().rev()).unwrap_or_else(|| letters(text.chars().rev()));
        let (before, word) = text
            .split_at_checked(text.len() - length)
            .unwrap_or((text, ""));
        (Self::of(word), before)
    }

    /// The word that the text begins with, and what stands behind it.
    pub(crate) fn first_of(text: &str) -> (Self, &str) {
        let length = ascii_letters(text.bytes()).unwrap_or_else(|| letters(text.chars()));
        let (word, after) = text.split_at_checked(length).unwrap_or(("", text));
        (Self::of(word), after)
    }

    /// Empty where the text is longer than any word in the lists.
    fn of(text: &str) -> Self {
        let mut word = Self::default();
        if text.is_empty() {
            return word;
        }
        let folded = match text.is_ascii() {
            true => word.fold_ascii(text.as_bytes()),
            false => word.fold(text),
        };
        if folded.is_none() {
            return Self::default();
        }
        word.meaning = lexicon::meaning(word.folded());
        word
    }

    fn fold_ascii(&mut self, text: &[u8]) -> Option<()> {
        let place = self.bytes.get_mut(..text.len())?;
        self.capital = text.first().is_some_and(u8::is_ascii_uppercase);
        self.capitals = true;
        for (place, byte) in place.iter_mut().zip(text) {
            *place = byte.to_ascii_lowercase();
            self.capitals &= byte.is_ascii_uppercase();
        }
        self.len = text.len();
        Some(())
    }

    fn fold(&mut self, text: &str) -> Option<()> {
        self.capital = text.starts_with(is_capital);
        self.capitals = text.chars().all(is_capital);
        for c in text.chars().map(folded) {
            let end = self.len + c.len_utf8();
            c.encode_utf8(self.bytes.get_mut(self.len..end)?);
            self.len = end;
        }
        Some(())
    }

    /// The word in lower case and without accents, as UTF-8.
    pub(crate) fn folded(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether it is in the list of words with this meaning.
    pub(crate) fn means(&self, meaning: Meaning) -> bool {
        self.meaning.has(meaning)
    }
}

/// How many letters of ASCII come first; `None` if a character beyond ASCII follows them.
fn ascii_letters(bytes: impl Iterator<Item = u8>) -> Option<usize> {
    let mut count = 0;
    for byte in bytes.take(LONGEST + 1) {
        match byte {
            byte if byte.is_ascii_alphabetic() => count += 1,
            0x80.. => return None,
            _ => break,
        }
    }
    Some(count)
}

/// How many bytes the letters have that come first.
fn letters(chars: impl Iterator<Item = char>) -> usize {
    let letters = chars.take(LONGEST + 1).take_while(|c| is_letter(*c));
    letters.map(char::len_utf8).sum()
}
