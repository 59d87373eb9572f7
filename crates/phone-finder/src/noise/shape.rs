//! Shapes of digits that are dates, addresses, tax ids, cards and the like.

use crate::candidate::Block;
use crate::chars::Mark;

/// Whether the digits have the shape of something that is no phone number.
pub(super) fn is_other(blocks: &[Block], digits: &[u8], before: &str, after: &str) -> bool {
    let counts = Counts::of(blocks);
    let counts = counts.as_slice();
    is_date(blocks, digits)
        || is_stamp(digits, counts)
        || is_years(blocks, digits)
        || is_months(blocks, digits)
        || is_hours(blocks, digits)
        || is_ip(blocks, digits)
        || is_tax_id(blocks, counts, after)
        || is_card(digits, counts)
        || is_book(digits, counts)
        || is_coordinate(blocks, counts, before, after)
        || is_amount(blocks, counts, before, after)
}

/// Whether a whole row of blocks is something of which no part is a number: a card, an IBAN, a date with a
/// time or up to another date.
pub(super) fn is_row(blocks: &[Block], digits: &[u8], before: &str) -> bool {
    let counts = Counts::of(blocks);
    let counts = counts.as_slice();
    let country = before.len() >= 2 && before.bytes().rev().take(2).all(|b| b.is_ascii_uppercase());
    let iban = country && digits.len() > 11 && counts[0] == 2;
    let same = blocks.windows(3).all(|three| three[1].gap == three[2].gap);
    let card = same && matches!(counts, [4, 4, 4, 4] | [4, 6, 5] | [4, 4, 4, 4, 3]);
    iban || card || has_slashed_date(blocks, digits) || is_ip(blocks, digits)
}

/// A date with slashes anywhere.
fn has_slashed_date(blocks: &[Block], digits: &[u8]) -> bool {
    let mut from = 0;
    blocks.windows(3).any(|three| {
        let part = digits.get(from..).unwrap_or_default();
        from += three[0].count;
        three[1].gap.is(Mark::Slash) && three[2].gap.is(Mark::Slash) && is_date(three, part)
    })
}

/// How many digits each block has.
struct Counts {
    all: [usize; 8],
    len: usize,
}

impl Counts {
    fn of(blocks: &[Block]) -> Self {
        let mut counts = Self {
            all: [0; 8],
            len: blocks.len().min(8),
        };
        for (place, block) in counts.all.iter_mut().zip(blocks) {
            *place = block.count;
        }
        counts
    }

    fn as_slice(&self) -> &[usize] {
        &self.all[..self.len]
    }
}

fn value(digits: &[u8]) -> u32 {
    digits.iter().take(9).fold(0, |n, &d| n * 10 + u32::from(d))
}

/// Whether all gaps are the same single mark.
fn parted_by(blocks: &[Block], mark: Mark) -> bool {
    blocks.iter().skip(1).all(|block| block.gap.is(mark))
}

/// Day, month and year in any order, or two of them: a date, or a range of dates.
fn is_date(blocks: &[Block], digits: &[u8]) -> bool {
    let same = [Mark::Slash, Mark::Dot, Mark::Dash, Mark::Space]
        .into_iter()
        .find(|&m| blocks.get(1).is_some_and(|b| b.gap.is(m)));
    let (Some(mark), true) = (same, blocks.len() >= 3) else {
        return false;
    };
    let [a, b, c] = [0, 1, 2].map(|at| part(blocks, digits, at));
    let together = blocks[1..3].iter().all(|block| block.gap.is(mark));
    let year = |part: (u32, usize)| {
        part.1 == 4 && (1900..2100).contains(&part.0)
            || part.1 == 2 && matches!(mark, Mark::Slash | Mark::Dot) && blocks.len() != 4
    };
    let day = |part: (u32, usize)| part.1 <= 2 && (1..=31).contains(&part.0);
    let calendar = |y: (u32, usize), x: (u32, usize), z: (u32, usize)| {
        year(y) && day(x) && day(z) && (x.0 <= 12 || z.0 <= 12)
    };
    let first = part(blocks, digits, 0);
    together
        && (calendar(c, a, b) && (blocks.len() == 3 || !blocks[3].gap.is(mark))
            || first.1 == 4 && calendar(a, b, c))
}

/// The value and the number of digits of a block.
fn part(blocks: &[Block], digits: &[u8], at: usize) -> (u32, usize) {
    let start: usize = blocks.iter().take(at).map(|block| block.count).sum();
    let count = blocks.get(at).map_or(0, |block| block.count);
    (
        value(digits.get(start..start + count).unwrap_or_default()),
        count,
    )
}

/// `20261121`, with a time behind it or without.
fn is_stamp(digits: &[u8], counts: &[usize]) -> bool {
    let whole = matches!(counts, [8] | [12] | [14] | [8, 4] | [8, 6] | [8, 2]);
    let (Some(year), Some(month), Some(day)) =
        (digits.get(..4), digits.get(4..6), digits.get(6..8))
    else {
        return false;
    };
    let calendar = (1900..2100).contains(&value(year))
        && (1..=12).contains(&value(month))
        && (1..=31).contains(&value(day));
    let clock = digits.len() < 12
        || digits
            .get(8..12)
            .is_some_and(|c| value(&c[..2]) < 24 && value(&c[2..]) < 60);
    whole && calendar && clock
}

/// `2019-2024`.
fn is_years(blocks: &[Block], digits: &[u8]) -> bool {
    let year =
        |at| (1900..2100).contains(&part(blocks, digits, at).0) && part(blocks, digits, at).1 == 4;
    let joined = blocks.get(1).is_some_and(|b| {
        b.gap.has(Mark::Dash) || b.gap.has(Mark::WideDash) || b.gap.has(Mark::Slash)
    });
    blocks.len() == 2 && joined && year(0) && year(1)
}

/// `04/2021 - 09/2023`.
fn is_months(blocks: &[Block], digits: &[u8]) -> bool {
    let month = |at| (1..=12).contains(&part(blocks, digits, at).0);
    let year = |at| (1900..2100).contains(&part(blocks, digits, at).0);
    let slash = |at: usize| blocks[at].gap.is(Mark::Slash);
    blocks.len() == 4 && slash(1) && slash(3) && month(0) && year(1) && month(2) && year(3)
}

/// `08.00-17.30`.
fn is_hours(blocks: &[Block], digits: &[u8]) -> bool {
    let hour = |at| part(blocks, digits, at).0 <= 24 && part(blocks, digits, at).1 == 2;
    let quarter =
        |at| part(blocks, digits, at).0 < 60 && part(blocks, digits, at).0.is_multiple_of(15);
    let dot = |at: usize| blocks[at].gap.is(Mark::Dot);
    blocks.len() == 4
        && dot(1)
        && dot(3)
        && !dot(2)
        && hour(0)
        && quarter(1)
        && hour(2)
        && quarter(3)
}

/// Four groups up to 255. Four groups of two digits are left alone: eight-digit numbers are written so.
fn is_ip(blocks: &[Block], digits: &[u8]) -> bool {
    let group = |at| part(blocks, digits, at);
    blocks.len() >= 4
        && blocks[1..4].iter().all(|b| b.gap.is(Mark::Dot))
        && (0..4).all(|at| group(at).0 <= 255 && group(at).1 <= 3)
        && (0..4).any(|at| group(at).1 != 2)
        && blocks.get(4).is_none_or(|b| !b.gap.is(Mark::Dot))
}

/// The forms of national tax and identity numbers.
fn is_tax_id(blocks: &[Block], counts: &[usize], after: &str) -> bool {
    let gap = |at: usize, mark| blocks.get(at).is_some_and(|b: &Block| b.gap.is(mark));
    let dots = |n: usize| (1..=n).all(|at| gap(at, Mark::Dot));
    let check_letter = after
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(['k', 'K']));
    match counts {
        // CPF, RUT, Uruguay's and Argentina's cédula, CNPJ.
        [3, 3, 3, 2] => dots(2) && gap(3, Mark::Dash),
        [1 | 2, 3, 3, 1] => dots(2) && gap(3, Mark::Dash),
        [1 | 2, 3, 3] if check_letter => true,
        [2, 3, 3, 4] | [2, 3, 3, 4, 2] => dots(2) && gap(3, Mark::Slash),
        // CUIT, SSN, EIN, and a RUT without dots.
        [2, 8, 1] => gap(1, Mark::Dash) && gap(2, Mark::Dash),
        [3, 2, 4] => gap(1, Mark::Dash) && gap(2, Mark::Dash),
        [7 | 8, 1] => gap(1, Mark::Dash),
        _ => check_letter,
    }
}

/// A payment card: its groups, or its check digit.
fn is_card(digits: &[u8], counts: &[usize]) -> bool {
    matches!(counts, [4, 6, 5])
        || (counts.len() == 1 && (15..=16).contains(&digits.len()) && luhn(digits))
}

fn luhn(digits: &[u8]) -> bool {
    let doubled = |d: u8| if d > 4 { 2 * d - 9 } else { 2 * d };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &d)| u32::from(if place % 2 == 1 { doubled(d) } else { d }))
        .sum();
    sum.is_multiple_of(10)
}

/// ISBN-13 with its check digit.
fn is_book(digits: &[u8], counts: &[usize]) -> bool {
    let book =
        digits.len() == 13 && (digits.starts_with(&[9, 7, 8]) || digits.starts_with(&[9, 7, 9]));
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(place, &d)| u32::from(d) * if place % 2 == 1 { 3 } else { 1 })
        .sum();
    book && sum.is_multiple_of(10) && matches!(counts.len(), 1 | 5)
}

/// Degrees with a fraction.
fn is_coordinate(blocks: &[Block], counts: &[usize], before: &str, after: &str) -> bool {
    let &[1..=3, fraction @ 4..=usize::MAX] = counts else {
        return false;
    };
    let signed = before.ends_with(['-', '−']);
    let pair = after.trim_start_matches([',', ' ', ';']);
    let next = pair
        .trim_start_matches(['-', '−'])
        .chars()
        .take(4)
        .any(|c| c == '.');
    let behind = before
        .trim_end_matches([' ', '-', '−'])
        .ends_with([',', ';']);
    blocks[1].gap.is(Mark::Dot)
        && (signed
            || after.starts_with(['°', 'º'])
            || (after.starts_with([',', ';', ' ']) && next)
            || behind && fraction > 4)
}

/// A figure with thousands in groups or with decimals.
fn is_amount(blocks: &[Block], counts: &[usize], before: &str, after: &str) -> bool {
    let figures = |text: &str| text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let decimals = after.strip_prefix([',', '\'']).map_or(0, figures);
    let thousands = counts.len() > 1 && counts[0] <= 3 && counts[1..].iter().all(|&n| n == 3);
    let dotted = parted_by(blocks, Mark::Dot) || parted_by(blocks, Mark::Space);
    let fraction =
        counts.len() == 2 && blocks[1].gap.is(Mark::Dot) && (counts[1] <= 2 || counts[0] == 1);
    let ends = (1..4).contains(&decimals) && (counts.len() == 1 || (thousands && dotted));
    is_fraction(before) || ends || fraction
}

/// Whether the text ends with the whole part of a figure and a comma: up to three digits.
fn is_fraction(before: &str) -> bool {
    let whole = before.strip_suffix([',', '.', '\'']).unwrap_or_default();
    let figures = whole
        .bytes()
        .rev()
        .take(4)
        .take_while(u8::is_ascii_digit)
        .count();
    (1..4).contains(&figures)
}
