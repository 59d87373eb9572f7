use std::ops::Range;

pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    std::iter::once(0..text.len())
}
