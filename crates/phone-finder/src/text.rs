//! Parts of a text that is known to be cut between characters: what isn't gives an empty part, never a panic.

use core::ops::Range;

pub(crate) fn before(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

pub(crate) fn after(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

pub(crate) fn between(text: &str, span: Range<usize>) -> &str {
    text.get(span).unwrap_or_default()
}

/// Whether the text holds the other one. For texts of few bytes.
pub(crate) fn holds(text: &str, other: &[u8]) -> bool {
    text.as_bytes()
        .windows(other.len())
        .any(|part| part == other)
}
