//! Reads digits as libphonenumber does: country code, national prefix, national number, verdict.

use crate::Region;
use crate::digits::Short;
use crate::tables::{Code, Entity, Facts, Verdict, edited};

/// A valid number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) code: u16,
    /// The national (significant) number.
    pub(crate) national: Short,
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
    code: Option<Code>,
}

impl Home {
    pub(crate) fn new(region: Region) -> Self {
        let entity = region.entity();
        let facts = entity.facts();
        let code = Code::of(facts.code);
        Self {
            entity,
            facts,
            code,
        }
    }

    pub(crate) fn id(&self) -> [u8; 2] {
        self.entity.id()
    }

    /// Whether this is the country code there.
    pub(crate) fn is_of(&self, code: u16) -> bool {
        self.facts.code == code
    }
}

/// The valid number that `written` is for somebody at `home`.
pub(crate) fn read(written: &[u8], plus: bool, home: &Home) -> Option<Number> {
    let region = &home.facts;
    if let Some((code, rest)) = plus.then(|| split_code(written)).flatten() {
        return with_code(code, rest, Form::International, home);
    }
    if let Some(rest) = after_international_prefix(written, region) {
        let (code, rest) = split_code(rest)?;
        return with_code(code, rest, Form::International, home);
    }
    if written.len() < region.least {
        return None;
    }
    if let Some((code, rest)) = split_own_code(written, region) {
        return with_code(code, &rest, Form::WithCode, home);
    }
    // A `+` that no country code follows, as in `+00 52 …`, is no number's.
    complete(
        home.code.filter(|_| !plus)?,
        written,
        region,
        Form::National,
    )
}

/// The valid number that digits with a country code before them are.
pub(crate) fn read_international(written: &[u8]) -> Option<Number> {
    let (code, rest) = split_code(written)?;
    complete(code, rest, &code.main().facts(), Form::International)
}

fn with_code(code: Code, rest: &[u8], form: Form, home: &Home) -> Option<Number> {
    let main = code.main();
    if main == home.entity {
        return complete(code, rest, &home.facts, form);
    }
    complete(code, rest, &main.facts(), form)
}

fn after_international_prefix<'a>(written: &'a [u8], region: &Facts) -> Option<&'a [u8]> {
    let length = usize::from(region.international_prefix.prefix(written));
    // No country code begins with 0.
    let stripped = length > 0 && written.get(length) != Some(&0);
    written.get(length..).filter(|_| stripped)
}

/// The country code at the beginning and what follows. No code is the beginning of another.
fn split_code(digits: &[u8]) -> Option<(Code, &[u8])> {
    let mut value = 0;
    for (place, &digit) in digits.iter().take(3).enumerate() {
        value = value * 10 + u16::from(digit);
        if value == 0 {
            return None;
        }
        if let Some(code) = Code::of(value) {
            let rest = digits.get(place + 1..).filter(|_| digits.len() > 2);
            return rest.map(|rest| (code, rest));
        }
    }
    None
}

/// Splits a number that begins with the region's own country code without saying so, where libphonenumber
/// does: it makes a number of the general form that it wasn't, or it was too long.
fn split_own_code(written: &[u8], region: &Facts) -> Option<(Code, Short)> {
    let (code, rest) = split_code(written).filter(|(code, _)| code.value == region.code)?;
    let too_long = is_too_long(written.len(), region);
    if !too_long && is_general(written, region) {
        return None;
    }
    let stripped = without_prefix(rest, region).unwrap_or_else(|| Short::of(rest));
    (too_long || is_general(&stripped, region)).then_some((code, stripped))
}

fn is_general(digits: &[u8], region: &Facts) -> bool {
    region.general.whole(digits) != 0
}

/// The digits without the national prefix; `None` where there is none to take off.
fn without_prefix(digits: &[u8], region: &Facts) -> Option<Short> {
    let stripped = edited(region.national_prefix.prefix(digits), digits)?;
    let worse = is_general(digits, region) && !is_general(&stripped, region);
    (!worse).then_some(stripped)
}

fn complete(code: Code, rest: &[u8], region: &Facts, form: Form) -> Option<Number> {
    let stripped = without_prefix(rest, region).filter(|d| is_possible(d.len(), region));
    let verdict = code.verdict(stripped.as_deref().unwrap_or(rest))?;
    let form = match form {
        Form::National if stripped.is_some() => Form::WithPrefix,
        form => form,
    };
    Some(Number {
        code: code.value,
        national: stripped.unwrap_or_else(|| Short::of(rest)),
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
