//! What a call is doing, as a pure function of the time since it began to ring.

use serde::Serialize;

/// The agent's phone rings this long, in ms, and is then picked up by itself.
const RING_MS: u64 = 1_500;
/// From picking up to the customer's answer, in ms.
const DIAL_MS: u64 = 2_500;
/// A conversation that nobody hangs up lasts this long, in ms.
const TALK_MS: u64 = 90_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Phase {
    Ringing,
    Dialling,
    Talking,
    Ended,
}

/// What was done to a call and when, in ms since it began to ring.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Course {
    pub(super) answered: Option<u64>,
    pub(super) hung_up: Option<u64>,
}

impl Course {
    fn answered_at(self) -> u64 {
        self.answered.unwrap_or(RING_MS).min(RING_MS)
    }

    fn talking_at(self) -> u64 {
        self.answered_at() + DIAL_MS
    }

    pub(super) fn ended_at(self) -> u64 {
        let by_itself = self.talking_at() + TALK_MS;
        self.hung_up.unwrap_or(by_itself).min(by_itself)
    }

    pub(super) fn phase(self, elapsed: u64) -> Phase {
        match elapsed {
            _ if elapsed >= self.ended_at() => Phase::Ended,
            _ if elapsed < self.answered_at() => Phase::Ringing,
            _ if elapsed < self.talking_at() => Phase::Dialling,
            _ => Phase::Talking,
        }
    }

    /// How long the conversation has lasted, or lasted, in ms.
    pub(super) fn talked(self, elapsed: u64) -> u64 {
        elapsed
            .min(self.ended_at())
            .saturating_sub(self.talking_at())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDS: u64 = RING_MS + DIAL_MS + TALK_MS;

    #[test]
    fn a_call_left_alone_rings_dials_talks_and_ends() {
        let at = |elapsed| Course::default().phase(elapsed);
        assert_eq!([at(0), at(RING_MS - 1)], [Phase::Ringing; 2]);
        assert_eq!(
            [at(RING_MS), at(RING_MS + DIAL_MS - 1)],
            [Phase::Dialling; 2]
        );
        assert_eq!([at(RING_MS + DIAL_MS), at(ENDS - 1)], [Phase::Talking; 2]);
        assert_eq!([at(ENDS), at(u64::MAX)], [Phase::Ended; 2]);
    }

    #[test]
    fn picking_up_early_moves_everything_forward() {
        let course = Course {
            answered: Some(400),
            hung_up: None,
        };
        assert_eq!(course.phase(399), Phase::Ringing);
        assert_eq!(course.phase(400), Phase::Dialling);
        assert_eq!(course.phase(400 + DIAL_MS), Phase::Talking);
    }

    #[test]
    fn picking_up_after_it_was_picked_up_changes_nothing() {
        let course = Course {
            answered: Some(RING_MS + 9_000),
            hung_up: None,
        };
        assert_eq!(course.phase(RING_MS), Phase::Dialling);
    }

    #[test]
    fn a_call_hung_up_while_ringing_ends_there() {
        let course = Course {
            answered: None,
            hung_up: Some(700),
        };
        assert_eq!(course.phase(699), Phase::Ringing);
        assert_eq!(course.phase(700), Phase::Ended);
        assert_eq!(course.talked(50_000), 0);
    }

    #[test]
    fn talking_is_counted_from_the_customers_answer_to_the_end() {
        let course = Course {
            answered: None,
            hung_up: Some(10_000),
        };
        assert_eq!(course.talked(RING_MS + DIAL_MS + 1_000), 1_000);
        assert_eq!(course.talked(60_000), 10_000 - RING_MS - DIAL_MS);
    }
}
