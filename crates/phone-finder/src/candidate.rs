//! Digits in a text that may be a number: blocks of digits and what stands between them.

use std::ops::Range;

use crate::chars::{Mark, digit_value, is_plus, mark};

/// More blocks than this in a row are a table of figures; what follows begins another candidate.
const MOST_BLOCKS: usize = 24;
/// A longer block is no part of a number.
pub(crate) const LONGEST_BLOCK: usize = 20;
/// More marks than this between two blocks part them.
const MOST_MARKS: usize = 4;

/// What stands between two blocks: which marks, each as a bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Gap(u16);

impl Gap {
    pub(crate) fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u16) != 0
    }

    /// Whether this mark and no other is there.
    pub(crate) fn is(self, mark: Mark) -> bool {
        self.0 == 1 << mark as u16
    }

    fn add(&mut self, mark: Mark) {
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
    first: usize,
    pub(crate) count: usize,
    /// What stands before it, after the block before.
    pub(crate) gap: Gap,
    /// Where a bracket stands that opens just before it; its start, where none does.
    pub(crate) opened: usize,
}

/// Blocks of digits with nothing but marks between them.
#[derive(Debug)]
pub(crate) struct Candidate {
    blocks: [Block; MOST_BLOCKS],
    len: usize,
    digits: [u8; MOST_BLOCKS * LONGEST_BLOCK],
    /// Where a `+` stands before the first block.
    pub(crate) plus: Option<usize>,
    /// Where to search on.
    pub(crate) end: usize,
}

impl Candidate {
    /// Reads the candidate whose first digit is at byte `at`; nothing before byte `floor` belongs to it.
    pub(crate) fn read(text: &str, at: usize, floor: usize) -> Self {
        let mut candidate = Self {
            blocks: [Block::default(); MOST_BLOCKS],
            len: 0,
            digits: [0; MOST_BLOCKS * LONGEST_BLOCK],
            plus: None,
            end: at,
        };
        let (plus, opened) = lead(&text[floor..at]);
        candidate.plus = plus.map(|place| floor + place);
        candidate.blocks(text, at, opened.map_or(at, |place| floor + place));
        candidate
    }

    pub(crate) fn blocks_in(&self, span: &Range<usize>) -> &[Block] {
        self.blocks.get(span.clone()).unwrap_or_default()
    }

    pub(crate) fn all(&self) -> Range<usize> {
        0..self.len
    }

    pub(crate) fn digits_in(&self, span: &Range<usize>) -> &[u8] {
        let blocks = self.blocks_in(span);
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            return &[];
        };
        self.digits
            .get(first.first..last.first + last.count)
            .unwrap_or_default()
    }

    fn blocks(&mut self, text: &str, at: usize, opened: usize) {
        let mut next = Block {
            start: at,
            opened,
            ..Block::default()
        };
        let mut used = 0;
        while self.len < MOST_BLOCKS {
            let (end, count) = self.digits_at(text, next.start, used);
            if count > LONGEST_BLOCK {
                // What stands before it can still be a number; if nothing does, go on behind it.
                self.end = if self.len == 0 { end } else { self.end };
                return;
            }
            self.blocks[self.len] = Block {
                end,
                first: used,
                count,
                ..next
            };
            self.len += 1;
            self.end = end;
            used += count;
            match gap(text, end) {
                Some(block) => next = block,
                None => return,
            }
        }
    }

    /// Reads a block; gives its end and how many digits it has.
    fn digits_at(&mut self, text: &str, start: usize, used: usize) -> (usize, usize) {
        let (mut end, mut count) = (start, 0);
        for c in text[start..].chars() {
            let Some(value) = digit_value(c) else { break };
            if let Some(place) = self
                .digits
                .get_mut(used + count)
                .filter(|_| count < LONGEST_BLOCK)
            {
                *place = value;
            }
            count += 1;
            end += c.len_utf8();
        }
        (end, count)
    }
}

/// What stands between the block that ends at `end` and the next one, if they may be of one number.
fn gap(text: &str, end: usize) -> Option<Block> {
    let (mut gap, mut opened) = (Gap::default(), None);
    for (marks, (place, c)) in text[end..].char_indices().enumerate() {
        if digit_value(c).is_some() {
            let start = end + place;
            return Some(Block {
                start,
                gap,
                opened: opened.unwrap_or(start),
                ..Block::default()
            });
        }
        let mark = mark(c).filter(|_| marks < MOST_MARKS)?;
        gap.add(mark);
        if mark == Mark::Open {
            opened = Some(end + place);
        }
    }
    None
}

/// Where a `+` and an opening bracket stand at the end of what comes before a number, with blanks at most
/// between them.
fn lead(before: &str) -> (Option<usize>, Option<usize>) {
    let (mut plus, mut opened) = (None, None);
    for (place, c) in before.char_indices().rev().take(MOST_MARKS) {
        match mark(c) {
            _ if is_plus(c) && plus.is_none() => plus = Some(place),
            Some(Mark::Open) if opened.is_none() => opened = Some(place),
            Some(Mark::Space | Mark::Nothing) => {}
            _ => break,
        }
    }
    (plus, opened)
}
