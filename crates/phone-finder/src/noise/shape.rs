//! Blocks of digits by their values and what parts them.

use crate::candidate::{Block, Gap};
use crate::chars::Mark;

/// More blocks than this have no shape that is looked for.
const MOST: usize = 8;

/// A block of digits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    /// Of its first nine digits.
    pub(super) value: u32,
    pub(super) count: usize,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Part {
    pub(super) fn follows(&self, mark: Mark) -> bool {
        self.gap.is(mark)
    }

    pub(super) fn is_year(&self) -> bool {
        self.count == 4 && (1900..2100).contains(&self.value)
    }

    pub(super) fn is_month(&self) -> bool {
        self.count <= 2 && (1..=12).contains(&self.value)
    }

    pub(super) fn is_day(&self) -> bool {
        self.count <= 2 && (1..=31).contains(&self.value)
    }
}

/// Blocks of digits, the first eight of them.
pub(super) struct Shape<'a> {
    parts: [Part; MOST],
    len: usize,
    pub(super) digits: &'a [u8],
}

impl<'a> Shape<'a> {
    pub(super) fn of(blocks: &[Block], digits: &'a [u8]) -> Self {
        let (mut parts, mut from) = ([Part::default(); MOST], 0);
        for (part, block) in parts.iter_mut().zip(blocks) {
            *part = Part {
                value: value(digits.get(from..from + block.count).unwrap_or_default()),
                count: block.count,
                gap: block.gap,
            };
            from += block.count;
        }
        let len = blocks.len().min(MOST);
        Self { parts, len, digits }
    }

    pub(super) fn parts(&self) -> &[Part] {
        self.parts.get(..self.len).unwrap_or_default()
    }

    /// Whether this one mark parts all blocks.
    pub(super) fn is_parted_by(&self, mark: Mark) -> bool {
        self.parts().iter().skip(1).all(|part| part.follows(mark))
    }

    /// How many digits each block has, of up to five blocks; zeros behind them.
    pub(super) fn counts(&self) -> [usize; 5] {
        let mut counts = [0; 5];
        for (count, part) in counts.iter_mut().zip(self.parts()) {
            *count = part.count;
        }
        if self.len > counts.len() {
            [0; 5]
        } else {
            counts
        }
    }
}

/// The value of the first nine digits.
pub(super) fn value(digits: &[u8]) -> u32 {
    digits.iter().take(9).fold(0, |n, &d| n * 10 + u32::from(d))
}
