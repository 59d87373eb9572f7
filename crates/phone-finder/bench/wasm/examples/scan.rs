//! The lower bound: runs of 7 to 15 digits with at most three marks between two of them, whatever they are.

#![no_std]

extern crate alloc;

use alloc::string::String;

use phone_finder_bench::{Found, Utf16, exports, without_std};

without_std!();
exports!(runs);

fn runs(text: &str, _region: u32, found: &mut Found) {
    let bytes = text.as_bytes();
    let mut units = Utf16::new(text);
    let mut digits = String::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (start, end) = (at, run(bytes, at, &mut digits));
        if (7..=15).contains(&digits.len()) {
            found.push(units.at(start), units.at(end), &digits, None);
        }
        at = end;
    }
}

/// Reads the run that begins at `at`; gives its end.
fn run(bytes: &[u8], mut at: usize, digits: &mut String) -> usize {
    digits.clear();
    let mut end = at;
    while at < bytes.len() && at - end <= 3 {
        match bytes[at] {
            digit @ b'0'..=b'9' => {
                digits.push(char::from(digit));
                end = at + 1;
            }
            b' ' | b'-' | b'.' | b'(' | b')' | b'/' => {}
            _ => break,
        }
        at += 1;
    }
    end
}
