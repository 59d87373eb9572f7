//! What looks like a number and is none: decided by its shape and by what stands around it.

mod around;
mod shape;

use crate::candidate::{Block, Candidate};
use crate::finder::Leniency;
use crate::label::{self, Label};

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
}

impl Found<'_> {
    fn before(&self) -> &str {
        &self.text[..self.start]
    }

    fn after(&self) -> &str {
        &self.text[self.end..]
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
    let label = label::before(found.before());
    if label == Label::Phone || leniency == Leniency::Lenient {
        return false;
    }
    let certain = found.plus || found.has_brackets();
    let bare = found.blocks.len() == 1;
    let named =
        matches!(label, Label::Id | Label::Money | Label::Hash) || (bare && label == Label::Vague);
    let labelled = named && !certain;
    labelled
        || around::is_measure(found)
        || (!found.plus
            && shape::is_other(found.blocks, found.digits, found.before(), found.after()))
}

/// Whether all of a candidate is something else, so that no part of it is a number either.
pub(crate) fn is_row(text: &str, candidate: &Candidate) -> bool {
    let span = candidate.all();
    let blocks = candidate.blocks_in(&span);
    let Some(first) = blocks.first() else {
        return false;
    };
    let plain = candidate.plus.is_none();
    plain && shape::is_row(blocks, candidate.digits_in(&span), &text[..first.start])
}
