//! Reads digits as libphonenumber does: country code, national prefix, national number, verdict.

use crate::Region;
use crate::digits::Digits;
use crate::tables::{Code, Entity, Facts, Verdict, edited};

/// A valid number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number {
    pub(crate) code: u16,
    /// The national (significant) number.
    pub(crate) national: Digits,
    pub(crate) verdict: Verdict,
    pub(crate) form: Form,
}

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// With `+` or an international prefix.
    International,
    /// With the region's own country code and nothing before it.
    WithCode,
    /// As dialled within the region, with the national prefix.
    WithPrefix,
    /// As dialled within the region, without national prefix.
    National,
}

/// Where a number is read: what is known of the region that numbers without country code belong to.
pub(crate) struct Home {
    entity: Entity,
    facts: Facts,
}

impl Home {
    pub(crate) fn new(region: Region) -> Self {
        let entity = region.entity();
        Self {
            entity,
            facts: entity.facts(),
        }
    }

    pub(crate) fn id(&self) -> [u8; 2] {
        self.entity.id()
    }
}

/// The valid number that `written` is for somebody at `home`.
pub(crate) fn read(written: &Digits, plus: bool, home: &Home) -> Option<Number> {
    let region = &home.facts;
    let (code, rest, form) = match plus.then(|| split_code(written)).flatten() {
        Some((code, rest)) => (code, rest, Form::International),
        None => without_plus(written, plus, region)?,
    };
    let main = code.main();
    if form == Form::National || main == home.entity {
        return complete(code, rest, region, form);
    }
    complete(code, rest, &main.facts(), form)
}

/// Country code and the rest of a number without `+`, or with one that no country code follows, as in
/// `+00 52 …`.
fn without_plus(written: &Digits, plus: bool, region: &Facts) -> Option<(Code, Digits, Form)> {
    if let Some(rest) = after_international_prefix(written, region) {
        let (code, rest) = split_code(&rest)?;
        return Some((code, rest, Form::International));
    }
    if let Some((code, rest)) = split_own_code(written, region) {
        return Some((code, rest, Form::WithCode));
    }
    let code = Code::of(region.code).filter(|_| !plus)?;
    Some((code, *written, Form::National))
}

/// The valid number that digits with a country code before them are.
pub(crate) fn read_international(written: &Digits) -> Option<Number> {
    let (code, rest) = split_code(written)?;
    complete(code, rest, &code.main().facts(), Form::International)
}

fn after_international_prefix(written: &Digits, region: &Facts) -> Option<Digits> {
    let length = usize::from(region.international_prefix.prefix(written));
    // No country code begins with 0.
    let stripped = length > 0 && written.get(length) != Some(&0);
    stripped.then(|| written.from(length))
}

/// The country code at the beginning and what follows. No code is the beginning of another.
pub(crate) fn split_code(digits: &Digits) -> Option<(Code, Digits)> {
    let mut value = 0;
    for (place, &digit) in digits.iter().take(3).enumerate() {
        value = value * 10 + u16::from(digit);
        if value == 0 {
            return None;
        }
        if let Some(code) = Code::of(value) {
            return (digits.len() > 2).then(|| (code, digits.from(place + 1)));
        }
    }
    None
}

/// Splits a number that begins with the region's own country code without saying so, where libphonenumber
/// does: it makes a number of the general form that it wasn't, or it was too long.
fn split_own_code(written: &Digits, region: &Facts) -> Option<(Code, Digits)> {
    let (code, rest) = split_code(written).filter(|(code, _)| code.value == region.code)?;
    let stripped = without_prefix(&rest, region).unwrap_or(rest);
    let better = !is_general(written, region) && is_general(&stripped, region);
    (better || is_too_long(written.len(), region)).then_some((code, stripped))
}

fn is_general(digits: &[u8], region: &Facts) -> bool {
    region.general.whole(digits) != 0
}

/// The digits without the national prefix; `None` where there is none to take off.
fn without_prefix(digits: &Digits, region: &Facts) -> Option<Digits> {
    let stripped = edited(region.national_prefix.prefix(digits), digits)?;
    let worse = is_general(digits, region) && !is_general(&stripped, region);
    (!worse).then_some(stripped)
}

fn complete(code: Code, rest: Digits, region: &Facts, form: Form) -> Option<Number> {
    let stripped = without_prefix(&rest, region).filter(|d| is_possible(d.len(), region));
    let national = stripped.unwrap_or(rest);
    let verdict = code.verdict(&national)?;
    let form = match form {
        Form::National if stripped.is_some() => Form::WithPrefix,
        form => form,
    };
    Some(Number {
        code: code.value,
        national,
        verdict,
        form,
    })
}

/// Whether a number of this length may be one: neither too short, nor of a length between two possible
/// ones, nor one for calls within a town.
fn is_possible(length: usize, region: &Facts) -> bool {
    let is = |set: u32| set.checked_shr(length as u32).unwrap_or(0) & 1 != 0;
    !is(region.local_lengths) && (is(region.lengths) || is_too_long(length, region))
}

fn is_too_long(length: usize, region: &Facts) -> bool {
    length as u32 >= u32::BITS - region.lengths.leading_zeros()
}
