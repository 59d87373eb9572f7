//! Numbers spelt in letters behind a code that is free to call: `1-800-FLOWERS`.

use crate::bytes;
use crate::candidate::Candidate;
use crate::chars::{Mark, digit_value, is_alphanumeric, mark};
use crate::digits::Written;
use crate::kind::Kind;
use crate::number::{self, Home, Number};
use crate::text;

/// Fewer letters are no word.
const LEAST_LETTERS: usize = 3;
/// A code has at least these digits.
const LEAST_DIGITS: usize = 3;
/// Longer texts behind the digits are no number.
const FAR: usize = 16;

/// The number of a candidate that goes on in letters, and where it ends in the text.
pub(crate) fn read(text: &str, candidate: &Candidate, home: &Home) -> Option<(Number, usize)> {
    let digits = candidate.digits_in(&candidate.all());
    let first = text::at(text, candidate.end)?;
    let may = key(first).is_some() || mark(first).is_some();
    if digits.len() < LEAST_DIGITS || !may || !goes_on(text.as_bytes(), candidate.end) {
        return None;
    }
    let mut written = Written::of(digits);
    let (mut letters, mut end, mut best) = (0, candidate.end, None);
    let whole = |c: Option<char>| !c.is_some_and(is_alphanumeric);
    for _ in 0..FAR {
        let Some(c) = text::at(text, end) else { break };
        end += c.len_utf8();
        match (key(c), digit_value(c), mark(c)) {
            (Some(digit), ..) => {
                letters += 1;
                written.push(digit);
            }
            (_, Some(digit), _) => written.push(digit),
            (_, _, Some(Mark::Dash | Mark::Space | Mark::Dot | Mark::Close)) => continue,
            _ => break,
        }
        if letters >= LEAST_LETTERS && whole(text::at(text, end)) {
            best = free(&written, candidate.plus.is_some(), home)
                .map(|number| (number, end))
                .or(best);
        }
    }
    best
}

/// Whether enough letters may follow: cheap to tell, and true for few.
fn goes_on(bytes: &[u8], end: usize) -> bool {
    let passes = |&byte: &u8| match byte {
        b'A'..=b'Z' | b'0'..=b'9' | 0x80.. => true,
        _ => bytes::mark(byte).is_some(),
    };
    let behind = bytes.get(end..).unwrap_or_default().iter();
    let letters = behind.take(4 * FAR).take_while(|byte| passes(byte));
    letters.filter(|byte| byte.is_ascii_uppercase()).count() >= LEAST_LETTERS
}

fn free(written: &[u8], plus: bool, home: &Home) -> Option<Number> {
    let number = number::read(written, plus, home)?;
    let kind = Kind::at(number.verdict.kind);
    matches!(kind, Kind::TollFree | Kind::SharedCost).then_some(number)
}

/// The key of a phone that a capital letter is on.
fn key(letter: char) -> Option<u8> {
    Some(match letter {
        'A'..='C' => 2,
        'D'..='F' => 3,
        'G'..='I' => 4,
        'J'..='L' => 5,
        'M'..='O' => 6,
        'P'..='S' => 7,
        'T'..='V' => 8,
        'W'..='Z' => 9,
        _ => return None,
    })
}
