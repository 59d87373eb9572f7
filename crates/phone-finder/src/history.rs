//! Numbers as they were dialled once, or are elsewhere. CRMs are full of them.

use crate::digits::Short;
use crate::number::{self, Form, Home, Number};

const MEXICO: ([u8; 2], &[u8]) = (*b"MX", &[5, 2]);
const NORTH_AMERICA: &[u8] = &[0, 1, 1];
/// What was dialled before a Mexican number until 2019: the trunk prefix, and those for mobiles.
const TRUNKS: [&[u8]; 3] = [&[0, 1], &[0, 4, 4], &[0, 4, 5]];
/// What was dialled between the country code and a Mexican number: the mobiles' sign, and mistakes.
const MOBILE: [&[u8]; 4] = [&[1], &[0, 1], &[0, 4, 4], &[0, 4, 5]];
const NATIONAL: usize = 10;
/// The fewest digits with one of these before a number.
const LEAST: usize = 2 + NATIONAL;

/// The valid number that `written` is, by today's plan or by a former one.
pub(crate) fn read(written: &[u8], plus: bool, home: &Home) -> Option<Number> {
    number::read(written, plus, home)
        .or_else(|| formerly(written, plus, home))
        .or_else(|| abroad(written, plus, home))
}

/// A number of home as it is dialled in North America, which much of it is called from.
#[cold]
fn abroad(written: &[u8], plus: bool, home: &Home) -> Option<Number> {
    let rest = written.strip_prefix(NORTH_AMERICA).filter(|_| !plus)?;
    number::read(rest, true, home).filter(|number| home.is_of(number.code))
}

#[cold]
fn formerly(written: &[u8], plus: bool, home: &Home) -> Option<Number> {
    if written.len() < LEAST {
        return None;
    }
    let at_home = home.id() == MEXICO.0;
    let from = written
        .iter()
        .position(|&d| d != 0)
        .filter(|&zeros| zeros == 2 && !plus)
        .unwrap_or(0);
    let code = written
        .get(from..)?
        .strip_prefix(MEXICO.1)
        .filter(|_| plus || from > 0 || at_home);
    let (national, form) = match code.and_then(|rest| after(rest, &MOBILE)) {
        Some(national) if plus || from > 0 => (national, Form::International),
        Some(national) => (national, Form::WithCode),
        None => (
            after(written, &TRUNKS).filter(|_| at_home && !plus)?,
            Form::WithPrefix,
        ),
    };
    let mut today = Short::of(MEXICO.1);
    today.extend(national);
    number::read(&today, true, home).map(|number| Number { form, ..number })
}

/// What follows one of the prefixes, if it has the length of a national number.
fn after<'a>(digits: &'a [u8], prefixes: &[&[u8]]) -> Option<&'a [u8]> {
    let rests = prefixes
        .iter()
        .filter_map(|prefix| digits.strip_prefix(*prefix));
    rests.into_iter().find(|rest| rest.len() == NATIONAL)
}
