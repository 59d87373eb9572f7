//! Reads the compiled metadata in place. `cargo xtask tables` writes it; its form is told there.

mod index;

use std::ops::Range;

use crate::digits::Digits;

pub use index::METADATA;

static BYTES: &[u8] = include_bytes!("tables/tables.bin");

/// The nodes of all automata as they lie in the file: only the compiler reads them.
const FILE: &[u8] = include_bytes!("tables/nodes.bin");

/// The words of all automata.
static NODES: [u16; FILE.len() / 2] = {
    let mut words = [0; FILE.len() / 2];
    let mut at = 0;
    while at < words.len() {
        words[at] = u16::from_le_bytes([FILE[2 * at], FILE[2 * at + 1]]);
        at += 1;
    }
    words
};

const DIGITS: u16 = (1 << 10) - 1;
const HAS_END: u16 = 1 << 10;
const HAS_OUTPUT: u16 = 1 << 11;

/// A node of an automaton, by the place of its first word; the dead end is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node(usize);

impl Node {
    const DEAD: Self = Self(0);

    fn head(self) -> u16 {
        word(self.0)
    }

    fn step(self, digit: u8) -> Self {
        let head = self.head();
        let changes = (head & DIGITS & ((2 << digit) - 1)).count_ones();
        if changes == 0 {
            return Self::DEAD;
        }
        let before = (head & (HAS_END | HAS_OUTPUT)).count_ones();
        self.back(before + changes)
    }

    /// The node at the end of the input.
    fn end(self) -> Self {
        let head = self.head();
        match head & HAS_END {
            0 => Self::DEAD,
            _ => self.back(1 + u32::from(head & HAS_OUTPUT != 0)),
        }
    }

    /// The node that the word `offset` behind the first leads back to.
    fn back(self, offset: u32) -> Self {
        match word(self.0 + offset as usize) {
            0 => Self::DEAD,
            distance => Self(self.0 - usize::from(distance)),
        }
    }

    fn output(self) -> u16 {
        match self.head() & HAS_OUTPUT {
            0 => 0,
            _ => word(self.0 + 1),
        }
    }

    /// What the automaton says about all of `digits`; 0 is nothing.
    pub(crate) fn whole(self, digits: &[u8]) -> u16 {
        let mut node = self;
        for &digit in digits {
            node = node.step(digit);
            if node == Self::DEAD {
                return 0;
            }
        }
        node.output()
    }

    /// What the automaton says about how `digits` begin; 0 is nothing.
    pub(crate) fn prefix(self, digits: &[u8]) -> u16 {
        let (mut node, mut said) = (self, 0);
        for &digit in digits {
            node = node.step(digit);
            if node == Self::DEAD {
                return said;
            }
            said = some(node.output()).unwrap_or(said);
        }
        some(node.end().output()).unwrap_or(said)
    }
}

fn some(output: u16) -> Option<u16> {
    (output != 0).then_some(output)
}

fn word(at: usize) -> u16 {
    NODES.get(at).copied().unwrap_or(0)
}

/// Record `place` of a table whose records are `N` bytes long; zeros beyond its end.
fn record<const N: usize>(table: Range<usize>, place: usize) -> [u8; N] {
    let at = table.start + place * N;
    let bytes = BYTES.get(at..at + N).filter(|_| at + N <= table.end);
    bytes.and_then(|b| b.try_into().ok()).unwrap_or([0; N])
}

fn u16_of(bytes: &[u8]) -> u16 {
    bytes.iter().rev().fold(0, |n, &b| n << 8 | u16::from(b))
}

fn u32_of(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |n, &b| n << 8 | u32::from(b))
}

/// A region, or a country code of no region: its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Entity(u16);

/// What is known of an entity.
pub(crate) struct Facts {
    pub(crate) code: u16,
    /// A set bit for each length that a national number can have.
    pub(crate) lengths: u32,
    /// The same for numbers dialled without area code.
    pub(crate) local_lengths: u32,
    pub(crate) general: Node,
    pub(crate) national_prefix: Node,
    pub(crate) international_prefix: Node,
}

const ENTITY: usize = 24;

impl Entity {
    /// The region with this upper-case ISO 3166 code.
    pub(crate) fn of(id: [u8; 2]) -> Option<Self> {
        let mut places = 0..(index::ENTITIES.len() / ENTITY) as u16;
        places.find(|&place| Self(place).id() == id).map(Self)
    }

    /// ISO 3166 code; two zeros for a country code of no region.
    pub(crate) fn id(self) -> [u8; 2] {
        let [a, b, ..] = self.bytes();
        [a, b]
    }

    pub(crate) fn facts(self) -> Facts {
        let bytes = self.bytes();
        let node = |at: usize| Node(u32_of(&bytes[at..at + 4]) as usize);
        Facts {
            code: u16_of(&bytes[2..4]),
            lengths: u32_of(&bytes[4..8]),
            local_lengths: u32_of(&bytes[8..12]),
            general: node(12),
            national_prefix: node(16),
            international_prefix: node(20),
        }
    }

    fn bytes(self) -> [u8; ENTITY] {
        record(index::ENTITIES, usize::from(self.0))
    }
}

/// A country calling code.
#[derive(Clone, Copy)]
pub(crate) struct Code {
    pub(crate) value: u16,
    root: Node,
    members: usize,
}

impl Code {
    /// The country calling code with this value.
    pub(crate) fn of(value: u16) -> Option<Self> {
        let [place] = record(index::CODE_PLACES, usize::from(value));
        let bytes: [u8; 8] = record(index::CODES, usize::from(place.checked_sub(1)?));
        Some(Self {
            value,
            root: Node(u32_of(&bytes[..4]) as usize),
            members: usize::from(u16_of(&bytes[6..])),
        })
    }

    /// The region, of those with this code, that stands for all.
    pub(crate) fn main(self) -> Entity {
        self.member(0)
    }

    fn member(self, place: usize) -> Entity {
        Entity(u16_of(&record::<2>(index::MEMBERS, self.members + place)))
    }

    /// What the national number is; `None` where it isn't valid.
    pub(crate) fn verdict(self, national: &[u8]) -> Option<Verdict> {
        let place = self.root.whole(national).checked_sub(1)?;
        let bytes: [u8; 6] = record(index::VERDICTS, usize::from(place));
        Some(Verdict {
            entity: self.member(usize::from(bytes[0])),
            kind: bytes[1] & 0x7F,
            needs_prefix: bytes[1] & 0x80 != 0,
            national: u16_of(&bytes[2..4]),
            international: u16_of(&bytes[4..]),
        })
    }
}

/// What is known of a valid number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) entity: Entity,
    /// The place of its kind in libphonenumber's order.
    pub(crate) kind: u8,
    /// Whether it is always written with the national prefix, where it is written without country code.
    pub(crate) needs_prefix: bool,
    /// The masks to show it by.
    pub(crate) national: u16,
    pub(crate) international: u16,
}

/// A mask: `#` for each digit, `0x80 + n` to go on with digit `n`, all else as it stands. Empty for the
/// digits themselves.
pub(crate) fn mask(number: u16) -> &'static [u8] {
    let start =
        |place: u16| usize::from(u16_of(&record::<2>(index::MASK_STARTS, usize::from(place))));
    let masks = BYTES.get(index::MASKS).unwrap_or_default();
    masks
        .get(start(number)..start(number + 1))
        .unwrap_or_default()
}

/// Applies the edit with this number, from 1: takes a national prefix off.
pub(crate) fn edited(edit: u16, digits: &Digits) -> Option<Digits> {
    let bytes: [u8; 8] = record(index::EDITS, usize::from(edit.checked_sub(1)?));
    let [skip, keep, drop, insert] = [bytes[0], bytes[1], bytes[2], bytes[3]].map(usize::from);
    let rest = digits.get(skip..)?;
    let mut result = Digits::default();
    result.extend(bytes.get(4..4 + insert)?.iter().map(|b| b - b'0'));
    result.extend(rest.get(..keep)?.iter().copied());
    result.extend(rest.get(keep + drop..)?.iter().copied());
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_it_was_made_from() {
        assert!(METADATA.starts_with("libphonenumber v"), "{METADATA}");
    }

    #[test]
    fn every_code_has_a_main_region_with_that_code() {
        let codes: Vec<Code> = (0..1000).filter_map(Code::of).collect();
        assert_eq!(codes.len(), index::CODES.len() / 8);
        for code in codes {
            assert_eq!(code.main().facts().code, code.value);
        }
    }
}
