//! Dates and times.

use super::shape::Shape;
use crate::block::Block;
use crate::chars::Mark;

/// Whether the digits are a date, a time, or a range of them.
pub(super) fn is_date_or_time(shape: &Shape<'_>) -> bool {
    is_date(shape.parts) || is_stamp(shape) || is_range(shape.parts)
}

/// Whether a date with slashes stands anywhere in the blocks.
pub(super) fn has_slashed_date(shape: &Shape<'_>) -> bool {
    shape.parts.windows(3).any(|three| {
        let [_, second, third] = three else {
            return false;
        };
        second.follows(Mark::Slash) && third.follows(Mark::Slash) && is_date(three)
    })
}

/// Day, month and year in any order, or two such dates.
fn is_date(parts: &[Block]) -> bool {
    let [first, second, third, rest @ ..] = parts else {
        return false;
    };
    let marks = [Mark::Slash, Mark::Dot, Mark::Dash, Mark::Space];
    let Some(mark) = marks.into_iter().find(|&mark| second.follows(mark)) else {
        return false;
    };
    let short = matches!(mark, Mark::Slash | Mark::Dot) && rest.len() != 1;
    let is_year = |part: &Block| part.is_year() || part.count == 2 && short;
    let calendar = |year: &Block, a: &Block, b: &Block| {
        is_year(year) && a.is_day() && b.is_day() && (a.is_month() || b.is_month())
    };
    let ends = rest.first().is_none_or(|next| !next.follows(mark));
    third.follows(mark)
        && (calendar(third, first, second) && ends
            || first.count == 4 && calendar(first, second, third))
}

/// `20261121`, with a time behind it or without.
fn is_stamp(shape: &Shape<'_>) -> bool {
    let whole = matches!(shape.counts, [8 | 12 | 14, 0, ..] | [8, 2 | 4 | 6, 0, ..]);
    let two = |at: usize| {
        let digits = shape.digits.iter().skip(at).take(2);
        digits.fold(0, |n, &digit| n * 10 + digit)
    };
    let calendar =
        matches!(two(0), 19 | 20) && (1..=12).contains(&two(4)) && (1..=31).contains(&two(6));
    let clock = shape.digits.len() < 12 || two(8) < 24 && two(10) < 60;
    whole && calendar && clock
}

/// `2019-2024`, `04/2021 - 09/2023`, `08.00-17.30`.
fn is_range(parts: &[Block]) -> bool {
    let joins = |part: &Block| {
        [Mark::Dash, Mark::WideDash, Mark::Slash]
            .into_iter()
            .any(|mark| part.gap.has(mark))
    };
    match parts {
        [day, month] if month.follows(Mark::Slash) && day.is_day() && month.is_day() => true,
        [from, to] => joins(to) && from.is_year() && to.is_year(),
        [month, year, from, to] if year.follows(Mark::Slash) && to.follows(Mark::Slash) => {
            month.is_month() && year.is_year() && from.is_month() && to.is_year()
        }
        [hour, minute, to, end] if minute.follows(Mark::Dot) && end.follows(Mark::Dot) => {
            let is_hour = |part: &Block| part.count == 2 && part.value <= 24;
            let is_quarter =
                |part: &Block| part.count == 2 && part.value < 60 && part.value.is_multiple_of(15);
            let clock = is_hour(hour) && is_quarter(minute) && is_hour(to) && is_quarter(end);
            clock && !to.follows(Mark::Dot)
        }
        _ => false,
    }
}
