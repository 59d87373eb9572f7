//! `AgentCall`: rings the agent's phone, then dials the destination.

use super::Refusal;
use super::form::Form;
use crate::calls::Parties;
use crate::config::Config;

pub(super) const PATH: &str = "/Integra/resources/Agents/AgentCall";

/// Reads the seven fields of the vendor's page, all of them required.
pub(super) fn read(config: &Config, form: &Form) -> Result<Parties, Refusal> {
    let [caller_id, name, phone] = [
        form.one("callerid")?,
        form.one("agent")?,
        form.one("phone")?,
    ];
    let [tech, _context] = [form.one("tech")?, form.one("context")?];
    let [outqueue, destination] = [form.one("outqueue")?, form.one("destination")?];

    let agent = config
        .agent(name)
        .ok_or_else(|| Refusal(format!("agent {name:?} is not known")))?;
    if phone != agent.extension {
        return Err(Refusal(format!(
            "phone {phone:?} is not the extension of {name:?}"
        )));
    }
    if tech != "SIP" {
        return Err(Refusal(format!("tech is {tech:?}, not \"SIP\"")));
    }
    let campaign = config
        .campaign(outqueue)
        .ok_or_else(|| Refusal(format!("outqueue {outqueue:?} is not known")))?;
    if !caller_id.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Refusal(format!("callerid {caller_id:?} is not a number")));
    }
    // How a destination may be written is documented nowhere, so anything that could be dialled passes.
    if !destination.bytes().any(|b| b.is_ascii_digit()) {
        return Err(Refusal(format!(
            "destination {destination:?} holds no digit"
        )));
    }
    Ok(Parties {
        agent: name.to_owned(),
        extension: agent.extension.clone(),
        campaign: campaign.name.clone(),
        caller_id: caller_id.to_owned(),
        destination: destination.to_owned(),
    })
}
