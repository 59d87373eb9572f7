//! Reads lines from standard input and prints, for each, one JSON object with the numbers in it.
//!
//! `{"text": …, "matches": [{"start", "end", "e164", "ext"}]}`; offsets count UTF-16 code units.

use std::io::{self, BufRead, ErrorKind, Write};
use std::process::ExitCode;

use phone_finder::{Match, Region, find};
use serde::Serialize;

const USAGE: &str = "usage: find [--region MX] < text";

#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    matches: Vec<Number>,
}

#[derive(Serialize)]
struct Number {
    start: u32,
    end: u32,
    e164: String,
    ext: Option<String>,
}

fn main() -> ExitCode {
    let region = match region_of(std::env::args().skip(1)) {
        Ok(region) => region,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(io::stdin().lock(), io::stdout().lock(), region) {
        // Whoever reads the output may stop early, as `head` does.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn region_of(mut arguments: impl Iterator<Item = String>) -> Result<Region, String> {
    let mut code = "MX".to_owned();
    while let Some(argument) = arguments.next() {
        code = match argument.strip_prefix("--region") {
            Some("") => arguments.next().ok_or("--region needs a country code")?,
            Some(value) if value.starts_with('=') => value[1..].to_owned(),
            _ => return Err(format!("unknown argument {argument:?}")),
        };
    }
    code.parse()
        .map_err(|error: phone_finder::UnknownRegion| error.to_string())
}

fn run(mut input: impl BufRead, mut output: impl Write, region: Region) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        writeln!(output, "{}", to_json(&line, region)?)?;
        output.flush()?;
        line.clear();
    }
    Ok(())
}

/// One line of input, its line break included or not, as one line of output. Bytes that aren't UTF-8
/// become U+FFFD.
fn to_json(line: &[u8], region: Region) -> serde_json::Result<String> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let text = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line));
    let matches = find(&text, region).into_iter().map(Number::from).collect();
    serde_json::to_string(&Line {
        text: &text,
        matches,
    })
}

impl From<Match> for Number {
    fn from(found: Match) -> Self {
        Self {
            start: found.start_utf16,
            end: found.end_utf16,
            e164: found.number.e164().to_string(),
            ext: found.ext().map(|ext| ext.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(input: &[u8], code: &str) -> String {
        let mut output = Vec::new();
        run(input, &mut output, code.parse().unwrap()).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn prints_a_line_for_each_line() {
        let lines = printed(
            "📞 55 1234 5678 ext. 12\r\n\nnada\n+1 415 555 2671".as_bytes(),
            "MX",
        );
        let expected = [
            r#"{"text":"📞 55 1234 5678 ext. 12","matches":[{"start":3,"end":23,"e164":"+525512345678","ext":"12"}]}"#,
            r#"{"text":"","matches":[]}"#,
            r#"{"text":"nada","matches":[]}"#,
            r#"{"text":"+1 415 555 2671","matches":[{"start":0,"end":15,"e164":"+14155552671","ext":null}]}"#,
        ];
        assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn survives_bytes_that_are_no_text() {
        let lines = printed(b"\xFF 55 1234 5678\xC3\n5512345678\n", "MX");
        let starts: Vec<serde_json::Value> = lines
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect();
        assert_eq!(starts[0]["matches"][0]["start"], 2);
        assert_eq!(starts[0]["text"], "\u{FFFD} 55 1234 5678\u{FFFD}");
        assert_eq!(starts[1]["matches"][0]["start"], 0);
    }

    #[test]
    fn takes_the_region_from_the_arguments() {
        let region_of = |arguments: &[&str]| region_of(arguments.iter().map(|a| a.to_string()));
        assert_eq!(region_of(&[]).unwrap().to_string(), "MX");
        assert_eq!(region_of(&["--region", "BR"]).unwrap().to_string(), "BR");
        assert_eq!(region_of(&["--region=gb"]).unwrap().to_string(), "GB");
        assert!(
            region_of(&["--region", "Mexico"])
                .unwrap_err()
                .contains("\"Mexico\"")
        );
        assert!(region_of(&["--region"]).unwrap_err().contains("needs"));
        assert!(
            region_of(&["--regional"])
                .unwrap_err()
                .contains("--regional")
        );
    }
}
