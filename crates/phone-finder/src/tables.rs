//! Reads the compiled metadata in place. `cargo xtask tables` writes it; its form is told there.

mod automaton;
mod column;
mod index;

use core::cmp::Ordering;

use crate::digits::Short;

pub(crate) use automaton::Automaton;
use automaton::Store;
use column::{Column, length, section, table};
pub use index::{METADATA, SHORT_METADATA};

table!(NODES);
table!(OUTPUTS);
table!(COUNTS);
table!(SETS, 3);

table!(IDS);
table!(ENTITY_CODES, 2);
table!(LENGTHS, 3);
table!(LOCAL_LENGTHS, 3);
table!(GENERAL, 2);
table!(NATIONAL_PREFIX, 2);
table!(INTERNATIONAL_PREFIX, 2);
table!(EDITS);

table!(CODE_PLACES);
table!(ROOTS, 2);
table!(LEAVES, 2);
table!(FIRST_MEMBERS, 2);
table!(FIRST_VERDICTS, 2);
table!(MEMBERS);

table!(REGIONS);
table!(KINDS);
table!(NATIONAL_MASKS, 2);
table!(INTERNATIONAL_MASKS, 2);
table!(NATIONAL_STARTS, 2);
table!(NATIONAL_FORMS);
table!(INTERNATIONAL_STARTS, 2);
table!(INTERNATIONAL_FORMS);

table!(SHORT, 2);
table!(SHORT_NODES);
table!(SHORT_OUTPUTS);
table!(SHORT_COUNTS);
table!(SHORT_SETS, 3);

/// The automata of numbers, and of what stands before them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbers;

impl Store for Numbers {
    fn nodes() -> &'static [u8] {
        NODES
    }

    fn entry(at: usize) -> Option<(u8, u32)> {
        let set = COUNTS.get(at).copied()?;
        Some((*OUTPUTS.get(at)?, SETS.get(set.into())))
    }
}

/// The automata of short numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShortNumbers;

impl Store for ShortNumbers {
    fn nodes() -> &'static [u8] {
        SHORT_NODES
    }

    fn entry(at: usize) -> Option<(u8, u32)> {
        let set = SHORT_COUNTS.get(at).copied()?;
        Some((*SHORT_OUTPUTS.get(at)?, SHORT_SETS.get(set.into())))
    }
}

/// A region, or a country code of no region: its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Entity(u8);

impl Entity {
    /// The region with this upper-case ISO 3166 code.
    pub(crate) fn of(id: [u8; 2]) -> Option<Self> {
        // Those of no region come last.
        let order = |other: &[u8; 2]| match *other {
            [0, 0] => Ordering::Greater,
            other => other.cmp(&id),
        };
        let place = IDS.as_chunks().0.binary_search_by(order).ok()?;
        u8::try_from(place).ok().map(Self)
    }

    /// ISO 3166 code; two zeros for a country code of no region.
    pub(crate) fn id(self) -> [u8; 2] {
        let id = IDS
            .get(2 * usize::from(self.0)..)
            .and_then(<[u8]>::first_chunk);
        id.copied().unwrap_or([0; 2])
    }

    /// The same as text; `None` for a country code of no region.
    pub(crate) fn name(self) -> Option<&'static str> {
        let at = 2 * usize::from(self.0);
        let id = IDS.get(at..at + 2).filter(|id| *id != [0; 2])?;
        str::from_utf8(id).ok()
    }

    /// What these digits are as a short number: 0 none, 1 a service, 2 for emergencies.
    pub(crate) fn short(self, digits: &[u8]) -> u8 {
        let root = SHORT.get(self.0.into());
        Automaton::<ShortNumbers>::new(root, 0).whole(digits)
    }

    fn at(self) -> usize {
        self.0.into()
    }

    /// The country calling code.
    pub(crate) fn code(self) -> u16 {
        ENTITY_CODES.get(self.at()) as u16
    }

    /// A set bit for each length that a national number can have.
    pub(crate) fn lengths(self) -> u32 {
        LENGTHS.get(self.at()) & 0xF_FFFF
    }

    /// The fewest digits that a number is written in, where it is written without country code.
    pub(crate) fn least(self) -> usize {
        (LENGTHS.get(self.at()) >> 20) as usize
    }

    /// The same as `lengths` for numbers dialled without area code.
    pub(crate) fn local_lengths(self) -> u32 {
        LOCAL_LENGTHS.get(self.at())
    }

    pub(crate) fn general(self) -> Automaton<Numbers> {
        Automaton::new(GENERAL.get(self.at()), 0)
    }

    pub(crate) fn national_prefix(self) -> Automaton<Numbers> {
        Automaton::new(NATIONAL_PREFIX.get(self.at()), 0)
    }

    pub(crate) fn international_prefix(self) -> Automaton<Numbers> {
        Automaton::new(INTERNATIONAL_PREFIX.get(self.at()), 0)
    }
}

/// A country calling code.
#[derive(Clone, Copy)]
pub(crate) struct Code {
    pub(crate) value: u16,
    place: usize,
}

impl Code {
    /// The country calling code with this value.
    pub(crate) fn of(value: u16) -> Option<Self> {
        let place = usize::from(*CODE_PLACES.get(usize::from(value))?).checked_sub(1)?;
        Some(Self { value, place })
    }

    /// The region, of those with this code, that stands for all.
    pub(crate) fn main(self) -> Entity {
        self.member(0)
    }

    fn member(self, place: usize) -> Entity {
        let at = FIRST_MEMBERS.get(self.place) as usize + place;
        Entity(MEMBERS.get(at).copied().unwrap_or(u8::MAX))
    }

    /// What the national number is; `None` where it isn't valid.
    pub(crate) fn verdict(self, national: &[u8]) -> Option<Verdict> {
        let automaton = Automaton::<Numbers>::new(ROOTS.get(self.place), LEAVES.get(self.place));
        let place = usize::from(automaton.whole(national)).checked_sub(1)?;
        let at = FIRST_VERDICTS.get(self.place) as usize + place;
        let kind = *KINDS.get(at)?;
        Some(Verdict {
            entity: self.member(usize::from(*REGIONS.get(at)?)),
            kind: kind & 0x7F,
            needs_prefix: kind & 0x80 != 0,
            place: at as u16,
        })
    }
}

/// What is known of a valid number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) entity: Entity,
    /// The place of its kind in libphonenumber's order.
    pub(crate) kind: u8,
    /// Whether it is always written with the national prefix, where it is written without country code.
    pub(crate) needs_prefix: bool,
    place: u16,
}

/// How a number is shown: `#` for a digit, `*` for all digits that no `#` takes, `0x80 + n` to go on with digit `n`,
/// all else as it stands.
pub(crate) type Mask = &'static [u8];

impl Verdict {
    pub(crate) fn national(self) -> Mask {
        let number = NATIONAL_MASKS.get(self.place.into());
        mask(NATIONAL_FORMS, &NATIONAL_STARTS, number)
    }

    pub(crate) fn international(self) -> Mask {
        let number = INTERNATIONAL_MASKS.get(self.place.into());
        mask(INTERNATIONAL_FORMS, &INTERNATIONAL_STARTS, number)
    }
}

fn mask(forms: &'static [u8], starts: &Column<2>, number: u32) -> Mask {
    let start = |number: u32| starts.get(number as usize) as usize;
    forms
        .get(start(number)..start(number + 1))
        .unwrap_or_default()
}

/// Applies the edit with this number, from 1: takes a national prefix off.
pub(crate) fn edited(edit: u8, digits: &[u8]) -> Option<Short> {
    let at = usize::from(edit.checked_sub(1)?) * 8;
    let &[skip, keep, drop, length, ref insert @ ..] = EDITS.get(at..)?.first_chunk::<8>()?;
    let [skip, keep, drop, length] = [skip, keep, drop, length].map(usize::from);
    let rest = digits.get(skip..)?;
    if length + keep == 0 {
        return rest.get(drop..).map(Short::of);
    }
    let mut result = Short::new();
    let insert = insert.get(..length)?;
    insert.iter().for_each(|byte| result.push(byte - b'0'));
    result.extend(rest.get(..keep)?);
    result.extend(rest.get(keep + drop..)?);
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_it_was_made_from() {
        assert!(METADATA.starts_with("libphonenumber v"), "{METADATA}");
        assert!(
            SHORT_METADATA.starts_with("libphonenumber-"),
            "{SHORT_METADATA}"
        );
    }

    #[test]
    fn every_code_has_a_main_region_with_that_code() {
        let codes: Vec<Code> = (0..1000).filter_map(Code::of).collect();
        assert_eq!(codes.len(), index::ROOTS.len() / 2);
        for code in codes {
            assert_eq!(code.main().code(), code.value);
        }
    }
}
