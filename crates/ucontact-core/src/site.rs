//! A site that the extension works on.

use crate::rule::Rule;
use crate::text::{given, is_dns_label, port};

/// The origin of a CRM's site: `https` or `http`, one host without wildcards, perhaps a port, no slash at the end.
///
/// Takes an origin (`https://crm.example.com`) or the match pattern of all its pages (`https://crm.example.com/*`).
/// Hosts are ASCII: an international name comes in the form that browsers send (`xn--…`).
pub(crate) fn origin(text: &str) -> Result<String, Rule> {
    let origin = parse(&text.to_ascii_lowercase());
    given(text, origin.is_some(), Rule::Site)?;
    origin.ok_or(Rule::Site)
}

fn parse(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let authority = rest
        .strip_suffix("/*")
        .or_else(|| rest.strip_suffix('/'))
        .unwrap_or(rest);
    let (host, port) = split_port(authority)?;
    let known = matches!(scheme, "http" | "https") && is_host(host);
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    known.then(|| format!("{scheme}://{host}{port}"))
}

fn split_port(authority: &str) -> Option<(&str, Option<u16>)> {
    match authority.rsplit_once(':') {
        Some((host, digits)) if !digits.ends_with(']') => Some((host, Some(port(digits)?))),
        _ => Some((authority, None)),
    }
}

/// A host name or an IP address; underscores are taken because networks in houses have them.
fn is_host(text: &str) -> bool {
    let literal = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let name = || text.len() <= 253 && text.replace('_', "x").split('.').all(is_dns_label);
    literal.map_or_else(name, |address| {
        address.parse::<std::net::Ipv6Addr>().is_ok()
    })
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
        ] {
            assert_eq!(origin(text).as_deref(), Ok("https://crm.example.com"));
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
            assert_eq!(origin(text).as_deref(), Ok(text));
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
        for text in wide.iter().chain(&other).chain(&odd).chain(&ports) {
            assert_eq!(origin(text), Err(Rule::Site), "{text}");
        }
        assert_eq!(origin(""), Err(Rule::Required));
    }
}
