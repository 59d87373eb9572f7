//! The layers of the house: what may stand below what, asked of cargo itself.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "this is a test: it runs cargo, and stops where cargo fails"
)]

use std::collections::BTreeSet;
use std::process::Command;

/// What brings a network, a clock, randomness, threads of its own, or JavaScript.
const IO: [&str; 12] = [
    "async-std",
    "getrandom",
    "gloo-net",
    "gloo-timers",
    "hyper",
    "js-sys",
    "mio",
    "rand",
    "reqwest",
    "tokio",
    "wasm-bindgen",
    "web-sys",
];

/// The names of all crates below `package`, itself included: every feature, every target, no development dependencies.
fn below(package: &str) -> BTreeSet<String> {
    let arguments = [
        "tree",
        "--edges",
        "normal",
        "--all-features",
        "--target",
        "all",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--package",
    ];
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg(package)
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout).expect("names are UTF-8");
    let names: BTreeSet<String> = lines
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect();
    assert!(names.contains(package), "{names:?}");
    names
}

#[track_caller]
fn assert_without_io(package: &str) {
    let names = below(package);
    let found: Vec<&str> = IO
        .into_iter()
        .filter(|name| names.contains(*name))
        .collect();
    assert!(found.is_empty(), "{package} stands on {found:?}");
}

#[test]
fn the_core_has_no_io() {
    assert_without_io("ucontact-core");
}

#[test]
fn the_phone_finder_has_no_io() {
    assert_without_io("phone-finder");
}

/// If it did, a wrong field name would be wrong on both sides, and every test would pass.
#[test]
fn the_sandbox_does_not_know_the_core() {
    assert!(!below("ucontact-sandbox").contains("ucontact-core"));
}

/// So that the other tests here cannot pass by looking in the wrong place.
#[test]
fn the_wasm_crate_has_both() {
    let names = below("ucontact-wasm");
    assert!(
        names.contains("ucontact-core") && names.contains("wasm-bindgen"),
        "{names:?}"
    );
}
