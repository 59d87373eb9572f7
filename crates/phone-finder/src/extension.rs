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
    let mut behind = text::after(after, end).chars();
    let next = behind.next();
    let goes_on =
        matches!(next, Some('-' | '.' | '/')) && behind.next().is_some_and(|c| c.is_ascii_digit());
    let glued = goes_on || next.is_some_and(is_alphanumeric);
    let end = if next == Some('#') { end + 1 } else { end };
    (!digits.is_empty() && !glued).then_some(Extension { digits, end })
}

/// What follows the label, and how many digits it may have.
fn behind_label(after: &str) -> Option<(&str, usize)> {
    let bare = after.trim_start_matches(is_blank);
    let at = |marks: &[char]| {
        bare.strip_prefix(marks)
            .unwrap_or(bare)
            .trim_start_matches(is_blank)
    };
    let (rest, most) = match word(at(&[',', ';', '-', '(', '–', '/', '|'])) {
        Some(rest) => (rest, LONGEST),
        None => (sign(at(&[',', '(']))?, LONGEST_AFTER_SIGN),
    };
    let rest = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '.' | ':' | '：' | '．'));
    let rest = rest.strip_prefix(['#', '-', '=', 'n']).unwrap_or(rest);
    Some((
        rest.trim_start_matches(|c| is_blank(c) || matches!(c, '.' | '°' | 'º')),
        most,
    ))
}

fn sign(at: &str) -> Option<&str> {
    let rest = at.strip_prefix(['x', 'X', 'ｘ', 'Ｘ', '#', '＃', '~', '～'])?;
    // In `0xx11` it stands for a carrier.
    (!rest.starts_with(['x', 'X'])).then_some(rest)
}

fn word(at: &str) -> Option<&str> {
    let (word, rest) = Word::first_of(at);
    word.means(Meaning::EXTENSION).then_some(rest)
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
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
