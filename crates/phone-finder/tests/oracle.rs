//! The port of libphonenumber says the same of every number; `cargo xtask oracle` asks it about millions.
#![allow(clippy::unwrap_used, reason = "this is a test")]

use std::panic::catch_unwind;

use phone_finder::{Region, read};
use proptest::prelude::*;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

/// E.164, national and international form of a valid number, and its region.
type Shown = (String, String, String, Option<String>);

fn ours(text: &str, region: Region) -> Option<Shown> {
    read(text, region).map(|n| {
        let [e164, national, international] =
            [n.e164(), n.national(), n.international()].map(|form| form.to_string());
        (e164, national, international, n.region().map(str::to_owned))
    })
}

fn theirs(text: &str, region: Region) -> Option<Shown> {
    let home = region.to_string().parse().ok();
    let number = catch_unwind(|| PHONE_NUMBER_UTIL.parse(text, home))
        .ok()?
        .ok()?;
    let form = |format| PHONE_NUMBER_UTIL.format(&number, format).into_owned();
    let region = PHONE_NUMBER_UTIL
        .get_region_for_number(&number)
        .map(|r| r.to_string());
    PHONE_NUMBER_UTIL.is_valid_number(&number).then(|| {
        let [e164, national, international] = [
            PhoneNumberFormat::E164,
            PhoneNumberFormat::National,
            PhoneNumberFormat::International,
        ]
        .map(form);
        (e164, national, international, region.filter(|r| r != "001"))
    })
}

fn regions() -> Vec<String> {
    let mut all: Vec<String> = PHONE_NUMBER_UTIL
        .get_supported_regions()
        .map(|r| r.to_string())
        .collect();
    all.sort();
    all
}

/// An example of a region's numbers with some digits changed, added or taken away, written in some way.
fn numbers() -> impl Strategy<Value = (String, String)> {
    let region = prop::sample::select(regions());
    let change = prop::collection::vec((0_usize..12, 0_u8..10), 0..4);
    (region, change, 0_usize..5, "[0-9]{0,2}").prop_filter_map(
        "no example",
        |(code, changes, form, tail)| {
            let home = code.parse().ok()?;
            let example = PHONE_NUMBER_UTIL.get_example_number(home).ok()?;
            let code_digits = example.country_code.to_string();
            let e164 = example.format_as(PhoneNumberFormat::E164).into_owned();
            let mut national: Vec<char> = e164[1 + code_digits.len()..].chars().collect();
            for (place, digit) in changes {
                let length = national.len();
                national[place % length] = char::from(b'0' + digit);
            }
            let national: String = national.into_iter().chain(tail.chars()).collect();
            let prefixes = [
                "",
                "0",
                &code_digits,
                &format!("+{code_digits}"),
                &format!("00{code_digits}"),
            ];
            Some((format!("{}{national}", prefixes[form]), code))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn the_port_agrees((text, code) in numbers()) {
        let region: Region = code.parse().unwrap();
        prop_assert_eq!(ours(&text, region), theirs(&text, region), "{} in {}", text, code);
    }
}

#[test]
fn every_region_of_the_port_is_known() {
    for code in regions() {
        assert_eq!(code.parse::<Region>().map(|r| r.to_string()), Ok(code));
    }
}
