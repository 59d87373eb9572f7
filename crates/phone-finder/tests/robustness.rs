//! Any text is searched without a panic, in time that grows with its length and no faster.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "this is a test: it measures time, and stops where something is missing"
)]

use std::time::{Duration, Instant};

use phone_finder::{Leniency, Region, find, find_with};
use proptest::prelude::*;

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

/// Parts of numbers, of what looks like them, and of what breaks programs that read them.
fn hostile() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "tel:",
        ";phone-context=",
        ";ext=",
        "ext",
        " ext. ",
        "x",
        "xx",
        "#",
        "доб",
        "anexo",
        "int",
        "+",
        "＋",
        "00",
        "011",
        "0xx",
        "(",
        ")",
        "（",
        "）",
        "[",
        "]",
        "/",
        "//",
        "-",
        "–",
        "~",
        ".",
        ",",
        ";",
        ":",
        " ",
        "\u{a0}",
        "\u{200b}",
        "\u{202a}",
        "\t",
        "\n",
        "%",
        "$",
        "*",
        "@",
        "_",
        "ー",
        "é",
        "o\u{301}",
        "📞",
        "٣",
        "५",
        "𝟗",
        "1-800-",
        "FLOWERS",
        "Tel",
        "Order #",
        "INV-",
        "ES91 ",
        "http://",
    ]);
    let digits = prop_oneof![
        "[0-9]{1,12}",
        "[０-９]{1,12}",
        "\\p{Nd}{1,4}",
        "[0-9]{16,44}"
    ];
    let part = prop_oneof![3 => word.prop_map(str::to_owned), 3 => digits, 1 => ".{0,2}"];
    prop::collection::vec(part, 1..40).prop_map(|parts| parts.concat())
}

proptest! {
    // For a longer run: PROPTEST_CASES=2000000 cargo test --release -p phone-finder --test robustness
    #[test]
    fn hostile_texts_do_not_panic(text in hostile(), code in prop::sample::select(vec!["MX", "US", "DE", "IT", "AR", "BR", "CN", "JP", "GB"])) {
        for leniency in [Leniency::Strict, Leniency::Lenient] {
            let mut last = 0;
            for m in find_with(&text, region(code), leniency) {
                prop_assert!(last <= m.start && m.start < m.end, "{:?}", m);
                last = m.end;
                prop_assert!(m.e164.len() > 3 && m.e164[1..].bytes().all(|b| b.is_ascii_digit()), "{}", m.e164);
                prop_assert!(m.ext.is_none_or(|ext| !ext.is_empty() && ext.bytes().all(|b| b.is_ascii_digit())));
                let units: Vec<u16> = text.encode_utf16().collect();
                let slice = String::from_utf16(&units[m.start_utf16 as usize..m.end_utf16 as usize]);
                prop_assert_eq!(slice.unwrap(), &text[m.start..m.end]);
            }
        }
    }
}

/// The shortest of some times that searching the text takes: the others were disturbed.
fn time(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        std::hint::black_box(find(std::hint::black_box(text), region("MX")));
        start.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn time_grows_with_length_only() {
    for part in [
        "1",
        "+",
        "1-",
        "(",
        "📞",
        "1 ",
        "55 ",
        "12/",
        "+1 ",
        "(1)",
        "5512345678",
        "55 1234 5678, ",
        "x1",
        ".",
        "a1",
        "1-800-A",
        "@1",
        "Order ",
    ] {
        let (short, long) = (
            part.repeat(20_000 / part.len()),
            part.repeat(320_000 / part.len()),
        );
        let ratio = time(&long).as_secs_f64() / time(&short).as_secs_f64().max(1e-5);
        assert!(
            ratio < 64.0,
            "{part:?}: 16 times the text took {ratio:.0} times as long"
        );
    }
}
