//! Builds, validates and interprets the uContact REST calls; no IO.
//!
//! Everything here is a pure function of its arguments: no network, clock, randomness, files or JavaScript.
//! A caller makes an action ([`AgentCall`], [`AddQueueMembers`], [`AgentLogin`], …), asks it for the [`Request`], sends that by
//! whatever means it has, and hands what it saw (an [`Exchange`]) back to the action, which says what
//! happened in the words that an agent reads ([`CallOutcome`], [`QueueOutcome`]). When to send, and what to write down
//! before, is the business of [`Life`].
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod actions;
mod attempt;
mod campaign;
mod campaign_table;
mod dial_plan;
mod exchange;
mod fault;
mod instance;
mod outcome;
mod overlay;
mod page_settings;
mod rebase;
mod request;
mod retry_after;
mod roster;
mod rule;
mod session;
mod settings;
mod settings_file;
mod site;
mod table;
mod text;
mod token;
mod typed;

pub use actions::Signed;
pub use actions::add_queue_member::{AddQueueMembers, QueueMember};
pub use actions::agent_call::{AgentCall, DEFAULT_CONTEXT};
pub use actions::agent_login::AgentLogin;
pub use actions::agent_logoff::AgentLogoff;
pub use actions::end_session::EndSession;
pub use actions::hangup_phone::HangupPhone;
pub use attempt::{Command, Corrupt, Event, Illegal, Life, Millis, Outcome, Record, State};
pub use campaign::{Campaign, CampaignSet};
pub use campaign_table::{CampaignRow, read_campaigns, write_campaigns};
pub use dial_plan::{Confirm, CountryRule, DialFormat, DialPlan};
pub use exchange::{Exchange, Reply};
pub use fault::{Fault, Faults};
pub use instance::Instance;
pub use outcome::{CallOutcome, NotSentReason, QueueOutcome, UnknownReason};
pub use overlay::Overlay;
pub use page_settings::{LinkCalls, PageSettings, Show, SiteChoice};
pub use request::Request;
pub use roster::{RosterRow, read_roster};
pub use rule::Rule;
pub use session::{AskedOutcome, EndSessionOutcome, SignInOutcome};
pub use settings::Settings;
pub use site::Site;
pub use token::Token;
pub use typed::TypedNumber;
