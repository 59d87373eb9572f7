//! Blanks, marks and signs between a word and the number that it is about.

use crate::chars::is_space;
use crate::text;

/// How many blanks and marks may stand between two words.
const MOST_MARKS: usize = 6;

/// The text without the blanks and marks at its end, and the sign among them that tells something.
pub(super) fn marks_before(text: &str) -> (&str, Option<char>) {
    let (mut rest, mut sign, mut blank) = (text, None, true);
    for _ in 0..MOST_MARKS {
        let Some(c) = text::last(rest) else { break };
        let tells = c == '#' || is_currency(c) || is_phone(c);
        if !tells && !passes(c) {
            break;
        }
        rest = text::before(rest, rest.len() - c.len_utf8());
        sign = sign.or(tells.then_some(c).filter(|&c| blank || !is_currency(c)));
        blank &= is_space(c);
    }
    (rest, sign)
}

/// Whether a mark may stand between a word and the number that it is about.
fn passes(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | ':' | '.' | '=' | '*' | '"' | '\'' | '-' | '_' | '(' | '>' | '/' | ')'
    ) || matches!(c, '\u{A0}' | '°' | 'º' | 'ª' | '：' | '–' | '\u{FE0F}')
}

pub(super) fn is_phone(c: char) -> bool {
    matches!(c, '☎' | '☏' | '📞' | '📱' | '📲' | '📟' | '✆' | '🕻')
}

/// The signs of currencies (Unicode `Sc`, those in use).
pub(crate) fn is_currency(c: char) -> bool {
    if c.is_ascii() {
        return c == '$';
    }
    matches!(c, '¢'..='¥' | '\u{58F}' | '\u{60B}' | '\u{9F2}' | '\u{9F3}' | '\u{AF1}' | '\u{BF9}' | '\u{E3F}' | '\u{17DB}' | '\u{20A0}'..='\u{20C0}' | '\u{FDFC}' | '\u{FE69}' | '＄' | '￠' | '￡' | '￥' | '￦')
}
