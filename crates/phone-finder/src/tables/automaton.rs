//! Walks the automata. What their bytes mean is told where they are made: `xtask`'s `tables/automata.rs`.

use core::marker::PhantomData;

use crate::bytes;

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
    /// The byte that the node begins at.
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
            match step(S::nodes(), node, digit) {
                Step::Node(next) => node = next,
                Step::Leaf(leaf) => return self.said(leaf, digits.len() - place - 1),
                Step::Nowhere => return 0,
            }
        }
        match S::nodes().get(node..) {
            Some([head, _, output, ..]) if u16::from(*head) << 8 & END != 0 => *output,
            _ => 0,
        }
    }

    /// Whether it may say anything about digits that begin with this one.
    #[inline]
    pub(crate) fn may_begin(self, digit: u8) -> bool {
        let head = head(S::nodes(), self.root);
        head & ONE == 0 || head >> digit & 1 != 0
    }

    /// What the automaton says about how `digits` begin; 0 is nothing.
    pub(crate) fn prefix(self, digits: &[u8]) -> u8 {
        let begins = digits.first().is_some_and(|&digit| self.may_begin(digit));
        match begins {
            true => self.whole(digits.get(..LONGEST).unwrap_or(digits)),
            false => 0,
        }
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

#[inline]
fn head(nodes: &[u8], node: usize) -> u16 {
    let head = nodes.get(node..).and_then(<[u8]>::first_chunk);
    head.map_or(ONE, |head| u16::from_be_bytes(*head))
}

/// Where `digit` leads from a node.
#[inline]
fn step(nodes: &[u8], node: usize, digit: u8) -> Step {
    let head = head(nodes, node);
    let is_set = usize::from(head >> digit & 1);
    let changes = head & 0x3FF;
    let (place, count) = match head & (ONE | TWO) {
        ONE if is_set == 0 => return Step::Nowhere,
        ONE => (0, 1),
        TWO => (is_set, 2),
        _ => {
            let before = changes & ((2 << digit) - 2);
            (
                before.count_ones() as usize,
                changes.count_ones() as usize + 1,
            )
        }
    };
    let marks = node + 2 + usize::from(head & END != 0);
    let seconds = marks + count;
    let byte = |at: usize| nodes.get(at).copied().map_or(0, usize::from);
    let second = || byte(seconds + far(nodes, marks, place));
    let end = || seconds + far(nodes, marks, count);
    match byte(marks + place) {
        0 => Step::Nowhere,
        mark @ 1..FAR_LEAF => Step::Leaf(mark),
        mark @ FAR_LEAF..NODE => Step::Leaf(((mark - FAR_LEAF) << 8) + second() + FAR_LEAF),
        mark @ NODE..FAR_NODE => Step::Node(end() + mark - NODE),
        mark => Step::Node(end() + ((mark - FAR_NODE) << 8) + second() + FAR_NODE - NODE),
    }
}

/// How many of the first marks have a second byte: those whose upper three bits are those of a far leaf or a far node.
#[inline]
fn far(nodes: &[u8], marks: usize, count: usize) -> usize {
    let far = |eight: u64| (eight << 1) & (eight | eight << 2) & bytes::HIGH;
    let first = |count: usize| {
        1_u64
            .checked_shl(8 * count as u32)
            .unwrap_or(0)
            .wrapping_sub(1)
    };
    let mut high = (far(bytes::eight(nodes, marks)) & first(count)).count_ones();
    if count > 8 {
        high += (far(bytes::eight(nodes, marks + 8)) & first(count - 8)).count_ones();
    }
    high as usize
}
