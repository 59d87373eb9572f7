//! Coordinates, amounts and other figures with a fraction.

use super::shape::Shape;
use crate::chars::Mark;

/// Whether the digits are a figure, by what stands around them too.
pub(super) fn is_figure(shape: &Shape<'_>, before: &str, after: &str) -> bool {
    is_coordinate(shape, before, after) || is_amount(shape, before, after)
}

/// Degrees with a fraction.
fn is_coordinate(shape: &Shape<'_>, before: &str, after: &str) -> bool {
    let [whole, fraction] = shape.parts() else {
        return false;
    };
    let minus = ['-', '−'];
    let signed = before.ends_with(minus);
    let pair = after.trim_start_matches([',', ' ', ';']);
    let mut next = pair.trim_start_matches(minus).chars().take(4);
    let next = next.any(|c| c == '.');
    let behind = before
        .trim_end_matches([' ', '-', '−'])
        .ends_with([',', ';']);
    whole.count <= 3
        && fraction.count >= 4
        && fraction.follows(Mark::Dot)
        && (signed
            || after.starts_with(['°', 'º'])
            || after.starts_with([',', ';', ' ']) && next
            || behind && fraction.count > 4)
}

/// A figure with thousands in groups or with decimals.
fn is_amount(shape: &Shape<'_>, before: &str, after: &str) -> bool {
    let figures = |text: &str| text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let decimals = after.strip_prefix([',', '\'']).map_or(0, figures);
    let grouped = match shape.parts() {
        [_] => true,
        [first, rest @ ..] => {
            let threes = first.count <= 3 && rest.iter().all(|part| part.count == 3);
            threes && (shape.is_parted_by(Mark::Dot) || shape.is_parted_by(Mark::Space))
        }
        [] => false,
    };
    let fraction = match shape.parts() {
        [whole, cents] => cents.follows(Mark::Dot) && (cents.count <= 2 || whole.count == 1),
        _ => false,
    };
    is_fraction(before) || (1..4).contains(&decimals) && grouped || fraction
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
