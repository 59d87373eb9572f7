//! What directly touches a number.

use crate::chars::{Mark, is_alphanumeric, is_letter, is_space, mark};
use crate::label::{Label, is_currency};
use crate::lexicon::Meaning;
use crate::text;
use crate::words::Word;

use super::Found;

/// So far, in bytes, is looked for the beginning and the end of an address on the web.
const FAR: usize = 120;

/// Whether the number is a part of something longer: a word, an address, a figure, a time.
pub(super) fn is_glued(found: &Found<'_>) -> bool {
    if stands_alone(found) {
        return false;
    }
    glued_before(found)
        || glued_behind(found.after())
        || is_time(found)
        || is_address(found)
        || is_code(found)
}

/// Whether blanks or the text's ends are around the number, as they are around most.
fn stands_alone(found: &Found<'_>) -> bool {
    let (before, after) = (found.before().as_bytes(), found.after().as_bytes());
    matches!(before, [] | [.., b' ' | b'\n']) && matches!(after, [] | [b' ' | b'\n', ..])
}

fn glued_before(found: &Found<'_>) -> bool {
    let before = found.before();
    let leads = found.plus
        || text::first(text::after(found.text, found.start))
            .is_some_and(|c| mark(c) == Some(Mark::Open));
    text::last(before).is_some_and(|c| match c {
        '_' | '*' => true,
        '@' => before
            .strip_suffix('@')
            .is_some_and(|name| text::last(name).is_some_and(|c| !is_space(c))),
        '%' => !leads,
        _ if is_currency(c) => !leads,
        _ => is_latin(c) && !leads && !is_phone_word(found),
    })
}

fn glued_behind(after: &str) -> bool {
    text::first(after).is_some_and(|c| match c {
        '_' | '@' | '%' => true,
        // The sign for an extension that isn't there.
        'x' | 'X' => text::first(text::after(after, 1)).is_some_and(is_alphanumeric),
        _ => is_latin(c) || is_currency(c),
    })
}

/// Letters that words are made of which a number may end in or begin with by chance.
fn is_latin(c: char) -> bool {
    is_letter(c) && (c as u32) < 0x250 || matches!(c, '\u{300}'..='\u{36F}')
}

fn is_phone_word(found: &Found<'_>) -> bool {
    let (word, rest) = Word::last_of(found.before());
    let whole = !text::last(rest).is_some_and(is_alphanumeric);
    // In `call5512345678` a blank is missing; in `Tel5512345678` none was meant.
    whole
        && (word.capital || NOUNS.iter().any(|noun| word.begins(noun)))
        && word.length() > 1
        && found.label() == Label::Phone
}

fn is_time(found: &Found<'_>) -> bool {
    let (before, after) = (found.before().as_bytes(), found.after().as_bytes());
    let time = matches!(before, [.., b'0'..=b'9', b':']);
    // `tel1:` is none.
    time && found.label() != Label::Phone || matches!(after, [b':', b'0'..=b'9', ..])
}

/// Whether the number is in a URL or an e-mail address, except those that are for calling.
fn is_address(found: &Found<'_>) -> bool {
    let before = tail(found.before());
    let calls = ["tel:", "callto:", "sip:", "wa.me/", "phone=", "sms:"]
        .iter()
        .any(|scheme| before.trim_end_matches('+').ends_with(scheme));
    let after = head(found.after());
    // A list may hold an address and then a number.
    let parts = |b: &u8| matches!(b, b';' | b'|');
    let mail = before.as_bytes().rsplit(parts).next().unwrap_or_default();
    // `tel=…` and `to=+52…` stand in logs and forms.
    let key = found.plus && !before.bytes().any(|b| b == b'?') || found.label() == Label::Phone;
    let url = text::holds(before, b"://")
        || text::holds(before, b"www.")
        || mail.iter().skip(1).any(|&b| b == b'@')
        || matches!(before.as_bytes(), [.., b'&' | b'?' | b'\\'])
        || before.ends_with('=') && !key;
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
    let hangs = matches!(before.as_bytes(), [.., b'-' | b'_' | b'/']);
    let code = hangs && {
        let (word, rest) = Word::last_of(text::before(before, before.len() - 1));
        let mixed = matches!(rest.as_bytes(), [.., b'0'..=b'9']) && !word.is_empty();
        (mixed || word.capitals) && found.label() != Label::Phone
    };
    let tail = matches!(after.as_bytes(), [b'-' | b'_', next, ..] if next.is_ascii_alphanumeric());
    code || tail
}

/// Whether a unit or a currency follows.
pub(super) fn is_measure(found: &Found<'_>) -> bool {
    let after = text::trimmed(found.after(), |c| matches!(c, ' ' | '\u{A0}'));
    if let Some(rest) = text::stripped(after, |c| c == '%' || c == '°' || is_currency(c)) {
        // `£1.50` is a price of its own.
        let next = text::trimmed(rest, is_space).as_bytes();
        return !matches!(next, [b'0'..=b'9', ..]);
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
