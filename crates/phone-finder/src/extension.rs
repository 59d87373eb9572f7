//! Extensions behind a number: `ext. 12`, `x12`, `int 12`, `ramal 12`, `;ext=12`.

use crate::chars::{Mark, digit_value, is_alphanumeric, mark};
use crate::digits::Short;
use crate::lexicon::Meaning;
use crate::text;
use crate::words::Word;

/// The most digits behind a word that means an extension, and behind a mere `x` or `#`.
const LONGEST: usize = 20;
const LONGEST_AFTER_SIGN: usize = 9;

/// An extension: its digits, and where it ends in the text behind the number.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Extension {
    pub(crate) digits: Short,
    pub(crate) end: usize,
}

/// The extension that `after`, the text behind a number, begins with.
pub(crate) fn read(after: &str) -> Option<Extension> {
    if after.is_empty() {
        return None;
    }
    let label = after
        .strip_prefix(";ext=")
        .or_else(|| after.strip_prefix(";EXT="));
    let (rest, most) = match label {
        Some(rest) => (rest, LONGEST),
        None => behind_label(after)?,
    };
    let mut end = after.len() - rest.len();
    let mut digits = Short::new();
    for c in rest.chars() {
        let Some(value) = digit_value(c) else { break };
        digits.push(value);
        end += c.len_utf8();
        if digits.len() > most {
            return None;
        }
    }
    let behind = text::after(after, end);
    let goes_on = matches!(behind.as_bytes(), [b'-' | b'.' | b'/', b'0'..=b'9', ..]);
    let glued = goes_on || text::first(behind).is_some_and(is_alphanumeric);
    let end = end + usize::from(behind.starts_with('#'));
    (!digits.is_empty() && !glued).then_some(Extension { digits, end })
}

/// What follows the label, and how many digits it may have.
fn behind_label(after: &str) -> Option<(&str, usize)> {
    let bare = text::trimmed(after, is_blank);
    if bare.is_empty() {
        return None;
    }
    let behind = |is| text::trimmed(text::stripped(bare, is).unwrap_or(bare), is_blank);
    let parts = |c| matches!(c, ',' | ';' | '-' | '(' | '–' | '/' | '|');
    let (rest, most) = match word(behind(parts), bare) {
        Some(rest) => (rest, LONGEST),
        None => {
            let rest = sign(behind(|c| matches!(c, ',' | '(')))?;
            (rest, LONGEST_AFTER_SIGN)
        }
    };
    let rest = text::trimmed(rest, |c| {
        is_blank(c) || matches!(c, '.' | ':' | '：' | '．')
    });
    let rest = text::stripped(rest, |c| matches!(c, '#' | '-' | '=' | 'n')).unwrap_or(rest);
    let rest = text::trimmed(rest, |c| is_blank(c) || matches!(c, '.' | '°' | 'º'));
    Some((rest, most))
}

fn sign(at: &str) -> Option<&str> {
    let is_sign = |c| matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ' | '#' | '＃' | '~' | '～');
    let rest = text::stripped(at, is_sign)?;
    // In `0xx11` it stands for a carrier.
    (!matches!(rest.as_bytes(), [b'x' | b'X', ..])).then_some(rest)
}

/// What follows a word for an extension; `bare` begins with the marks before it.
fn word<'a>(at: &'a str, bare: &str) -> Option<&'a str> {
    let (word, rest) = Word::first_of(at);
    // `r.` for `ramal`, `w.` for `wewnętrzny`.
    let letter = (word.is(b"r") || word.is(b"w")) && rest.starts_with('.');
    // A shop in a mall has a capital, a comma before it, or one digit.
    let local = word.is(b"local")
        && !word.capital
        && at.len() == bare.len()
        && matches!(rest.as_bytes(), [b' ', _, b'0'..=b'9', ..]);
    (letter || local || word.means(Meaning::EXTENSION)).then_some(rest)
}

fn is_blank(c: char) -> bool {
    c == '\t' || matches!(mark(c), Some(Mark::Space | Mark::Nothing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_labels_people_write() {
        for label in [
            " ext. ",
            "x",
            " x ",
            " #",
            ";ext=",
            " Ext",
            " extensión ",
            ", ext ",
            " int. ",
            " interno ",
            " anexo ",
            " ramal: ",
            " EXTN ",
            " (ext ",
            " доб. ",
            " ｘ",
            " ext.: ",
            " ext #",
            " local ",
        ] {
            let text = format!("{label}12");
            let expected = Extension {
                digits: Short::of(&[1, 2]),
                end: text.len(),
            };
            assert_eq!(read(&text), Some(expected), "{label:?}");
        }
    }

    #[test]
    fn other_words_are_none() {
        for text in [
            "",
            " 12",
            " exit 12",
            " x",
            " x12a",
            " intl 12",
            " xx12",
            " ext. ",
            "x1234567890",
            ", local 12",
            " Local 12",
            " local 5",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
