//! The lists as one text, which the compiler makes.

use super::{LETTERS, LISTS, LONGEST, MEANINGS, Meaning, letter_of};

/// The words of all lists, each once.
pub(super) struct Merged {
    pub(super) text: [u8; Merged::ROOM],
    pub(super) len: usize,
    pub(super) starts: [u16; LONGEST + 2],
    pub(super) firsts: [[u8; LETTERS]; LONGEST + 1],
    pub(super) sets: [Meaning; MEANINGS],
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

    pub(super) const fn new() -> Self {
        let mut merged = Self {
            text: [0; Self::ROOM],
            len: 0,
            starts: [0; LONGEST + 2],
            firsts: [[0; LETTERS]; LONGEST + 1],
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
        let mut letter = letter_of(word[start]) + 1;
        while letter < LETTERS {
            self.firsts[length][letter] += 1;
            letter += 1;
        }
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
