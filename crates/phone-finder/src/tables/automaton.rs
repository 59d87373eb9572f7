//! Walks the automata. What their bytes mean is told where they are made: `xtask`'s `tables/automata.rs`.

use core::marker::PhantomData;

/// Where automata lie.
pub(crate) trait Store: Copy {
    fn nodes() -> &'static [u8];

    /// An entry of a leaf: its output, and the counts that it holds for, a bit for each.
    fn entry(at: usize) -> Option<(u8, u32)>;
}

const ONE: u16 = 0x8000;
const TWO: u16 = 0x4000;
const END: u16 = 0x2000;

/// Marks from here on are leaves in two bytes, nodes in one, nodes in two.
const FAR_LEAF: usize = 0x60;
const NODE: usize = 0x80;
const FAR_NODE: usize = 0xC0;

/// In an entry's output: another entry follows.
const MORE: u8 = 0x80;

/// More digits than this an automaton knows nothing of.
const LONGEST: usize = 18;

/// An automaton over decimal digits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Automaton<S> {
    root: usize,
    /// The first entry of its leaves.
    leaves: usize,
    store: PhantomData<S>,
}

/// Where a digit leads.
enum Step {
    Nowhere,
    /// Only the count of digits behind matters from here on.
    Leaf(usize),
    Node(usize),
}

impl<S: Store> Automaton<S> {
    pub(super) fn new(root: u32, leaves: u32) -> Self {
        Self {
            root: root as usize,
            leaves: leaves as usize,
            store: PhantomData,
        }
    }

    /// What the automaton says about all of `digits`; 0 is nothing.
    pub(crate) fn whole(self, digits: &[u8]) -> u8 {
        let mut node = self.root;
        for (place, &digit) in digits.iter().enumerate() {
            match step::<S>(node, digit) {
                Step::Nowhere => return 0,
                Step::Leaf(leaf) => return self.said(leaf, digits.len() - place - 1),
                Step::Node(next) => node = next,
            }
        }
        if u16::from_be_bytes([byte::<S>(node), byte::<S>(node + 1)]) & END == 0 {
            return 0;
        }
        byte::<S>(node + 2)
    }

    /// What the automaton says about how `digits` begin; 0 is nothing.
    pub(crate) fn prefix(self, digits: &[u8]) -> u8 {
        self.whole(digits.get(..LONGEST).unwrap_or(digits))
    }

    /// What the leaf says where `count` digits follow.
    fn said(self, leaf: usize, count: usize) -> u8 {
        let mut entry = self.leaves + leaf - 1;
        loop {
            let Some((output, counts)) = S::entry(entry) else {
                return 0;
            };
            if counts.checked_shr(count as u32).unwrap_or(0) & 1 != 0 {
                return output & !MORE;
            }
            if output & MORE == 0 {
                return 0;
            }
            entry += 1;
        }
    }
}

/// Where `digit` leads from the node that begins at this byte.
fn step<S: Store>(node: usize, digit: u8) -> Step {
    let head = u16::from_be_bytes([byte::<S>(node), byte::<S>(node + 1)]);
    let is_set = head >> digit & 1;
    let (place, marks) = match head & (ONE | TWO) {
        ONE if is_set == 0 => return Step::Nowhere,
        ONE => (0, 1),
        TWO => (is_set.into(), 2),
        _ => {
            let changes = head & 0x3FF;
            let before = changes & ((2 << digit) - 2);
            (before.count_ones(), changes.count_ones() + 1)
        }
    };
    let at = behind::<S>(node + 2 + usize::from(head & END != 0), place);
    let mark = usize::from(byte::<S>(at));
    let low = usize::from(byte::<S>(at + 1));
    let end = || behind::<S>(at, marks - place);
    match mark {
        0 => Step::Nowhere,
        1..FAR_LEAF => Step::Leaf(mark),
        FAR_LEAF..NODE => Step::Leaf(((mark - FAR_LEAF) << 8) + low + FAR_LEAF),
        NODE..FAR_NODE => Step::Node(end() + mark - NODE),
        _ => Step::Node(end() + ((mark - FAR_NODE) << 8) + low + FAR_NODE - NODE),
    }
}

/// The byte behind so many marks.
fn behind<S: Store>(mut at: usize, marks: u32) -> usize {
    for _ in 0..marks {
        at += width(usize::from(byte::<S>(at)));
    }
    at
}

fn width(mark: usize) -> usize {
    1 + usize::from(mark >= FAR_NODE || (FAR_LEAF..NODE).contains(&mark))
}

fn byte<S: Store>(at: usize) -> u8 {
    S::nodes().get(at).copied().unwrap_or(0)
}
