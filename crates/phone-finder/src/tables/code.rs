//! Country calling codes, and what is known of the numbers behind each.

use super::{
    Automaton, CODE_PLACES, Column, Entity, FIRST_MEMBERS, FIRST_VERDICTS, INTERNATIONAL_FORMS,
    INTERNATIONAL_MASKS, INTERNATIONAL_STARTS, KINDS, LEAVES, MEMBERS, NATIONAL_FORMS,
    NATIONAL_MASKS, NATIONAL_STARTS, Numbers, REGIONS, ROOTS,
};

/// A country calling code.
#[derive(Clone, Copy)]
pub(crate) struct Code {
    pub(crate) value: u16,
    place: usize,
}

impl Code {
    /// The country calling code with this value.
    pub(crate) fn of(value: u16) -> Option<Self> {
        let place = usize::from(*CODE_PLACES.get(usize::from(value))?).checked_sub(1)?;
        Some(Self { value, place })
    }

    /// The region, of those with this code, that stands for all.
    pub(crate) fn main(self) -> Entity {
        self.member(0)
    }

    fn member(self, place: usize) -> Entity {
        let at = FIRST_MEMBERS.get(self.place) as usize + place;
        Entity(MEMBERS.get(at).copied().unwrap_or(u8::MAX))
    }

    /// What the national number is; `None` where it isn't valid.
    pub(crate) fn verdict(self, national: &[u8]) -> Option<Verdict> {
        let automaton = Automaton::<Numbers>::new(ROOTS.get(self.place), LEAVES.get(self.place));
        let place = usize::from(automaton.whole(national)).checked_sub(1)?;
        let at = FIRST_VERDICTS.get(self.place) as usize + place;
        let kind = *KINDS.get(at)?;
        Some(Verdict {
            entity: self.member(usize::from(*REGIONS.get(at)?)),
            kind: kind & 0x7F,
            needs_prefix: kind & 0x80 != 0,
            place: at as u16,
        })
    }
}

/// What is known of a valid number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) entity: Entity,
    /// The place of its kind in libphonenumber's order.
    pub(crate) kind: u8,
    /// Whether it is always written with the national prefix, where it is written without country code.
    pub(crate) needs_prefix: bool,
    place: u16,
}

/// How a number is shown: `#` for a digit, `*` for all digits that no `#` takes, `0x80 + n` to go on with digit `n`,
/// all else as it stands.
pub(crate) type Mask = &'static [u8];

impl Verdict {
    pub(crate) fn national(self) -> Mask {
        let number = NATIONAL_MASKS.get(self.place.into());
        mask(NATIONAL_FORMS, &NATIONAL_STARTS, number)
    }

    pub(crate) fn international(self) -> Mask {
        let number = INTERNATIONAL_MASKS.get(self.place.into());
        mask(INTERNATIONAL_FORMS, &INTERNATIONAL_STARTS, number)
    }
}

fn mask(forms: &'static [u8], starts: &Column<2>, number: u32) -> Mask {
    let start = |number: u32| starts.get(number as usize) as usize;
    forms
        .get(start(number)..start(number + 1))
        .unwrap_or_default()
}
