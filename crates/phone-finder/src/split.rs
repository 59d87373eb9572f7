//! In which order parts of a candidate are tried, when all of it is no number.

use core::ops::Range;

use crate::block::Gap;
use crate::candidate::Candidate;
use crate::chars::Mark;

/// So many cuts are tried where libphonenumber tries none.
const FEW: usize = 12;
/// The fewest digits that are taken for another number behind one.
const ANOTHER: usize = 7;

/// A place to cut a candidate at.
struct Cut {
    /// Before a block that all these marks part from the one before.
    marks: Gap,
    /// Whether all that stands behind the first such place is tried, or only the pieces between two.
    rest: bool,
}

const fn cut(marks: &[Mark], rest: bool) -> Cut {
    let marks = Gap::of(marks);
    Cut { marks, rest }
}

/// Where a candidate may be cut: the first rule that gives a number wins, as in libphonenumber's matcher.
const CUTS: [Cut; 7] = [
    cut(&[Mark::Slash], true),
    cut(&[Mark::Open], false),
    cut(&[Mark::Space, Mark::Dash], true),
    cut(&[Mark::WideDash], true),
    cut(&[Mark::Tilde, Mark::Space], false),
    cut(&[Mark::Dot], false),
    cut(&[Mark::Space], false),
];

/// Gives to `is` parts of `span`, all of it first, until one is a number.
pub(crate) fn first(
    candidate: &Candidate,
    span: Range<usize>,
    mut is: impl FnMut(Range<usize>) -> bool,
) -> Option<Range<usize>> {
    if is(span.clone()) {
        return Some(span);
    }
    if span.len() < 2 {
        return None;
    }
    let mut on = |part: Range<usize>| is(part.clone()).then_some(part);
    CUTS.iter()
        .filter(|cut| candidate.gaps.has_all(cut.marks))
        .find_map(|cut| by_cut(candidate, &span, cut, &mut on))
        .or_else(|| anywhere(candidate, &span, &mut on))
}

/// What stands before the first cut, all that stands behind it, then each piece between two cuts.
fn by_cut(
    candidate: &Candidate,
    span: &Range<usize>,
    cut: &Cut,
    on: &mut impl FnMut(Range<usize>) -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let blocks = candidate.blocks_in(span);
    let next = |from: usize| {
        let behind = blocks.iter().skip(from - span.start);
        let before = behind.take_while(|block| !block.gap.has_all(cut.marks));
        from + before.count()
    };
    let first = next(span.start + 1);
    if first == span.end {
        return None;
    }
    if let Some(found) = on(span.start..first) {
        return Some(found);
    }
    let rest = cut.rest.then(|| on(first..span.end)).flatten();
    if rest.is_some() {
        return rest;
    }
    let mut start = first;
    while start < span.end {
        let end = next(start + 1);
        if let Some(found) = on(start..end) {
            return Some(found);
        }
        start = end;
    }
    None
}

/// Up to each blank, the longest part first, if enough is left for another number: numbers with the same
/// blanks between them as within them.
fn anywhere(
    candidate: &Candidate,
    span: &Range<usize>,
    on: &mut impl FnMut(Range<usize>) -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let parts = |at: &usize| {
        let block = candidate.blocks_in(&(*at..*at + 1)).first();
        let gap = block.is_some_and(|b| b.gap.has(Mark::Space) || b.gap.has(Mark::Slash));
        gap && candidate.digits_in(&(*at..span.end)).len() >= ANOTHER
    };
    let ends = (span.start + 2..span.end).rev().filter(parts);
    ends.map(|end| span.start..end).take(FEW).find_map(on)
}
