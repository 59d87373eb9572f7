//! `HangupPhone`: ends the call that a phone is in.

use super::Refusal;
use super::form::Form;
use crate::config::Config;

pub(super) const PATH: &str = "/Integra/resources/Agents/HangupPhone";

/// The extension to hang up: one of an agent's.
pub(super) fn phone<'a>(config: &Config, form: &'a Form) -> Result<&'a str, Refusal> {
    let phone = form.one("phone")?;
    if config.has_extension(phone) {
        Ok(phone)
    } else {
        Err(Refusal(format!("phone {phone:?} is nobody's extension")))
    }
}
