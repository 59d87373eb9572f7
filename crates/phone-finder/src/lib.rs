//! Finds phone numbers in text; no IO, no clock, no panic that reaches the caller.
//!
//! What counts as a number is Google's libphonenumber's verdict at its leniency "valid",
//! less a few shapes that are certainly something else (see `noise`).

mod engine;
mod finder;
mod found;
mod guard;
mod noise;
mod pieces;
mod region;
mod utf16;

pub use finder::{find, find_whole};
pub use found::Match;
pub use region::{Region, UnknownRegion};
