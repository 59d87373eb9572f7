//! What looks like a number and is none: decided by its shape and by what stands around it.

mod around;
mod dates;
mod figures;
mod ids;
mod shape;

use core::cell::OnceCell;

use crate::block::Block;
use crate::candidate::Candidate;
use crate::chars::Mark;
use crate::finder::Leniency;
use crate::label::{self, Label};
use crate::text;
use shape::Shape;

/// A part of a candidate that is a valid number, in its text.
pub(crate) struct Found<'a> {
    pub(crate) text: &'a str,
    pub(crate) blocks: &'a [Block],
    pub(crate) digits: &'a [u8],
    /// In bytes, with the bracket or `+` it begins with.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether it begins with `+`.
    pub(crate) plus: bool,
    /// What the words before it say, once that was asked for.
    pub(crate) label: OnceCell<Label>,
}

impl Found<'_> {
    fn before(&self) -> &str {
        text::before(self.text, self.start)
    }

    fn after(&self) -> &str {
        text::after(self.text, self.end)
    }

    /// What the words before it say that it is.
    fn label(&self) -> Label {
        *self.label.get_or_init(|| label::before(self.before()))
    }

    /// Whether it begins with an area code in brackets.
    fn has_brackets(&self) -> bool {
        self.blocks.iter().any(|block| block.opened != block.start)
    }
}

/// Whether the number is certainly, or most probably, something else.
pub(crate) fn is_noise(found: &Found<'_>, leniency: Leniency) -> bool {
    if around::is_glued(found) {
        return true;
    }
    let label = found.label();
    if label == Label::Phone || leniency == Leniency::Lenient {
        return false;
    }
    let certain = found.plus || found.has_brackets();
    let bare = found.blocks.len() == 1;
    let named =
        matches!(label, Label::Id | Label::Money | Label::Hash) || (bare && label == Label::Vague);
    let labelled = named && !certain;
    labelled || around::is_measure(found) || (!found.plus && is_other(found))
}

/// Whether all of a candidate is something else, so that no part of it is a number either.
pub(crate) fn is_row(text: &str, candidate: &Candidate) -> bool {
    let span = candidate.all();
    let blocks = candidate.blocks_in(&span);
    let ([first, _, ..], None) = (blocks, candidate.plus) else {
        return false;
    };
    let shape = Shape::of(blocks, candidate.digits_in(&span));
    let slashed = candidate.gaps.has(Mark::Slash) && dates::has_slashed_date(&shape);
    slashed || ids::is_row(&shape, text::before(text, first.start))
}

/// Whether the digits have the shape of something that is no phone number.
fn is_other(found: &Found<'_>) -> bool {
    let shape = Shape::of(found.blocks, found.digits);
    dates::is_date_or_time(&shape)
        || ids::is_id(&shape, found.after())
        || figures::is_figure(&shape, found.before(), found.after())
}
