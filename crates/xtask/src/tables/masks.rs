//! How a national number is written, as a mask that is filled with its digits.
#![allow(
    deprecated,
    reason = "the patterns are read where the metadata holds them"
)]

use std::collections::HashMap;

use regex_automata::meta::Regex;

use super::metadata::{NumberFormat, bare};

/// In a mask: the next digit of the number goes here.
const DIGIT: u8 = b'#';
/// In a mask: `JUMP + n` goes on with digit `n` of the number.
const JUMP: u8 = 0x80;

/// All masks, each once. Number 0 is the mask that is the digits themselves.
pub(super) struct Masks {
    pub(super) all: Vec<Vec<u8>>,
    known: HashMap<Vec<u8>, u16>,
}

impl Masks {
    pub(super) fn new() -> Self {
        Self {
            all: vec![Vec::new()],
            known: HashMap::from([(Vec::new(), 0)]),
        }
    }

    pub(super) fn intern(&mut self, mask: Vec<u8>) -> u16 {
        let next = self.all.len() as u16;
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
    national: String,
    international: String,
    /// Whether people write the national prefix in this form, always.
    pub(super) needs_prefix: bool,
}

impl Form {
    pub(super) fn new(format: &NumberFormat) -> anyhow::Result<Self> {
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
        let (mut mask, mut at) = (Vec::new(), 0);
        let mut rest = template.bytes();
        while let Some(byte) = rest.next() {
            let group = (byte == b'$').then(|| rest.next()).flatten();
            let span = group.and_then(|g| found.get_group(usize::from(g - b'0')));
            match span {
                Some(span) => {
                    if span.start != at {
                        mask.push(JUMP + span.start as u8);
                    }
                    mask.resize(mask.len() + span.len(), DIGIT);
                    at = span.end;
                }
                None => mask.push(byte),
            }
        }
        mask
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
