//! Any text is searched without a panic, in time that grows with its length and no faster.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "this is a test: it measures time, and stops where something is missing"
)]

use std::time::Instant;

use phone_finder::{Region, find};
use proptest::prelude::*;

mod invariants;

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
        invariants::found_in(&text, region(code));
        invariants::read_as_one(&text, region(code));
    }
}

/// What the fuzz targets begin with: the texts of the corpus and the numbers in them.
#[test]
fn the_corpus_breaks_no_invariant() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let mut texts = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let Ok(region) = path
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .parse::<Region>()
        else {
            continue;
        };
        for line in std::fs::read_to_string(path).unwrap().lines() {
            texts += 1;
            replay(line, region);
        }
    }
    assert!(texts > 3_000, "{texts} texts");
}

/// A line of the corpus marks its numbers: `Tel. ⟦55 1234 5678|+525512345678⟧`.
fn replay(line: &str, region: Region) {
    let mut text = String::new();
    for part in line.split('⟧') {
        let (before, marked) = part.split_once('⟦').unwrap_or((part, ""));
        let (written, _) = marked.split_once('|').unwrap_or_default();
        text.extend([before, written]);
        invariants::read_as_one(written, region);
    }
    invariants::found_in(&text, region);
    invariants::read_as_one(&text, region);
}

const SHORT: usize = 100_000;
const LONG: usize = 1_000_000;

/// The time that searching the text takes, in nanoseconds a byte.
fn pace(text: &str) -> f64 {
    let start = Instant::now();
    std::hint::black_box(find(std::hint::black_box(text), region("MX")));
    start.elapsed().as_secs_f64() * 1e9 / text.len() as f64
}

/// The texts of a file of the corpus over and over, up to this length.
fn ordinary(length: usize) -> String {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/MX.txt");
    let lines = std::fs::read_to_string(file).unwrap();
    lines.repeat(length / lines.len() + 1)
}

/// How many times as long a byte of the text takes as one of ordinary text: the least of some rounds, in each of which both
/// are timed one after the other, so that a busy machine slows both.
fn slowness(text: &str, ordinary: &str) -> f64 {
    let rounds = (0..9).map(|_| pace(text) / pace(ordinary));
    rounds.fold(f64::INFINITY, f64::min)
}

/// Within three times the time of ordinary text, byte by byte, whatever the text is and however long.
#[test]
fn hostile_texts_take_their_length_in_time() {
    let short = ordinary(SHORT);
    let growth = slowness(&ordinary(LONG), &short);
    assert!(
        growth < 3.0,
        "a longer text takes {growth:.1} times as long a byte"
    );
    for length in [SHORT, LONG] {
        let ordinary = ordinary(length);
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
            let slowness = slowness(&part.repeat(length / part.len()), &ordinary);
            assert!(
                slowness < 3.0,
                "{length} bytes of {part:?} take {slowness:.1} times the time of ordinary text"
            );
        }
    }
}
