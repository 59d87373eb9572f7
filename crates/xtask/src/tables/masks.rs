//! How a national number is written, as a mask that is filled with its digits.
#![allow(
    deprecated,
    reason = "the patterns are read where the metadata holds them"
)]

use std::collections::HashMap;

use anyhow::Result;
use regex_automata::meta::Regex;
use regex_syntax::hir::{Hir, HirKind};

use super::metadata::{NumberFormat, bare};

/// In a mask: the next digit of the number goes here.
const DIGIT: u8 = b'#';
/// In a mask: all digits go here that no `DIGIT` takes. Once at most.
const REST: u8 = b'*';
/// In a mask: `JUMP + n` goes on with digit `n` of the number.
const JUMP: u8 = 0x80;

/// All masks, each once. Number 0 is the mask that is the digits themselves.
pub(super) struct Masks {
    pub(super) all: Vec<Vec<u8>>,
    known: HashMap<Vec<u8>, usize>,
}

impl Masks {
    pub(super) fn new() -> Self {
        let mut masks = Self {
            all: Vec::new(),
            known: HashMap::new(),
        };
        masks.intern(vec![REST]);
        masks
    }

    pub(super) fn intern(&mut self, mask: Vec<u8>) -> usize {
        let next = self.all.len();
        let number = *self.known.entry(mask.clone()).or_insert(next);
        if number == next {
            self.all.push(mask);
        }
        number
    }
}

/// One way to write national numbers: when it holds is asked of `condition` and `pattern`.
pub(super) struct Form {
    /// What the number begins with; nothing where that doesn't matter.
    pub(super) condition: Option<String>,
    /// What the whole number looks like, in groups.
    pub(super) pattern: String,
    groups: Regex,
    variable: Option<usize>,
    national: String,
    international: String,
    /// Whether people write the national prefix in this form, always.
    pub(super) needs_prefix: bool,
}

impl Form {
    pub(super) fn new(format: &NumberFormat) -> Result<Self> {
        let pattern = bare(Some(&format.pattern)).unwrap_or_default();
        let rule = format
            .national_prefix_formatting_rule
            .clone()
            .unwrap_or_default();
        let optional = format
            .national_prefix_optional_when_formatting
            .unwrap_or_default();
        Ok(Self {
            condition: bare(format.leading_digits_pattern.last()),
            groups: Regex::new(&format!("^(?:{pattern})$"))?,
            variable: variable_group(&pattern)?,
            pattern,
            national: with_rule(&format.format, &rule),
            international: format.format.clone(),
            needs_prefix: !optional && !matches!(rule.as_str(), "" | "$1" | "($1)" | "(($1))"),
        })
    }

    pub(super) fn national_mask(&self, digits: &str) -> Vec<u8> {
        self.mask(&self.national, digits)
    }

    pub(super) fn international_mask(&self, digits: &str) -> Vec<u8> {
        self.mask(&self.international, digits)
    }

    fn mask(&self, template: &str, digits: &str) -> Vec<u8> {
        let mut found = self.groups.create_captures();
        self.groups.captures(digits, &mut found);
        let (mut mask, mut at, mut jumps) = (Vec::new(), 0, false);
        let mut rest = template.bytes();
        while let Some(byte) = rest.next() {
            let group = (byte == b'$').then(|| rest.next()).flatten();
            let group = group.map(|g| usize::from(g - b'0'));
            match group.and_then(|group| Some((group, found.get_group(group)?))) {
                Some((group, span)) => {
                    if span.start != at {
                        mask.push(JUMP + span.start as u8);
                        jumps = true;
                    }
                    let sign = if self.variable == Some(group) {
                        REST
                    } else {
                        DIGIT
                    };
                    mask.resize(mask.len() + span.len(), sign);
                    at = span.end;
                }
                None => mask.push(byte),
            }
        }
        settled(mask, jumps)
    }
}

/// The mask with one sign for all the digits of the group whose length differs; with jumps the lengths have to be told.
fn settled(mut mask: Vec<u8>, jumps: bool) -> Vec<u8> {
    if jumps {
        for byte in mask.iter_mut().filter(|byte| **byte == REST) {
            *byte = DIGIT;
        }
    }
    mask.dedup_by(|a, b| *a == REST && *b == REST);
    mask
}

/// The one group of the pattern that isn't always of the same length.
fn variable_group(pattern: &str) -> Result<Option<usize>> {
    let mut groups = Vec::new();
    lengths(&regex_syntax::parse(pattern)?, &mut groups);
    let mut variable = groups
        .into_iter()
        .filter(|(_, fixed)| !fixed)
        .map(|(group, _)| group);
    let first = variable.next();
    Ok(first.filter(|_| variable.next().is_none()))
}

/// Adds each group of the pattern, and whether its length is always the same.
fn lengths(pattern: &Hir, groups: &mut Vec<(usize, bool)>) {
    match pattern.kind() {
        HirKind::Capture(group) => {
            let of = group.sub.properties();
            groups.push((group.index as usize, of.minimum_len() == of.maximum_len()));
        }
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().for_each(|part| lengths(part, groups));
        }
        HirKind::Repetition(repeated) => lengths(&repeated.sub, groups),
        _ => {}
    }
}

/// The template with its first group written as the national prefix' rule wants it.
fn with_rule(template: &str, rule: &str) -> String {
    match template.find('$') {
        Some(at) if !rule.is_empty() => {
            let group = &template[at..at + 2];
            let first = rule.replace("$1", group);
            format!("{}{first}{}", &template[..at], &template[at + 2..])
        }
        _ => template.to_owned(),
    }
}
