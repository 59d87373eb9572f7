//! Columns of the tables.

use core::ops::Range;

const BYTES: &[u8] = include_bytes!("tables.bin");

/// A part of the tables. Each is a static of its own, so that what nobody reads isn't in the program.
pub(super) const fn section(at: Range<usize>) -> &'static [u8] {
    BYTES.split_at(at.end).0.split_at(at.start).1
}

/// Numbers of `WIDTH` bytes: all low bytes, then all that are next to the low ones, and so on.
pub(super) struct Column<const WIDTH: usize>(&'static [u8]);

impl<const WIDTH: usize> Column<WIDTH> {
    pub(super) const fn new(at: Range<usize>) -> Self {
        Self(section(at))
    }

    /// The number at this place; 0 beyond the end.
    pub(super) fn get(&self, place: usize) -> u32 {
        let count = self.0.len() / WIDTH;
        let byte = |plane| self.0.get(plane * count + place).copied().unwrap_or(0);
        let number = (0..WIDTH)
            .rev()
            .fold(0, |n, plane| n << 8 | u32::from(byte(plane)));
        if place < count { number } else { 0 }
    }
}
