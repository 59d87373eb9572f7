//! Patterns of numbers that are never called.

use crate::rule::Rule;
use crate::text::given;

/// A number in international form in which `?` stands for any one digit, and a `*` at the end for any rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pattern<'a> {
    symbols: &'a str,
    open: bool,
}

impl<'a> Pattern<'a> {
    /// Takes `+5255512345??` and `+1900*`: a `+`, at least one digit, at most 15 symbols.
    pub(super) fn parse(text: &'a str) -> Result<Self, Rule> {
        let rest = text.strip_prefix('+').unwrap_or_default();
        let (symbols, open) = rest.strip_suffix('*').map_or((rest, false), |s| (s, true));
        let legal = symbols.bytes().all(|b| b.is_ascii_digit() || b == b'?')
            && symbols.starts_with(|c: char| c.is_ascii_digit())
            && symbols.len() <= 15;
        given(text, legal, Rule::NumberPattern)?;
        Ok(Self { symbols, open })
    }

    /// Whether a number in international form is one of those.
    pub(super) fn matches(self, e164: &str) -> bool {
        let digits = e164.trim_start_matches('+');
        let same = |(symbol, digit)| symbol == b'?' || symbol == digit;
        let fits =
            digits.len() == self.symbols.len() || self.open && digits.len() > self.symbols.len();
        fits && self.symbols.bytes().zip(digits.bytes()).all(same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_a_number_with_holes() {
        for (pattern, number, expected) in [
            ("+1900*", "+19005550100", true),
            ("+1900*", "+1900", true),
            ("+1900*", "+18005550100", false),
            ("+5255512345??", "+525551234567", true),
            ("+5255512345??", "+5255512345678", false),
            ("+525551234567", "+525551234567", true),
            ("+525551234567", "+525551234568", false),
            ("+52?5*", "+528512345678", true),
            ("+52?5*", "+528112345678", false),
        ] {
            let pattern = Pattern::parse(pattern).unwrap();
            assert_eq!(pattern.matches(number), expected, "{pattern:?} {number}");
        }
    }

    #[test]
    fn nothing_else_is_a_pattern() {
        assert_eq!(Pattern::parse(""), Err(Rule::Required));
        for text in [
            "1900*",
            "+",
            "+*",
            "+?",
            "+19*0",
            "+1900**",
            "+1 900*",
            "+190a",
            "*",
            "+1234567890123456",
        ] {
            assert_eq!(Pattern::parse(text), Err(Rule::NumberPattern), "{text}");
        }
    }
}
