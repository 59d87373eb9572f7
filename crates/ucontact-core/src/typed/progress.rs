//! Groups the digits of a number while it is typed.

use phone_finder::{Region, read};

/// Fewer digits have no groups yet.
const FEWEST: usize = 2;
/// A number in international form has no more (ITU-T E.164).
const MOST: usize = 15;

/// The text with its digits grouped as in a number that begins so, by a caller in `region`; `None` where there is no such
/// number, or where there is more in the text than digits and what people write between them.
pub(crate) fn group(text: &str, region: Region) -> Option<String> {
    let plus = text.trim_start().starts_with('+');
    let digits = plain_digits(text)?;
    if !(FEWEST..=MOST).contains(&digits.len()) {
        return None;
    }
    completions(&digits)
        .filter_map(|whole| shown(&whole, plus, region))
        .find_map(|shown| beginning(&shown, &digits))
}

fn plain_digits(text: &str) -> Option<String> {
    let between = |c: char| c.is_whitespace() || "+-./()–".contains(c);
    let legal = |c: char| c.is_ascii_digit() || between(c);
    let digits = text.chars().filter(char::is_ascii_digit);
    text.chars().all(legal).then(|| digits.collect())
}

/// The digits themselves, then with more and more behind them: numbers of a kind are grouped alike, so any will do.
fn completions(digits: &str) -> impl Iterator<Item = String> {
    let lengths = 0..=MOST.saturating_sub(digits.len());
    lengths.flat_map(move |missing| {
        let fillers = if missing == 0 { "0" } else { "1234567890" };
        fillers
            .chars()
            .map(move |filler| format!("{digits}{}", filler.to_string().repeat(missing)))
    })
}

fn shown(whole: &str, plus: bool, region: Region) -> Option<String> {
    let written = if plus {
        format!("+{whole}")
    } else {
        whole.to_owned()
    };
    let number = read(&written, region)?;
    let shown = if plus {
        number.international()
    } else {
        number.national()
    };
    Some(shown.to_string())
}

/// As much of a shown number as its first digits take, if they are these.
fn beginning(shown: &str, digits: &str) -> Option<String> {
    let mut wanted = digits.chars().peekable();
    let mut text = String::with_capacity(shown.len());
    for c in shown.chars() {
        wanted.peek()?;
        if c.is_ascii_digit() && wanted.next() != Some(c) {
            return None;
        }
        text.push(c);
        if wanted.peek().is_none() {
            return Some(text);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(region: &str, text: &str) -> Vec<String> {
        let region = region.parse().unwrap();
        let begin = |end: usize| text.get(..end).unwrap();
        (1..=text.len())
            .map(|end| group(begin(end), region).unwrap_or_else(|| begin(end).to_owned()))
            .collect()
    }

    #[test]
    fn a_number_takes_its_form_while_it_grows() {
        assert_eq!(
            typed("MX", "5512345678"),
            [
                "5",
                "55",
                "55 1",
                "55 12",
                "55 123",
                "55 1234",
                "55 1234 5",
                "55 1234 56",
                "55 1234 567",
                "55 1234 5678"
            ]
        );
        assert_eq!(typed("MX", "+525512").last().unwrap(), "+52 55 12");
        assert_eq!(typed("US", "2125550123").last().unwrap(), "(212) 555-0123");
        assert_eq!(
            typed("BR", "11912345678").last().unwrap(),
            "(11) 91234-5678"
        );
    }

    #[test]
    fn the_form_it_was_pasted_in_makes_no_difference() {
        for text in ["55-1234-5678", "(55) 1234.5678", " 55 1234 5678"] {
            assert_eq!(
                group(text, "MX".parse().unwrap()).as_deref(),
                Some("55 1234 5678"),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_more_than_a_number_is_left_as_it_is() {
        for text in [
            "",
            "5",
            "55 1234 5678 ext. 12",
            "1-800-FLOWERS",
            "*72",
            "5512345678901234",
        ] {
            assert_eq!(group(text, "MX".parse().unwrap()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_digit_is_lost_or_added(text in "\\+?[0-9 ()./-]{0,20}") {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            for region in ["MX", "US", "AR", "DE"] {
                if let Some(grouped) = group(&text, region.parse().unwrap()) {
                    prop_assert_eq!(digits(&grouped), digits(&text));
                    prop_assert_eq!(grouped.starts_with('+'), text.trim_start().starts_with('+'));
                }
            }
        }
    }
}
