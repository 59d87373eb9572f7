//! Reads digits as libphonenumber does: country code, national prefix, national number, verdict.

use crate::Region;
use crate::digits::Short;
use crate::tables::{Automaton, Code, Entity, Numbers, Verdict, edited};

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
    code: u16,
    least: usize,
    international_prefix: Automaton<Numbers>,
}

impl Home {
    pub(crate) fn new(region: Region) -> Self {
        let entity = region.entity();
        Self {
            entity,
            code: entity.code(),
            least: entity.least(),
            international_prefix: entity.international_prefix(),
        }
    }

    /// The fewest digits that a number without country code is written in.
    pub(crate) fn least(&self) -> usize {
        self.least
    }

    /// Whether these are enough digits for a number without `+`, by what they begin with.
    pub(crate) fn may_be(&self, digits: &[u8]) -> bool {
        digits.len() >= self.least || digits.first().is_some_and(|&digit| self.leaves(digit))
    }

    /// Whether an international prefix begins with this digit, here or where it is known.
    pub(crate) fn leaves(&self, digit: u8) -> bool {
        digit == 0 || self.international_prefix.may_begin(digit)
    }

    pub(crate) fn id(&self) -> [u8; 2] {
        self.entity.id()
    }

    /// Whether this is the country code there.
    pub(crate) fn is_of(&self, code: u16) -> bool {
        self.code == code
    }

    /// What follows the country code there; it is less than three digits after it in no case.
    fn after_code<'a>(&self, digits: &'a [u8]) -> Option<&'a [u8]> {
        let length = 1 + usize::from(self.code > 9) + usize::from(self.code > 99);
        let (code, rest) = digits.split_at_checked(length)?;
        let value = code.iter().fold(0, |n, &digit| n * 10 + u16::from(digit));
        (value == self.code && digits.len() > 2).then_some(rest)
    }
}

/// The valid number that `written` is for somebody at `home`.
pub(crate) fn read(written: &[u8], plus: bool, home: &Home) -> Option<Number> {
    if let Some((code, rest)) = plus.then(|| split_code(written)).flatten() {
        return complete(code, rest, code.main(), Form::International);
    }
    if let Some(rest) = after_international_prefix(written, home) {
        let (code, rest) = split_code(rest)?;
        return complete(code, rest, code.main(), Form::International);
    }
    if written.len() < home.least {
        return None;
    }
    let code = Code::of(home.code)?;
    if let Some(rest) = without_own_code(written, home) {
        return complete(code, &rest, code.main(), Form::WithCode);
    }
    // A `+` that no country code follows, as in `+00 52 …`, is no number's.
    (!plus).then(|| complete(code, written, home.entity, Form::National))?
}

/// The valid number that digits with a country code before them are.
pub(crate) fn read_international(written: &[u8]) -> Option<Number> {
    let (code, rest) = split_code(written)?;
    complete(code, rest, code.main(), Form::International)
}

fn after_international_prefix<'a>(written: &'a [u8], home: &Home) -> Option<&'a [u8]> {
    let length = usize::from(home.international_prefix.prefix(written));
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

/// The rest of a number that begins with the region's own country code without saying so, where libphonenumber
/// splits it: that makes a number of the general form that it wasn't, or it was too long.
fn without_own_code(written: &[u8], home: &Home) -> Option<Short> {
    let (rest, region) = (home.after_code(written)?, home.entity);
    let too_long = is_too_long(written.len(), region);
    if !too_long && is_general(written, region) {
        return None;
    }
    let stripped = without_prefix(rest, region).unwrap_or_else(|| Short::of(rest));
    (too_long || is_general(&stripped, region)).then_some(stripped)
}

fn is_general(digits: &[u8], region: Entity) -> bool {
    region.general().whole(digits) != 0
}

/// The digits without the national prefix; `None` where there is none to take off.
fn without_prefix(digits: &[u8], region: Entity) -> Option<Short> {
    let stripped = edited(region.national_prefix().prefix(digits), digits)?;
    let worse = is_general(digits, region) && !is_general(&stripped, region);
    (!worse).then_some(stripped)
}

fn complete(code: Code, rest: &[u8], region: Entity, form: Form) -> Option<Number> {
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
fn is_possible(length: usize, region: Entity) -> bool {
    let is = |set: u32| set.checked_shr(length as u32).unwrap_or(0) & 1 != 0;
    !is(region.local_lengths()) && (is(region.lengths()) || is_too_long(length, region))
}

fn is_too_long(length: usize, region: Entity) -> bool {
    length as u32 >= u32::BITS - region.lengths().leading_zeros()
}
