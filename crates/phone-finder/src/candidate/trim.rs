//! What a candidate holds beside a number: a count of something, a time, a date.

use core::ops::Range;

use super::Candidate;
use crate::block::Block;
use crate::chars::Mark;
use crate::lexicon::Meaning;
use crate::text;
use crate::words::Word;

impl Candidate {
    /// Takes off what follows a number: a count of something, a time, and a date before that.
    pub(super) fn trim(&mut self, text: &str) {
        if self.ends_with_figure(text) {
            self.blocks.pop();
        }
        let len = self.blocks.len();
        if !self.gaps.has(Mark::Slash) {
            return;
        }
        let from = len.saturating_sub(4);
        let date = (from..len.saturating_sub(1)).find(|&at| self.is_date(at));
        self.blocks
            .truncate(date.filter(|&at| at > 0).unwrap_or(len));
        let date = (2..=3).find(|&end| {
            let next = self.blocks.get(end);
            next.is_some_and(|block| block.follows(Mark::Space)) && self.is_day(0..end)
        });
        self.skip = date.unwrap_or(0);
    }

    /// Whether the last block is the hour of a time or the number of minutes or the like.
    fn ends_with_figure(&self, text: &str) -> bool {
        let last = self.blocks.last().filter(|_| self.blocks.len() > 1);
        if !last.is_some_and(|last| last.count <= 2 && last.follows(Mark::Space)) {
            return false;
        }
        let after = text::after(text, self.end);
        let clock = matches!(after.as_bytes(), [b':', b'0'..=b'9', ..]);
        let word = after.strip_prefix(' ').unwrap_or(after);
        clock || Word::first_of(word).0.means(Meaning::TIME)
    }

    /// Whether the blocks from `at` on are a day and a month, or those and a year, after a blank.
    fn is_date(&self, at: usize) -> bool {
        let first = self.blocks.get(at);
        let parted = first.is_some_and(|block| block.follows(Mark::Space));
        parted && self.is_day(at..self.blocks.len())
    }

    /// Whether the blocks are a day and a month, or those and a year, parted by slashes; `24/7` is one too.
    fn is_day(&self, span: Range<usize>) -> bool {
        let is_year = |block: &Block| block.count == 2 || block.is_year();
        let (first, second, year) = match self.blocks_in(&span) {
            [first, second] => (first, second, true),
            [first, second, year] => (first, second, year.follows(Mark::Slash) && is_year(year)),
            _ => return false,
        };
        second.follows(Mark::Slash)
            && year
            && first.is_day()
            && second.is_day()
            && (first.is_month() || second.is_month())
    }
}
