//! Regions, and what is known of each.

use core::cmp::Ordering;

use super::{
    Automaton, ENTITY_CODES, GENERAL, IDS, INTERNATIONAL_PREFIX, LENGTHS, LOCAL_LENGTHS,
    NATIONAL_PREFIX, Numbers, SHORT, ShortNumbers,
};

/// A region, or a country code of no region: its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Entity(pub(super) u8);

impl Entity {
    /// The region with this upper-case ISO 3166 code.
    pub(crate) fn of(id: [u8; 2]) -> Option<Self> {
        // Those of no region come last.
        let order = |other: &[u8; 2]| match *other {
            [0, 0] => Ordering::Greater,
            other => other.cmp(&id),
        };
        let place = IDS.as_chunks().0.binary_search_by(order).ok()?;
        u8::try_from(place).ok().map(Self)
    }

    /// ISO 3166 code; two zeros for a country code of no region.
    pub(crate) fn id(self) -> [u8; 2] {
        let id = IDS
            .get(2 * usize::from(self.0)..)
            .and_then(<[u8]>::first_chunk);
        id.copied().unwrap_or([0; 2])
    }

    /// The same as text; `None` for a country code of no region.
    pub(crate) fn name(self) -> Option<&'static str> {
        let at = 2 * usize::from(self.0);
        let id = IDS.get(at..at + 2).filter(|id| *id != [0; 2])?;
        str::from_utf8(id).ok()
    }

    /// What these digits are as a short number: 0 none, 1 a service, 2 for emergencies.
    pub(crate) fn short(self, digits: &[u8]) -> u8 {
        let root = SHORT.get(self.0.into());
        Automaton::<ShortNumbers>::new(root, 0).whole(digits)
    }

    fn at(self) -> usize {
        self.0.into()
    }

    /// The country calling code.
    pub(crate) fn code(self) -> u16 {
        ENTITY_CODES.get(self.at()) as u16
    }

    /// A set bit for each length that a national number can have.
    pub(crate) fn lengths(self) -> u32 {
        LENGTHS.get(self.at()) & 0xF_FFFF
    }

    /// The fewest digits that a number is written in, where it is written without country code.
    pub(crate) fn least(self) -> usize {
        (LENGTHS.get(self.at()) >> 20) as usize
    }

    /// The same as `lengths` for numbers dialled without area code.
    pub(crate) fn local_lengths(self) -> u32 {
        LOCAL_LENGTHS.get(self.at())
    }

    pub(crate) fn general(self) -> Automaton<Numbers> {
        Automaton::new(GENERAL.get(self.at()), 0)
    }

    pub(crate) fn national_prefix(self) -> Automaton<Numbers> {
        Automaton::new(NATIONAL_PREFIX.get(self.at()), 0)
    }

    pub(crate) fn international_prefix(self) -> Automaton<Numbers> {
        Automaton::new(INTERNATIONAL_PREFIX.get(self.at()), 0)
    }
}
