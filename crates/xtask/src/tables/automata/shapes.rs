//! Which nodes of a pool are leaves, and in which form each of the others is written.

use std::collections::{HashMap, HashSet};

use super::{ONE, TWO};
use crate::tables::pool::{Node, Pool};

/// Where a digit leads.
pub(super) enum Target {
    Nowhere,
    Leaf(u32),
    Node(u32),
}

/// The nodes of a pool, and which of them are leaves.
pub(super) struct Shapes<'a> {
    pool: &'a Pool,
    /// What each leaf says, by the count of digits that follow.
    pub(super) leaves: HashMap<u32, Vec<u8>>,
}

impl<'a> Shapes<'a> {
    pub(super) fn new(pool: &'a Pool) -> Self {
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

    pub(super) fn target(&self, number: u32) -> Target {
        match number {
            0 => Target::Nowhere,
            leaf if self.leaves.contains_key(&leaf) => Target::Leaf(leaf),
            node => Target::Node(node),
        }
    }

    pub(super) fn node(&self, number: u32) -> &Node {
        &self.pool.nodes[number as usize]
    }

    /// The nodes below the roots, each after all that it leads to, and the largest part of what it leads to last.
    pub(super) fn order(&self, roots: &[u32]) -> Vec<u32> {
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
    pub(super) fn marks(&self, number: u32) -> (u16, Vec<u32>) {
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
