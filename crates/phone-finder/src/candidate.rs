//! Digits in a text that may be a number: blocks of digits and what stands between them.

mod marks;
mod trim;

use core::ops::Range;

use arrayvec::ArrayVec;

use crate::block::{Block, Gap};
use crate::bytes::Class;
use crate::chars::{Mark, digit_value};
use crate::{bytes, text};
use marks::{gap, lead};

/// More blocks than this in a row are a table of figures; what follows begins another candidate.
const MOST_BLOCKS: usize = 24;
/// A longer block is no part of a number.
pub(crate) const LONGEST_BLOCK: usize = 20;
/// So many digits hold two long numbers and more; what follows begins another candidate.
const MOST_DIGITS: usize = 96;

/// Blocks of digits with nothing but marks between them.
#[derive(Debug)]
pub(crate) struct Candidate {
    blocks: ArrayVec<Block, MOST_BLOCKS>,
    /// Values, written eight at a time.
    digits: [u8; MOST_DIGITS + 8],
    count: usize,
    /// What stands between any two blocks.
    pub(crate) gaps: Gap,
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
            digits: [0; MOST_DIGITS + 8],
            count: 0,
            gaps: Gap::default(),
            skip: 0,
            plus: None,
            end: 0,
        }
    }

    /// Reads the candidate whose first digit is at byte `at`; nothing before byte `floor` belongs to it.
    pub(crate) fn read(&mut self, text: &str, at: usize, floor: usize) {
        self.blocks.clear();
        (self.count, self.gaps) = (0, Gap::default());
        (self.skip, self.end) = (0, at);
        let (plus, opened) = lead(text, at, floor);
        self.plus = plus;
        self.blocks(text, at, opened.unwrap_or(at));
        self.trim(text);
    }

    pub(crate) fn blocks_in(&self, span: &Range<usize>) -> &[Block] {
        self.blocks.get(span.clone()).unwrap_or_default()
    }

    pub(crate) fn all(&self) -> Range<usize> {
        self.skip..self.blocks.len()
    }

    /// What each of its blocks begins with.
    pub(crate) fn first_digits(&self) -> impl Iterator<Item = u8> {
        let blocks = self.blocks_in(&self.all()).iter();
        blocks.filter_map(|block| self.digits.get(block.first).copied())
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
        let [first, .., last] = self.blocks_in(span) else {
            let one = self.blocks_in(span).first();
            return one
                .and_then(|one| self.digits.get(one.first..one.first + one.count))
                .unwrap_or_default();
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
            let whole = self.digits_of(text, &mut next);
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
            if counts && !self.blocks.is_empty() || !whole || self.blocks.try_push(next).is_err() {
                return;
            }
            self.end = next.end;
            self.gaps.join(next.gap);
            match gap(text, next.end) {
                Some(block) => next = block,
                None => return,
            }
        }
    }

    /// Reads the digits of a block on from its start; gives whether there is room for all.
    fn digits_of(&mut self, text: &str, block: &mut Block) -> bool {
        let bytes = text.as_bytes();
        (block.first, block.end) = (self.count, block.start);
        loop {
            let eight = bytes::eight(bytes, block.end);
            let count = bytes::before_first(bytes::no_digits(eight));
            self.keep(eight, count);
            block.end += count;
            block.count += count;
            if count == 8 {
                continue;
            }
            let far = bytes.get(block.end).is_some_and(|byte| !byte.is_ascii());
            let Some((digit, width)) = far.then(|| far_digit(text, block.end)).flatten() else {
                break;
            };
            self.keep(digit.into(), 1);
            block.end += width;
            block.count += 1;
        }
        block.value = self.small_value(block);
        block.first + block.count == self.count
    }

    /// Keeps some of eight digits, the first one lowest, if there is room.
    fn keep(&mut self, eight: u64, count: usize) {
        const LOW: u64 = u64::from_le_bytes([0xF; 8]);
        let room = self.count + count <= MOST_DIGITS;
        let place = self.digits.get_mut(self.count..);
        if let Some(place) = place.and_then(<[u8]>::first_chunk_mut).filter(|_| room) {
            *place = (eight & LOW).to_le_bytes();
            self.count += count;
        }
    }

    /// What up to four digits are as a number.
    fn small_value(&self, block: &Block) -> u32 {
        let four = self.digits.get(block.first..).and_then(<[u8]>::first_chunk);
        let four = u32::from_le_bytes(*four.unwrap_or(&[0; 4]));
        let four = four << (32 - 8 * block.count.clamp(1, 4));
        let pairs = (four * 10 + (four >> 8)) & 0x00FF_00FF;
        (pairs * 100 + (pairs >> 16)) & 0xFFFF
    }
}

/// The end of one or two digits that begin at a byte, if others follow them in no case: most digits of a text are such.
pub(crate) fn alone(bytes: &[u8], at: usize) -> Option<usize> {
    let count = bytes::before_first(bytes::no_digits(bytes::eight(bytes, at)));
    let end = at + count;
    let stands =
        |at: usize| bytes::class(bytes, at) == Class::Other && bytes.get(at) != Some(&b'*');
    let behind = match bytes::class(bytes, end) {
        Class::Mark(_) => end + 1,
        _ => end,
    };
    ((1..3).contains(&count) && stands(behind) && !matches!(bytes.get(end), Some(b'x' | b'X')))
        .then_some(end)
}

/// The digit beyond ASCII at a byte, and how many bytes it has.
#[inline(never)]
fn far_digit(text: &str, at: usize) -> Option<(u8, usize)> {
    let c = text::first(text::after(text, at))?;
    digit_value(c).map(|value| (value, c.len_utf8()))
}
