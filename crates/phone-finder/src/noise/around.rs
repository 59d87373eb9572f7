//! What directly touches a number.

use crate::chars::{is_alphanumeric, is_letter, is_space};
use crate::label::{self, Label, is_currency};
use crate::lexicon::Meaning;
use crate::text;
use crate::words::Word;

use super::Found;

/// So far, in bytes, is looked for the beginning and the end of an address on the web.
const FAR: usize = 120;

/// Whether the number is a part of something longer: a word, an address, a figure, a time.
pub(super) fn is_glued(found: &Found<'_>) -> bool {
    glued_before(found)
        || glued_behind(found.after())
        || is_time(found)
        || is_address(found)
        || is_code(found)
}

fn glued_before(found: &Found<'_>) -> bool {
    let before = found.before();
    let leads =
        found.plus || text::after(found.text, found.start).starts_with(['(', '（', '[', '［']);
    before.chars().next_back().is_some_and(|c| match c {
        '_' | '*' => true,
        '@' => before
            .strip_suffix('@')
            .is_some_and(|name| !name.is_empty() && !name.ends_with(is_space)),
        '%' => !leads,
        _ if is_currency(c) => !leads,
        _ => is_latin(c) && !leads && !is_phone_word(before),
    })
}

fn glued_behind(after: &str) -> bool {
    let mut next = after.chars();
    next.next().is_some_and(|c| match c {
        '_' | '@' | '%' => true,
        // The sign for an extension that isn't there.
        'x' | 'X' => next.next().is_some_and(is_alphanumeric),
        _ => is_latin(c) || is_currency(c),
    })
}

/// Letters that words are made of which a number may end in or begin with by chance.
fn is_latin(c: char) -> bool {
    is_letter(c) && (c as u32) < 0x250 || matches!(c, '\u{300}'..='\u{36F}')
}

fn is_phone_word(before: &str) -> bool {
    let (word, rest) = Word::last_of(before);
    let whole = !rest.ends_with(is_alphanumeric);
    // In `call5512345678` a blank is missing; in `Tel5512345678` none was meant.
    whole
        && (word.capital || NOUNS.iter().any(|noun| word.folded().starts_with(noun)))
        && word.folded().len() > 1
        && label::before(before) == Label::Phone
}

fn is_time(found: &Found<'_>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut before = found.before().chars().rev();
    let mut after = found.after().chars();
    (before.next() == Some(':') && digit(before.next()))
        || (after.next() == Some(':') && digit(after.next()))
}

/// Whether the number is in a URL or an e-mail address, except those that are for calling.
fn is_address(found: &Found<'_>) -> bool {
    let before = tail(found.before());
    let calls = ["tel:", "callto:", "sip:", "wa.me/", "phone=", "sms:"]
        .iter()
        .any(|scheme| before.trim_end_matches('+').ends_with(scheme));
    let after = head(found.after());
    let url = text::holds(before, b"://")
        || text::holds(before, b"www.")
        || before.trim_start_matches('@').bytes().any(|b| b == b'@')
        || before.ends_with(['=', '&', '?', '\\']);
    !calls
        && (url
            || after.bytes().any(|b| b == b'@')
            || before.ends_with('/')
                && before.len() > 1
                && before.as_bytes().iter().any(u8::is_ascii_alphabetic)
                && before.bytes().any(|b| b == b'.'))
}

/// Whether letters and a dash or the like hang on the number, as in `INV-4155550123` and `…-4f3a`.
fn is_code(found: &Found<'_>) -> bool {
    let (before, after) = (found.before(), found.after());
    let hangs = |c: char| matches!(c, '-' | '_' | '/' | '.');
    let name = before.strip_suffix(hangs).map(Word::last_of);
    let code = name.is_some_and(|(word, rest)| {
        let mixed = rest.ends_with(|c: char| c.is_ascii_digit()) && !word.is_empty();
        !before.ends_with('.') && (mixed || word.capitals) && label::before(before) != Label::Phone
    });
    let mut next = after.chars();
    let tail = next.next().is_some_and(|c| matches!(c, '-' | '_'))
        && next.next().is_some_and(|c| c.is_ascii_alphanumeric());
    code || tail
}

/// Whether a unit or a currency follows.
pub(super) fn is_measure(found: &Found<'_>) -> bool {
    let after = found.after().trim_start_matches([' ', '\u{A0}']);
    let mut next = after.chars();
    if next
        .next()
        .is_some_and(|c| c == '%' || c == '°' || is_currency(c))
    {
        // `£1.50` is a price of its own.
        return !next
            .as_str()
            .trim_start_matches(is_space)
            .starts_with(|c: char| c.is_ascii_digit());
    }
    let (word, _) = Word::first_of(after);
    let plain = found.blocks.len() == 1;
    word.means(Meaning::CURRENCY) || (plain && word.means(Meaning::UNIT))
}

/// How the words begin that people glue to a number on purpose.
const NOUNS: [&[u8]; 4] = [b"tel", b"cel", b"fon", b"whats"];

/// What stands at the end of the text, up to white space.
fn tail(text: &str) -> &str {
    let mut start = text.len();
    for c in text.chars().rev().take_while(|c| !is_space(*c)) {
        start -= c.len_utf8();
        if text.len() - start > FAR {
            break;
        }
    }
    text::after(text, start)
}

/// What stands at the beginning of the text, up to white space.
fn head(text: &str) -> &str {
    let mut end = 0;
    for c in text.chars().take_while(|c| !is_space(*c)) {
        end += c.len_utf8();
        if end > FAR {
            break;
        }
    }
    text::before(text, end)
}
