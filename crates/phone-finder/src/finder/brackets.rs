//! Brackets within a number.

use crate::block::Block;
use crate::chars::{Mark, mark};
use crate::text;

/// Whether brackets within the number come in pairs, the first and the last aside, and all but the first pair side by side.
pub(super) fn brackets_match(blocks: &[Block], text: &str) -> bool {
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
        return false;
    };
    let bracket = |block: &Block| block.gap.has(Mark::Open) || block.gap.has(Mark::Close);
    if !blocks.iter().skip(1).any(bracket) {
        return true;
    }
    let (mut open, mut seen) = (first.opened != first.start, false);
    let (mut pairs, mut apart) = (0, false);
    let mut at = first.start;
    while let Some(c) = text::at(text, at).filter(|_| at < last.start) {
        at += c.len_utf8();
        match mark(c) {
            Some(Mark::Open) if open && seen || apart => return false,
            Some(Mark::Open) => (open, seen, pairs) = (true, true, pairs + 1),
            Some(Mark::Close) if !open && seen => return false,
            Some(Mark::Close) => (open, seen) = (false, true),
            _ => apart = pairs > 0 && !open,
        }
    }
    !open || !seen
}
