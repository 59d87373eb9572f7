//! The rules for texts, each a function from a text to the rule it breaks.

use std::collections::BTreeSet;

use crate::rule::Rule;

/// Longest user and campaign name taken, in characters; the vendor states no limit, this one stops pasted pages.
pub(crate) const MAX_NAME: usize = 128;
/// Longest dial-plan context: Asterisk, on which uContact runs, keeps 80 bytes with the closing NUL.
pub(crate) const MAX_CONTEXT: usize = 79;
const MAX_SHOWN: usize = 40;

/// An agent's own phone.
pub(crate) fn extension(text: &str) -> Result<(), Rule> {
    digits(text, 1, 15)
}

/// A number that a call goes out with. E.164 allows 15 digits; below 7 nothing is a direct number.
pub(crate) fn caller_id(text: &str) -> Result<(), Rule> {
    digits(text, 7, 15)
}

/// The name of a user or a campaign.
pub(crate) fn name(text: &str) -> Result<(), Rule> {
    one_line(text, MAX_NAME)
}

/// A dial-plan context.
pub(crate) fn context(text: &str) -> Result<(), Rule> {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let rule = Rule::Word { max: MAX_CONTEXT };
    given(
        text,
        text.len() <= MAX_CONTEXT && text.chars().all(legal),
        rule,
    )
}

/// What a phone can dial; long enough for an international number behind a prefix.
pub(crate) fn dial_string(text: &str) -> Result<(), Rule> {
    let (min, max) = (3, 20);
    let symbols = text.strip_prefix('+').unwrap_or(text);
    let legal = symbols
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'*' | b'#'));
    given(
        text,
        legal && (min..=max).contains(&symbols.len()),
        Rule::DialString { min, max },
    )
}

/// What may be dialled before a number, if anything is: an outside line, a carrier, an international prefix.
pub(crate) fn dial_prefix(text: &str) -> Result<(), Rule> {
    let max = 8;
    let legal = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'*' | b'#'));
    if legal && text.len() <= max {
        Ok(())
    } else {
        Err(Rule::DialPrefix { max })
    }
}

/// A region with a numbering plan of its own, in two capital letters.
pub(crate) fn region(text: &str) -> Result<(), Rule> {
    let capitals = text.bytes().all(|b| b.is_ascii_uppercase());
    let legal = capitals && text.parse::<phone_finder::Region>().is_ok();
    given(text, legal, Rule::Region)
}

fn digits(text: &str, min: usize, max: usize) -> Result<(), Rule> {
    let legal = text.bytes().all(|b| b.is_ascii_digit());
    given(
        text,
        legal && (min..=max).contains(&text.len()),
        Rule::Digits { min, max },
    )
}

fn one_line(text: &str, max: usize) -> Result<(), Rule> {
    let legal = text.trim() == text && !text.chars().any(is_hidden) && text.chars().count() <= max;
    given(text.trim(), legal, Rule::OneLine { max })
}

/// Nothing at all is a fault of its own: "required" helps more than the field's grammar.
pub(crate) fn given(text: &str, legal: bool, rule: Rule) -> Result<(), Rule> {
    match (text.is_empty(), legal) {
        (true, _) => Err(Rule::Required),
        (_, true) => Ok(()),
        (_, false) => Err(rule),
    }
}

/// A DNS label (RFC 1035 section 2.3.1, with the leading digits of RFC 1123): 1 to 63 of `a-z 0-9 -`, no hyphen at either end.
pub(crate) fn is_dns_label(text: &str) -> bool {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=63).contains(&text.len())
        && text.bytes().all(legal)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// A port in plain decimal, 1 to 65535.
pub(crate) fn port(text: &str) -> Option<u16> {
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|port| plain && *port > 0)
}

/// `text` made safe to show: at most 40 characters, each invisible one as U+FFFD.
pub(crate) fn shown(text: &str) -> String {
    let visible = |c: char| {
        if is_hidden(c) {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    if text.chars().count() <= MAX_SHOWN {
        return text.chars().map(visible).collect();
    }
    text.chars()
        .take(MAX_SHOWN - 1)
        .map(visible)
        .chain(['…'])
        .collect()
}

/// Controls, line breaks, and what makes a text read differently from what it holds: bidirectional controls and
/// zero-width spaces. The joiners U+200C and U+200D stay: Persian names and emoji need them.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'
                ..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// A whole number within bounds, both included.
pub(crate) fn range(number: i64, min: i64, max: i64) -> Result<(), Rule> {
    if (min..=max).contains(&number) {
        Ok(())
    } else {
        Err(Rule::Range { min, max })
    }
}

/// Notes `item` among those `seen`, where it may not stand yet.
pub(crate) fn first<T: Ord>(seen: &mut BTreeSet<T>, item: T) -> Result<(), Rule> {
    if seen.insert(item) {
        Ok(())
    } else {
        Err(Rule::Duplicate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_and_caller_ids_are_digits() {
        let (few, many) = (
            Rule::Digits { min: 1, max: 15 },
            Rule::Digits { min: 7, max: 15 },
        );
        assert_eq!(
            (extension("9"), extension(&"9".repeat(15))),
            (Ok(()), Ok(()))
        );
        assert_eq!(
            (caller_id(&"5".repeat(7)), caller_id(&"5".repeat(15))),
            (Ok(()), Ok(()))
        );
        for text in ["12a", " 12", "+12", "1-2", "１２", "9999999999999999"] {
            assert_eq!(extension(text), Err(few.clone()), "{text}");
        }
        for text in ["123456", "1234567890123456", "12a", "+525512345678"] {
            assert_eq!(caller_id(text), Err(many.clone()), "{text}");
        }
        assert_eq!(
            (extension(""), caller_id("")),
            (Err(Rule::Required), Err(Rule::Required))
        );
    }

    #[test]
    fn dial_strings_hold_what_a_phone_has_keys_for() {
        for text in [
            "911",
            "*72",
            "##1",
            "+525512345678",
            "12345678901234567890",
            "+12345678901234567890",
        ] {
            assert_eq!(dial_string(text), Ok(()), "{text}");
        }
        for text in [
            "12",
            "+12",
            "123456789012345678901",
            "55 1234",
            "5512-34",
            "++123",
            "123+",
            "12a",
            "123,4",
            "123\n",
        ] {
            assert_eq!(
                dial_string(text),
                Err(Rule::DialString { min: 3, max: 20 }),
                "{text}"
            );
        }
    }

    #[test]
    fn contexts_are_words() {
        for text in [
            "agentes",
            "agents",
            "from-internal",
            "a_b.C9",
            &"a".repeat(79),
        ] {
            assert_eq!(context(text), Ok(()), "{text}");
        }
        for text in ["two words", "a,b", "señas", "a/b", "a\n", &"a".repeat(80)] {
            assert_eq!(context(text), Err(Rule::Word { max: 79 }), "{text}");
        }
        assert_eq!(context(""), Err(Rule::Required));
    }

    #[test]
    fn names_are_one_visible_line() {
        for text in [
            "Sales->",
            "José Ñandú & Co. + 50% \"x\"",
            "👩‍💼",
            "a b",
            &"é".repeat(128),
        ] {
            assert_eq!(name(text), Ok(()), "{text}");
        }
        let hidden = [
            "a\nb",
            "a\u{0}",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{200b}b",
            "a\u{2028}b",
            "a\u{feff}b",
            "\u{85}x",
        ];
        for text in hidden.iter().chain(&[" a", "a ", "a\t", &"é".repeat(129)]) {
            assert_eq!(name(text), Err(Rule::OneLine { max: 128 }), "{text:?}");
        }
        assert_eq!(
            (name(""), name(" \u{a0}\n")),
            (Err(Rule::Required), Err(Rule::Required))
        );
    }

    #[test]
    fn regions_are_two_capitals_with_a_numbering_plan() {
        assert_eq!(region("MX"), Ok(()));
        assert_eq!(region(""), Err(Rule::Required));
        for text in ["mx", "MEX", "M", "5X", "ÑX", "MX ", "XX"] {
            assert_eq!(region(text), Err(Rule::Region), "{text}");
        }
    }
}
