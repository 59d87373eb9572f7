use std::net::Ipv4Addr;
use std::ops::Range;

/// Longer words than this, in bytes, are neither a date nor an address.
const LONGEST: usize = 16;

/// Whether the number at `span` is certainly none: a calendar date with a four-digit year, or an
/// IPv4 address, or a part of one.
pub(crate) fn is_noise(text: &str, span: &Range<usize>) -> bool {
    let number = text[span.clone()].bytes().all(is_token);
    let token = token_around(text, span);
    number && token.len() <= LONGEST && (is_date(token) || is_ipv4(token))
}

/// The digits, dots, dashes and slashes in a row that `span` is part of, without those at the ends
/// that belong to the sentence.
fn token_around<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    let length = |bytes: &mut dyn Iterator<Item = u8>| {
        bytes.take(LONGEST).take_while(|&b| is_token(b)).count()
    };
    let start = span.start - length(&mut text[..span.start].bytes().rev());
    let end = span.end + length(&mut text[span.end..].bytes());
    text[start..end].trim_matches(['.', '-', '/'])
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'/')
}

fn is_date(token: &str) -> bool {
    ['-', '.', '/'].into_iter().any(|separator| {
        let parts: Vec<&str> = token.split(separator).collect();
        match parts[..] {
            [year, month, day] if year.len() == 4 => is_calendar(year, month, day),
            [first, second, year] => {
                is_calendar(year, second, first) || is_calendar(year, first, second)
            }
            _ => false,
        }
    })
}

fn is_calendar(year: &str, month: &str, day: &str) -> bool {
    let within = |part: &str, range: Range<u16>| part.parse().is_ok_and(|n| range.contains(&n));
    let short = month.len() <= 2 && day.len() <= 2;
    short
        && year.len() == 4
        && within(year, 1900..2100)
        && within(month, 1..13)
        && within(day, 1..32)
}

/// Four groups of two digits are left alone: eight-digit numbers are written so.
fn is_ipv4(token: &str) -> bool {
    token.parse::<Ipv4Addr>().is_ok() && token.split('.').any(|group| group.len() != 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(text: &str, number: &str) -> bool {
        let start = text.find(number).unwrap();
        is_noise(text, &(start..start + number.len()))
    }

    #[test]
    fn dates_are_noise() {
        for date in [
            "2026-11-21",
            "2024-08-06",
            "21/11/2026",
            "11/21/2026",
            "05.10.1986",
            "1-2-2026",
        ] {
            assert!(noise(date, date), "{date}");
        }
        assert!(noise("Vence el 2026-11-21.", "2026-11-21"));
        assert!(noise("Vence el 2026-11-21.", "26-11-21"));
    }

    #[test]
    fn addresses_are_noise() {
        assert!(noise("host 192.168.100.200, 10.0.0.1", "192.168.100.200"));
        assert!(noise("host 192.168.100.200, 10.0.0.1", "168.100.200"));
    }

    #[test]
    fn numbers_are_not() {
        for number in [
            "2026-13-21",
            "2126-11-21",
            "22.22.22.22",
            "55-1234-5678",
            "212.555.1234",
            "1-800-2026-11",
        ] {
            assert!(!noise(number, number), "{number}");
        }
        assert!(!noise("+598 2024-08-06", "+598 2024-08-06"));
        assert!(!noise("2026-11-21-2026-11-21", "2026-11-21"));
    }
}
