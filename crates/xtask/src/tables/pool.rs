//! Acyclic automata over decimal digits, minimised while they are made: equal nodes are one node.

use std::collections::HashMap;

/// A node: what it says about the digits that led to it (0: nothing) and where each digit leads (0: nowhere).
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Node {
    pub(super) output: u8,
    pub(super) next: [u32; 10],
}

/// All nodes of some automata. Node 0 is the dead end: no output, no edges.
pub(super) struct Pool {
    pub(super) nodes: Vec<Node>,
    known: HashMap<Node, u32>,
}

impl Pool {
    pub(super) fn new() -> Self {
        let dead = Node::default();
        Self {
            nodes: vec![dead],
            known: HashMap::from([(dead, 0)]),
        }
    }

    /// The number of the node that equals `node`. Its edges must lead to nodes of this pool, so
    /// that a node always comes after all that it leads to.
    pub(super) fn intern(&mut self, node: Node) -> u32 {
        let next = self.nodes.len() as u32;
        let number = *self.known.entry(node).or_insert(next);
        if number == next {
            self.nodes.push(node);
        }
        number
    }
}
