//! Automata as bytes. The reader of this form is `phone-finder`'s `tables/automaton.rs`: change both.
//!
//! A node is two bytes, high byte first, and a mark for each place that its digits lead to. Flags in the first byte tell
//! what the ten low bits mean: which digits lead to the only mark, all others nowhere (`ONE`); which digits lead to the
//! second of two marks (`TWO`); or else at which digits the place changes. With `END` an output stands before the marks,
//! for digits that end here.
//!
//! A mark is nowhere (0), a leaf (its number), or another node (its distance from the node's end); each in a byte,
//! or in two where the number is high: the second bytes stand behind all first ones. From a leaf on only the count of digits matters: its entries, two bytes each, are an
//! output and which counts it holds for; the highest bit of the output tells that another entry follows.

mod layout;
mod shapes;

use std::collections::{BTreeMap, HashMap};

use anyhow::{Result, ensure};

use super::pool::Pool;
use layout::Layout;
use shapes::{Shapes, Target};

const ONE: u16 = 0x8000;
const TWO: u16 = 0x4000;
const END: u16 = 0x2000;

/// Marks from here on are leaves in two bytes, nodes in one, nodes in two.
const FAR_LEAF: usize = 0x60;
const NODE: usize = 0x80;
const FAR_NODE: usize = 0xC0;

/// In an entry's output: another entry follows.
const MORE: u8 = 0x80;

/// All automata, by groups: the automata of a group share nodes and leaves.
pub(super) struct Automata {
    pub(super) nodes: Vec<u8>,
    /// The outputs of all entries, and the sets of counts that each holds for.
    pub(super) outputs: Vec<u8>,
    pub(super) counts: Vec<u8>,
    /// Sets of counts of digits, a bit for each count.
    pub(super) sets: Vec<u32>,
}

/// Where the automata of a group are.
pub(super) struct Group {
    /// The first byte of each automaton.
    pub(super) roots: Vec<u16>,
    /// The first entry of the group's leaves.
    pub(super) leaves: u16,
}

impl Automata {
    /// With the automaton that says nothing, at place 0.
    pub(super) fn new() -> Self {
        Self {
            nodes: ONE.to_be_bytes().to_vec(),
            outputs: Vec::new(),
            counts: Vec::new(),
            sets: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, pool: &Pool, roots: &[u32]) -> Result<Group> {
        let leaves = u16::try_from(self.outputs.len())?;
        let shapes = Shapes::new(pool);
        let order = shapes.order(roots);
        let numbers = self.leaves(&shapes, &order)?;
        let mut layout = Layout::new(&shapes, numbers);
        for &node in &order {
            layout.node(node)?;
        }
        let roots = roots
            .iter()
            .map(|root| layout.place(*root))
            .collect::<Vec<_>>();
        let from = self.nodes.len();
        let end = from + layout.bytes.len();
        self.nodes.extend(layout.bytes.iter().rev());
        let roots = roots
            .into_iter()
            .map(|back| back.map_or(Ok(0), |back| u16::try_from(end - back)))
            .collect::<Result<_, _>>()?;
        Ok(Group { roots, leaves })
    }

    /// Writes the leaves that these nodes lead to, the commonest first; gives each one's number, from 1.
    fn leaves(&mut self, shapes: &Shapes<'_>, order: &[u32]) -> Result<HashMap<u32, usize>> {
        let mut times: BTreeMap<u32, usize> = BTreeMap::new();
        for mark in order.iter().flat_map(|&node| shapes.marks(node).1) {
            if let Target::Leaf(leaf) = shapes.target(mark) {
                *times.entry(leaf).or_default() += 1;
            }
        }
        let mut leaves: Vec<_> = times.into_iter().collect();
        leaves.sort_by_key(|&(leaf, times)| (std::cmp::Reverse(times), leaf));
        let from = self.outputs.len();
        let mut numbers = HashMap::new();
        for (leaf, _) in leaves {
            numbers.insert(leaf, self.outputs.len() - from + 1);
            self.leaf(&shapes.leaves[&leaf])?;
        }
        Ok(numbers)
    }

    fn leaf(&mut self, outputs: &[u8]) -> Result<()> {
        let mut sets: BTreeMap<u8, u32> = BTreeMap::new();
        for (count, &output) in outputs.iter().enumerate().filter(|(_, o)| **o != 0) {
            *sets.entry(output).or_default() |= 1 << count;
        }
        let last = sets.len() - 1;
        for (place, (output, set)) in sets.into_iter().enumerate() {
            let known = self.sets.iter().position(|&other| other == set);
            let set = known.unwrap_or_else(|| {
                self.sets.push(set);
                self.sets.len() - 1
            });
            ensure!(output < MORE, "output {output} is too high");
            let more = if place < last { MORE } else { 0 };
            self.outputs.push(output | more);
            self.counts.push(u8::try_from(set)?);
        }
        Ok(())
    }
}
