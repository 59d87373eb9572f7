//! Short numbers: emergency numbers and the codes of services. libphonenumber has metadata of their own for them, which the
//! port lacks; `namba` carries it.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::explore;
use super::metadata::sources;
use super::pool::Pool;

const CRATE: &str = "namba";
/// What the file begins with: its sort and the version of its form.
const HEAD: &[u8] = b"NAMBA\0\x01S";

/// What an automaton says of digits that are a short number.
const SERVICE: u8 = 1;
const EMERGENCY: u8 = 2;

/// The short numbers of each region, by its ISO 3166 code.
pub(super) struct ShortNumbers {
    plans: HashMap<String, Plan>,
    /// The metadata that they come from.
    pub(super) version: String,
}

#[derive(Deserialize)]
struct Plan {
    region: String,
    general: Rule,
    short_code: Rule,
    emergency: Rule,
    _carrier_specific: Rule,
    _sms_services: Rule,
}

#[derive(Deserialize)]
struct Rule {
    pattern: String,
    lengths: Vec<u8>,
    _local_lengths: Vec<u8>,
    _example: String,
}

impl ShortNumbers {
    /// Reads the metadata out of the crate's sources, which cargo has unpacked.
    pub(super) fn load() -> Result<Self> {
        let (folder, release) = sources(CRATE)?;
        let bytes = std::fs::read(folder.join("src/plans/artifacts/short_numbers.bin"))?;
        let plans = bytes.strip_prefix(HEAD).context("has the form changed?")?;
        let plans: Vec<Plan> = postcard::from_bytes(plans)?;
        let plans = plans.into_iter().map(|plan| (plan.region.clone(), plan));
        Ok(Self {
            plans: plans.collect(),
            version: format!("{} ({CRATE} {release})", namba::DATA_VERSION),
        })
    }

    /// The automaton for a region's short numbers; that which says nothing where it has none.
    pub(super) fn automaton(&self, pool: &mut Pool, region: &str) -> Result<u32> {
        let Some(plan) = self.plans.get(region) else {
            return Ok(0);
        };
        let rules = [&plan.general, &plan.short_code, &plan.emergency];
        let patterns = rules.map(|rule| match rule.pattern.as_str() {
            // No digits at all.
            "" => "[^0-9]".to_owned(),
            pattern => pattern.to_owned(),
        });
        explore::whole(pool, &patterns, |seen| {
            let is = |at: usize| seen.patterns[at] && rules[at].fits(seen.digits.len());
            match (is(2), is(0) && is(1)) {
                (true, _) => EMERGENCY,
                (_, true) => SERVICE,
                _ => 0,
            }
        })
    }
}

impl Rule {
    fn fits(&self, length: usize) -> bool {
        self.lengths.is_empty() || self.lengths.contains(&(length as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use namba::{EmergencyMatch, ShortNumber};
    use phone_finder::{Kind, read_short};

    /// All of up to three digits, and some of the longer ones.
    fn numbers() -> impl Iterator<Item = String> {
        let all = (0..100).map(|n| format!("{n:02}"));
        let all = all.chain((0..1000).map(|n| format!("{n:03}")));
        let some = (0..10_000).step_by(37).map(|n| format!("{n:04}"));
        let some = some.chain((0..1_000_000).step_by(4_999).map(|n| format!("{n:06}")));
        all.chain(some)
    }

    #[test]
    fn the_crate_that_the_metadata_comes_from_says_the_same() {
        let short = ShortNumbers::load().unwrap();
        assert!(short.plans.len() > 200);
        for code in short.plans.keys() {
            let (Ok(region), Ok(theirs)) = (code.parse(), namba::Region::new(code)) else {
                continue;
            };
            for digits in numbers() {
                let number = ShortNumber::parse(theirs, &digits).unwrap();
                let expected = match number.emergency_match() {
                    EmergencyMatch::Exact => Some(Kind::Emergency),
                    _ if number.is_valid() => Some(Kind::Service),
                    _ => None,
                };
                assert_eq!(read_short(&digits, region), expected, "{digits} in {code}");
            }
        }
    }
}
