//! Finds the phone numbers in a text; no IO.
//!
//! What a number is says Google's libphonenumber: its metadata is compiled into one automaton by `cargo xtask
//! tables`. What is a number in a text of a CRM, and what only looks like one, is told in `noise`.

#![cfg_attr(not(test), no_std)]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

extern crate alloc;

mod block;
mod bytes;
mod candidate;
mod chars;
mod digits;
mod extension;
mod finder;
mod format;
mod found;
mod history;
mod kind;
mod label;
mod lexicon;
mod noise;
mod number;
mod read;
mod region;
mod scan;
mod split;
mod tables;
mod text;
mod utf16;
mod vanity;
mod words;

pub use finder::{Leniency, find, find_whole, find_with};
pub use format::Text;
pub use found::{Confidence, Match};
pub use kind::Kind;
pub use read::{PhoneNumber, read, read_international, read_short};
pub use region::{Region, UnknownRegion};
pub use tables::{METADATA, SHORT_METADATA};
