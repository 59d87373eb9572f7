//! Reads the compiled metadata in place. `cargo xtask tables` writes it; its form is told there.

mod automaton;
mod code;
mod column;
mod entity;
mod index;

use crate::digits::Short;

pub(crate) use automaton::Automaton;
use automaton::Store;
pub(crate) use code::{Code, Mask, Verdict};
use column::{Column, length, section, table};
pub(crate) use entity::Entity;
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
