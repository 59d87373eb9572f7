//! National numbers at and around the boundaries of a region's metadata.
#![allow(
    deprecated,
    reason = "the patterns are read where the metadata holds them"
)]

use regex_syntax::hir::{Hir, HirKind};

use crate::tables::metadata::{PhoneMetadata, PhoneNumberDesc, bare};

/// How often each pattern is drawn from in a round.
const DRAWS: usize = 12;

/// Draws from every pattern of a region, and changes what it drew.
pub(super) struct Draw {
    patterns: Vec<Hir>,
    drawn: usize,
    pending: Vec<String>,
    dice: Dice,
}

impl Draw {
    pub(super) fn new(region: &PhoneMetadata, round: u64) -> Self {
        let seed = region
            .id
            .bytes()
            .fold(round + 1, |seed, b| seed * 257 + u64::from(b));
        Self {
            patterns: patterns(region),
            drawn: 0,
            pending: Vec::new(),
            dice: Dice(seed),
        }
    }

    pub(super) fn next(&mut self) -> Option<String> {
        if self.pending.is_empty() {
            let pattern = self.patterns.get(self.drawn / DRAWS)?;
            self.drawn += 1;
            let mut number = String::new();
            write(pattern, &mut self.dice, &mut number);
            self.pending = around(number, &mut self.dice);
        }
        self.pending.pop()
    }
}

/// The number, one digit of it changed (at each place once), one more, one less, doubled at the front.
fn around(number: String, dice: &mut Dice) -> Vec<String> {
    let mut all: Vec<String> = (0..number.len())
        .map(|place| {
            let digit = dice.below(10).to_string();
            format!("{}{digit}{}", &number[..place], &number[place + 1..])
        })
        .collect();
    all.push(format!("{number}{}", dice.below(10)));
    all.push(format!("{}{number}", dice.below(10)));
    all.extend(number.get(1..).map(str::to_owned));
    all.extend(
        number
            .get(..number.len().saturating_sub(1))
            .map(str::to_owned),
    );
    all.push(number);
    all.retain(|number| !number.is_empty());
    all
}

fn patterns(region: &PhoneMetadata) -> Vec<Hir> {
    let r = region;
    let descriptions: [&Option<PhoneNumberDesc>; 12] = [
        &r.general_desc,
        &r.fixed_line,
        &r.mobile,
        &r.toll_free,
        &r.premium_rate,
        &r.shared_cost,
        &r.personal_number,
        &r.voip,
        &r.pager,
        &r.uan,
        &r.voicemail,
        &r.no_international_dialling,
    ];
    let kinds = descriptions
        .into_iter()
        .flatten()
        .filter_map(|desc| bare(desc.national_number_pattern.as_ref()));
    let forms = r.number_format.iter().chain(&r.intl_number_format);
    let forms = forms.filter_map(|form| bare(Some(&form.pattern)));
    let begins = r
        .number_format
        .iter()
        .filter_map(|form| bare(form.leading_digits_pattern.last()));
    let begins = begins.map(|begin| format!("(?:{begin})[0-9]{{4,8}}"));
    let prefixed =
        bare(r.national_prefix_for_parsing.as_ref()).map(|p| format!("(?:{p})[0-9]{{6,10}}"));
    kinds
        .chain(forms)
        .chain(begins)
        .chain(prefixed)
        .filter_map(|p| parsed(&p))
        .collect()
}

fn parsed(pattern: &str) -> Option<Hir> {
    let ascii = pattern.replace("\\d", "[0-9]").replace('$', "");
    regex_syntax::Parser::new().parse(&ascii).ok()
}

/// Writes one of the texts that a pattern stands for.
fn write(pattern: &Hir, dice: &mut Dice, text: &mut String) {
    match pattern.kind() {
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(one_of(class, dice)),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(repetition.min + 8);
            let times = repetition.min + dice.below(u64::from(most - repetition.min) + 1) as u32;
            (0..times).for_each(|_| write(&repetition.sub, dice, text));
        }
        HirKind::Capture(capture) => write(&capture.sub, dice, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, dice, text)),
        HirKind::Alternation(parts) => {
            let part = dice.below(parts.len() as u64) as usize;
            parts
                .get(part)
                .into_iter()
                .for_each(|part| write(part, dice, text));
        }
        HirKind::Empty | HirKind::Look(_) => {}
    }
}

fn one_of(class: &regex_syntax::hir::Class, dice: &mut Dice) -> Option<char> {
    let regex_syntax::hir::Class::Unicode(class) = class else {
        return None;
    };
    let all: Vec<char> = class
        .iter()
        .flat_map(|range| range.start()..=range.end())
        .collect();
    all.get(dice.below(all.len() as u64) as usize).copied()
}

/// A small generator of reproducible chance (SplitMix64).
pub(super) struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }
}
