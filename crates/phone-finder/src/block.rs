//! A row of digits, and what stands before it.

use crate::chars::Mark;

/// What stands between two blocks: which marks, each as a bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Gap(u16);

impl Gap {
    pub(crate) const fn of(marks: &[Mark]) -> Self {
        let (mut gap, mut rest) = (0, marks);
        while let [first, behind @ ..] = rest {
            gap |= 1 << *first as u16;
            rest = behind;
        }
        Self(gap)
    }

    pub(crate) fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u16) != 0
    }

    /// Whether all marks of another are there.
    pub(crate) fn has_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether this mark and no other is there.
    pub(crate) fn is(self, mark: Mark) -> bool {
        self.0 == 1 << mark as u16
    }

    /// Adds all marks of another.
    pub(crate) fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) fn add(&mut self, mark: Mark) {
        self.0 |= 1 << mark as u16;
    }
}

/// Digits in a row.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Block {
    /// Bytes of the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Where its digits begin among the candidate's.
    pub(crate) first: usize,
    pub(crate) count: usize,
    /// If it has no more than four digits.
    pub(crate) value: u32,
    /// What stands before it, after the block before.
    pub(crate) gap: Gap,
    /// Where a bracket stands that opens just before it; its start, where none does.
    pub(crate) opened: usize,
}

impl Block {
    /// Whether this mark alone parts it from the block before.
    pub(crate) fn follows(&self, mark: Mark) -> bool {
        self.gap.is(mark)
    }

    pub(crate) fn is_year(&self) -> bool {
        self.count == 4 && (1900..2100).contains(&self.value)
    }

    pub(crate) fn is_month(&self) -> bool {
        self.count <= 2 && (1..=12).contains(&self.value)
    }

    pub(crate) fn is_day(&self) -> bool {
        self.count <= 2 && (1..=31).contains(&self.value)
    }
}
