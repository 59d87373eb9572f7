//! What words mean for a number beside them. All lists are one sorted text, made by the compiler.

mod lists;

use std::cmp::Ordering;

pub(crate) use lists::{ID_ENDS, PHONE_ENDS};

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

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const LISTS: [(Meaning, &str); 12] = [
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
];

/// Behind each word of the text stands a byte below this: the place of its meaning.
const MEANINGS: usize = 32;

/// What the word, in lower case and without accents, means.
pub(crate) fn meaning(word: &[u8]) -> Meaning {
    let (mut low, mut high) = (0, TEXT.len());
    while low < high {
        let (start, end) = word_around((low + high) / 2, low);
        let Some(other) = TEXT.get(start..end) else {
            break;
        };
        match other.cmp(word) {
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
            Ordering::Equal => {
                let place = TEXT.get(end).copied().unwrap_or(0);
                return SETS.get(usize::from(place)).copied().unwrap_or_default();
            }
        }
    }
    Meaning::default()
}

/// Where the word begins and ends that byte `at` of the text belongs to; none begins before `least`.
fn word_around(at: usize, least: usize) -> (usize, usize) {
    let is_end = |byte: &u8| usize::from(*byte) < MEANINGS;
    let before = TEXT.get(least..at).unwrap_or_default();
    let start = before
        .iter()
        .rposition(is_end)
        .map_or(least, |end| least + end + 1);
    let after = TEXT.get(at..).unwrap_or_default();
    (start, at + after.iter().position(is_end).unwrap_or(0))
}

#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
static TEXT: [u8; MERGED.len] = {
    let (mut text, mut at) = ([0; MERGED.len], 0);
    while at < text.len() {
        text[at] = MERGED.text[at];
        at += 1;
    }
    text
};
static SETS: [Meaning; MEANINGS] = MERGED.sets;

const MERGED: Merged = Merged::new();

/// The words of all lists, in order, each once.
struct Merged {
    text: [u8; Merged::ROOM],
    len: usize,
    sets: [Meaning; MEANINGS],
}

#[allow(
    clippy::indexing_slicing,
    reason = "run by the compiler, which tells where it fails"
)]
impl Merged {
    const ROOM: usize = {
        let (mut room, mut list) = (LISTS.len(), 0);
        while list < LISTS.len() {
            room += LISTS[list].1.len();
            list += 1;
        }
        room
    };

    const fn new() -> Self {
        let mut merged = Self {
            text: [0; Self::ROOM],
            len: 0,
            sets: [Meaning(0); MEANINGS],
        };
        let mut heads = [0; LISTS.len()];
        while let Some((start, end, list)) = least(&heads) {
            let word = LISTS[list].1.as_bytes();
            let mut meaning = Meaning(0);
            let mut other = 0;
            while other < LISTS.len() {
                let (text, from) = (LISTS[other].1.as_bytes(), heads[other]);
                let to = end_of(text, from);
                if compare(text, from, to, word, start, end) == 0 {
                    meaning = Meaning(meaning.0 | LISTS[other].0.0);
                    heads[other] = to + 1;
                    let next = end_of(text, to + 1);
                    assert!(
                        compare(text, from, to, text, to + 1, next) < 0 || next == to + 1,
                        "a list is not in order"
                    );
                }
                other += 1;
            }
            merged.push(word, start, end, meaning);
        }
        merged
    }

    const fn push(&mut self, word: &[u8], start: usize, end: usize, meaning: Meaning) {
        let mut at = start;
        while at < end {
            self.text[self.len] = word[at];
            self.len += 1;
            at += 1;
        }
        let mut place = 1;
        while self.sets[place].0 != 0 && self.sets[place].0 != meaning.0 {
            place += 1;
        }
        self.sets[place] = meaning;
        self.text[self.len] = place as u8;
        self.len += 1;
    }
}

/// The first in order of the words that the lists have come to: where it begins and ends, and in which list.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
const fn least(heads: &[usize; LISTS.len()]) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut list = 0;
    while list < LISTS.len() {
        let (text, start) = (LISTS[list].1.as_bytes(), heads[list]);
        let end = end_of(text, start);
        let before = match best {
            Some((from, to, other)) => {
                compare(text, start, end, LISTS[other].1.as_bytes(), from, to) < 0
            }
            None => true,
        };
        if start < end && before {
            best = Some((start, end, list));
        }
        list += 1;
    }
    best
}

/// Where the word ends that begins at `start`; `start` itself beyond the text.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
const fn end_of(text: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < text.len() && text[end] != b' ' {
        end += 1;
    }
    end
}

/// Below 0 if the first word comes before the second, 0 if they are the same.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
const fn compare(a: &[u8], start: usize, end: usize, b: &[u8], from: usize, to: usize) -> i32 {
    let mut at = 0;
    while start + at < end && from + at < to {
        let difference = a[start + at] as i32 - b[from + at] as i32;
        if difference != 0 {
            return difference;
        }
        at += 1;
    }
    (end - start) as i32 - (to - from) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_with_all_its_meanings() {
        for (list, text) in LISTS {
            for word in text.split(' ') {
                assert!(meaning(word.as_bytes()).has(list), "{word}");
            }
        }
        let both = meaning(b"euros");
        assert!(both.has(Meaning::CURRENCY) && !both.has(Meaning::PHONE));
        let both = meaning(b"direct");
        assert!(both.has(Meaning::PHONE) && !both.has(Meaning::FILLER));
    }

    #[test]
    fn other_words_mean_nothing() {
        for word in ["", "a ", "aa", "te", "telefone\u{1}", "zzz", "zwe", "9"] {
            assert_eq!(meaning(word.as_bytes()), Meaning::default(), "{word}");
        }
    }
}
