//! What may stand before a national number, and what becomes of it.
#![allow(
    deprecated,
    reason = "the patterns are read where the metadata holds them"
)]

use std::collections::HashMap;

use anyhow::Result;
use regex_automata::meta::Regex;

use super::explore;
use super::metadata::{PhoneMetadata, bare};
use super::pool::Pool;

/// How the digits change when a national prefix is taken off: `skip` digits go, `insert` comes in their
/// place, `keep` digits stay, `drop` digits go, the rest stays.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Edit {
    pub(super) skip: u8,
    pub(super) keep: u8,
    pub(super) drop: u8,
    pub(super) insert: String,
}

/// All edits, each once; number 0 is none.
#[derive(Default)]
pub(super) struct Edits {
    pub(super) all: Vec<Edit>,
    known: HashMap<Edit, u8>,
}

impl Edits {
    fn intern(&mut self, edit: Edit) -> u8 {
        let next = self.all.len() as u8 + 1;
        let number = *self.known.entry(edit.clone()).or_insert(next);
        if number == next {
            self.all.push(edit);
        }
        number
    }
}

/// The automaton for a region's national prefix: its outputs are edits.
pub(super) fn national(pool: &mut Pool, edits: &mut Edits, region: &PhoneMetadata) -> Result<u32> {
    let Some(pattern) = bare(region.national_prefix_for_parsing.as_ref()) else {
        return Ok(0);
    };
    let regex = Regex::new(&format!("^(?:{pattern})"))?;
    let rule = region
        .national_prefix_transform_rule
        .as_deref()
        .unwrap_or_default();
    explore::prefix(pool, &pattern, |digits, _| {
        edit(&regex, rule, digits).map_or(0, |edit| edits.intern(edit))
    })
}

/// How many digits at most come in the place of a region's national prefix.
pub(super) fn most_inserted(region: &PhoneMetadata) -> u32 {
    let rule = region.national_prefix_transform_rule.as_deref();
    let insert = rule.and_then(|rule| rule.split_once('$'));
    insert.map_or(0, |(insert, _)| insert.len() as u32)
}

/// The automaton for a region's international prefix: its outputs are the prefix' length.
pub(super) fn international(pool: &mut Pool, region: &PhoneMetadata) -> Result<u32> {
    match bare(region.international_prefix.as_ref()) {
        Some(pattern) => explore::prefix(pool, &pattern, |_, length| length as u8),
        None => Ok(0),
    }
}

/// The edit for digits that a national prefix' pattern matches; `None` where it changes nothing.
fn edit(regex: &Regex, rule: &str, digits: &str) -> Option<Edit> {
    let mut found = regex.create_captures();
    regex.captures(digits, &mut found);
    let end = found.get_match()?.end();
    let group = found
        .get_group(regex.captures_len().max(2) - 1)
        .filter(|group| !group.is_empty());
    let edit = match (group, rule.split_once('$')) {
        (Some(group), Some((insert, _))) => Edit {
            skip: group.start as u8,
            keep: group.len() as u8,
            drop: (end - group.end) as u8,
            insert: insert.to_owned(),
        },
        _ => Edit {
            skip: end as u8,
            keep: 0,
            drop: 0,
            insert: String::new(),
        },
    };
    let changes = edit.skip > 0 || edit.drop > 0 || !edit.insert.is_empty();
    changes.then_some(edit)
}
