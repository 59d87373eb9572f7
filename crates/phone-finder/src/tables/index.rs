//! Where each table lies in `tables.bin`, in bytes. Written by `cargo xtask tables`; don't edit.

use core::ops::Range;

/// The metadata that the tables were made from.
pub const METADATA: &str = "libphonenumber v9.0.42 (rlibphonenumber 2.2.15)";
/// The same for short numbers.
pub const SHORT_METADATA: &str = "libphonenumber-9.0.36 (namba 0.1.0)";
pub(super) const IDS: Range<usize> = 0..508;
pub(super) const ENTITY_CODES: Range<usize> = 508..1016;
pub(super) const LENGTHS: Range<usize> = 1016..1778;
pub(super) const LOCAL_LENGTHS: Range<usize> = 1778..2540;
pub(super) const GENERAL: Range<usize> = 2540..3048;
pub(super) const NATIONAL_PREFIX: Range<usize> = 3048..3556;
pub(super) const INTERNATIONAL_PREFIX: Range<usize> = 3556..4064;
pub(super) const EDITS: Range<usize> = 4064..4424;
pub(super) const CODE_PLACES: Range<usize> = 4424..5424;
pub(super) const ROOTS: Range<usize> = 5424..5854;
pub(super) const LEAVES: Range<usize> = 5854..6284;
pub(super) const FIRST_MEMBERS: Range<usize> = 6284..6714;
pub(super) const FIRST_VERDICTS: Range<usize> = 6714..7144;
pub(super) const MEMBERS: Range<usize> = 7144..7398;
pub(super) const REGIONS: Range<usize> = 7398..9127;
pub(super) const KINDS: Range<usize> = 9127..10856;
pub(super) const NATIONAL_MASKS: Range<usize> = 10856..14314;
pub(super) const INTERNATIONAL_MASKS: Range<usize> = 14314..17772;
pub(super) const NATIONAL_STARTS: Range<usize> = 17772..18476;
pub(super) const NATIONAL_FORMS: Range<usize> = 18476..22828;
pub(super) const INTERNATIONAL_STARTS: Range<usize> = 22828..23238;
pub(super) const INTERNATIONAL_FORMS: Range<usize> = 23238..25610;
pub(super) const NODES: Range<usize> = 25610..63244;
pub(super) const OUTPUTS: Range<usize> = 63244..66469;
pub(super) const COUNTS: Range<usize> = 66469..69694;
pub(super) const SETS: Range<usize> = 69694..70093;
pub(super) const SHORT: Range<usize> = 70093..70601;
pub(super) const SHORT_NODES: Range<usize> = 70601..79600;
pub(super) const SHORT_OUTPUTS: Range<usize> = 79600..79642;
pub(super) const SHORT_COUNTS: Range<usize> = 79642..79684;
pub(super) const SHORT_SETS: Range<usize> = 79684..79771;
