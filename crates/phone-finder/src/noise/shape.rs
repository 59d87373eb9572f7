//! Blocks of digits by their values and what parts them.

use crate::block::Block;
use crate::chars::Mark;

/// More blocks than this have no shape that is looked for.
const MOST: usize = 8;

/// Blocks of digits, the first eight of them.
pub(super) struct Shape<'a> {
    pub(super) parts: &'a [Block],
    pub(super) digits: &'a [u8],
    /// How many digits each block has, of up to five blocks; zeros behind them.
    pub(super) counts: [u8; 5],
}

impl<'a> Shape<'a> {
    pub(super) fn of(blocks: &'a [Block], digits: &'a [u8]) -> Self {
        let parts = blocks.get(..MOST).unwrap_or(blocks);
        let mut counts = [0; 5];
        if parts.len() <= counts.len() {
            let all = counts.iter_mut().zip(parts);
            all.for_each(|(count, part)| *count = part.count as u8);
        }
        Self {
            parts,
            digits,
            counts,
        }
    }

    /// Whether this one mark parts all blocks.
    pub(super) fn is_parted_by(&self, mark: Mark) -> bool {
        self.parts.iter().skip(1).all(|part| part.follows(mark))
    }
}
