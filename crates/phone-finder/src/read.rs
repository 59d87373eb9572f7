use crate::chars::{digit_value, is_plus, is_space};
use crate::digits::Digits;
use crate::number::{self, Home, Number};
use crate::{Kind, Region, format};

/// A valid phone number, in the forms to store and to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber {
    /// `+`, country calling code, national number.
    pub e164: String,
    /// What the number is for.
    pub kind: Kind,
    /// ISO 3166 code of its country; `None` for numbers of no country.
    pub region: Option<String>,
    /// As people in its country write it: `011 15-2345-6789`.
    pub national: String,
    /// With `+`, country code and spaces: `+54 9 11 2345-6789`.
    pub international: String,
}

impl From<&Number> for PhoneNumber {
    fn from(number: &Number) -> Self {
        Self {
            e164: format::e164(number),
            kind: Kind::at(number.verdict.kind),
            region: region_of(number),
            national: format::national(number),
            international: format::international(number),
        }
    }
}

/// The valid number that these digits are for a caller in `region`, whatever stands between them; a `+`
/// counts at the beginning. `None` if libphonenumber calls it invalid.
///
/// ```
/// let argentina: phone_finder::Region = "AR".parse()?;
/// let mobile = phone_finder::read("0343 15 555 1212", argentina);
/// assert_eq!(mobile.map(|number| number.e164).as_deref(), Some("+5493435551212"));
/// # Ok::<(), phone_finder::UnknownRegion>(())
/// ```
pub fn read(text: &str, region: Region) -> Option<PhoneNumber> {
    let digits: Digits = text.chars().filter_map(digit_value).collect();
    let plus = text.trim_start_matches(is_space).starts_with(is_plus);
    number::read(&digits, plus, &Home::new(region))
        .as_ref()
        .map(PhoneNumber::from)
}

/// The valid number in E.164 form (`+` and digits, nothing else) that `text` is.
///
/// ```
/// let mobile = phone_finder::read_international("+5493435551212");
/// assert_eq!(mobile.and_then(|number| number.region).as_deref(), Some("AR"));
/// ```
pub fn read_international(text: &str) -> Option<PhoneNumber> {
    let mut digits = Digits::default();
    for c in text.strip_prefix('+')?.chars() {
        digits.push(c.to_digit(10)? as u8);
    }
    let number = number::read_international(&digits)?;
    Some(PhoneNumber::from(&number)).filter(|number| number.e164 == text)
}

fn region_of(number: &Number) -> Option<String> {
    let id = number.verdict.entity.id();
    (id != [0, 0]).then(|| id.iter().map(|&b| char::from(b)).collect())
}
