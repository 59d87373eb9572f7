//! `AgentLogoff`: logs an agent's phone off.

use crate::actions::Signed;
use crate::fault::{Faults, Inspection};
use crate::instance::Instance;
use crate::request::Request;
use crate::text;
use crate::token::Token;

const PATH: &str = "/Integra/resources/api/AgentLogoff";

/// An agent's phone to log off; the reply is undocumented ([`AskedOutcome`](crate::AskedOutcome)).
///
/// Source: the vendor's page for `AgentLogoff`. Its `message` is optional, and nothing here has one to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentLogoff {
    /// The agent's user name.
    pub agent: String,
    /// The agent's own phone: 1 to 15 digits.
    pub extension: String,
}

impl Signed for AgentLogoff {
    fn request(&self, instance: &Instance, token: &Token) -> Result<Request, Faults> {
        self.validate()?;
        let interface = format!("SIP/{}", self.extension);
        let fields = [("agent", self.agent.as_str()), ("interface", &interface)];
        Ok(Request::form(instance, PATH, token, &fields))
    }

    fn validate(&self) -> Result<(), Faults> {
        let mut inspection = Inspection::default();
        inspection.check("agent", &self.agent, text::name);
        inspection.check("interface", &self.extension, text::extension);
        inspection.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logoff(agent: &str, extension: &str) -> AgentLogoff {
        AgentLogoff {
            agent: agent.into(),
            extension: extension.into(),
        }
    }

    #[test]
    fn the_request_names_agent_and_interface() {
        let request = logoff("José & Ñ", "9999")
            .request_for("acme", "dXNlcg==")
            .unwrap();
        assert_eq!(
            request.url(),
            "https://acme.ucontactcloud.com/Integra/resources/api/AgentLogoff"
        );
        assert!(
            request
                .headers()
                .contains(&("authorization", "Basic dXNlcg=="))
        );
        assert_eq!(
            request.body(),
            "agent=Jos%C3%A9+%26+%C3%91&interface=SIP%2F9999"
        );
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let faults = logoff("", "SIP/9999")
            .request_for("a/b", "two words")
            .unwrap_err();
        assert_eq!(
            faults.to_string(),
            "instance: the instance's name alone, such as acme for acme.ucontactcloud.com, got \"a/b\"; \
             token: one line of printable ASCII without spaces, without \"Basic\" before it; \
             agent: required; interface: 1 to 15 digits, got \"SIP/9999\""
        );
    }
}
