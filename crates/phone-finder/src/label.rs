//! What the words directly before a number say it is.

mod lists;

use crate::words::Word;

use lists::{
    CURRENCIES, FILLERS, ID_ENDS, IDS, MARKERS, MONEY, OF, OWNED, OWNERS, PHONE, PHONE_ENDS,
};

/// What a number is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A phone number.
    Phone,
    /// The number of something else: an order, a person, a product.
    Id,
    /// Something close to the name of an id: enough against bare digits.
    Vague,
    /// An amount of money.
    Money,
    /// `#` and nothing that says more.
    Hash,
    Nothing,
}

/// How many words that say nothing themselves may stand between the telling word and the number.
const MOST_FILLERS: usize = 3;
/// How many blanks and marks may stand between two words.
const MOST_MARKS: usize = 6;

/// The label at the end of the text before a number.
pub(crate) fn before(text: &str) -> Label {
    let (mut rest, mut numbered) = (text, false);
    for fillers in 0..=MOST_FILLERS {
        let (marks, sign) = marks_before(rest);
        match sign {
            Some(c) if is_phone(c) => return Label::Phone,
            Some(c) if is_currency(c) => return Label::Money,
            Some('#') if fillers > 0 => return Label::Nothing,
            _ => {}
        }
        let (word, before) = Word::last_of(marks);
        if is_slashed(&word, before) {
            return Label::Id;
        }
        let marker = is_marker(&word, &rest[marks.len()..]) || is_bare_marker(&word, before);
        if sign == Some('#') && word.is_empty() {
            return Label::Hash;
        }
        if !marker && !word.is_in(&FILLERS) {
            return of(&word, before, numbered || sign == Some('#'));
        }
        numbered |= marker;
        rest = before;
    }
    Label::Nothing
}

/// What the word says; `numbered` tells that the word for "number" stands behind it.
fn of(word: &Word, before: &str, numbered: bool) -> Label {
    let is = |ends: &[&str]| {
        ends.iter()
            .any(|end| word.as_str().ends_with(end) && word.as_str() != *end)
    };
    match () {
        () if word.is_in(&PHONE) || is(&PHONE_ENDS) || PHONE_ENDS.contains(&word.as_str()) => {
            Label::Phone
        }
        () if word.is_in(&IDS) || is(&ID_ENDS) || word.as_str() == "番号" => Label::Id,
        () if word.is_in(&MONEY) || is_currency_word(word) => Label::Money,
        () if numbered && !word.is_empty() && !word.is_in(&OWNERS) => Label::Id,
        () if !word.is_empty() && is_numbered(word, before) => Label::Id,
        () if is_qualified(word, before) => Label::Vague,
        () => Label::Nothing,
    }
}

/// Whether what stands before a word makes it the name of an id: `N.º utente`, `código de cliente`, `O/C`.
fn is_numbered(word: &Word, text: &str) -> bool {
    let (marks, _) = marks_before(text);
    let (of, rest) = Word::last_of(marks);
    let short = |word: &Word, marks: &str| word.as_str().len() <= 3 && is_marker(word, marks);
    if !of.is_in(&OF) {
        return !word.capital && !word.is_in(&OWNERS) && short(&of, &text[marks.len()..]);
    }
    let (marks, _) = marks_before(rest);
    let (thing, _) = Word::last_of(marks);
    let owned =
        is_marker(&thing, &rest[marks.len()..]) && (word.is_in(&OWNED) || short(&thing, ""));
    thing.is_in(&IDS) || owned
}

/// Whether the word is the second letter of an abbreviation: `S/N`, `O/C`.
fn is_slashed(word: &Word, before: &str) -> bool {
    let other = before
        .strip_suffix('/')
        .map(|before| Word::last_of(before).0);
    let letter = |word: &Word| word.capital && word.as_str().len() == 1;
    letter(word) && other.is_some_and(|other| letter(&other))
}

/// Whether the word is "no" behind the name of an id, where it means "number" without a dot too.
fn is_bare_marker(word: &Word, before: &str) -> bool {
    word.as_str() == "no" && Word::last_of(marks_before(before).0).0.is_in(&IDS)
}

/// Whether the name of an id stands before the word, as in `guía DHL` and `código cliente`.
fn is_qualified(word: &Word, before: &str) -> bool {
    let names_nobody = !word.is_empty() && (word.capitals || !word.capital);
    names_nobody
        && before.ends_with([' ', '.'])
        && Word::last_of(marks_before(before).0).0.is_in(&IDS)
}

/// Whether the word means "number"; some that do mean something else where no mark follows.
fn is_marker(word: &Word, marks: &str) -> bool {
    let short = marks.starts_with(['.', '°', 'º', 'ª', ':']) || word.capital;
    word.is_in(&MARKERS) || short && matches!(word.as_str(), "n" | "no")
}

/// The text without the blanks and marks at its end, and the sign among them that tells something.
fn marks_before(text: &str) -> (&str, Option<char>) {
    let (mut end, mut sign, mut blank) = (text.len(), None, true);
    for c in text.chars().rev().take(MOST_MARKS) {
        let tells = c == '#' || is_currency(c) || is_phone(c);
        let passes = tells
            || c == '\u{FE0F}'
            || matches!(
                c,
                ' ' | '\u{A0}'
                    | '\t'
                    | ':'
                    | '：'
                    | '.'
                    | '='
                    | '°'
                    | 'º'
                    | 'ª'
                    | '*'
                    | '"'
                    | '\''
                    | '-'
                    | '–'
                    | '_'
                    | '('
                    | '>'
                    | '/'
                    | ')'
            );
        if !passes {
            break;
        }
        end -= c.len_utf8();
        sign = sign.or(tells.then_some(c).filter(|&c| blank || !is_currency(c)));
        blank &= c.is_whitespace();
    }
    (&text[..end], sign)
}

fn is_phone(c: char) -> bool {
    matches!(c, '☎' | '☏' | '📞' | '📱' | '📲' | '📟' | '✆' | '🕻')
}

/// The signs of currencies (Unicode `Sc`, those in use).
pub(crate) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{58F}' | '\u{60B}' | '\u{9F2}' | '\u{9F3}' | '\u{AF1}' | '\u{BF9}' | '\u{E3F}' | '\u{17DB}' | '\u{20A0}'..='\u{20C0}' | '\u{FDFC}' | '\u{FE69}' | '＄' | '￠' | '￡' | '￥' | '￦')
}

/// Whether a word is a currency's code or name.
pub(crate) fn is_currency_word(word: &Word) -> bool {
    word.is_in(&CURRENCIES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for list in [
            &FILLERS[..],
            &PHONE,
            &IDS,
            &MONEY,
            &CURRENCIES,
            &MARKERS,
            &OF,
            &OWNERS,
            &OWNED,
        ] {
            let wrong = list.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(wrong, None);
        }
    }

    #[test]
    fn reads_the_telling_word() {
        for (text, label) in [
            ("Tel. ", Label::Phone),
            ("Teléfono", Label::Phone),
            ("CEL: ", Label::Phone),
            ("Phone number is ", Label::Phone),
            ("📞 ", Label::Phone),
            ("☎️", Label::Phone),
            ("Order #", Label::Id),
            ("Pedido nº ", Label::Id),
            ("Número de factura: ", Label::Id),
            ("Kundennummer ", Label::Id),
            ("Telefonnummer: ", Label::Phone),
            ("Tel # ", Label::Phone),
            ("total: $ ", Label::Money),
            ("R$ ", Label::Money),
            ("MXN ", Label::Money),
            ("#", Label::Hash),
            ("Ana ", Label::Nothing),
            ("", Label::Nothing),
            ("número ", Label::Nothing),
            ("Job no. ", Label::Id),
            ("N.º utente ", Label::Id),
            ("My new number: ", Label::Nothing),
            ("Cod. cliente ", Label::Vague),
            ("new # is ", Label::Nothing),
            ("#", Label::Hash),
            ("注文番号 ", Label::Id),
            ("電話番号:", Label::Phone),
        ] {
            assert_eq!(before(text), label, "{text:?}");
        }
    }
}
