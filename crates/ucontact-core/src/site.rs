//! A site that the extension works on.

use std::net::{Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

use crate::rule::Rule;
use crate::text::{given, is_dns_label, port};

/// A CRM's site by its origin, as browsers write it: `https` or `http`, one host without wildcards, perhaps a port.
///
/// Made of an origin (`https://crm.example.com`) or of the match pattern of all its pages (`https://crm.example.com/*`);
/// a text that names no site stays as it was given, so that its fault can be shown. Hosts are ASCII: an international
/// name comes in the form that browsers send (`xn--…`).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "String")]
pub struct Site(String);

impl Site {
    /// The origin, or the rule that the text breaks.
    pub(crate) fn origin(&self) -> Result<&str, Rule> {
        given(&self.0, parse(&self.0).is_some(), Rule::Site)?;
        Ok(&self.0)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Site {
    fn from(text: String) -> Self {
        Self(parse(&text.to_ascii_lowercase()).unwrap_or(text))
    }
}

impl From<&str> for Site {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

fn parse(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let usual = match scheme {
        "https" => 443,
        "http" => 80,
        _ => return None,
    };
    let authority = rest
        .strip_suffix("/*")
        .or_else(|| rest.strip_suffix('/'))
        .unwrap_or(rest);
    let (host, port) = split_port(authority)?;
    let host = host_of(host)?;
    let port = port.filter(|port| *port != usual);
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{scheme}://{host}{port}"))
}

fn split_port(authority: &str) -> Option<(&str, Option<u16>)> {
    match authority.rsplit_once(':') {
        Some((host, digits)) if !digits.ends_with(']') => Some((host, Some(port(digits)?))),
        _ => Some((authority, None)),
    }
}

/// A host name or an IP address; underscores are taken because networks in houses have them.
fn host_of(text: &str) -> Option<String> {
    let literal = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match literal {
        Some(address) => ipv6(address),
        None => is_name(text).then(|| text.to_owned()),
    }
}

/// In the shortest form, which is the browsers' own but for IPv4 addresses within.
fn ipv6(text: &str) -> Option<String> {
    let address: Ipv6Addr = text.parse().ok()?;
    let plain = address.to_ipv4_mapped().is_none();
    plain.then(|| format!("[{address}]"))
}

fn is_name(text: &str) -> bool {
    let is_label = |label: &str| is_dns_label(&label.replace('_', "x"));
    let last = text.rsplit('.').next().unwrap_or_default();
    // Browsers read a name that ends in a number as an IPv4 address, in any of its forms; one is enough here.
    let is_address = last.bytes().all(|b| b.is_ascii_digit()) || last.starts_with("0x");
    let fits = text.len() <= 253 && text.split('.').all(is_label);
    fits && (!is_address || text.parse::<Ipv4Addr>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_and_its_pattern_are_the_same_site() {
        for text in [
            "https://crm.example.com",
            "https://crm.example.com/",
            "https://crm.example.com/*",
            "HTTPS://CRM.example.com",
            "https://crm.example.com:443/*",
        ] {
            assert_eq!(Site::from(text).origin(), Ok("https://crm.example.com"));
        }
    }

    #[test]
    fn houses_have_hosts_and_ports_of_their_own() {
        for text in [
            "http://crm",
            "http://crm:8080",
            "http://crm_2.local",
            "http://10.0.0.7:65535",
            "http://[::1]:8080",
            "http://[fe80::1]",
        ] {
            assert_eq!(Site::from(text).origin(), Ok(text));
        }
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for (text, origin) in [
            ("http://CRM:80", "http://crm"),
            ("http://crm:443", "http://crm:443"),
            ("http://[0:0::1]:8080/*", "http://[::1]:8080"),
            ("https://[2001:DB8::A]", "https://[2001:db8::a]"),
        ] {
            assert_eq!(Site::from(text).origin(), Ok(origin));
        }
    }

    #[test]
    fn anything_wider_or_other_is_a_fault() {
        let wide = [
            "*://crm.example.com/*",
            "https://*.example.com/*",
            "https://*/*",
            "<all_urls>",
            "https://crm.example.com/a/*",
        ];
        let other = [
            "crm.example.com",
            "ftp://crm.example.com",
            "file:///etc",
            "javascript://x",
            "https://",
            "https:///*",
            "https://user:secret@crm.example.com",
        ];
        let odd = [
            "https://crm.example.com/**",
            "https://crm example.com",
            "https://crm..com",
            "https://-crm.com",
            "https://crm.example.com?x",
            "https://crm.example.com#x",
            "https://peña.com",
            " https://crm.example.com",
            "HTTPS://CRM.example.com/A",
        ];
        let ports = [
            "https://crm:",
            "https://crm:0",
            "https://crm:65536",
            "https://crm:+1",
            "https://crm:*",
            "https://[::1",
            "https://[crm]",
            "https://a:b:1",
        ];
        let numbers = [
            "http://127.1",
            "http://10.0.0.256",
            "http://010.0.0.1",
            "http://7",
            "http://crm.0x7f",
            "http://[::ffff:10.0.0.1]",
        ];
        for text in wide
            .iter()
            .chain(&other)
            .chain(&odd)
            .chain(&ports)
            .chain(&numbers)
        {
            let site = Site::from(*text);
            assert_eq!(site.origin(), Err(Rule::Site), "{text}");
            assert_eq!(site.as_str(), *text, "as it was given");
        }
        assert_eq!(Site::default().origin(), Err(Rule::Required));
    }
}
