//! The words around a number.

use crate::chars::{folded, is_capital, is_letter};
use crate::lexicon::{self, Meaning};

/// A word as it stands in the lists: folded, in place.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    bytes: [u8; Word::LONGEST],
    len: usize,
    meaning: Meaning,
    /// Whether it is written in capitals only.
    pub(crate) capitals: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

impl Word {
    /// Longer words than this are in no list.
    const LONGEST: usize = 24;

    /// The word that the text ends with, and what stands before it; empty if the text ends otherwise.
    pub(crate) fn last_of(text: &str) -> (Self, &str) {
        let letters = text.chars().rev().take(Self::LONGEST + 1);
        let length: usize = letters
            .take_while(|c| is_letter(*c))
            .map(char::len_utf8)
            .sum();
        let (before, word) = text
            .split_at_checked(text.len() - length)
            .unwrap_or((text, ""));
        (Self::of(word), before)
    }

    /// The word that the text begins with, and what stands behind it.
    pub(crate) fn first_of(text: &str) -> (Self, &str) {
        let letters = text.chars().take(Self::LONGEST + 1);
        let length: usize = letters
            .take_while(|c| is_letter(*c))
            .map(char::len_utf8)
            .sum();
        let (word, after) = text.split_at_checked(length).unwrap_or(("", text));
        (Self::of(word), after)
    }

    fn of(text: &str) -> Self {
        let mut word = Self {
            capitals: !text.is_empty(),
            capital: text.starts_with(is_capital),
            ..Self::default()
        };
        for c in text.chars() {
            word.capitals &= is_capital(c);
            let mut buffer = [0; 4];
            let bytes = folded(c).encode_utf8(&mut buffer).as_bytes();
            let Some(place) = word.bytes.get_mut(word.len..word.len + bytes.len()) else {
                return Self::default();
            };
            place.copy_from_slice(bytes);
            word.len += bytes.len();
        }
        word.meaning = lexicon::meaning(word.folded());
        word
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
