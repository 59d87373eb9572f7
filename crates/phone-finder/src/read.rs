use crate::chars::{digit_value, is_plus, is_space, mark};
use crate::digits::Written;
use crate::number::{self, Form, Home, Number};
use crate::{Kind, Region, Text, format};

/// A valid phone number, to store and to show. Its forms are made when they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhoneNumber(Number);

impl PhoneNumber {
    pub(crate) fn new(number: Number) -> Self {
        // How it was written is no part of it.
        let form = Form::International;
        Self(Number { form, ..number })
    }

    /// `+`, country calling code, national number; without an extension.
    pub fn e164(&self) -> Text {
        format::e164(&self.0)
    }

    /// What the number is for.
    pub fn kind(&self) -> Kind {
        Kind::at(self.0.verdict.kind)
    }

    /// ISO 3166 code of the country that the number belongs to; `None` for numbers of no country (`+800`, satellites).
    pub fn region(&self) -> Option<&'static str> {
        self.0.verdict.entity.name()
    }

    /// As people in its country write it: `011 15-2345-6789`.
    pub fn national(&self) -> Text {
        format::national(&self.0)
    }

    /// With `+`, country code and spaces: `+54 9 11 2345-6789`.
    pub fn international(&self) -> Text {
        format::international(&self.0)
    }
}

/// The valid number that these digits are for a caller in `region`, whatever stands between them; a `+`
/// counts at the beginning. `None` if libphonenumber calls it invalid.
///
/// ```
/// let argentina: phone_finder::Region = "AR".parse()?;
/// let mobile = phone_finder::read("0343 15 555 1212", argentina);
/// assert_eq!(mobile.map(|number| number.e164()).as_deref(), Some("+5493435551212"));
/// # Ok::<(), phone_finder::UnknownRegion>(())
/// ```
pub fn read(text: &str, region: Region) -> Option<PhoneNumber> {
    let mut digits = Written::new();
    let values = text.chars().filter_map(digit_value);
    values.for_each(|value| digits.push(value));
    let plus = text.trim_start_matches(is_space).starts_with(is_plus);
    number::read(&digits, plus, &Home::new(region)).map(PhoneNumber::new)
}

/// What a short number is for somebody in `region`: an emergency number or a service's; `None` where the text isn't one.
///
/// Nobody outside the region can call it, so it has no international form and [`find`](crate::find) finds none.
///
/// ```
/// let mexico: phone_finder::Region = "MX".parse()?;
/// assert_eq!(phone_finder::read_short("911", mexico), Some(phone_finder::Kind::Emergency));
/// assert_eq!(phone_finder::read_short("999", mexico), None);
/// # Ok::<(), phone_finder::UnknownRegion>(())
/// ```
pub fn read_short(text: &str, region: Region) -> Option<Kind> {
    let mut digits = Written::new();
    for c in text.trim_matches(is_space).chars() {
        match (digit_value(c), mark(c)) {
            (Some(value), _) => digits.push(value),
            (None, Some(_)) => {}
            _ => return None,
        }
    }
    Kind::of_short(region.entity().short(&digits))
}

/// The valid number in E.164 form (`+` and digits, nothing else) that `text` is.
///
/// ```
/// let mobile = phone_finder::read_international("+5493435551212");
/// assert_eq!(mobile.and_then(|number| number.region()), Some("AR"));
/// ```
pub fn read_international(text: &str) -> Option<PhoneNumber> {
    let mut digits = Written::new();
    for c in text.strip_prefix('+')?.chars() {
        digits.push(c.to_digit(10)? as u8);
    }
    let number = number::read_international(&digits).map(PhoneNumber::new)?;
    Some(number).filter(|number| number.e164().as_str() == text)
}
