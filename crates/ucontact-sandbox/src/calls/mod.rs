//! The calls placed, and what each is doing now.

mod course;

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Instant;

use serde::Serialize;
use uuid::Uuid;

use crate::lock;
use course::{Course, Phase};

/// Calls remembered; older ones are forgotten.
const KEPT: usize = 100;

/// Who is called by whom: the fields of an accepted `AgentCall`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Parties {
    pub(crate) agent: String,
    pub(crate) extension: String,
    pub(crate) campaign: String,
    pub(crate) caller_id: String,
    pub(crate) destination: String,
}

#[derive(Debug)]
struct Call {
    id: Uuid,
    parties: Parties,
    began: Instant,
    course: Course,
}

/// A call as `GET /sandbox/calls` shows it. Times are in ms; `elapsed_ms` stops when the call ends.
#[derive(Debug, Serialize)]
pub(crate) struct Shown {
    call_id: Uuid,
    #[serde(flatten)]
    parties: Parties,
    phase: Phase,
    elapsed_ms: u64,
    talked_ms: u64,
}

impl Call {
    fn elapsed(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn hang_up(&mut self) {
        let now = self.elapsed();
        self.course.hung_up.get_or_insert(now);
    }

    fn shown(&self) -> Shown {
        let elapsed = self.elapsed();
        let mut parties = self.parties.clone();
        parties.destination = shown_destination(&parties.destination);
        Shown {
            call_id: self.id,
            parties,
            phase: self.course.phase(elapsed),
            elapsed_ms: elapsed.min(self.course.ended_at()),
            talked_ms: self.course.talked(elapsed),
        }
    }
}

/// The destination as a phone would show it: digits that are long enough to be international get their `+`.
fn shown_destination(destination: &str) -> String {
    let international = destination.len() >= 11 && destination.bytes().all(|b| b.is_ascii_digit());
    format!("{}{destination}", if international { "+" } else { "" })
}

/// The calls placed, newest first.
#[derive(Debug, Default)]
pub(crate) struct Calls(Mutex<VecDeque<Call>>);

impl Calls {
    /// Starts a call and returns its id. A desk phone has one line: the call it was in ends.
    pub(crate) fn place(&self, parties: Parties) -> Uuid {
        self.hang_up_phone(&parties.extension);
        let mut calls = lock(&self.0);
        let id = Uuid::new_v4();
        calls.push_front(Call {
            id,
            parties,
            began: Instant::now(),
            course: Course::default(),
        });
        calls.truncate(KEPT);
        id
    }

    pub(crate) fn shown(&self) -> Vec<Shown> {
        lock(&self.0).iter().map(Call::shown).collect()
    }

    /// Picks up the agent's phone; false for an unknown call. A call that was picked up or ended stays as it is.
    pub(crate) fn answer(&self, id: Uuid) -> bool {
        self.with(id, |call| {
            let now = call.elapsed();
            call.course.answered.get_or_insert(now);
        })
    }

    /// Ends a call; false for an unknown one.
    pub(crate) fn hang_up(&self, id: Uuid) -> bool {
        self.with(id, Call::hang_up)
    }

    /// Ends whatever call an extension is in.
    pub(crate) fn hang_up_phone(&self, extension: &str) {
        lock(&self.0)
            .iter_mut()
            .filter(|call| call.parties.extension == extension)
            .for_each(Call::hang_up);
    }

    fn with(&self, id: Uuid, act: impl FnOnce(&mut Call)) -> bool {
        let mut calls = lock(&self.0);
        calls
            .iter_mut()
            .find(|call| call.id == id)
            .map(act)
            .is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_runs_of_digits_get_a_plus() {
        assert_eq!(shown_destination("525556581111"), "+525556581111");
        assert_eq!(shown_destination("14155552671"), "+14155552671");
        assert_eq!(shown_destination("5556581111"), "5556581111");
        assert_eq!(shown_destination("+525556581111"), "+525556581111");
        assert_eq!(shown_destination("9,525556581111"), "9,525556581111");
    }

    #[test]
    fn a_new_call_ends_the_one_on_the_same_phone_only() {
        let calls = Calls::default();
        let parties = |extension: &str| Parties {
            agent: "a".into(),
            extension: extension.into(),
            campaign: "c".into(),
            caller_id: "1".into(),
            destination: "2".into(),
        };
        calls.place(parties("1001"));
        calls.place(parties("1002"));
        calls.place(parties("1001"));
        let phases: Vec<_> = calls.shown().iter().map(|call| call.phase).collect();
        assert_eq!(phases, [Phase::Ringing, Phase::Ringing, Phase::Ended]);
    }
}
