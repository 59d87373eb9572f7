use std::ops::Range;

use crate::engine::{self, Hit};
use crate::pieces::pieces;
use crate::utf16::Utf16Cursor;
use crate::{Match, Region, guard, noise};

/// Finds the phone numbers in `text`, in order, not overlapping.
///
/// Numbers without a country code are read as a caller in `region` would dial them. Stretches of
/// more than 64 KiB without a line break or two words in a row aren't searched. Never panics where
/// panics unwind; a piece of the text that the engine can't cope with is then taken as empty.
///
/// ```
/// let mexico: phone_finder::Region = "MX".parse()?;
/// let found = phone_finder::find("Ana: 55 1234 5678 ext. 12", mexico);
/// assert_eq!(found[0].e164, "+525512345678");
/// assert_eq!(found[0].ext.as_deref(), Some("12"));
/// # Ok::<(), phone_finder::UnknownRegion>(())
/// ```
pub fn find(text: &str, region: Region) -> Vec<Match> {
    find_with(text, |piece| engine::search(piece, region.country()))
}

/// Finds the one number that `text` is, blanks and invisible direction marks around it aside; `None`
/// if there is anything else.
///
/// Made for what people type or paste into a dial pad. The span is the number's within `text`.
pub fn find_whole(text: &str, region: Region) -> Option<Match> {
    let trimmed = text.trim_matches(is_blank);
    let found = find(text, region).pop()?;
    (&text[found.start..found.end] == trimmed).then_some(found)
}

fn find_with(text: &str, search: impl Fn(&str) -> Vec<Hit>) -> Vec<Match> {
    let mut cursor = Utf16Cursor::new(text);
    pieces(text)
        .flat_map(|piece| search_piece(text, piece, &search))
        .filter(|hit| !noise::is_noise(text, &hit.span))
        .map(|hit| in_utf16(hit, &mut cursor))
        .collect()
}

/// The hits in one piece, their spans counted from the start of the whole text.
fn search_piece(text: &str, piece: Range<usize>, search: impl Fn(&str) -> Vec<Hit>) -> Vec<Hit> {
    let at = piece.start;
    let hits = guard::isolated(|| search(&text[piece])).unwrap_or_default();
    hits.into_iter()
        .map(|hit| Hit {
            span: at + hit.span.start..at + hit.span.end,
            ..hit
        })
        .collect()
}

fn in_utf16(hit: Hit, cursor: &mut Utf16Cursor<'_>) -> Match {
    Match {
        start: hit.span.start,
        end: hit.span.end,
        start_utf16: cursor.advance(hit.span.start),
        end_utf16: cursor.advance(hit.span.end),
        e164: hit.e164,
        ext: hit.ext,
        region: hit.region,
        international: hit.international,
    }
}

/// White space, and the direction marks that come along when a number is copied from an address book.
fn is_blank(c: char) -> bool {
    let mark = matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    mark || c.is_whitespace()
}

#[cfg(test)]
mod tests;
