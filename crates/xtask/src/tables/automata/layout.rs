//! Nodes as bytes.

use std::collections::HashMap;

use anyhow::{Result, ensure};

use super::shapes::{Shapes, Target};
use super::{END, FAR_LEAF, FAR_NODE, NODE};

/// Writes nodes from the last to the first, so that all distances are known; the bytes are in reverse.
pub(super) struct Layout<'a> {
    shapes: &'a Shapes<'a>,
    leaves: HashMap<u32, usize>,
    pub(super) bytes: Vec<u8>,
    /// How far from the end each node begins.
    places: HashMap<u32, usize>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(shapes: &'a Shapes<'a>, leaves: HashMap<u32, usize>) -> Self {
        Self {
            shapes,
            leaves,
            bytes: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// How far from the group's end the node begins; `None` for the dead end.
    pub(super) fn place(&self, root: u32) -> Option<usize> {
        self.places.get(&root).copied()
    }

    pub(super) fn node(&mut self, number: u32) -> Result<()> {
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
