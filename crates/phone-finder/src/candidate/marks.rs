//! What stands between two blocks of digits of one number, and just before the first.

use crate::block::{Block, Gap};
use crate::bytes::Class;
use crate::chars::{Mark, digit_value, is_plus, mark};
use crate::{bytes, text};

/// More marks than this between two blocks part them.
const MOST_MARKS: usize = 4;

/// What stands between the block that ends at `end` and the next one, if they may be of one number.
pub(super) fn gap(text: &str, end: usize) -> Option<Block> {
    let bytes = text.as_bytes();
    let (mut gap, mut opened) = (Gap::default(), None);
    let mut start = end;
    if let Some(b'x' | b'X' | b'*') = bytes.get(end) {
        start += carrier(bytes, end);
    }
    for _ in 0..=MOST_MARKS {
        let (mark, width) = match bytes::class(bytes, start) {
            Class::Mark(mark) => (Some(mark), 1),
            Class::Digit => (None, 0),
            Class::Far => far_mark(text, start)?,
            _ => return None,
        };
        let Some(mark) = mark else {
            return Some(Block {
                start,
                gap,
                opened: opened.unwrap_or(start),
                ..Block::default()
            });
        };
        gap.add(mark);
        if mark == Mark::Open {
            opened = Some(start);
        }
        start += width;
    }
    None
}

/// The mark beyond ASCII at a byte and how many bytes it has; `None` in its place for a digit.
#[inline(never)]
fn far_mark(text: &str, at: usize) -> Option<(Option<Mark>, usize)> {
    let c = text::first(text::after(text, at))?;
    let mark = mark(c);
    (mark.is_some() || digit_value(c).is_some()).then_some((mark, c.len_utf8()))
}

/// The length of the `xx` or `**` that stands in Brazil for any carrier, behind the 0 that it follows.
fn carrier(text: &[u8], end: usize) -> usize {
    let sign = |behind: &[u8]| matches!(behind, b"xx" | b"XX" | b"**");
    if !text.get(end..end + 2).is_some_and(sign) {
        return 0;
    }
    let before = text.get(..end).unwrap_or_default();
    let zero = matches!(before, [b'0'] | [.., 0..b'0' | b':'.., b'0']);
    if zero { 2 } else { 0 }
}

/// Where a `+` and an opening bracket stand just before a number, with blanks at most between them.
pub(super) fn lead(text: &str, at: usize, floor: usize) -> (Option<usize>, Option<usize>) {
    let (mut plus, mut opened) = (None, None);
    let mut start = at;
    for _ in 0..MOST_MARKS {
        if start <= floor {
            break;
        }
        let (class, width) = match bytes::class(text.as_bytes(), start - 1) {
            Class::Far => far_before(text::between(text, floor..start)),
            class => (class, 1),
        };
        let behind = start;
        match class {
            Class::Mark(Mark::Space | Mark::Nothing) => {}
            // Some write `++52`.
            Class::Plus if plus.is_none_or(|plus| plus == behind) => plus = Some(start - width),
            Class::Mark(Mark::Open) if opened.is_none() => opened = Some(start - width),
            _ => break,
        }
        start -= width;
    }
    (plus, opened)
}

/// What the last character is, which is beyond ASCII, and how many bytes it has.
#[inline(never)]
fn far_before(text: &str) -> (Class, usize) {
    let Some(c) = text::last(text) else {
        return (Class::Other, 1);
    };
    let class = match mark(c) {
        _ if is_plus(c) => Class::Plus,
        Some(mark) => Class::Mark(mark),
        None => Class::Other,
    };
    (class, c.len_utf8())
}
