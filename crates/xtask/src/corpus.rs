//! Measures `phone-finder` on the hand-checked texts of its corpus, and beside it the port's own matcher.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use phone_finder::{Region, find};
use rlibphonenumber::phonenumber_matcher::{Leniency, PHONE_MATCHER_FACTORY};
use rlibphonenumber::{PhoneNumberFormat, Region as PortRegion};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../phone-finder/corpus");

/// Texts that the finder is judged on and was never tuned on.
const HELD_OUT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../phone-finder/corpus/held-out"
);

/// A text and the numbers in it: where, and in E.164 with the extension as `;ext=`.
struct Line {
    text: String,
    numbers: BTreeSet<Number>,
}

type Number = (usize, usize, String);

/// Prints precision and recall for each region, the held-out texts apart; with `errors`, each number that is missed or made up.
pub(crate) fn run(errors: bool, only: Option<&str>) -> Result<()> {
    judge(Path::new(FOLDER), errors, only)?;
    println!("\nheld out:");
    judge(Path::new(HELD_OUT), errors, only)
}

fn judge(folder: &Path, errors: bool, only: Option<&str>) -> Result<()> {
    let (mut ours, mut port) = (Score::default(), Score::default());
    let mut files: Vec<_> = std::fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    println!("region  texts numbers | precision recall | the port's matcher");
    for file in files {
        let Some(code) = region_of(&file).filter(|code| only.is_none_or(|only| only == *code))
        else {
            continue;
        };
        let lines =
            lines(&std::fs::read_to_string(&file)?).with_context(|| file.display().to_string())?;
        let (region, port_region): (Region, PortRegion) = (code.parse()?, code.parse()?);
        let mine = measure(&lines, |text| found(text, region), errors);
        let theirs = measure(&lines, |text| found_by_port(text, port_region), false);
        let numbers: usize = lines.iter().map(|line| line.numbers.len()).sum();
        println!(
            "{code:<6} {:>6} {numbers:>7} | {mine} | {theirs}",
            lines.len()
        );
        ours.add(&mine);
        port.add(&theirs);
    }
    println!("all                   | {ours} | {port}");
    println!("time: {:?}, the port's matcher {:?}", ours.time, port.time);
    Ok(())
}

fn region_of(file: &Path) -> Option<&str> {
    file.file_name()?
        .to_str()?
        .strip_suffix(".txt")
        .filter(|code| code.len() == 2)
}

fn lines(content: &str) -> Result<Vec<Line>> {
    let texts = content
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "));
    texts
        .map(|line| parse(line).with_context(|| line.to_owned()))
        .collect()
}

fn parse(line: &str) -> Result<Line> {
    let (mut text, mut numbers) = (String::new(), BTreeSet::new());
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once('⟦') {
        text.push_str(before);
        let (number, behind) = marked.split_once('⟧').context("an open mark")?;
        let (written, e164) = number.split_once("|+").context("no E.164 form")?;
        let start = text.len();
        text.push_str(written);
        numbers.insert((start, text.len(), format!("+{e164}")));
        rest = behind;
    }
    text.push_str(rest);
    Ok(Line { text, numbers })
}

fn found(text: &str, region: Region) -> BTreeSet<Number> {
    let number = |m: phone_finder::Match| {
        let e164 = m.number.e164().to_string();
        (m.start, m.end, with_extension(e164, m.ext().as_deref()))
    };
    find(text, region).into_iter().map(number).collect()
}

fn found_by_port(text: &str, region: PortRegion) -> BTreeSet<Number> {
    let matcher = PHONE_MATCHER_FACTORY
        .matcher_builder(text)
        .leniency(Leniency::Valid)
        .preferred_region(region);
    let number = |m: rlibphonenumber::phonenumber_matcher::PhoneNumberMatch<'_>| {
        let e164 = m.number.format_as(PhoneNumberFormat::E164).into_owned();
        (
            m.start,
            m.end(),
            with_extension(e164, m.number.extension.as_deref()),
        )
    };
    matcher
        .build_fallible()
        .filter_map(Result::ok)
        .map(number)
        .collect()
}

fn with_extension(e164: String, ext: Option<&str>) -> String {
    ext.map_or(e164.clone(), |ext| format!("{e164};ext={ext}"))
}

#[derive(Default)]
struct Score {
    hit: usize,
    made_up: usize,
    missed: usize,
    time: Duration,
}

impl Score {
    fn add(&mut self, other: &Self) {
        self.hit += other.hit;
        self.made_up += other.made_up;
        self.missed += other.missed;
        self.time += other.time;
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = |of: usize| 100.0 * self.hit as f64 / (self.hit + of).max(1) as f64;
        write!(
            f,
            "{:>8.2} {:>8.2}",
            percent(self.made_up),
            percent(self.missed)
        )
    }
}

/// A number counts by what it is and by where it overlaps: a bracket more or less is no error.
fn measure(lines: &[Line], find: impl Fn(&str) -> BTreeSet<Number>, errors: bool) -> Score {
    let mut score = Score::default();
    for line in lines {
        let start = Instant::now();
        let found = find(&line.text);
        score.time += start.elapsed();
        let same = |a: &Number, b: &Number| a.2 == b.2 && a.0 < b.1 && b.0 < a.1;
        let missed = line
            .numbers
            .iter()
            .filter(|n| !found.iter().any(|f| same(n, f)));
        let made_up = found
            .iter()
            .filter(|f| !line.numbers.iter().any(|n| same(n, f)));
        let all: Vec<String> = missed
            .map(|n| format!("- {}", n.2))
            .chain(made_up.map(|n| format!("+ {}", n.2)))
            .collect();
        let missing = all.iter().filter(|e| e.starts_with('-')).count();
        score.missed += missing;
        score.made_up += all.len() - missing;
        score.hit += line.numbers.len() - missing;
        if errors && !all.is_empty() {
            println!("    {:<60} {}", all.join(" "), line.text);
        }
    }
    score
}
