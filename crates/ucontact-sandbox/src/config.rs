//! Who may call: the token, the agents and the campaigns that this sandbox knows.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The accounts of the sandbox. A JSON file may give any of the three; the rest keeps its default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// What must follow `Authorization: Basic `, as is, if it is not the token of a session. The default is a fake one.
    pub token: String,
    /// The agents that may call and may be added to campaigns.
    pub agents: Vec<Agent>,
    /// The campaigns that calls may go out through.
    pub campaigns: Vec<Campaign>,
}

/// An agent and the extension of the agent's own phone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// User name.
    pub name: String,
    /// Digits, such as `1001`.
    pub extension: String,
    /// What the agent signs in with; nobody signs in with none.
    #[serde(default)]
    pub password: String,
    /// The name as people write it.
    #[serde(default)]
    pub fullname: String,
}

/// A manual campaign and the number that its calls go out with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// The name as uContact has it, `->` included.
    pub name: String,
    /// Digits. Shown to the person trying the demo; calls with another caller ID are accepted too.
    pub did: String,
}

/// Why a configuration file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file could not be read.
    #[error("cannot read {0}: {1}")]
    Read(PathBuf, std::io::Error),
    /// The file is not the JSON expected; the message says where.
    #[error("{0}: {1}")]
    Parse(PathBuf, serde_json::Error),
}

impl Config {
    /// Reads a configuration from a JSON file.
    ///
    /// # Errors
    /// [`ConfigError`], naming the file and what is wrong with it.
    pub fn read(file: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(file).map_err(|e| ConfigError::Read(file.into(), e))?;
        serde_json::from_str(&text).map_err(|e| ConfigError::Parse(file.into(), e))
    }

    pub(crate) fn agent(&self, name: &str) -> Option<&Agent> {
        self.agents.iter().find(|agent| agent.name == name)
    }

    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        self.agents.iter().any(|agent| agent.extension == extension)
    }

    pub(crate) fn campaign(&self, name: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.name == name)
    }
}

impl Default for Config {
    fn default() -> Self {
        let agent = |name: &str, extension: &str, password: &str, fullname: &str| Agent {
            name: name.into(),
            extension: extension.into(),
            password: password.into(),
            fullname: fullname.into(),
        };
        let campaign = |name: &str, did: &str| Campaign {
            name: name.into(),
            did: did.into(),
        };
        Self {
            token: "c2FuZGJveDo4Y2Y4NTcwZS02MGU3LTQ0ZWQtYjc5OS0zYmFhYjIxMWIwNGQ=".into(),
            agents: vec![
                agent("ana.perez", "1001", "ana-demo", "Ana Pérez"),
                agent("luis.gomez", "1002", "luis-demo", "Luis Gómez"),
            ],
            campaigns: vec![
                campaign("Ventas->", "525550001000"),
                campaign("Sales->", "525550002000"),
                campaign("Soporte->", "525550003000"),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_replaces_what_it_gives_and_keeps_the_rest() {
        let config: Config =
            serde_json::from_str(r#"{"agents": [{"name": "eva", "extension": "7"}]}"#).unwrap();
        assert_eq!(config.agent("eva").unwrap().extension, "7");
        assert_eq!(config.agent("ana.perez"), None);
        assert_eq!(config.token, Config::default().token);
        assert_eq!(config.campaigns, Config::default().campaigns);
    }

    #[test]
    fn a_misspelt_key_is_an_error() {
        let error = serde_json::from_str::<Config>(r#"{"tokens": "x"}"#).unwrap_err();
        assert!(error.to_string().contains("tokens"), "{error}");
    }
}
