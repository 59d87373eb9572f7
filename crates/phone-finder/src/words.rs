//! The words around a number.

use crate::bytes::{self, HIGH, LOWER};
use crate::chars::{folded, is_capital, is_letter};
use crate::lexicon::{self, LONGEST, Meaning};

/// What is known of a word in lower case and without accents.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    /// The first eight bytes, zeros behind them.
    begin: u64,
    length: u8,
    meaning: Meaning,
    /// Whether it is written in capitals only.
    pub(crate) capitals: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

/// A word in lower case and without accents, as it stands in the lists.
pub(crate) type Folded = [u8; LONGEST];

impl Word {
    /// The word that the text ends with, and what stands before it; empty if the text ends otherwise.
    pub(crate) fn last_of(text: &str) -> (Self, &str) {
        let length = last_letters(text.as_bytes()).unwrap_or_else(|| letters(text.chars().rev()));
        let (before, word) = text
            .split_at_checked(text.len() - length)
            .unwrap_or((text, ""));
        (Self::of(word), before)
    }

    /// The word that the text begins with, and what stands behind it.
    pub(crate) fn first_of(text: &str) -> (Self, &str) {
        let length = first_letters(text.as_bytes()).unwrap_or_else(|| letters(text.chars()));
        let (word, after) = text.split_at_checked(length).unwrap_or(("", text));
        (Self::of(word), after)
    }

    /// Empty where the text is longer than any word in the lists.
    fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        match text.is_ascii() {
            true => Self::of_ascii(text.as_bytes()),
            false => Self::of_any(text).unwrap_or_default(),
        }
    }

    /// A word of ASCII letters, taken over eight at a time.
    fn of_ascii(text: &[u8]) -> Self {
        if text.len() > LONGEST {
            return Self::default();
        }
        let (mut folded, mut small) = ([0; LONGEST], 0);
        let places = folded.as_chunks_mut().0.iter_mut();
        for (place, at) in places.zip((0..text.len()).step_by(8)) {
            let eight = bytes::eight(text, at);
            small |= eight & LOWER;
            *place = (eight | bytes::letters(eight) >> 2).to_le_bytes();
        }
        let word = Self::folded(&folded, text.len());
        let capital = text.first().is_some_and(u8::is_ascii_uppercase);
        let capitals = small == 0;
        Self {
            capitals,
            capital,
            ..word
        }
    }

    #[inline(never)]
    fn of_any(text: &str) -> Option<Self> {
        let (mut bytes, mut length) = ([0; LONGEST], 0);
        for c in text.chars().map(folded) {
            let end = length + c.len_utf8();
            c.encode_utf8(bytes.get_mut(length..end)?);
            length = end;
        }
        Some(Self {
            capital: text.starts_with(is_capital),
            capitals: text.chars().all(is_capital),
            ..Self::folded(&bytes, length)
        })
    }

    fn folded(bytes: &Folded, length: usize) -> Self {
        Self {
            begin: bytes::eight(bytes, 0),
            length: length as u8,
            meaning: lexicon::meaning(bytes, length),
            ..Self::default()
        }
    }

    /// How many bytes it has.
    pub(crate) fn length(&self) -> usize {
        self.length.into()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Whether it is this one, of eight bytes at most.
    pub(crate) fn is(&self, word: &[u8]) -> bool {
        self.begin == bytes::eight(word, 0) && self.length() == word.len()
    }

    /// Whether it begins with these bytes, eight at most.
    pub(crate) fn begins(&self, bytes: &[u8]) -> bool {
        let other = self.begin ^ bytes::eight(bytes, 0);
        bytes::before_first(other) >= bytes.len()
    }

    /// Whether it is in the list of words with this meaning.
    pub(crate) fn means(&self, meaning: Meaning) -> bool {
        self.meaning.has(meaning)
    }
}

/// How many letters of ASCII come last; `None` if a character beyond ASCII stands before them.
fn last_letters(bytes: &[u8]) -> Option<usize> {
    let mut end = bytes.len();
    let least = end.saturating_sub(LONGEST + 1);
    loop {
        let others = !bytes::letters(bytes::eight_before(bytes, end)) & HIGH;
        end -= bytes::behind_last(others);
        if end <= least {
            return Some(bytes.len() - least);
        }
        if others != 0 {
            break;
        }
    }
    let before = bytes.get(end - 1).is_some_and(u8::is_ascii);
    before.then_some(bytes.len() - end)
}

/// How many letters of ASCII come first; `None` if a character beyond ASCII follows them.
fn first_letters(bytes: &[u8]) -> Option<usize> {
    let mut end = 0;
    loop {
        let others = !bytes::letters(bytes::eight(bytes, end)) & HIGH;
        end += bytes::before_first(others);
        if end > LONGEST {
            return Some(LONGEST + 1);
        }
        if others != 0 {
            break;
        }
    }
    let far = bytes.get(end).is_some_and(|byte| !byte.is_ascii());
    (!far).then_some(end)
}

/// How many bytes the letters have that come first.
fn letters(chars: impl Iterator<Item = char>) -> usize {
    let letters = chars.take(LONGEST + 1).take_while(|c| is_letter(*c));
    letters.map(char::len_utf8).sum()
}
