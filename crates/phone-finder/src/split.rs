//! In which order parts of a candidate are tried, when all of it is no number.

use core::ops::Range;

use crate::block::Block;
use crate::candidate::Candidate;
use crate::chars::Mark;

/// So many cuts are tried where libphonenumber tries none.
const FEW: usize = 12;
/// The fewest digits that are taken for another number behind one.
const ANOTHER: usize = 7;

/// A place to cut a candidate at.
struct Cut {
    /// Whether it is just before this block.
    at: fn(&Block) -> bool,
    /// Whether all that stands behind the first such place is tried, or only the pieces between two.
    rest: bool,
}

/// Where a candidate may be cut: the first rule that gives a number wins, as in libphonenumber's matcher.
const CUTS: [Cut; 7] = [
    Cut {
        at: |block| block.gap.has(Mark::Slash),
        rest: true,
    },
    Cut {
        at: |block| block.gap.has(Mark::Open),
        rest: false,
    },
    Cut {
        at: |block| block.gap.has(Mark::Space) && block.gap.has(Mark::Dash),
        rest: true,
    },
    Cut {
        at: |block| block.gap.has(Mark::WideDash),
        rest: true,
    },
    Cut {
        at: |block| block.gap.has(Mark::Tilde) && block.gap.has(Mark::Space),
        rest: false,
    },
    Cut {
        at: |block| block.gap.has(Mark::Dot),
        rest: false,
    },
    Cut {
        at: |block| block.gap.has(Mark::Space),
        rest: false,
    },
];

/// Gives to `attempt` parts of `span`, all of it first, until one is a number. The bool tells whether
/// the part is one that libphonenumber's matcher would try.
pub(crate) fn first<T>(
    candidate: &Candidate,
    span: Range<usize>,
    mut attempt: impl FnMut(Range<usize>) -> Option<T>,
) -> Option<(Range<usize>, T)> {
    let mut on = |part: Range<usize>| attempt(part.clone()).map(|found| (part, found));
    let whole = on(span.clone());
    if whole.is_some() || span.len() < 2 {
        return whole;
    }
    CUTS.iter()
        .find_map(|cut| by_cut(candidate, &span, cut, &mut on))
        .or_else(|| anywhere(candidate, &span, &mut on))
}

/// What stands before the first cut, all that stands behind it, then each piece between two cuts.
fn by_cut<T>(
    candidate: &Candidate,
    span: &Range<usize>,
    cut: &Cut,
    on: &mut impl FnMut(Range<usize>) -> Option<T>,
) -> Option<T> {
    let is_cut = |at: &usize| candidate.blocks_in(&(*at..*at + 1)).iter().any(cut.at);
    let cuts = || (span.start + 1..span.end).filter(is_cut);
    let first = cuts().next()?;
    if let Some(found) = on(span.start..first) {
        return Some(found);
    }
    let rest = cut.rest.then(|| on(first..span.end)).flatten();
    rest.or_else(|| {
        let ends = cuts().skip(1).chain([span.end]);
        cuts().zip(ends).find_map(|(start, end)| on(start..end))
    })
}

/// Up to each blank, the longest part first, if enough is left for another number: numbers with the same
/// blanks between them as within them.
fn anywhere<T>(
    candidate: &Candidate,
    span: &Range<usize>,
    on: &mut impl FnMut(Range<usize>) -> Option<T>,
) -> Option<T> {
    let parts = |at: &usize| {
        let block = candidate.blocks_in(&(*at..*at + 1)).first();
        let gap = block.is_some_and(|b| b.gap.has(Mark::Space) || b.gap.has(Mark::Slash));
        gap && candidate.digits_in(&(*at..span.end)).len() >= ANOTHER
    };
    let ends = (span.start + 2..span.end).rev().filter(parts);
    ends.map(|end| span.start..end).take(FEW).find_map(on)
}
