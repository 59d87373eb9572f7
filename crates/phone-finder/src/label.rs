//! What the words directly before a number say it is.

mod marks;

use crate::lexicon::Meaning;
use crate::text;
use crate::words::Word;
pub(crate) use marks::is_currency;
use marks::{is_phone, marks_before};

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
/// The label at the end of the text before a number.
pub(crate) fn before(text: &str) -> Label {
    let (mut rest, mut numbered, mut dialled) = (text, false, false);
    for fillers in 0..=MOST_FILLERS {
        let (marks, sign) = marks_before(rest);
        match sign {
            Some(c) if is_phone(c) => return Label::Phone,
            Some(c) if is_currency(c) => return Label::Money,
            Some('#') if fillers > 0 => return Label::Nothing,
            _ => {}
        }
        let (word, before) = Word::last_of(marks);
        if word.is_empty() && is_counted_phone(marks) {
            return Label::Phone;
        }
        if is_initials(&word, before) {
            return Label::Nothing;
        }
        if numbered && word.means(Meaning::OWNER) {
            let named = is_given(before);
            return if named { Label::Vague } else { Label::Nothing };
        }
        if is_slashed(&word, before) {
            return Label::Id;
        }
        let marker = is_marker(&word, text::after(rest, marks.len()), fillers == 0)
            || is_bare_marker(&word, before);
        if sign == Some('#') && word.is_empty() {
            return Label::Hash;
        }
        if !marker && !word.means(Meaning::FILLER) {
            let dotted = text::after(rest, marks.len()).starts_with(['.', ':']);
            let label = of(&word, before, numbered || sign == Some('#'), dotted);
            return if dialled && label == Label::Id {
                Label::Nothing
            } else {
                label
            };
        }
        numbered |= marker;
        // `Llamar por el pedido al 55 …`: a call goes to a number, and an id to nobody.
        dialled |= fillers == 0 && (word.is(b"al") || word.is(b"ao"));
        rest = before;
    }
    Label::Nothing
}

/// What the word says; `numbered` tells that the word for "number" stands behind it, `dotted` that a dot or a colon does.
fn of(word: &Word, before: &str, numbered: bool, dotted: bool) -> Label {
    match () {
        () if word.is_empty() => Label::Nothing,
        () if word.means(Meaning::PHONE) || word.means(Meaning::PHONE_END) => Label::Phone,
        () if word.means(Meaning::ID) => Label::Id,
        () if word.means(Meaning::SHORT_ID) && (dotted || word.capitals) => Label::Id,
        () if !word.means(Meaning::MARKER) && word.means(Meaning::ID_END) => Label::Id,
        () if word.means(Meaning::MONEY) || word.means(Meaning::CURRENCY) => Label::Money,
        () if numbered && !word.means(Meaning::OWNER) => Label::Id,
        () => by_word_before(word, before),
    }
}

/// What the word before makes of a word that says nothing itself.
fn by_word_before(word: &Word, text: &str) -> Label {
    let before = Before::of(text);
    match () {
        () if is_numbered(word, &before) => Label::Id,
        () if word.means(Meaning::CARRIER) || is_qualified(word, &before, text) => Label::Vague,
        () => Label::Nothing,
    }
}

/// Whether what stands before a word makes it the name of an id: `N.º utente`, `código de cliente`, `O/C`.
fn is_numbered(word: &Word, before: &Before<'_>) -> bool {
    let short = |word: &Word, marks: &str| word.length() <= 3 && is_marker(word, marks, false);
    if !before.word.means(Meaning::OF) {
        let owned = word.capital || word.means(Meaning::OWNER);
        return !owned && short(&before.word, before.marks);
    }
    let thing = Before::of(before.rest);
    // Somebody's number is a phone's: `Nro. del portero`, `N.º da Ana`; nobody is `de crédito`.
    let nobody = !word.capital && before.word.is(b"de") && short(&thing.word, thing.marks);
    let owned = is_marker(&thing.word, thing.marks, true) && (word.means(Meaning::OWNED) || nobody);
    thing.word.means(Meaning::ID) || owned
}

/// What stands before a word: another one, the marks between the two, and the text before.
struct Before<'a> {
    word: Word,
    marks: &'a str,
    rest: &'a str,
}

impl<'a> Before<'a> {
    #[inline(never)]
    fn of(text: &'a str) -> Self {
        let (end, _) = marks_before(text);
        let (word, rest) = Word::last_of(end);
        let marks = text::after(text, end.len());
        Self { word, marks, rest }
    }
}

/// Whether the word is the second letter of an abbreviation: `S/N`, `O/C`.
fn is_slashed(word: &Word, before: &str) -> bool {
    let letter = |word: &Word| word.capital && word.length() == 1;
    let other = |before| letter(&Word::last_of(before).0);
    letter(word) && before.strip_suffix('/').is_some_and(other)
}

/// Whether the word is "no" behind the name of an id, where it means "number" without a dot too.
fn is_bare_marker(word: &Word, before: &str) -> bool {
    word.is(b"no") && is_id(before)
}

/// Whether a thing is said to have the number: `Pedido con el número`, `encomenda com o número`.
fn is_given(before: &str) -> bool {
    let with = Before::of(before);
    (with.word.is(b"con") || with.word.is(b"com") || with.word.is(b"with")) && is_id(with.rest)
}

/// Whether the name of an id stands before the word, as in `guía DHL` and `código cliente`.
fn is_qualified(word: &Word, before: &Before<'_>, text: &str) -> bool {
    let names_nobody = word.capitals || !word.capital;
    names_nobody && text.ends_with([' ', '.']) && before.word.means(Meaning::ID)
}

/// Whether the text ends with the name of an id.
fn is_id(text: &str) -> bool {
    Word::last_of(marks_before(text).0).0.means(Meaning::ID)
}

/// Whether a phone word stands at the end of the text with a count behind it: `tel1`, `tel-2`.
fn is_counted_phone(text: &str) -> bool {
    let word = match text.as_bytes() {
        [.., b'-', b'0'..=b'9'] => text::before(text, text.len() - 2),
        [.., b'0'..=b'9'] => text::before(text, text.len() - 1),
        _ => return false,
    };
    Word::last_of(word).0.means(Meaning::PHONE)
}

/// Whether the word is the last of some initials, of which none is known to be an id's (`R.U.T.`), or somebody's (`Ana's`).
fn is_initials(word: &Word, before: &str) -> bool {
    if word.length() != 1 {
        return false;
    }
    let belongs = word.is(b"s") && before.ends_with(['\'', '’']);
    let initials = before
        .strip_suffix('.')
        .is_some_and(|rest| Word::last_of(rest).0.length() == 1);
    belongs || initials
}

/// Whether the word means "number"; some that do mean something else where no mark follows, unless they are `alone` before
/// the number and in capitals.
fn is_marker(word: &Word, marks: &str, alone: bool) -> bool {
    let short = marks.starts_with(['.', '°', 'º', 'ª', ':']) || alone && word.capital;
    word.means(Meaning::MARKER) || short && (word.is(b"n") || word.is(b"no"))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("Pedido con el número ", Label::Vague),
            ("Ana con el número ", Label::Nothing),
            ("DHL ", Label::Vague),
            ("Seguimiento Starken ", Label::Vague),
            ("No. de refacción ", Label::Id),
        ] {
            assert_eq!(before(text), label, "{text:?}");
        }
    }
}
