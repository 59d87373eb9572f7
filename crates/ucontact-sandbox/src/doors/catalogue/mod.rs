//! Everything that can go wrong behind a door, by name.

mod bodies;
mod connections;
mod statuses;
mod streams;

use std::time::Duration;

use uuid::Uuid;

use super::Protocol;
use super::deed::{Deed, Fault, Pieces, Reply, Truth, When};

pub(super) const BOTH: &[Protocol] = &[Protocol::Http1, Protocol::Http2];
pub(super) const HTTP1: &[Protocol] = &[Protocol::Http1];
pub(super) const HTTP2: &[Protocol] = &[Protocol::Http2];

/// Longer than any client may wait.
pub(super) const NEVER: Deed = Deed::Wait(Duration::from_secs(60));
/// Long enough for what was written to have left.
pub(super) const SOON: Deed = Deed::Wait(Duration::from_millis(100));

/// All faults; their names are unique.
pub(crate) fn all() -> Vec<Fault> {
    [
        connections::all(),
        streams::all(),
        statuses::all(),
        bodies::all(),
    ]
    .concat()
}

/// A fault whose answer, if it gives one, says neither yes nor no.
pub(super) fn fault(
    name: impl Into<String>,
    protocols: &'static [Protocol],
    when: When,
    deeds: impl Into<Vec<Deed>>,
) -> Fault {
    Fault {
        name: name.into(),
        protocols,
        when,
        deeds: deeds.into(),
        truth: Truth::Neither,
    }
}

impl Fault {
    /// The same, where the answer says `truth` all the same.
    pub(super) fn saying(self, truth: Truth) -> Self {
        Self { truth, ..self }
    }
}

/// The answer to a call that was accepted.
pub(super) fn placed() -> Reply {
    reply(200, guid())
}

pub(super) fn guid() -> String {
    Uuid::new_v4().to_string()
}

pub(super) fn reply(status: u16, body: impl Into<Vec<u8>>) -> Reply {
    let body = body.into();
    Reply {
        status,
        headers: vec![("content-type", "text/plain".to_owned())],
        length: Some(body.len()),
        body: Pieces::once(body),
        ends: true,
    }
}

impl Reply {
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.into()));
        self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_fault_has_a_name_of_its_own_and_a_protocol() {
        let faults = all();
        let names: BTreeSet<&str> = faults.iter().map(|fault| fault.name.as_str()).collect();
        assert_eq!(names.len(), faults.len());
        assert!(faults.len() >= 40, "{}", faults.len());
        assert!(faults.iter().all(|fault| !fault.protocols.is_empty()));
    }

    #[test]
    fn bytes_are_for_http_1_and_codes_for_http_2() {
        for fault in all() {
            let raw = |deed: &Deed| matches!(deed, Deed::Raw(_));
            let coded = |deed: &Deed| matches!(deed, Deed::ResetStream(_) | Deed::GoAway(_));
            let early = matches!(fault.when, When::Accepted | When::Secured);
            if fault.deeds.iter().any(raw) && !early {
                assert_eq!(fault.protocols, HTTP1, "{}", fault.name);
            }
            if fault.deeds.iter().any(coded) {
                assert_eq!(fault.protocols, HTTP2, "{}", fault.name);
            }
        }
    }
}
