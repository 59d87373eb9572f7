//! Digits in a text that may be a number: blocks of digits and what stands between them.

mod trim;

use core::ops::Range;

use arrayvec::ArrayVec;

use crate::block::{Block, Gap};
use crate::chars::{Mark, digit_value, is_plus, mark};
use crate::text;

/// More blocks than this in a row are a table of figures; what follows begins another candidate.
const MOST_BLOCKS: usize = 24;
/// A longer block is no part of a number.
pub(crate) const LONGEST_BLOCK: usize = 20;
/// So many digits hold two long numbers and more; what follows begins another candidate.
const MOST_DIGITS: usize = 96;
/// More marks than this between two blocks part them.
const MOST_MARKS: usize = 4;

/// Blocks of digits with nothing but marks between them.
#[derive(Debug)]
pub(crate) struct Candidate {
    blocks: ArrayVec<Block, MOST_BLOCKS>,
    digits: ArrayVec<u8, MOST_DIGITS>,
    /// How many blocks at the beginning belong to something else.
    skip: usize,
    /// Where a `+` stands before the first block.
    pub(crate) plus: Option<usize>,
    /// Where to search on.
    pub(crate) end: usize,
}

impl Candidate {
    /// Room for a candidate, to be read into again and again.
    pub(crate) fn empty() -> Self {
        Self {
            blocks: ArrayVec::new(),
            digits: ArrayVec::new(),
            skip: 0,
            plus: None,
            end: 0,
        }
    }

    /// Reads the candidate whose first digit is at byte `at`; nothing before byte `floor` belongs to it.
    pub(crate) fn read(&mut self, text: &str, at: usize, floor: usize) {
        self.blocks.clear();
        self.digits.clear();
        (self.skip, self.end) = (0, at);
        let (plus, opened) = lead(text::between(text, floor..at));
        self.plus = plus.map(|place| floor + place);
        self.blocks(text, at, opened.map_or(at, |place| floor + place));
        self.trim(text);
    }

    pub(crate) fn blocks_in(&self, span: &Range<usize>) -> &[Block] {
        self.blocks.get(span.clone()).unwrap_or_default()
    }

    pub(crate) fn all(&self) -> Range<usize> {
        self.skip..self.blocks.len()
    }

    /// Whether a `~` stands before this block, which some write for an extension.
    pub(crate) fn is_parted_by_tilde(&self, block: usize) -> bool {
        let block = self.blocks.get(block);
        block.is_some_and(|block| block.gap.has(Mark::Tilde) && block.gap.has(Mark::Space))
    }

    /// The first block that begins at or behind a byte of the text.
    pub(crate) fn first_from(&self, at: usize) -> usize {
        let before = |block: &&Block| block.start < at;
        self.blocks.iter().take_while(before).count()
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
        let mut open = opened != at;
        loop {
            self.digits_of(text, &mut next);
            if next.count > LONGEST_BLOCK {
                // What stands before it can still be a number; if nothing does, go on behind it.
                self.end = if self.blocks.is_empty() {
                    next.end
                } else {
                    self.end
                };
                return;
            }
            open = open && !next.gap.has(Mark::Close) || next.gap.has(Mark::Open);
            let counts = next.count <= 2 && next.follows(Mark::Space) && !open;
            // `2)` counts what follows it.
            let counts = counts && text.as_bytes().get(next.end) == Some(&b')');
            let whole = next.first + next.count == self.digits.len();
            if counts && !self.blocks.is_empty() || !whole || self.blocks.try_push(next).is_err() {
                return;
            }
            self.end = next.end;
            match gap(text, next.end) {
                Some(block) => {
                    next = Block {
                        first: self.digits.len(),
                        ..block
                    }
                }
                None => return,
            }
        }
    }

    /// Reads the digits of a block on from its start, and how many there are, though more than are kept.
    fn digits_of(&mut self, text: &str, block: &mut Block) {
        let room = self.digits.remaining_capacity().min(LONGEST_BLOCK);
        block.end = block.start;
        while let Some((digit, width)) = digit_at(text, block.end) {
            block.end += width;
            if block.count < room {
                self.digits.push(digit);
            }
            block.count += 1;
            block.value = block.value.wrapping_mul(10).wrapping_add(digit.into());
        }
    }
}

/// The digit at a byte, and how many bytes it has.
fn digit_at(text: &str, at: usize) -> Option<(u8, usize)> {
    let byte = *text.as_bytes().get(at)?;
    let value = byte.wrapping_sub(b'0');
    if byte.is_ascii() {
        return (value < 10).then_some((value, 1));
    }
    let c = text::first(text::after(text, at))?;
    digit_value(c).map(|value| (value, c.len_utf8()))
}

/// What stands between the block that ends at `end` and the next one, if they may be of one number.
fn gap(text: &str, end: usize) -> Option<Block> {
    let (mut gap, mut opened) = (Gap::default(), None);
    let mut start = end + carrier(text.as_bytes(), end);
    for _ in 0..=MOST_MARKS {
        let c = text::at(text, start)?;
        let Some(mark) = mark(c) else {
            return digit_value(c).map(|_| Block {
                start,
                gap,
                opened: opened.unwrap_or(start),
                ..Block::default()
            });
        };
        gap.add(mark);
        if mark == Mark::Open {
            opened = Some(start);
        }
        start += c.len_utf8();
    }
    None
}

/// The length of the `xx` or `**` that stands in Brazil for any carrier, behind the 0 that it follows.
fn carrier(text: &[u8], end: usize) -> usize {
    let sign = |behind: &[u8]| matches!(behind, b"xx" | b"XX" | b"**");
    if !text.get(end..end + 2).is_some_and(sign) {
        return 0;
    }
    let before = text.get(..end).unwrap_or_default();
    let zero = matches!(before, [b'0'] | [.., 0..b'0' | b':'.., b'0']);
    if zero { 2 } else { 0 }
}

/// Where a `+` and an opening bracket stand at the end of what comes before a number, with blanks at most
/// between them.
fn lead(before: &str) -> (Option<usize>, Option<usize>) {
    let (mut plus, mut opened) = (None, None);
    let mut rest = before;
    for _ in 0..MOST_MARKS {
        let Some(c) = text::last(rest).filter(|c| !c.is_ascii_alphanumeric()) else {
            break;
        };
        rest = text::before(rest, rest.len() - c.len_utf8());
        match mark(c) {
            // Some write `++52`.
            _ if is_plus(c) && plus.is_none_or(|plus| plus == rest.len() + c.len_utf8()) => {
                plus = Some(rest.len());
            }
            Some(Mark::Open) if opened.is_none() => opened = Some(rest.len()),
            Some(Mark::Space | Mark::Nothing) => {}
            _ => break,
        }
    }
    (plus, opened)
}
