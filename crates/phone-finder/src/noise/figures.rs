//! Coordinates, amounts and other figures with a fraction.

use super::shape::Shape;
use crate::chars::Mark;
use crate::text;

/// Whether the digits are a figure, by what stands around them too.
pub(super) fn is_figure(shape: &Shape<'_>, before: &str, after: &str) -> bool {
    is_coordinate(shape, before, after) || is_amount(shape, before, after)
}

/// Degrees with a fraction.
fn is_coordinate(shape: &Shape<'_>, before: &str, after: &str) -> bool {
    let [whole, fraction] = shape.parts else {
        return false;
    };
    let minus = |c| matches!(c, '-' | '−');
    let signed = text::last(before).is_some_and(minus);
    let pair = text::trimmed(after, |c| matches!(c, ',' | ' ' | ';'));
    let next = text::trimmed(pair, minus).bytes().take(4);
    let next = next.into_iter().any(|b| b == b'.');
    let behind = before.trim_end_matches([' ', '-', '−']).as_bytes();
    let behind = matches!(behind, [.., b',' | b';']);
    whole.count <= 3
        && fraction.count >= 4
        && fraction.follows(Mark::Dot)
        && (signed
            || text::first(after).is_some_and(|c| matches!(c, '°' | 'º'))
            || matches!(after.as_bytes(), [b',' | b';' | b' ', ..]) && next
            || behind && fraction.count > 4)
}

/// A figure with thousands in groups or with decimals.
fn is_amount(shape: &Shape<'_>, before: &str, after: &str) -> bool {
    let figures = |text: &str| text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let decimals = match after.as_bytes() {
        [b',' | b'\'', ..] => figures(text::after(after, 1)),
        _ => 0,
    };
    let grouped = match shape.parts {
        [_] => true,
        [first, rest @ ..] => {
            let threes = first.count <= 3 && rest.iter().all(|part| part.count == 3);
            threes && (shape.is_parted_by(Mark::Dot) || shape.is_parted_by(Mark::Space))
        }
        [] => false,
    };
    let fraction = match shape.parts {
        [whole, cents] => cents.follows(Mark::Dot) && (cents.count <= 2 || whole.count == 1),
        _ => false,
    };
    is_fraction(before) || (1..4).contains(&decimals) && grouped || fraction
}

/// Whether the text ends with the whole part of a figure and a comma: up to three digits.
fn is_fraction(before: &str) -> bool {
    let whole = match before.as_bytes() {
        [whole @ .., b',' | b'.' | b'\''] => whole,
        _ => return false,
    };
    let figures = whole.iter().rev().take(4);
    let figures = figures.take_while(|b| b.is_ascii_digit()).count();
    (1..4).contains(&figures)
}
