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
mod tests;
