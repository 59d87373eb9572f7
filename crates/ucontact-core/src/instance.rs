//! Which uContact is called.

use crate::fault::Rule;
use crate::text::{given, is_dns_label};

const DOMAIN: &str = "ucontactcloud.com";

/// A customer's uContact: one DNS label below `ucontactcloud.com`, always over https.
///
/// With the feature `dev` also an http URL on this very machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    origin: String,
}

impl Instance {
    /// Takes the label alone (`acme`); upper case is lowered. Anything else is a fault: the URL is built here, never pasted.
    pub fn parse(text: &str) -> Result<Self, Rule> {
        #[cfg(feature = "dev")]
        if text.starts_with("http") && text.contains(':') {
            return loopback(text).ok_or(Rule::LoopbackUrl);
        }
        let label = text.to_ascii_lowercase();
        given(text, is_dns_label(&label), Rule::InstanceLabel)?;
        Ok(Self {
            origin: format!("https://{label}.{DOMAIN}"),
        })
    }

    /// The URL of the instance, without a slash at its end.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

#[cfg(feature = "dev")]
fn loopback(text: &str) -> Option<Instance> {
    let authority = text.strip_prefix("http://")?;
    let authority = authority.strip_suffix('/').unwrap_or(authority);
    let (host, port) = authority.rsplit_once(':')?;
    let port = crate::text::port(port)?;
    let origin = format!("http://{host}:{port}");
    ["127.0.0.1", "localhost", "[::1]"]
        .contains(&host)
        .then_some(Instance { origin })
}
