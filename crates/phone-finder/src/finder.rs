mod brackets;
mod search;

use alloc::vec::Vec;

use crate::chars::{Mark, is_space, mark};
use crate::{Match, Region, scan};
use search::Search;

/// How sure the finder must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leniency {
    /// For pages: what is around a number has to allow that it is one.
    Strict,
    /// For a selection or a dial pad: a valid number is one, whatever is around it, with its national
    /// prefix or without.
    Lenient,
}

/// Finds the phone numbers in `text`, in order, not overlapping, as surely as a page needs.
///
/// Numbers without a country code are read as a caller in `region` would dial them. Takes time in
/// proportion to the text's length, whatever the text is.
///
/// ```
/// let mexico: phone_finder::Region = "MX".parse()?;
/// let found = phone_finder::find("Ana: 55 1234 5678 ext. 12", mexico);
/// assert_eq!(&found[0].number.e164(), "+525512345678");
/// assert_eq!(found[0].ext().as_deref(), Some("12"));
/// # Ok::<(), phone_finder::UnknownRegion>(())
/// ```
pub fn find(text: &str, region: Region) -> Vec<Match> {
    find_with(text, region, Leniency::Strict)
}

/// Finds the phone numbers in `text` like [`find`], as surely as `leniency` says.
pub fn find_with(text: &str, region: Region, leniency: Leniency) -> Vec<Match> {
    // Most texts have no digit.
    match scan::next_digit(text, 0) {
        Some(first) => Search::new(text, region, leniency).from(first),
        None => Vec::new(),
    }
}

/// Finds the one number that `text` is, blanks and invisible direction marks around it aside; `None`
/// if there is anything else.
///
/// Made for what people type or paste into a dial pad, so leniently. The span is the number's within `text`.
pub fn find_whole(text: &str, region: Region) -> Option<Match> {
    let trimmed = text.trim_matches(is_blank);
    let found = find_with(text, region, Leniency::Lenient).pop()?;
    (text.get(found.start..found.end) == Some(trimmed)).then_some(found)
}

/// White space, and the direction marks that come along when a number is copied from an address book.
fn is_blank(c: char) -> bool {
    is_space(c) || mark(c) == Some(Mark::Nothing)
}

#[cfg(test)]
mod tests;
