//! Digits in a text that may be a number: blocks of digits and what stands between them.

use core::ops::Range;

use crate::chars::{Mark, digit_value, is_plus, mark};
use crate::lexicon::Meaning;
use crate::text;
use crate::words::Word;

/// More blocks than this in a row are a table of figures; what follows begins another candidate.
const MOST_BLOCKS: usize = 24;
/// A longer block is no part of a number.
pub(crate) const LONGEST_BLOCK: usize = 20;
/// So many digits hold two long numbers and more; what follows begins another candidate.
const MOST_DIGITS: usize = 96;
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
    /// How many blocks at the beginning belong to something else.
    skip: usize,
    len: usize,
    digits: [u8; MOST_DIGITS],
    /// Where a `+` stands before the first block.
    pub(crate) plus: Option<usize>,
    /// Where to search on.
    pub(crate) end: usize,
}

impl Candidate {
    /// Room for a candidate, to be read into again and again.
    pub(crate) fn empty() -> Self {
        Self {
            blocks: [Block::default(); MOST_BLOCKS],
            skip: 0,
            len: 0,
            digits: [0; MOST_DIGITS],
            plus: None,
            end: 0,
        }
    }

    /// Reads the candidate whose first digit is at byte `at`; nothing before byte `floor` belongs to it.
    pub(crate) fn read(&mut self, text: &str, at: usize, floor: usize) {
        (self.skip, self.len, self.end) = (0, 0, at);
        let (plus, opened) = lead(text::between(text, floor..at));
        self.plus = plus.map(|place| floor + place);
        self.blocks(text, at, opened.map_or(at, |place| floor + place));
        self.trim(text);
    }

    pub(crate) fn blocks_in(&self, span: &Range<usize>) -> &[Block] {
        self.blocks.get(span.clone()).unwrap_or_default()
    }

    pub(crate) fn all(&self) -> Range<usize> {
        self.skip..self.len
    }

    /// Whether a `~` stands before this block, which some write for an extension.
    pub(crate) fn is_parted_by_tilde(&self, block: usize) -> bool {
        let block = self.blocks_in(&(block..self.len)).first();
        block.is_some_and(|block| block.gap.has(Mark::Tilde) && block.gap.has(Mark::Space))
    }

    /// The first block that begins at or behind a byte of the text.
    pub(crate) fn first_from(&self, at: usize) -> usize {
        let blocks = self.blocks_in(&(0..self.len));
        blocks.iter().take_while(|block| block.start < at).count()
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
        let (mut used, mut open) = (0, opened != at);
        loop {
            let (end, count) = self.digits_at(text, next.start, used);
            if count > LONGEST_BLOCK {
                // What stands before it can still be a number; if nothing does, go on behind it.
                self.end = if self.len == 0 { end } else { self.end };
                return;
            }
            open = open && !next.gap.has(Mark::Close) || next.gap.has(Mark::Open);
            let counts = count <= 2 && next.gap.is(Mark::Space) && !open;
            // `2)` counts what follows it.
            if counts && self.len > 0 && text::after(text, end).starts_with(')') {
                return;
            }
            let Some(place) = self
                .blocks
                .get_mut(self.len)
                .filter(|_| used + count <= MOST_DIGITS)
            else {
                return;
            };
            *place = Block {
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

    /// Takes off what follows a number: a count of something, a time, and a date before that.
    fn trim(&mut self, text: &str) {
        if self.ends_with_figure(text::after(text, self.end)) {
            self.len -= 1;
        }
        if self
            .blocks_in(&(1..self.len))
            .iter()
            .all(|block| !block.gap.is(Mark::Slash))
        {
            return;
        }
        let from = self.len.saturating_sub(4);
        let date = (from..self.len.saturating_sub(1)).find(|&at| self.is_date(at));
        self.len = date.filter(|&at| at > 0).unwrap_or(self.len);
        let date = (2..=3).find(|&end| {
            let next = self.blocks_in(&(end..self.len)).first();
            next.is_some_and(|block| block.gap.is(Mark::Space)) && self.is_day(0..end)
        });
        self.skip = date.unwrap_or(0);
    }

    /// Whether the last block is the hour of a time or the number of minutes or the like.
    fn ends_with_figure(&self, after: &str) -> bool {
        let last = self.blocks_in(&(1..self.len)).last();
        if !last.is_some_and(|last| last.count <= 2 && last.gap.is(Mark::Space)) {
            return false;
        }
        let clock = matches!(after.as_bytes(), [b':', b'0'..=b'9', ..]);
        let word = after.strip_prefix(' ').unwrap_or(after);
        clock || Word::first_of(word).0.means(Meaning::TIME)
    }

    /// Whether the blocks from `at` on are a day and a month, or those and a year, after a blank.
    fn is_date(&self, at: usize) -> bool {
        let blocks = self.blocks_in(&(at..self.len));
        blocks
            .first()
            .is_some_and(|block| block.gap.is(Mark::Space))
            && self.is_day(at..self.len)
    }

    /// Whether the blocks are a day and a month, or those and a year, parted by slashes; `24/7` is one too.
    fn is_day(&self, span: Range<usize>) -> bool {
        let value = |b: &Block| {
            self.digits
                .iter()
                .skip(b.first)
                .take(b.count.min(5))
                .fold(0, |n, &d| n * 10 + u32::from(d))
        };
        let ([first, second] | [first, second, _]) = self.blocks_in(&span) else {
            return false;
        };
        let days = [first, second]
            .iter()
            .all(|b| b.count <= 2 && (1..=31).contains(&value(b)));
        let months = value(first) <= 12 || value(second) <= 12;
        let rest = self.blocks_in(&(span.start + 2..span.end));
        let year = rest
            .iter()
            .all(|b| b.count == 2 || b.count == 4 && (1900..2100).contains(&value(b)));
        let slashes = second.gap.is(Mark::Slash) && rest.iter().all(|b| b.gap.is(Mark::Slash));
        slashes && days && months && year
    }

    /// Reads a block; gives its end and how many digits it has.
    fn digits_at(&mut self, text: &str, start: usize, used: usize) -> (usize, usize) {
        let (mut end, mut count) = (start, 0);
        while let Some(c) = text::at(text, end) {
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
    let mut start = end + carrier(text, end);
    for marks in 0..=MOST_MARKS {
        let c = text::at(text, start)?;
        if digit_value(c).is_some() {
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
            opened = Some(start);
        }
        start += c.len_utf8();
    }
    None
}

/// The length of the `xx` that stands in Brazil for any carrier, behind the 0 that it follows.
fn carrier(text: &str, end: usize) -> usize {
    let (before, behind) = text.as_bytes().split_at_checked(end).unwrap_or_default();
    let sign = matches!(behind, [b'x', b'x', ..] | [b'X', b'X', ..]);
    let zero = matches!(before, [b'0'] | [.., 0..b'0' | b':'.., b'0']);
    if zero && sign { 2 } else { 0 }
}

/// Where a `+` and an opening bracket stand at the end of what comes before a number, with blanks at most
/// between them.
fn lead(before: &str) -> (Option<usize>, Option<usize>) {
    let (mut plus, mut opened) = (None, None);
    let mut rest = before;
    for _ in 0..MOST_MARKS {
        let Some(c) = text::last(rest) else { break };
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
