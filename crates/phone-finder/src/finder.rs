use std::ops::Range;

use crate::engine::{self, Hit};
use crate::pieces::pieces;
use crate::utf16::Utf16Cursor;
use crate::{Match, Region, guard, noise};

/// Finds the phone numbers in `text`, in order, not overlapping.
///
/// Numbers without a country code are read as a caller in `region` would dial them.
/// Never panics in a native build; see [`crate`] for what counts as a number.
pub fn find(text: &str, region: Region) -> Vec<Match> {
    let mut cursor = Utf16Cursor::new(text);
    pieces(text)
        .flat_map(|piece| search_piece(text, piece, region))
        .filter(|hit| !noise::is_noise(text, &hit.span))
        .map(|hit| in_utf16(hit, &mut cursor))
        .collect()
}

/// The number that `text` is, if it is one number and nothing else but blanks around it.
///
/// Made for what people type or paste into a dial pad. The span is the number's within `text`.
pub fn find_whole(text: &str, region: Region) -> Option<Match> {
    let trimmed = text.trim_matches(is_blank);
    let found = find(text, region).pop()?;
    (&text[found.start..found.end] == trimmed).then_some(found)
}

fn search_piece(text: &str, piece: Range<usize>, region: Region) -> Vec<Hit> {
    let hits = guard::isolated(|| engine::search(&text[piece.clone()], region.country()));
    let at = piece.start;
    let shift = |hit: Hit| Hit {
        span: hit.span.start + at..hit.span.end + at,
        ..hit
    };
    hits.unwrap_or_default().into_iter().map(shift).collect()
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

/// White space, and the invisible direction marks that come along when a number is copied from an
/// address book.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
