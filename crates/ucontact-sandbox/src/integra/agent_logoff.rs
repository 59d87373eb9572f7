//! `AgentLogoff`: logs an agent's phone off. The sandbox keeps no state of phones: it checks and answers.

use super::Refusal;
use super::form::Form;
use crate::config::Config;

pub(super) const PATH: &str = "/Integra/resources/api/AgentLogoff";

/// The fields of the vendor's page; `message` is optional.
pub(super) fn check(config: &Config, form: &Form) -> Result<(), Refusal> {
    let (name, interface) = (form.one("agent")?, form.one("interface")?);
    let agent = config
        .agent(name)
        .ok_or_else(|| Refusal(format!("agent {name:?} is not known")))?;
    if interface != format!("SIP/{}", agent.extension) {
        return Err(Refusal(format!(
            "interface {interface:?} is not SIP/ and the extension of {name:?}"
        )));
    }
    Ok(())
}
