//! `AgentLogin`: signs an agent in and logs the agent's phone in.

use serde_json::{Value, json};

use super::Refusal;
use super::form::Form;
use crate::config::{Agent, Config};

pub(super) const PATH: &str = "/Integra/resources/auth/AgentLogin";

/// The agent whose name and password the form holds.
pub(super) fn check<'a>(config: &'a Config, form: &Form) -> Result<&'a Agent, Refusal> {
    let (name, password) = (form.one("agent")?, form.one("password")?);
    let agent = config
        .agent(name)
        .ok_or_else(|| Refusal(format!("agent {name:?} is not known")))?;
    if agent.password != password {
        return Err(Refusal(format!("the password is not that of {name:?}")));
    }
    Ok(agent)
}

/// What the vendor's page says that the reply holds: `secret` is the phone's SIP password, made up here.
pub(super) fn reply(agent: &Agent, token: &str) -> Value {
    json!({
        "callerid": agent.extension,
        "context": "agentes",
        "fullname": agent.fullname,
        "md5secret": token,
        "name": agent.extension,
        "secret": "made-up-sip-password",
    })
}
