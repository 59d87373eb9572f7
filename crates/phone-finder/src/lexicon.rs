//! What words mean for a number beside them. All lists are one text, made by the compiler.

mod lists;
mod merged;

use crate::bytes;
use crate::words::Folded;
use lists::{ID_ENDS, PHONE_ENDS};
use merged::Merged;

/// What a word means: a bit for each list it is in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Meaning(u16);

impl Meaning {
    pub(crate) const FILLER: Self = Self(1);
    pub(crate) const MARKER: Self = Self(1 << 1);
    pub(crate) const OF: Self = Self(1 << 2);
    pub(crate) const OWNER: Self = Self(1 << 3);
    pub(crate) const OWNED: Self = Self(1 << 4);
    pub(crate) const PHONE: Self = Self(1 << 5);
    pub(crate) const ID: Self = Self(1 << 6);
    pub(crate) const MONEY: Self = Self(1 << 7);
    pub(crate) const CURRENCY: Self = Self(1 << 8);
    pub(crate) const EXTENSION: Self = Self(1 << 9);
    pub(crate) const TIME: Self = Self(1 << 10);
    pub(crate) const UNIT: Self = Self(1 << 11);
    pub(crate) const SHORT_ID: Self = Self(1 << 12);
    pub(crate) const CARRIER: Self = Self(1 << 15);
    /// It ends as words for a phone's number do, or for another one.
    pub(crate) const PHONE_END: Self = Self(1 << 13);
    pub(crate) const ID_END: Self = Self(1 << 14);

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const LISTS: [(Meaning, &str); 14] = [
    (Meaning::FILLER, lists::FILLERS),
    (Meaning::MARKER, lists::MARKERS),
    (Meaning::OF, lists::OF),
    (Meaning::OWNER, lists::OWNERS),
    (Meaning::OWNED, lists::OWNED),
    (Meaning::PHONE, lists::PHONE),
    (Meaning::ID, lists::IDS),
    (Meaning::MONEY, lists::MONEY),
    (Meaning::CURRENCY, lists::CURRENCIES),
    (Meaning::EXTENSION, lists::EXTENSION),
    (Meaning::TIME, lists::TIMES),
    (Meaning::UNIT, lists::UNITS),
    (Meaning::SHORT_ID, lists::SHORT_IDS),
    (Meaning::CARRIER, lists::CARRIERS),
];

/// Words are no longer than this.
pub(crate) const LONGEST: usize = 24;
/// The letters that words begin with, and one more for their end.
const LETTERS: usize = 28;
/// No more sets of meanings than this occur.
const MEANINGS: usize = 32;

/// What the word means: the first `length` bytes, zeros behind them.
pub(crate) fn meaning(word: &Folded, length: usize) -> Meaning {
    listed(word, length).and(ending(word.get(..length).unwrap_or_default()))
}

/// What the end of a word says.
fn ending(word: &[u8]) -> Meaning {
    let ends_in = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end.as_bytes()));
    match word.last() {
        // Most words end otherwise: one byte tells.
        Some(&last) if may_end(last) => match () {
            () if ends_in(&PHONE_ENDS) => Meaning::PHONE_END,
            () if ends_in(&ID_ENDS) => Meaning::ID_END,
            () => Meaning::default(),
        },
        _ => Meaning::default(),
    }
}

/// Whether any of the ends that are looked for ends so.
fn may_end(last: u8) -> bool {
    matches!(last, b'n' | b'r' | 0x80..)
}

/// What the lists say of a word.
fn listed(word: &Folded, length: usize) -> Meaning {
    let (from, to) = range(length, word.first().copied().unwrap_or(0));
    let begin = bytes::eight(word, 0);
    // What is beyond a word that has no eight letters.
    let beyond = 8 * 8_usize.saturating_sub(length) as u32;
    let mut at = from;
    while at < to {
        let other = bytes::eight(&TEXT, at) << beyond >> beyond;
        if other == begin && is_same(word, at, length) {
            let place = TEXT.get(at + length).copied().unwrap_or(0);
            return SETS.get(usize::from(place)).copied().unwrap_or_default();
        }
        at += length + 1;
    }
    Meaning::default()
}

/// Whether a word is the one that begins at a byte, where the first eight are the same.
fn is_same(word: &Folded, at: usize, length: usize) -> bool {
    length <= 8 || TEXT.get(at + 8..at + length) == word.get(8..length)
}

/// Where the words begin and end that have this length and begin with this byte.
fn range(length: usize, first: u8) -> (usize, usize) {
    let start = STARTS.get(length).copied().map_or(0, usize::from);
    let firsts = FIRSTS.get(length).map(<[u8; LETTERS]>::as_slice);
    let firsts = firsts.unwrap_or_default();
    let place =
        |letter| start + usize::from(firsts.get(letter).copied().unwrap_or(0)) * (length + 1);
    let letter = letter_of(first);
    (place(letter), place(letter + 1))
}

/// The letters of ASCII from 0, then all others.
const fn letter_of(first: u8) -> usize {
    let letter = first.wrapping_sub(b'a') as usize;
    if letter < 26 { letter } else { 26 }
}

/// The words, those of one length after those of another, in order; behind each the place of its meaning.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
static TEXT: [u8; MERGED.len] = {
    let (mut text, mut at) = ([0; MERGED.len], 0);
    while at < text.len() {
        text[at] = MERGED.text[at];
        at += 1;
    }
    text
};
/// Where the words of each length begin.
static STARTS: [u16; LONGEST + 2] = MERGED.starts;
/// How many words of each length stand before those that begin with each letter, and how many there are in all.
static FIRSTS: [[u8; LETTERS]; LONGEST + 1] = MERGED.firsts;
static SETS: [Meaning; MEANINGS] = MERGED.sets;

const MERGED: Merged = Merged::new();

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning_of(word: &str) -> Meaning {
        let mut bytes = [0; LONGEST];
        bytes[..word.len()].copy_from_slice(word.as_bytes());
        meaning(&bytes, word.len())
    }

    #[test]
    fn every_word_is_found_with_all_its_meanings() {
        for (list, text) in LISTS {
            for word in text.split(' ') {
                assert!(meaning_of(word).has(list), "{word}");
            }
        }
        let both = meaning_of("euros");
        assert!(both.has(Meaning::CURRENCY) && !both.has(Meaning::PHONE));
        let both = meaning_of("direct");
        assert!(both.has(Meaning::PHONE) && !both.has(Meaning::FILLER));
    }

    #[test]
    fn the_ends_that_are_looked_for_end_as_they_may() {
        for end in PHONE_ENDS.iter().chain(&ID_ENDS) {
            assert!(end.bytes().last().is_some_and(may_end), "{end}");
        }
    }

    #[test]
    fn other_words_mean_nothing() {
        for word in ["", "a ", "aa", "te", "telefone\u{1}", "zzz", "zwe", "9"] {
            assert_eq!(meaning_of(word), Meaning::default(), "{word}");
        }
    }
}
