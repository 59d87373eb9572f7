//! What words mean for a number beside them. All lists are one text, made by the compiler.

mod lists;

use core::cmp::Ordering;

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
    pub(crate) const SHORT_ID: Self = Self(1 << 12);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const LISTS: [(Meaning, &str); 13] = [
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
];

/// Words are no longer than this.
pub(crate) const LONGEST: usize = 24;
/// No more sets of meanings than this occur.
const MEANINGS: usize = 32;

/// What the word, in lower case and without accents, means.
pub(crate) fn meaning(word: &[u8]) -> Meaning {
    let Some(&[from, to]) = STARTS.get(word.len()..).and_then(<[u16]>::first_chunk) else {
        return Meaning::default();
    };
    let (width, from) = (word.len() + 1, usize::from(from));
    let (mut low, mut high) = (0, (usize::from(to) - from) / width);
    let begin = beginning(word, word.len());
    while low < high {
        let middle = (low + high) / 2;
        let entry = TEXT.get(from + middle * width..).unwrap_or_default();
        let order = beginning(entry, word.len()).cmp(&begin);
        match order.then_with(|| rest(entry, word.len()).cmp(rest(word, word.len()))) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => {
                let place = entry.get(word.len()).copied().unwrap_or(0);
                return SETS.get(usize::from(place)).copied().unwrap_or_default();
            }
        }
    }
    Meaning::default()
}

/// The first eight bytes of a word of this length, as a number in their order.
fn beginning(bytes: &[u8], length: usize) -> u64 {
    let mut eight = [0; 8];
    match bytes.first_chunk() {
        Some(first) => eight = *first,
        None => bytes
            .iter()
            .zip(&mut eight)
            .for_each(|(from, to)| *to = *from),
    }
    let behind = 8 * 8_usize.saturating_sub(length) as u32;
    u64::from_be_bytes(eight).checked_shr(behind).unwrap_or(0)
}

/// What follows the first eight bytes of a word of this length.
fn rest(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(8..length).unwrap_or_default()
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
static SETS: [Meaning; MEANINGS] = MERGED.sets;

const MERGED: Merged = Merged::new();

/// The words of all lists, each once.
struct Merged {
    text: [u8; Merged::ROOM],
    len: usize,
    starts: [u16; LONGEST + 2],
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
            starts: [0; LONGEST + 2],
            sets: [Meaning(0); MEANINGS],
        };
        let mut length = 1;
        while length <= LONGEST {
            merged.starts[length] = merged.len as u16;
            merged.words_of(length);
            length += 1;
        }
        merged.starts[length] = merged.len as u16;
        merged
    }

    const fn words_of(&mut self, length: usize) {
        let (mut heads, mut list) = ([0; LISTS.len()], 0);
        while list < LISTS.len() {
            heads[list] = next(LISTS[list].1.as_bytes(), 0, length);
            list += 1;
        }
        while let Some((word, at)) = least(&heads, length) {
            let (mut meaning, mut list) = (Meaning(0), 0);
            while list < LISTS.len() {
                let (text, from) = (LISTS[list].1.as_bytes(), heads[list]);
                if from < text.len() && compare(text, from, word, at, length) == 0 {
                    meaning = Meaning(meaning.0 | LISTS[list].0.0);
                    heads[list] = next(text, from + length + 1, length);
                    assert!(
                        heads[list] >= text.len()
                            || compare(text, from, text, heads[list], length) < 0,
                        "a list is not in order"
                    );
                }
                list += 1;
            }
            self.push(word, at, length, meaning);
        }
    }

    const fn push(&mut self, word: &[u8], start: usize, length: usize, meaning: Meaning) {
        let mut at = start;
        while at < start + length {
            self.text[self.len] = word[at];
            self.len += 1;
            at += 1;
        }
        let mut place = 0;
        while self.sets[place].0 != 0 && self.sets[place].0 != meaning.0 {
            place += 1;
        }
        self.sets[place] = meaning;
        self.text[self.len] = place as u8;
        self.len += 1;
    }
}

/// The first in order of the words that the lists have come to: its list, and where it begins there.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
const fn least(heads: &[usize; LISTS.len()], length: usize) -> Option<(&'static [u8], usize)> {
    let mut best: Option<(&[u8], usize)> = None;
    let mut list = 0;
    while list < LISTS.len() {
        let (text, at) = (LISTS[list].1.as_bytes(), heads[list]);
        let before = match best {
            _ if at >= text.len() => false,
            Some((other, from)) => compare(text, at, other, from, length) < 0,
            None => true,
        };
        if before {
            best = Some((text, at));
        }
        list += 1;
    }
    best
}

/// Where the next word of this length begins, at or after `from`; beyond the text where none does.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
const fn next(text: &[u8], from: usize, length: usize) -> usize {
    let mut start = from;
    while start < text.len() {
        let mut end = start;
        while end < text.len() && text[end] != b' ' {
            end += 1;
        }
        if end - start == length {
            return start;
        }
        start = end + 1;
    }
    text.len()
}

/// Below 0 if the first word comes before the second, 0 if they are the same.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
const fn compare(a: &[u8], start: usize, b: &[u8], from: usize, length: usize) -> i32 {
    let mut at = 0;
    while at < length {
        let difference = a[start + at] as i32 - b[from + at] as i32;
        if difference != 0 {
            return difference;
        }
        at += 1;
    }
    0
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
