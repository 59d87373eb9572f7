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
    /// The bytes that the node begins with.
    Node(&'static [u8]),
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
        let mut node = S::nodes().get(self.root..).unwrap_or_default();
        for (place, &digit) in digits.iter().enumerate() {
            match step(node, digit) {
                Step::Nowhere => return 0,
                Step::Leaf(leaf) => return self.said(leaf, digits.len() - place - 1),
                Step::Node(next) => node = next,
            }
        }
        match *node {
            [head, _, output, ..] if u16::from(head) << 8 & END != 0 => output,
            _ => 0,
        }
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

/// Where `digit` leads from the node that these bytes begin with.
fn step(node: &'static [u8], digit: u8) -> Step {
    let &[high, low, ref rest @ ..] = node else {
        return Step::Nowhere;
    };
    let head = u16::from_be_bytes([high, low]);
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
    let rest = rest.get(usize::from(head & END != 0)..).unwrap_or_default();
    let at = behind(rest, place);
    let mark = at.first().copied().map_or(0, usize::from);
    let low = at.get(1).copied().map_or(0, usize::from);
    let node = |by: usize| Step::Node(behind(at, marks - place).get(by..).unwrap_or_default());
    match mark {
        0 => Step::Nowhere,
        1..FAR_LEAF => Step::Leaf(mark),
        FAR_LEAF..NODE => Step::Leaf(((mark - FAR_LEAF) << 8) + low + FAR_LEAF),
        NODE..FAR_NODE => node(mark - NODE),
        _ => node(((mark - FAR_NODE) << 8) + low + FAR_NODE - NODE),
    }
}

/// What stands behind so many marks.
fn behind(bytes: &'static [u8], marks: u32) -> &'static [u8] {
    let mut at = 0;
    for _ in 0..marks {
        at += width(bytes.get(at).copied().unwrap_or(0));
    }
    bytes.get(at..).unwrap_or_default()
}

/// How many bytes a mark has: two, where its upper three bits are those of a far leaf or a far node.
fn width(mark: u8) -> usize {
    const FAR: usize = 1 << (FAR_LEAF >> 5) | 0b11 << (FAR_NODE >> 5);
    1 + (FAR >> (mark >> 5) & 1)
}
