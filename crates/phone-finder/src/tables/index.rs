//! Where each table lies in `tables.bin`, in bytes. Written by `cargo xtask tables`; don't edit.

use std::ops::Range;

/// The metadata that the tables were made from.
pub const METADATA: &str = "libphonenumber v9.0.42 (rlibphonenumber 2.2.15)";
pub(super) const SIZE: usize = 118527;
pub(super) const NODES: Range<usize> = 0..96596;
pub(super) const ENTITIES: Range<usize> = 96596..102692;
pub(super) const CODE_PLACES: Range<usize> = 102692..103692;
pub(super) const CODES: Range<usize> = 103692..105412;
pub(super) const MEMBERS: Range<usize> = 105412..105920;
pub(super) const VERDICTS: Range<usize> = 105920..111500;
pub(super) const MASK_STARTS: Range<usize> = 111500..112436;
pub(super) const MASKS: Range<usize> = 112436..118167;
pub(super) const EDITS: Range<usize> = 118167..118527;
