//! Faults on demand: what the next requests are to suffer.

mod parse;

use std::collections::BTreeMap;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use crate::lock;

/// When the connection is closed without a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Close {
    /// Once the head is known, the body unread.
    Before,
    /// Once the whole request was read and journaled.
    After,
}

/// A fault that is waiting for requests. Values left out are null.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Fault {
    /// The exact path to hit; null hits every path outside `/sandbox/`.
    pub(crate) path: Option<String>,
    /// How many requests it still hits.
    pub(crate) times: u64,
    pub(crate) delay_ms: Option<u64>,
    pub(crate) status: Option<u16>,
    pub(crate) body: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) close: Option<Close>,
}

impl Fault {
    /// Whether the fault answers by itself, so that nothing behind the path runs.
    pub(crate) fn replaces_reply(&self) -> bool {
        self.status.is_some() || self.body.is_some()
    }

    fn hits(&self, path: &str) -> bool {
        self.path.as_deref().is_none_or(|wanted| wanted == path)
    }
}

/// The faults that wait, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) {
        lock(&self.0).push(fault);
    }

    /// The oldest fault for a path, counted down; it is gone after its last time.
    pub(crate) fn next_for(&self, path: &str) -> Option<Fault> {
        let mut pending = lock(&self.0);
        let position = pending.iter().position(|fault| fault.hits(path))?;
        pending[position].times -= 1;
        let fault = pending[position].clone();
        if fault.times == 0 {
            pending.remove(position);
        }
        Some(fault)
    }

    pub(crate) fn pending(&self) -> Vec<Fault> {
        lock(&self.0).clone()
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_used_up_and_only_on_its_path() {
        let faults = Faults::default();
        faults.add(Fault::parse(br#"{"path": "/a", "times": 2, "status": 500}"#).unwrap());
        faults.add(Fault::parse(br#"{"delay_ms": 1}"#).unwrap());
        assert_eq!(faults.next_for("/a").unwrap().times, 1);
        assert_eq!(faults.next_for("/b").unwrap().delay_ms, Some(1));
        assert_eq!(faults.next_for("/b"), None);
        assert_eq!(faults.next_for("/a").unwrap().times, 0);
        assert_eq!(faults.pending(), []);
    }
}
