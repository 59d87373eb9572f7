//! Compares `phone-finder` with the port of libphonenumber, number by number.

mod draw;
mod forms;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Result, ensure};
use phone_finder::{Kind, PhoneNumber};
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType};

/// How many disagreements are shown of each sort.
const SHOWN: usize = 5;

/// Compares at least `least` numbers; fails if any disagree.
pub(crate) fn run(least: u64) -> Result<()> {
    std::panic::set_hook(Box::new(|_| {}));
    let mut tally = Tally::default();
    let metadata = crate::tables::metadata::load()?;
    let mut round = 0;
    while tally.asked < least {
        for region in &metadata.regions {
            let mut draw = draw::Draw::new(region, round);
            while let Some(national) = draw.next() {
                forms::each(region, &national, &mut |text, home| {
                    tally.compare(text, home)
                });
            }
        }
        round += 1;
    }
    println!("{tally}");
    ensure!(
        tally.disagreements == 0,
        "{} of {} disagree",
        tally.disagreements,
        tally.asked
    );
    Ok(())
}

#[derive(Default)]
struct Tally {
    asked: u64,
    valid: u64,
    panics: u64,
    disagreements: u64,
    sorts: BTreeMap<String, (u64, Vec<String>)>,
}

impl Tally {
    fn compare(&mut self, text: &str, home: &str) {
        let Ok(region) = home.parse::<phone_finder::Region>() else {
            return;
        };
        self.asked += 1;
        let Ok(theirs) = catch_unwind(AssertUnwindSafe(|| oracle(text, home))) else {
            self.panics += 1;
            return;
        };
        self.valid += u64::from(theirs.is_some());
        let ours = phone_finder::read(text, region).map(|number| Shown::of(&number));
        if ours != theirs {
            self.note(text, home, ours.as_ref(), theirs.as_ref());
        }
    }

    fn note(&mut self, text: &str, home: &str, ours: Option<&Shown>, theirs: Option<&Shown>) {
        self.disagreements += 1;
        let sort = match (ours, theirs) {
            (None, _) => "only theirs is valid".to_owned(),
            (_, None) => "only ours is valid".to_owned(),
            (Some(ours), Some(theirs)) if ours.e164 != theirs.e164 => "another number".to_owned(),
            (Some(ours), Some(theirs)) if ours.kind != theirs.kind => "another kind".to_owned(),
            (Some(ours), Some(theirs)) if ours.region != theirs.region => {
                "another region".to_owned()
            }
            (Some(ours), Some(theirs)) if ours.national != theirs.national => {
                "another national form".to_owned()
            }
            _ => "another international form".to_owned(),
        };
        let (count, examples) = self.sorts.entry(sort).or_default();
        *count += 1;
        if examples.len() < SHOWN {
            examples.push(format!("{text} in {home}: {ours:?}, they say {theirs:?}"));
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(
            f,
            "{} numbers compared, {} of them valid; {} disagree; the port panicked {} times",
            self.asked, self.valid, self.disagreements, self.panics
        )?;
        for (sort, (count, examples)) in &self.sorts {
            writeln!(f, "{count} times {sort}:")?;
            examples
                .iter()
                .try_for_each(|example| writeln!(f, "    {example}"))?;
        }
        Ok(())
    }
}

/// All that is told of a valid number.
#[derive(Debug, PartialEq)]
struct Shown {
    e164: String,
    kind: Kind,
    region: Option<String>,
    national: String,
    international: String,
}

impl Shown {
    fn of(number: &PhoneNumber) -> Self {
        Self {
            e164: number.e164().to_string(),
            kind: number.kind(),
            region: number.region().map(str::to_owned),
            national: number.national().to_string(),
            international: number.international().to_string(),
        }
    }
}

/// What the port says.
fn oracle(text: &str, home: &str) -> Option<Shown> {
    let number = PHONE_NUMBER_UTIL.parse(text, home.parse().ok()).ok()?;
    if !PHONE_NUMBER_UTIL.is_valid_number(&number) {
        return None;
    }
    let region = PHONE_NUMBER_UTIL
        .get_region_for_number(&number)
        .map(|r| r.to_string());
    let form = |format| PHONE_NUMBER_UTIL.format(&number, format).into_owned();
    Some(Shown {
        e164: form(PhoneNumberFormat::E164),
        kind: kind(PHONE_NUMBER_UTIL.get_number_type(&number))?,
        region: region.filter(|r| r != "001"),
        national: form(PhoneNumberFormat::National),
        international: form(PhoneNumberFormat::International),
    })
}

fn kind(kind: PhoneNumberType) -> Option<Kind> {
    Some(match kind {
        PhoneNumberType::FixedLine => Kind::Fixed,
        PhoneNumberType::Mobile => Kind::Mobile,
        PhoneNumberType::FixedLineOrMobile => Kind::FixedOrMobile,
        PhoneNumberType::TollFree => Kind::TollFree,
        PhoneNumberType::PremiumRate => Kind::PremiumRate,
        PhoneNumberType::SharedCost => Kind::SharedCost,
        PhoneNumberType::VoIP => Kind::Voip,
        PhoneNumberType::PersonalNumber => Kind::Personal,
        PhoneNumberType::Pager => Kind::Pager,
        PhoneNumberType::UAN => Kind::Uan,
        PhoneNumberType::VoiceMail => Kind::Voicemail,
        _ => return None,
    })
}
