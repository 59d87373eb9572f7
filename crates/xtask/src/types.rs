//! The TypeScript declarations of every type that crosses from Rust, written from the Rust types themselves.

use std::fs;
use std::path::Path;

use anyhow::Context;
use ts_rs::{Config, TS};
use ucontact_core::{
    AgentCall, AskedOutcome, CallOutcome, Campaign, CountryRule, DialFormat, DialPlan,
    EndSessionOutcome, Fault, NotSentReason, QueueMember, QueueOutcome, Rule, Settings,
    SignInOutcome, UnknownReason,
};
use ucontact_wasm::{FoundNumber, PlannedNumber};

const HEADER: &str =
    "// Written by `cargo xtask bindings` from the Rust types; changes here are lost.\n";

/// Writes all declarations as one module.
pub(crate) fn write(file: &Path) -> anyhow::Result<()> {
    fs::write(file, module()).with_context(|| file.display().to_string())
}

fn module() -> String {
    let config = Config::new();
    let declarations = [
        declaration::<AgentCall>(&config),
        declaration::<AskedOutcome>(&config),
        declaration::<CallOutcome>(&config),
        declaration::<Campaign>(&config),
        declaration::<CountryRule>(&config),
        declaration::<DialFormat>(&config),
        declaration::<EndSessionOutcome>(&config),
        declaration::<DialPlan>(&config),
        declaration::<Fault>(&config),
        declaration::<FoundNumber>(&config),
        declaration::<NotSentReason>(&config),
        declaration::<PlannedNumber>(&config),
        declaration::<QueueMember>(&config),
        declaration::<QueueOutcome>(&config),
        declaration::<Rule>(&config),
        declaration::<Settings>(&config),
        declaration::<SignInOutcome>(&config),
        declaration::<UnknownReason>(&config),
    ];
    format!("{HEADER}{}", declarations.concat())
}

fn declaration<T: TS>(config: &Config) -> String {
    format!("\nexport {}\n", T::decl(config))
}
