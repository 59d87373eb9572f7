//! Where each table lies in `tables.bin`, in bytes. Written by `cargo xtask tables`; don't edit.

use std::ops::Range;

/// The metadata that the tables were made from.
pub const METADATA: &str = "libphonenumber v9.0.42 (rlibphonenumber 2.2.15)";
pub(super) const ENTITIES: Range<usize> = 0..6096;
pub(super) const CODE_PLACES: Range<usize> = 6096..7096;
pub(super) const CODES: Range<usize> = 7096..8816;
pub(super) const MEMBERS: Range<usize> = 8816..9324;
pub(super) const VERDICTS: Range<usize> = 9324..14904;
pub(super) const MASK_STARTS: Range<usize> = 14904..15840;
pub(super) const MASKS: Range<usize> = 15840..21571;
pub(super) const EDITS: Range<usize> = 21571..21931;
