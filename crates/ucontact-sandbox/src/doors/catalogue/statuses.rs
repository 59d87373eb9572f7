//! Statuses, each with a body that would be an answer if the status did not say otherwise.

use super::super::deed::{Deed, Fault, Truth, When};
use super::{BOTH, fault, guid, reply};

const OTHERS: [u16; 31] = [
    300, 304, 305, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 413, 415, 417, 418, 421,
    422, 425, 426, 429, 431, 451, 500, 501, 502, 503, 504, 599,
];

pub(super) fn all() -> Vec<Fault> {
    let mut faults: Vec<Fault> = OTHERS.into_iter().map(other).collect();
    for status in [201, 202, 203, 206] {
        let yes = fault(format!("{status}"), BOTH, When::Whole, answer(status));
        faults.push(yes.saying(Truth::Placed));
    }
    for status in [204, 205] {
        let nothing = [Deed::Reply(reply(status, ""))];
        faults.push(fault(format!("{status}"), BOTH, When::Whole, nothing));
    }
    for status in [301, 302, 303, 307, 308] {
        faults.extend(redirects(status));
    }
    faults
}

fn answer(status: u16) -> [Deed; 1] {
    [Deed::Reply(reply(status, guid()))]
}

fn other(status: u16) -> Fault {
    // A reply without a body has to be one in form too.
    let body = if status == 304 { String::new() } else { guid() };
    let reply = reply(status, body);
    let reply = match status {
        401 => reply.with("www-authenticate", "Basic realm=\"uContact\""),
        407 => reply.with("proxy-authenticate", "Basic realm=\"uContact\""),
        426 => reply.with("upgrade", "h2c"),
        425 | 429 | 503 => reply.with("retry-after", "1"),
        _ => reply,
    };
    fault(format!("{status}"), BOTH, When::Whole, [Deed::Reply(reply)])
}

/// To the same origin (where the next POST would be counted), to another host, to plain HTTP, and nowhere.
fn redirects(status: u16) -> Vec<Fault> {
    let to = |name: &str, location: Option<&str>| {
        let reply = reply(status, guid());
        let reply = match location {
            Some(location) => reply.with("location", location),
            None => reply,
        };
        let name = format!("{status}-{name}");
        fault(name, BOTH, When::Whole, [Deed::Reply(reply)])
    };
    vec![
        to("same-origin", Some("/Integra/resources/Agents/AgentCall")),
        to("other-host", Some("//localhost:9/elsewhere")),
        to("plain-http", Some("http://127.0.0.1:9/elsewhere")),
        to("nowhere", None),
    ]
}
