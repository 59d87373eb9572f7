//! Tax ids, cards, bank accounts, books and addresses of machines.

use super::shape::Shape;
use crate::chars::Mark;

/// Whether the digits have the form of an id.
pub(super) fn is_id(shape: &Shape<'_>, after: &str) -> bool {
    is_ip(shape) || is_tax_id(shape, after) || is_card(shape) || is_book(shape)
}

/// Whether a whole row of blocks is a card, an IBAN or an address of a machine, so that no part of it is a number.
pub(super) fn is_row(shape: &Shape<'_>, before: &str) -> bool {
    let country =
        || before.len() >= 2 && before.bytes().rev().take(2).all(|b| b.is_ascii_uppercase());
    let check = shape.parts.first().is_some_and(|part| part.count == 2);
    let iban = check && shape.digits.len() > 11 && country();
    let card = matches!(shape.counts, [4, 4, 4, 4, 0 | 3] | [4, 6, 5, 0, 0]);
    let mut gaps = shape.parts.iter().skip(1).map(|part| part.gap);
    let gap = gaps.next();
    let mut same = || gaps.all(|other| Some(other) == gap);
    iban || card && same() || is_ip(shape)
}

/// Four groups up to 255. Four groups of two digits are left alone: eight-digit numbers are written so.
fn is_ip(shape: &Shape<'_>) -> bool {
    let [a, b, c, d, rest @ ..] = shape.parts else {
        return false;
    };
    let groups = [a, b, c, d];
    groups.iter().skip(1).all(|part| part.follows(Mark::Dot))
        && groups
            .iter()
            .all(|part| part.value <= 255 && part.count <= 3)
        && groups.iter().any(|part| part.count != 2)
        && rest.first().is_none_or(|next| !next.follows(Mark::Dot))
}

/// The forms of national tax and identity numbers.
fn is_tax_id(shape: &Shape<'_>, after: &str) -> bool {
    use Mark::{Dash, Dot, Slash};
    let gap = |at: usize, mark| shape.parts.get(at).is_some_and(|part| part.follows(mark));
    let dots = gap(1, Dot) && gap(2, Dot);
    match shape.counts {
        // CPF, RUT, Uruguay's and Argentina's cédula, CNPJ.
        [3, 3, 3, 2, 0] | [1 | 2, 3, 3, 1, 0] => dots && gap(3, Dash),
        [2, 3, 3, 4, 0 | 2] => dots && gap(3, Slash),
        // CUIT, SSN, EIN, and a RUT without dots.
        [2, 8, 1, 0, 0] | [3, 2, 4, 0, 0] => gap(1, Dash) && gap(2, Dash),
        [7 | 8, 1, 0, 0, 0] => gap(1, Dash),
        // A RUT's check letter.
        _ => matches!(after.as_bytes(), [b'-', b'k' | b'K', ..]),
    }
}

/// A payment card: its groups, or its check digit.
fn is_card(shape: &Shape<'_>) -> bool {
    matches!(shape.counts, [4, 6, 5, 0, 0])
        || matches!(shape.counts, [15 | 16, 0, ..]) && weighed(shape.digits, 2).is_multiple_of(10)
}

/// ISBN-13 with its check digit.
fn is_book(shape: &Shape<'_>) -> bool {
    let book = shape.digits.len() == 13
        && (shape.digits.starts_with(&[9, 7, 8]) || shape.digits.starts_with(&[9, 7, 9]));
    book && matches!(shape.parts.len(), 1 | 5) && weighed(shape.digits, 3).is_multiple_of(10)
}

/// The sum of the digits, each second one from the end times `weight`; a product's own digits are summed for 2 (Luhn).
fn weighed(digits: &[u8], weight: u32) -> u32 {
    let weigh = |(place, &digit): (usize, &u8)| {
        let product = u32::from(digit) * if place % 2 == 1 { weight } else { 1 };
        if weight == 2 && product > 9 {
            product - 9
        } else {
            product
        }
    };
    digits.iter().rev().enumerate().map(weigh).sum()
}
