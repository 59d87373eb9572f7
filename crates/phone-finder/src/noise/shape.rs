//! Blocks of digits by their values and what parts them.

use crate::block::Block;
use crate::chars::Mark;

/// More blocks than this have no shape that is looked for.
const MOST: usize = 8;

/// Blocks of digits, the first eight of them.
pub(super) struct Shape<'a> {
    pub(super) parts: &'a [Block],
    pub(super) digits: &'a [u8],
}

impl<'a> Shape<'a> {
    pub(super) fn of(blocks: &'a [Block], digits: &'a [u8]) -> Self {
        let parts = blocks.get(..MOST).unwrap_or(blocks);
        Self { parts, digits }
    }

    /// Whether this one mark parts all blocks.
    pub(super) fn is_parted_by(&self, mark: Mark) -> bool {
        self.parts.iter().skip(1).all(|part| part.follows(mark))
    }

    /// How many digits each block has, of up to five blocks; zeros behind them.
    pub(super) fn counts(&self) -> [usize; 5] {
        let mut counts = [0; 5];
        if self.parts.len() <= counts.len() {
            let parts = counts.iter_mut().zip(self.parts);
            parts.for_each(|(count, part)| *count = part.count);
        }
        counts
    }
}
