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

/// The first character. Here, and not wherever one is asked for: that would be a tenth of the program.
#[inline(never)]
pub(crate) fn first(text: &str) -> Option<char> {
    text.chars().next()
}

/// The character at a byte.
pub(crate) fn at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return Some(char::from(byte));
    }
    first(after(text, at))
}

/// The last character.
#[inline]
pub(crate) fn last(text: &str) -> Option<char> {
    match text.as_bytes().last() {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => far_last(text),
    }
}

#[inline(never)]
fn far_last(text: &str) -> Option<char> {
    text.chars().next_back()
}

/// The text without the characters at its beginning that are so: blanks and marks.
#[inline]
pub(crate) fn trimmed(text: &str, is: fn(char) -> bool) -> &str {
    match text.as_bytes() {
        [] => text,
        [first, ..] if first.is_ascii_alphanumeric() => text,
        _ => all_trimmed(text, is),
    }
}

#[inline(never)]
fn all_trimmed(text: &str, is: fn(char) -> bool) -> &str {
    text.trim_start_matches(is)
}

/// The text without its first character, if that is so.
#[inline(never)]
pub(crate) fn stripped(text: &str, is: fn(char) -> bool) -> Option<&str> {
    let c = first(text).filter(|&c| is(c))?;
    text.get(c.len_utf8()..)
}

/// Whether the text holds the other one. For texts of few bytes.
pub(crate) fn holds(text: &str, other: &[u8]) -> bool {
    text.as_bytes()
        .windows(other.len())
        .any(|part| part == other)
}
