use std::ops::Range;

/// From this length on, in bytes, a piece ends at the next safe place.
const LONG: usize = 4 * 1024;

/// A piece longer than this, in bytes, has no line break and no two words in a row for pages: data,
/// not text.
const TOO_LONG: usize = 64 * 1024;

/// The parts of `text` to search one by one, as byte ranges in order.
///
/// Searching the parts finds what searching the whole would. Bytes in no part aren't searched:
/// stretches of more than 64 KiB without a safe place to cut.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let cut = move || {
        let end = safe_place(text, start + LONG);
        let piece = std::mem::replace(&mut start, end)..end;
        (!piece.is_empty()).then_some(piece)
    };
    std::iter::from_fn(cut).filter(|piece| piece.len() <= TOO_LONG)
}

/// The first place at or after byte `from` where a cut can neither part a number nor change what
/// is found beside it; the text's end if there is none.
fn safe_place(text: &str, from: usize) -> usize {
    let from = (from..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len());
    let mut before = None;
    let mut rest = text[from..].char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|&(_, after)| after);
        if is_safe(before, c, after) {
            return from + at;
        }
        before = Some(c);
    }
    text.len()
}

/// Whether a cut just before `c` is safe. Numbers don't go on over a line break, and neither a number
/// nor the label of an extension holds two words in a row.
fn is_safe(before: Option<char>, c: char, after: Option<char>) -> bool {
    c == '\n' || c == ' ' && before.is_some_and(is_word) && after.is_some_and(is_word)
}

/// Letters that can't be punctuation within a number, as `x` and the long-vowel mark can.
fn is_word(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ' | 'ー')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        pieces(text).map(|piece| &text[piece]).collect()
    }

    #[test]
    fn short_texts_stay_whole() {
        assert!(cut("").is_empty());
        assert_eq!(cut("Ana: 55 1234 5678\nLuis"), ["Ana: 55 1234 5678\nLuis"]);
    }

    #[test]
    fn long_texts_are_cut_between_lines_or_words_and_nothing_is_lost() {
        for text in [
            "55 1234 5678\n".repeat(2000),
            "llámame al 55 1234 5678 hoy, ".repeat(2000),
        ] {
            let cut = cut(&text);
            assert!(cut.len() > 5, "{}", cut.len());
            assert!(cut.iter().all(|piece| piece.len() < LONG + 64));
            assert_eq!(cut.concat(), text);
            assert!(
                cut.iter()
                    .skip(1)
                    .all(|piece| piece.starts_with(['\n', ' ']))
            );
        }
    }

    #[test]
    fn data_is_left_out_and_what_follows_is_not() {
        let data = "1234567,".repeat(TOO_LONG / 8 + 1);
        assert_eq!(cut(&format!("{data}\n55 1234 5678")), ["\n55 1234 5678"]);
    }

    #[test]
    fn extensions_and_crosses_are_no_place_to_cut() {
        for (before, after) in [('x', 'a'), ('a', 'x'), ('a', '1'), ('1', 'a'), ('ー', 'a')] {
            assert!(!is_safe(Some(before), ' ', Some(after)), "{before} {after}");
        }
        assert!(is_safe(Some('é'), ' ', Some('д')));
    }
}
