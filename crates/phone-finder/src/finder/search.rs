//! The search through one text: from candidate to candidate, and within each for numbers.

use alloc::vec::Vec;
use core::cell::OnceCell;
use core::ops::Range;

use super::Leniency;
use super::brackets::brackets_match;
use crate::block::Block;
use crate::candidate::{self, Candidate};
use crate::chars::Mark;
use crate::digits::Short;
use crate::extension::{self, Extension};
use crate::noise::{self, Found};
use crate::number::{Form, Home, Number};
use crate::utf16::Utf16Cursor;
use crate::{Confidence, Match, PhoneNumber, Region, history, scan, split, text, vanity};

/// Fewer digits are nobody's number, and more are none.
const DIGITS: Range<usize> = 4..26;

pub(super) struct Search<'a> {
    text: &'a str,
    home: Home,
    leniency: Leniency,
    cursor: Utf16Cursor<'a>,
    found: Vec<Match>,
}

/// A number in its place.
struct Hit {
    span: Range<usize>,
    number: Number,
    ext: Option<Short>,
    confidence: Confidence,
}

impl<'a> Search<'a> {
    pub(super) fn new(text: &'a str, region: Region, leniency: Leniency) -> Self {
        Self {
            text,
            home: Home::new(region),
            leniency,
            cursor: Utf16Cursor::new(text),
            found: Vec::new(),
        }
    }

    /// Searches the text, whose first digit is at byte `first`.
    pub(super) fn from(mut self, first: usize) -> Vec<Match> {
        let mut candidate = Candidate::empty();
        let (mut from, mut next) = (0, Some(first));
        while let Some(at) = next {
            from = match candidate::alone(self.text.as_bytes(), at) {
                Some(end) => end,
                None => {
                    candidate.read(self.text, at, from);
                    self.candidate(&candidate).max(at + 1)
                }
            };
            next = scan::next_digit(self.text, from);
        }
        self.found
    }

    /// Searches a candidate; gives where to go on.
    fn candidate(&mut self, candidate: &Candidate) -> usize {
        if !self.may_hold(candidate) {
            return self.spelt(candidate);
        }
        let end = self.part(candidate, candidate.all());
        if end == 0 {
            self.spelt(candidate)
        } else {
            end.max(candidate.end)
        }
    }

    /// Whether a candidate may hold a number: cheap to tell, and true for few.
    fn may_hold(&self, candidate: &Candidate) -> bool {
        let all = candidate.all();
        let digits = candidate.digits_in(&all).len();
        let abroad = || {
            candidate
                .first_digits()
                .any(|digit| self.home.leaves(digit))
        };
        let enough = digits >= DIGITS.start
            && (candidate.plus.is_some() || digits >= self.home.least() || abroad());
        enough && !(self.leniency == Leniency::Strict && noise::is_row(self.text, candidate))
    }

    /// Searches some blocks of a candidate, and what is left of them beside a number; gives the last
    /// number's end, or 0.
    fn part(&mut self, candidate: &Candidate, span: Range<usize>) -> usize {
        if span.is_empty() || candidate.digits_in(&span).len() < DIGITS.start {
            return 0;
        }
        let mut hit = None;
        let part = split::first(candidate, span.clone(), |part| {
            hit = self.attempt(candidate, part, span.end);
            hit.is_some()
        });
        let (Some(part), Some(hit)) = (part, hit) else {
            return 0;
        };
        self.part(candidate, span.start..part.start);
        let end = hit.span.end;
        self.push(&hit);
        let rest = candidate.first_from(end).max(part.end);
        end.max(self.part(candidate, rest..span.end))
    }

    /// The number that a part is; its extension is looked for in blocks before `free`, behind which a number was found.
    fn attempt(&self, candidate: &Candidate, part: Range<usize>, free: usize) -> Option<Hit> {
        let digits = candidate.digits_in(&part);
        if !DIGITS.contains(&digits.len()) {
            return None;
        }
        let blocks = candidate.blocks_in(&part);
        let plus = candidate.plus.filter(|_| part.start == 0);
        if plus.is_none() && !self.home.may_be(digits) {
            return None;
        }
        let number = history::read(digits, plus.is_some(), &self.home)?;
        let start = start_of(blocks, plus)?;
        self.check(&number, blocks)?;
        let last = blocks.last()?.end;
        let extensible = part.end == candidate.all().end
            || part.end < free && candidate.is_parted_by_tilde(part.end);
        let ext = extensible.then(|| extension::read(text::after(self.text, last)));
        let (end, ext) = match ext.flatten() {
            Some(Extension { digits, end }) => (last + end, Some(digits)),
            None => (last, None),
        };
        let found = Found {
            text: self.text,
            blocks,
            digits,
            start,
            end,
            plus: plus.is_some(),
            label: OnceCell::new(),
        };
        let noise = noise::is_noise(&found, self.leniency);
        let confidence = Confidence::of(number.form, blocks.len());
        (!noise).then_some(Hit {
            span: start..end,
            number,
            ext,
            confidence,
        })
    }

    /// Whether the number is written as such a number is.
    fn check(&self, number: &Number, blocks: &[Block]) -> Option<()> {
        let bare = number.form == Form::National && number.verdict.needs_prefix;
        let complete = !bare || self.leniency == Leniency::Lenient;
        (complete && brackets_match(blocks, self.text)).then_some(())
    }

    /// Searches for a number whose end is spelt in letters behind the candidate.
    fn spelt(&mut self, candidate: &Candidate) -> usize {
        let Some((number, end)) = vanity::read(self.text, candidate, &self.home) else {
            return candidate.end;
        };
        let blocks = candidate.blocks_in(&candidate.all());
        let start = start_of(blocks, candidate.plus).unwrap_or(candidate.end);
        let confidence = Confidence::of(number.form, 2);
        self.push(&Hit {
            span: start..end,
            number,
            ext: None,
            confidence,
        });
        end
    }

    fn push(&mut self, hit: &Hit) {
        self.found.push(Match {
            start: hit.span.start,
            end: hit.span.end,
            start_utf16: self.cursor.advance(hit.span.start),
            end_utf16: self.cursor.advance(hit.span.end),
            number: PhoneNumber::new(hit.number),
            confidence: hit.confidence,
            ext: hit.ext,
        });
    }
}

/// Where a number begins: at its `+`, at the bracket around its first digits, or at its first digit.
fn start_of(blocks: &[Block], plus: Option<usize>) -> Option<usize> {
    let first = blocks.first()?;
    let closes = blocks
        .get(1)
        .is_some_and(|block| block.gap.has(Mark::Close));
    let opened = if closes { first.opened } else { first.start };
    Some(plus.map_or(opened, |plus| plus.min(opened)))
}
