//! The rules that inputs keep.

use serde::{Deserialize, Serialize};

/// A rule for a field, with its parameters; lengths count characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Rule {
    /// Something must be there.
    #[error("required")]
    Required,
    /// ASCII digits only.
    #[error("{min} to {max} digits")]
    Digits {
        /// Fewest digits.
        min: usize,
        /// Most digits.
        max: usize,
    },
    /// What a phone can dial: digits, `*` and `#`, after at most one `+` (which is not counted).
    #[error("{min} to {max} digits, * or #, with at most one + before them")]
    DialString {
        /// Fewest symbols.
        min: usize,
        /// Most symbols.
        max: usize,
    },
    /// A number in international form (ITU-T E.164): `+`, then digits of which the first is not 0.
    #[error("a number in international form: + and {min} to {max} digits")]
    International {
        /// Fewest digits.
        min: usize,
        /// Most digits.
        max: usize,
    },
    /// What is dialled before a number: digits, `*` and `#`, or nothing.
    #[error("at most {max} digits, * or #")]
    DialPrefix {
        /// Most symbols.
        max: usize,
    },
    /// A number that exists by the numbering plan of its country.
    #[error("a phone number that exists")]
    PhoneNumber,
    /// A number in international form with `?` for any digit and `*` at the end for any rest.
    #[error(
        "a number in international form, ? for any digit, * at the end for any rest, such as +1900*"
    )]
    NumberPattern,
    /// A number of a country that the dial plan allows.
    #[error("a number of a country that may be called, not of {country:?}")]
    CountryAllowed {
        /// ISO 3166-1; empty for numbers of no country.
        country: String,
    },
    /// A number that doesn't cost the caller more than a call does, unless the dial plan allows those.
    #[error("no premium-rate number")]
    PremiumRate,
    /// A number that isn't for emergencies: those are for a phone, never for a campaign.
    #[error("no emergency number")]
    Emergency,
    /// A number of one subscriber, not a service's short one, which uContact's lines may not know.
    #[error("no short number of a service")]
    ShortNumber,
    /// A number that the dial plan says is never called.
    #[error("none of the numbers never called: {pattern}")]
    NeverCalled {
        /// The pattern that it is one of.
        pattern: String,
    },
    /// A dial-plan word: ASCII letters, digits, `_`, `-` and `.`.
    #[error("at most {max} letters, digits, _, - or .")]
    Word {
        /// Most characters.
        max: usize,
    },
    /// One line of visible text that neither begins nor ends with a space.
    #[error(
        "one line of at most {max} characters, with no spaces around it and no hidden characters in it"
    )]
    OneLine {
        /// Most characters.
        max: usize,
    },
    /// One line of printable ASCII without spaces, and without the word `Basic` before it.
    #[error("one line of printable ASCII without spaces, without \"Basic\" before it")]
    Token,
    /// A name that a policy or a file gives and that is one of a setting.
    #[error("the name of a setting")]
    KnownSetting,
    /// A value of the type that a setting has, as a policy or a file gives it.
    #[error("a value of the type that this setting takes")]
    SettingType,
    /// A file of settings.
    #[error("a file of settings as this extension exports them, in version {version} of its shape")]
    SettingsFile {
        /// The version that this extension reads and writes.
        version: u32,
    },
    /// The first label of the instance's host name.
    #[error("the instance's name alone, such as acme for acme.ucontactcloud.com")]
    InstanceLabel,
    /// The instance as a policy names it: its name, or a host of its own.
    #[error("the instance's name alone, or a host such as https://ucontact.example.com")]
    InstanceHost,
    /// An http URL on this very machine (development builds only).
    #[error("a loopback address such as http://127.0.0.1:8080")]
    LoopbackUrl,
    /// A region with a numbering plan of its own, in two capital letters (ISO 3166-1).
    #[error("a country in two capital letters, such as MX")]
    Region,
    /// A CSS selector.
    #[error("a CSS selector of at most {max} characters")]
    Selector {
        /// Most characters.
        max: usize,
    },
    /// A site's origin, or the match pattern of all its pages.
    #[error("a site such as https://crm.example.com")]
    Site,
    /// A whole number within bounds, both included.
    #[error("a number from {min} to {max}")]
    Range {
        /// Smallest.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        min: i64,
        /// Largest.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        max: i64,
    },
    /// A name that the settings know.
    #[error("one of those in the settings")]
    Listed,
    /// The same thing stands earlier in the list.
    #[error("listed twice")]
    Duplicate,
    /// The cells of a table's line, where no first line names the columns.
    #[error("at most {max} cells in a line, unless the first line names the columns")]
    Cells {
        /// Most cells.
        max: usize,
    },
    /// A list that may not be empty.
    #[error("at least one")]
    AtLeastOne,
}
