//! One automaton for each country code: what a national number is, where, and how it is written.
#![allow(
    deprecated,
    reason = "the patterns are read where the metadata holds them"
)]

use anyhow::{Result, ensure};

use super::explore::{self, Seen};
use super::masks::{Form, Masks};
use super::metadata::{NumberFormat, PhoneMetadata, PhoneNumberDesc, bare, fits};
use super::pool::Pool;

/// What is known of a valid number.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Verdict {
    /// The place of its region among those of the country code.
    pub(super) region: u8,
    /// The place of its kind in `Kind`.
    pub(super) kind: u8,
    pub(super) national: usize,
    pub(super) international: usize,
    pub(super) needs_prefix: bool,
}

/// The verdicts of one country code, each once; number 0 is no verdict: not a number.
#[derive(Default)]
pub(super) struct Verdicts {
    pub(super) all: Vec<Verdict>,
}

impl Verdicts {
    /// The verdict's number, from 1; beyond a byte's range 0, which is for the caller to find out.
    fn intern(&mut self, verdict: Verdict) -> u8 {
        let known = self.all.iter().position(|&other| other == verdict);
        let place = known.unwrap_or_else(|| {
            self.all.push(verdict);
            self.all.len() - 1
        });
        u8::try_from(place + 1).unwrap_or(0)
    }
}

/// The kinds in libphonenumber's order of asking; the two last are told apart further below.
fn descriptions(region: &PhoneMetadata) -> [Option<&PhoneNumberDesc>; 11] {
    let r = region;
    [
        &r.general_desc,
        &r.premium_rate,
        &r.toll_free,
        &r.shared_cost,
        &r.voip,
        &r.personal_number,
        &r.pager,
        &r.uan,
        &r.voicemail,
        &r.fixed_line,
        &r.mobile,
    ]
    .map(Option::as_ref)
}

const GENERAL: usize = 0;
const FIXED: usize = 9;
const MOBILE: usize = 10;
const FIXED_OR_MOBILE: u8 = 11;

/// The patterns of one country code in one list, and where each stands.
struct Questions<'a> {
    patterns: Vec<String>,
    regions: Vec<Asked<'a>>,
    forms: Vec<(Form, Option<usize>, usize)>,
    international: Vec<(Form, Option<usize>, usize)>,
}

struct Asked<'a> {
    metadata: &'a PhoneMetadata,
    leading: Option<usize>,
    kinds: [Option<(usize, &'a PhoneNumberDesc)>; 11],
}

/// The masks of national and of international forms.
pub(super) struct Shown {
    pub(super) national: Masks,
    pub(super) international: Masks,
}

/// Builds the automaton of a country code from its regions, the main one first; gives its root and its verdicts.
pub(super) fn build(
    pool: &mut Pool,
    shown: &mut Shown,
    regions: &[&PhoneMetadata],
) -> Result<(u32, Vec<Verdict>)> {
    let questions = Questions::new(regions)?;
    let mut verdicts = Verdicts::default();
    let answer = |seen: &Seen<'_>| {
        questions
            .answer(seen, shown)
            .map_or(0, |v| verdicts.intern(v))
    };
    let root = explore::whole(pool, &questions.patterns, answer)?;
    ensure!(
        verdicts.all.len() < 256,
        "more verdicts than fit into a byte"
    );
    Ok((root, verdicts.all))
}

impl<'a> Questions<'a> {
    fn new(regions: &[&'a PhoneMetadata]) -> Result<Self> {
        let mut patterns = Vec::new();
        let main = regions[0];
        let forms = forms(&mut patterns, &main.number_format)?;
        let international = forms_of(&mut patterns, main)?;
        let regions = regions
            .iter()
            .map(|region| Asked::new(&mut patterns, region))
            .collect();
        Ok(Self {
            patterns,
            regions,
            forms,
            international,
        })
    }

    fn answer(&self, seen: &Seen<'_>, shown: &mut Shown) -> Option<Verdict> {
        let single = self.regions.len() == 1;
        let place = self
            .regions
            .iter()
            .position(|region| single || region.is_home_of(seen))?;
        let kind = self.regions[place].kind(seen)?;
        let form = chosen(&self.forms, seen);
        let international = if self.international.is_empty() {
            form
        } else {
            chosen(&self.international, seen)
        };
        Some(Verdict {
            region: place as u8,
            kind,
            national: form.map_or(0, |f| shown.national.intern(f.national_mask(seen.digits))),
            international: international.map_or(0, |f| {
                shown
                    .international
                    .intern(f.international_mask(seen.digits))
            }),
            needs_prefix: form.is_some_and(|f| f.needs_prefix),
        })
    }
}

impl<'a> Asked<'a> {
    fn new(patterns: &mut Vec<String>, metadata: &'a PhoneMetadata) -> Self {
        let kinds = descriptions(metadata).map(|desc| {
            let desc = desc?;
            Some((
                add(patterns, bare(desc.national_number_pattern.as_ref())?),
                desc,
            ))
        });
        let leading = bare(metadata.leading_digits.as_ref()).map(|p| add(patterns, begins(&p)));
        Self {
            metadata,
            leading,
            kinds,
        }
    }

    /// Whether the country code's number belongs here rather than to a region further down the list.
    fn is_home_of(&self, seen: &Seen<'_>) -> bool {
        self.leading.is_some_and(|pattern| seen.patterns[pattern]) || self.kind(seen).is_some()
    }

    fn kind(&self, seen: &Seen<'_>) -> Option<u8> {
        let is = |kind: usize| {
            self.kinds[kind].is_some_and(|(pattern, desc)| {
                seen.patterns[pattern] && fits(desc, seen.digits.len())
            })
        };
        if !is(GENERAL) {
            return None;
        }
        let same = self
            .metadata
            .same_mobile_and_fixed_line_pattern
            .unwrap_or_default();
        let kind = (1..=MOBILE).find(|&kind| is(kind))?;
        let both = kind == FIXED && (same || is(MOBILE));
        Some(if both { FIXED_OR_MOBILE } else { kind as u8 })
    }
}

fn add(patterns: &mut Vec<String>, pattern: String) -> usize {
    patterns.push(pattern);
    patterns.len() - 1
}

fn begins(pattern: &str) -> String {
    format!("(?:{pattern})[0-9]*")
}

type Forms = Vec<(Form, Option<usize>, usize)>;

fn forms_of(patterns: &mut Vec<String>, main: &PhoneMetadata) -> Result<Forms> {
    forms(patterns, &main.intl_number_format)
}

fn forms(patterns: &mut Vec<String>, formats: &[NumberFormat]) -> Result<Forms> {
    let form = |format| {
        let form = Form::new(format)?;
        let condition = form.condition.as_deref().map(|c| add(patterns, begins(c)));
        let pattern = add(patterns, form.pattern.clone());
        Ok((form, condition, pattern))
    };
    formats.iter().map(form).collect()
}

fn chosen<'f>(forms: &'f Forms, seen: &Seen<'_>) -> Option<&'f Form> {
    let holds = |(_, condition, pattern): &&(Form, Option<usize>, usize)| {
        condition.is_none_or(|c| seen.patterns[c]) && seen.patterns[*pattern]
    };
    forms.iter().find(holds).map(|(form, ..)| form)
}
