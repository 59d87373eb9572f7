//! Which uContact is called.

use crate::fault::Fault;
use crate::rule::Rule;
use crate::text::{given, is_dns_label, port};

const DOMAIN: &str = "ucontactcloud.com";

/// A customer's uContact: one DNS label below `ucontactcloud.com`, or a host that an administrator's policy names;
/// always over https.
///
/// With the feature `dev` also a URL on this very machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    origin: String,
}

impl Instance {
    /// Takes the label alone (`acme`); upper case is lowered. Anything else is a fault of the field `instance`:
    /// the URL is built here, never pasted.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        parse(text).map_err(|rule| Fault::new("instance", rule, text))
    }

    /// Takes what [`Instance::parse`] takes, and a host of another name (`ucontact.example.com`, with `https://` before it
    /// or not, perhaps with a port), which only a policy may give: see [`Settings::under`](crate::Settings::under).
    /// Requests take both, because the settings that they are made of were checked by then.
    pub fn parse_managed(text: &str) -> Result<Self, Fault> {
        let host = host(&text.to_ascii_lowercase());
        host.map_or_else(|| parse(text), Ok).map_err(|rule| {
            let meant_a_host = rule == Rule::InstanceLabel && text.contains('.');
            let rule = if meant_a_host {
                Rule::InstanceHost
            } else {
                rule
            };
            Fault::new("instance", rule, text)
        })
    }

    /// The URL of the instance, without a slash at its end.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

fn parse(text: &str) -> Result<Instance, Rule> {
    #[cfg(feature = "dev")]
    match loopback(text) {
        Some(instance) => return Ok(instance),
        None if text.starts_with("http:") => return Err(Rule::LoopbackUrl),
        None => {}
    }
    let label = text.to_ascii_lowercase();
    given(text, is_dns_label(&label), Rule::InstanceLabel)?;
    Ok(Instance {
        origin: format!("https://{label}.{DOMAIN}"),
    })
}

fn host(text: &str) -> Option<Instance> {
    let authority = text.strip_prefix("https://").unwrap_or(text);
    let authority = authority.strip_suffix('/').unwrap_or(authority);
    let name = match authority.split_once(':') {
        Some((name, digits)) => port(digits).map(|_| name)?,
        None => authority,
    };
    // A name of two labels at least, and no IP address: certificates are made out to names.
    let (_, last) = name.rsplit_once('.')?;
    let is_name = name.len() <= 253 && name.split('.').all(is_dns_label);
    let legal = is_name && !last.bytes().all(|b| b.is_ascii_digit());
    legal.then(|| Instance {
        origin: format!("https://{authority}"),
    })
}

#[cfg(feature = "dev")]
fn loopback(text: &str) -> Option<Instance> {
    let (scheme, authority) = text.split_once("://")?;
    let authority = authority.strip_suffix('/').unwrap_or(authority);
    let (host, port) = authority.rsplit_once(':')?;
    let port = crate::text::port(port)?;
    let origin = format!("{scheme}://{host}:{port}");
    if !["http", "https"].contains(&scheme) {
        return None;
    }
    ["127.0.0.1", "localhost", "[::1]"]
        .contains(&host)
        .then_some(Instance { origin })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_becomes_an_https_origin() {
        let origin = |text| Instance::parse(text).unwrap().origin().to_owned();
        assert_eq!(origin("acme"), "https://acme.ucontactcloud.com");
        assert_eq!(origin("Acme-2"), "https://acme-2.ucontactcloud.com");
        assert_eq!(origin("7"), "https://7.ucontactcloud.com");
        assert_eq!(
            origin(&"a".repeat(63)),
            format!("https://{}.ucontactcloud.com", "a".repeat(63))
        );
    }

    #[test]
    fn anything_but_a_label_is_a_fault() {
        let long = "a".repeat(64);
        let others = [
            "acme/",
            "acme/x",
            "/",
            "acme.ucontactcloud.com",
            "https://acme.ucontactcloud.com",
            "a@b",
            "a:80",
        ];
        let odd = [
            "-acme", "acme-", "-", "ac_me", "ac me", " acme", "acme\n", "acmé", "acme#", "acme?",
            "a\\b", &long,
        ];
        for text in others.iter().chain(&odd) {
            let fault = Instance::parse(text).unwrap_err();
            assert_eq!(
                (fault.field.as_str(), fault.rule),
                ("instance", Rule::InstanceLabel),
                "{text}"
            );
        }
        assert_eq!(
            Instance::parse(""),
            Err(Fault::new("instance", Rule::Required, ""))
        );
    }

    #[test]
    fn a_policy_may_name_a_host() {
        let origin = |text| Instance::parse_managed(text).unwrap().origin().to_owned();
        assert_eq!(origin("acme"), "https://acme.ucontactcloud.com");
        for text in [
            "ucontact.example.com",
            "https://ucontact.example.com",
            "HTTPS://Ucontact.Example.com/",
        ] {
            assert_eq!(origin(text), "https://ucontact.example.com", "{text}");
        }
        assert_eq!(
            origin("ucontact.example.com:8443"),
            "https://ucontact.example.com:8443"
        );
    }

    #[test]
    fn a_policy_may_name_nothing_wider_or_other() {
        for text in [
            "http://ucontact.example.com",
            "https://acme",
            "*.example.com",
            "https://*.example.com",
            "a@example.com",
            "https://user:word@example.com",
            "example.com/x",
            "example.com?x",
            "example.com#x",
            "example.com:",
            "example.com:0",
            "example.com:99999",
            "example.com.",
            ".example.com",
            "10.0.0.1",
            "[::1]",
            "exámple.com",
            " example.com",
            "https://https://example.com",
            "javascript:alert.example.com",
        ] {
            assert!(Instance::parse_managed(text).is_err(), "{text}");
        }
        let rule = |text| Instance::parse_managed(text).unwrap_err().rule;
        assert_eq!(rule("*.example.com"), Rule::InstanceHost);
        assert_eq!(rule("acme/"), Rule::InstanceLabel);
        assert_eq!(rule(""), Rule::Required);
    }

    #[cfg(not(feature = "dev"))]
    #[test]
    fn no_loopback_outside_the_development_build() {
        for text in [
            "http://127.0.0.1:8080",
            "http://localhost:8080",
            "http://[::1]:8080",
        ] {
            assert_eq!(
                Instance::parse(text).unwrap_err().rule,
                Rule::InstanceLabel,
                "{text}"
            );
        }
    }

    #[cfg(feature = "dev")]
    #[test]
    fn the_development_build_takes_loopback_with_a_port() {
        for host in ["127.0.0.1", "localhost", "[::1]"] {
            for scheme in ["http", "https"] {
                let url = format!("{scheme}://{host}:8080");
                assert_eq!(Instance::parse(&url).unwrap().origin(), url);
                assert_eq!(Instance::parse(&format!("{url}/")).unwrap().origin(), url);
            }
        }
    }

    #[cfg(feature = "dev")]
    #[test]
    fn the_development_build_takes_no_other_url() {
        let hosts = [
            "http://127.0.0.2:80",
            "http://example.com:80",
            "http://localhost.example.com:80",
            "http://a@localhost:80",
        ];
        let ports = [
            "http://localhost",
            "http://localhost:",
            "http://localhost:0",
            "http://localhost:+80",
            "http://localhost:65536",
        ];
        let paths = [
            "http://localhost:80/x",
            "http://localhost:80//",
            "http://localhost:80?x",
            "http:localhost:80",
        ];
        for text in hosts.iter().chain(&ports).chain(&paths) {
            assert_eq!(
                Instance::parse(text).unwrap_err().rule,
                Rule::LoopbackUrl,
                "{text}"
            );
        }
    }
}
