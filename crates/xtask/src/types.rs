//! The TypeScript declarations of every type that crosses from Rust, written from the Rust types themselves.

use std::fs;
use std::path::Path;

use anyhow::Context;
use ts_rs::{Config, TS};
use ucontact_core::{
    AgentCall, AskedOutcome, CallOutcome, Campaign, CampaignRow, CampaignSet, Command, Confirm,
    CountryRule, DialFormat, DialPlan, EndSessionOutcome, Event, Fault, LinkCalls, NotSentReason,
    Overlay, PageSettings, QueueMember, QueueOutcome, Record, RosterRow, Rule, Settings, Show,
    SignInOutcome, Site, SiteChoice, State, UnknownReason,
};
use ucontact_wasm::{FoundNumber, PlannedNumber, Step};

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
        declaration::<CampaignRow>(&config),
        declaration::<CampaignSet>(&config),
        declaration::<Command>(&config),
        declaration::<Confirm>(&config),
        declaration::<CountryRule>(&config),
        declaration::<DialFormat>(&config),
        declaration::<DialPlan>(&config),
        declaration::<EndSessionOutcome>(&config),
        declaration::<Event<CallOutcome>>(&config),
        declaration::<Fault>(&config),
        declaration::<FoundNumber>(&config),
        declaration::<LinkCalls>(&config),
        declaration::<Record<CallOutcome>>(&config),
        declaration::<NotSentReason>(&config),
        declaration::<Overlay>(&config),
        declaration::<PlannedNumber>(&config),
        declaration::<PageSettings>(&config),
        declaration::<QueueMember>(&config),
        declaration::<QueueOutcome>(&config),
        declaration::<RosterRow>(&config),
        declaration::<Rule>(&config),
        declaration::<Settings>(&config),
        declaration::<SignInOutcome>(&config),
        declaration::<Show>(&config),
        declaration::<Site>(&config),
        declaration::<SiteChoice>(&config),
        declaration::<State>(&config),
        declaration::<Step<CallOutcome>>(&config),
        declaration::<UnknownReason>(&config),
    ];
    format!("{HEADER}{}", declarations.concat())
}

fn declaration<T: TS>(config: &Config) -> String {
    format!("\nexport {}\n", T::decl(config))
}
