//! Columns of the tables.

use core::ops::Range;

const BYTES: &[u8] = include_bytes!("tables.bin");

/// A part of the tables. Each is copied, so that what nobody reads isn't in the program.
#[allow(clippy::indexing_slicing, reason = "run by the compiler")]
pub(super) const fn section<const LENGTH: usize>(at: Range<usize>) -> [u8; LENGTH] {
    let (mut bytes, mut place) = ([0; LENGTH], 0);
    while place < LENGTH {
        bytes[place] = BYTES[at.start + place];
        place += 1;
    }
    bytes
}

/// The length of a part.
pub(super) const fn length(at: Range<usize>) -> usize {
    at.end - at.start
}

/// A static for a part of the tables: plain bytes, or a column of numbers.
macro_rules! table {
    ($name:ident) => {
        static $name: &[u8] = {
            const LENGTH: usize = length(index::$name);
            static BYTES: [u8; LENGTH] = section(index::$name);
            &BYTES
        };
    };
    ($name:ident, $width:literal) => {
        static $name: Column<$width> = {
            const LENGTH: usize = length(index::$name);
            static BYTES: [u8; LENGTH] = section(index::$name);
            Column::new(&BYTES)
        };
    };
}
pub(super) use table;

/// Numbers of `WIDTH` bytes: all low bytes, then all that are next to the low ones, and so on.
pub(super) struct Column<const WIDTH: usize>(&'static [u8]);

impl<const WIDTH: usize> Column<WIDTH> {
    pub(super) const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// The number at this place; 0 beyond the end.
    pub(super) fn get(&self, place: usize) -> u32 {
        let count = self.0.len() / WIDTH;
        if place >= count {
            return 0;
        }
        let byte = |plane| self.0.get(plane * count + place).copied().unwrap_or(0);
        let planes = (0..WIDTH).rev();
        planes.fold(0, |n, plane| n << 8 | u32::from(byte(plane)))
    }
}
