use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::tables::Entity;

/// The country whose numbers are written without a country code: an ISO 3166 two-letter code.
///
/// Parsed from text in either case (`"MX"`, `"mx"`); only countries with a numbering plan in
/// libphonenumber's metadata are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region(Entity);

impl Region {
    pub(crate) fn entity(self) -> Entity {
        self.0
    }
}

/// The text isn't the code of a country with a numbering plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown region {got:?}: expected a two-letter ISO 3166 country code such as \"MX\"")]
pub struct UnknownRegion {
    /// The text as it was given.
    pub got: String,
}

impl FromStr for Region {
    type Err = UnknownRegion;

    fn from_str(text: &str) -> Result<Self, UnknownRegion> {
        let unknown = || UnknownRegion {
            got: text.to_owned(),
        };
        let id = <[u8; 2]>::try_from(text.as_bytes()).map_err(|_| unknown())?;
        let id = id.map(|letter| letter.to_ascii_uppercase());
        let letters = id.iter().all(u8::is_ascii_uppercase);
        Entity::of(id)
            .filter(|_| letters)
            .map(Self)
            .ok_or_else(unknown)
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b] = self.0.id().map(char::from);
        write!(f, "{a}{b}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_codes_in_either_case() {
        for code in ["MX", "mx", "Uy", "BR", "US", "GB"] {
            let region: Region = code.parse().unwrap();
            assert_eq!(region.to_string(), code.to_uppercase());
        }
    }

    #[test]
    fn names_what_it_cannot_use() {
        for text in ["", "M", "MEX", "XX", "52", "001", " MX", "Mé", "ZZ"] {
            let error = text.parse::<Region>().unwrap_err();
            assert_eq!(error.got, text);
            assert!(error.to_string().contains("two-letter ISO 3166"), "{error}");
        }
    }
}
