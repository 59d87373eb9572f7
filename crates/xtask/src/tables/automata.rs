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

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::{Result, ensure};

use super::pool::{Node, Pool};

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

/// Where a digit leads.
enum Target {
    Nowhere,
    Leaf(u32),
    Node(u32),
}

/// The nodes of a pool, and which of them are leaves.
struct Shapes<'a> {
    pool: &'a Pool,
    /// What each leaf says, by the count of digits that follow.
    leaves: HashMap<u32, Vec<u8>>,
}

impl<'a> Shapes<'a> {
    fn new(pool: &'a Pool) -> Self {
        let mut leaves = HashMap::from([(0, Vec::new())]);
        for (number, node) in (0..).zip(&pool.nodes).skip(1) {
            let same = node.next.iter().all(|&to| to == node.next[0]);
            if let Some(rest) = leaves.get(&node.next[0]).filter(|_| same) {
                let outputs = [&[node.output], rest.as_slice()].concat();
                leaves.insert(number, outputs);
            }
        }
        Self { pool, leaves }
    }

    fn target(&self, number: u32) -> Target {
        match number {
            0 => Target::Nowhere,
            leaf if self.leaves.contains_key(&leaf) => Target::Leaf(leaf),
            node => Target::Node(node),
        }
    }

    fn node(&self, number: u32) -> &Node {
        &self.pool.nodes[number as usize]
    }

    /// The nodes below the roots, each after all that it leads to, and the largest part of what it leads to last.
    fn order(&self, roots: &[u32]) -> Vec<u32> {
        let mut sizes = vec![0_u64; self.pool.nodes.len()];
        for (number, node) in self.pool.nodes.iter().enumerate() {
            let below: u64 = distinct(&node.next)
                .iter()
                .map(|&to| sizes[to as usize])
                .sum();
            sizes[number] =
                below.saturating_add(u64::from(!self.leaves.contains_key(&(number as u32))));
        }
        let (mut order, mut seen) = (Vec::new(), HashSet::new());
        for &root in roots.iter().filter(|root| **root != 0) {
            self.below(root, &sizes, &mut seen, &mut order);
        }
        order
    }

    fn below(&self, node: u32, sizes: &[u64], seen: &mut HashSet<u32>, order: &mut Vec<u32>) {
        if !seen.insert(node) {
            return;
        }
        let mut next = distinct(&self.node(node).next);
        next.retain(|&to| matches!(self.target(to), Target::Node(_)));
        next.sort_by_key(|&to| std::cmp::Reverse(sizes[to as usize]));
        for to in next {
            self.below(to, sizes, seen, order);
        }
        order.push(node);
    }

    /// A node's first two bytes and where its marks lead.
    fn marks(&self, number: u32) -> (u16, Vec<u32>) {
        let node = self.node(number);
        let next = &node.next;
        let targets = distinct(next);
        let digits = |to: u32| {
            (0..10)
                .filter(|&d| next[d] == to)
                .fold(0, |set, d| set | 1 << d)
        };
        match targets[..] {
            [0, to] | [to, 0] => (ONE | digits(to), vec![to]),
            [_, second] => (TWO | digits(second), targets),
            _ => {
                let changes: Vec<usize> = (1..10).filter(|&d| next[d] != next[d - 1]).collect();
                let marks = [0].iter().chain(&changes).map(|&d| next[d]).collect();
                (changes.iter().fold(0, |set, d| set | 1 << d), marks)
            }
        }
    }
}

/// The places, each once, as they come.
fn distinct(places: &[u32]) -> Vec<u32> {
    let mut seen = HashSet::new();
    places
        .iter()
        .copied()
        .filter(|to| seen.insert(*to))
        .collect()
}

/// Writes nodes from the last to the first, so that all distances are known; the bytes are in reverse.
struct Layout<'a> {
    shapes: &'a Shapes<'a>,
    leaves: HashMap<u32, usize>,
    bytes: Vec<u8>,
    /// How far from the end each node begins.
    places: HashMap<u32, usize>,
}

impl<'a> Layout<'a> {
    fn new(shapes: &'a Shapes<'a>, leaves: HashMap<u32, usize>) -> Self {
        Self {
            shapes,
            leaves,
            bytes: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// How far from the group's end the node begins; `None` for the dead end.
    fn place(&self, root: u32) -> Option<usize> {
        self.places.get(&root).copied()
    }

    fn node(&mut self, number: u32) -> Result<()> {
        let (mut head, marks) = self.shapes.marks(number);
        let end = self.bytes.len();
        let marks = marks.into_iter().map(|mark| self.mark(mark, end));
        let marks = marks.collect::<Result<Vec<_>>>()?;
        let seconds = marks.iter().rev().filter_map(|(_, second)| *second);
        self.bytes.extend(seconds);
        self.bytes
            .extend(marks.iter().rev().map(|(first, _)| first));
        let output = self.shapes.node(number).output;
        if output != 0 {
            head |= END;
            self.bytes.push(output);
        }
        self.bytes.extend(head.to_le_bytes());
        self.places.insert(number, self.bytes.len());
        Ok(())
    }

    /// A mark's first byte, and its second where it has one.
    fn mark(&self, to: u32, end: usize) -> Result<(u8, Option<u8>)> {
        let (value, near, far) = match self.shapes.target(to) {
            Target::Nowhere => (0, 0, FAR_LEAF),
            Target::Leaf(leaf) => (self.leaves[&leaf], 0, FAR_LEAF),
            Target::Node(node) => (end - self.places[&node], NODE, FAR_NODE),
        };
        let room = far - near;
        if value < room {
            return Ok(((near + value) as u8, None));
        }
        let rest = value - room;
        // As many high bits as there are marks between this sort and the next.
        ensure!(
            rest >> 8 < if near == 0 { NODE - far } else { 0x100 - far },
            "a mark of {value} is too high"
        );
        Ok(((far + (rest >> 8)) as u8, Some(rest as u8)))
    }
}
