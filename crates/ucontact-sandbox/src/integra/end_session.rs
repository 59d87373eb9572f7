//! `EndSession`: makes a token worthless.

use super::Refusal;
use super::form::Form;
use crate::sessions::Sessions;

pub(super) const PATH: &str = "/Integra/resources/auth/EndSession";

/// Ends the session of the user and the token that the form holds.
pub(super) fn end(sessions: &Sessions, form: &Form) -> Result<(), Refusal> {
    let (user, token) = (form.one("user")?, form.one("token")?);
    if sessions.end(user, token) {
        Ok(())
    } else {
        Err(Refusal(format!(
            "token is not that of a session of {user:?}"
        )))
    }
}
