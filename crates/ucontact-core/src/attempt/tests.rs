use proptest::prelude::*;

use super::*;

type Call = Life<CallOutcome>;
type CallEvent = Event<CallOutcome>;

const NOW: Millis = 1_800_000_000_000;

fn placed() -> CallOutcome {
    CallOutcome::Placed {
        call_id: "8cf8570e-60e7-44ed-b799-3baab211b04d".into(),
    }
}

fn reply() -> CallEvent {
    Event::Reply { outcome: placed() }
}

/// An attempt with this moment after these events, all of them legal.
fn after(moment_ms: i64, events: &[CallEvent]) -> Call {
    let (mut life, _) = Call::open(moment_ms, NOW);
    for event in events {
        life.on(event.clone(), NOW).unwrap();
    }
    life
}

fn waiting() -> Call {
    after(3000, &[Event::Journaled])
}

fn sending() -> Call {
    after(0, &[Event::Journaled])
}

#[track_caller]
fn assert_ends(mut life: Call, event: CallEvent, outcome: impl Into<CallOutcome>) {
    assert_eq!(life.on(event, NOW), Ok(Some(Command::Close)));
    assert_eq!(life.outcome(), Some(&outcome.into()));
}

#[test]
fn a_call_waits_is_journaled_leaves_and_ends() {
    let (mut life, first) = Call::open(3000, NOW);
    assert_eq!(first, Command::Journal);
    let steps = [
        (Event::Journaled, Some(Command::Wait { ms: 3000 })),
        (Event::MomentOver, Some(Command::Journal)),
        (
            Event::Journaled,
            Some(Command::Send {
                deadline_ms: 28_000,
            }),
        ),
        (reply(), Some(Command::Close)),
    ];
    for (event, command) in steps {
        assert_eq!(life.on(event, NOW), Ok(command));
    }
    assert_eq!(life.outcome(), Some(&placed()));
}

#[test]
fn without_a_moment_it_is_journaled_once() {
    for moment in [0, -5] {
        let (mut life, first) = Call::open(moment, NOW);
        assert_eq!(first, Command::Journal);
        let send = Command::Send {
            deadline_ms: 28_000,
        };
        assert_eq!(life.on(Event::Journaled, NOW), Ok(Some(send)));
    }
}

#[test]
fn a_gesture_that_joins_changes_nothing() {
    for life in [waiting(), sending(), after(0, &[Event::Cancel])] {
        let mut joined = life.clone();
        assert_eq!(joined.on(Event::Join, NOW + 9), Ok(None));
        assert_eq!(joined, life);
    }
}

#[test]
fn it_can_be_taken_back_until_it_leaves() {
    let leaving = after(3000, &[Event::Journaled, Event::MomentOver]);
    for life in [after(3000, &[]), waiting(), after(0, &[]), leaving] {
        assert_ends(life, Event::Cancel, NotSentReason::Cancelled);
    }
    let mut left = sending();
    assert_eq!(left.on(Event::Cancel, NOW), Ok(None));
    assert_eq!(left, sending());
}

#[test]
fn what_the_journal_does_not_take_is_not_sent() {
    let leaving = after(3000, &[Event::Journaled, Event::MomentOver]);
    for life in [after(3000, &[]), after(0, &[]), leaving] {
        assert_ends(life, Event::JournalFailed, NotSentReason::JournalFailed);
    }
}

#[test]
fn an_obstacle_keeps_it_here() {
    let reason = NotSentReason::SignedOut;
    for life in [after(3000, &[]), waiting(), after(0, &[])] {
        let event = Event::Obstacle {
            reason: reason.clone(),
        };
        assert_ends(life, event, reason.clone());
    }
}

#[test]
fn a_transport_that_died_is_given_up() {
    assert_ends(sending(), Event::Deadline, UnknownReason::TimedOut);
}

#[test]
fn what_is_found_in_the_journal_has_left_if_it_may_have() {
    let leaving = after(3000, &[Event::Journaled, Event::MomentOver]);
    for life in [after(3000, &[]), waiting()] {
        assert_ends(life, Event::WokeUp, NotSentReason::Interrupted);
    }
    for life in [leaving, after(0, &[]), sending()] {
        assert_ends(life, Event::WokeUp, UnknownReason::Interrupted);
    }
}

#[test]
fn whoever_sleeps_through_the_moment_does_not_call_an_hour_later() {
    let leaves_at = NOW + 3000;
    let late = |now| {
        let mut life = waiting();
        life.on(Event::MomentOver, now).unwrap();
        life.outcome().cloned()
    };
    assert_eq!(late(leaves_at + 30_000), None);
    assert_eq!(
        late(leaves_at + 30_001),
        Some(NotSentReason::Overslept.into())
    );
    assert_eq!(late(NOW - 3_600_000), None);
    assert_eq!(late(Millis::MAX), Some(NotSentReason::Overslept.into()));
    assert_eq!(late(Millis::MIN), None);
}

#[test]
fn what_cannot_happen_is_named() {
    let illegal = |mut life: Call, event: CallEvent| life.on(event, NOW).unwrap_err().to_string();
    assert_eq!(
        illegal(waiting(), reply()),
        "reply can't happen to an attempt that is waiting"
    );
    assert_eq!(
        illegal(after(0, &[]), Event::Deadline),
        "deadline can't happen to an attempt that is sending, not journaled"
    );
    assert_eq!(
        illegal(sending(), Event::Journaled),
        "journaled can't happen to an attempt that is sending"
    );
    let reason = NotSentReason::Offline;
    assert_eq!(
        illegal(sending(), Event::Obstacle { reason }),
        "obstacle can't happen to an attempt that is sending"
    );
}

#[test]
fn times_never_run_backwards() {
    let (mut life, _) = Call::open(1000, NOW);
    for (event, now) in [
        (Event::Journaled, NOW - 50),
        (Event::MomentOver, NOW - 60),
        (Event::Journaled, NOW + 2000),
        (reply(), NOW - 9000),
    ] {
        life.on(event, now).unwrap();
    }
    let record = Record::from(life);
    assert_eq!(
        (
            record.opened_at,
            record.leaves_at,
            record.sent_at,
            record.ended_at
        ),
        (NOW, NOW + 1000, Some(NOW + 2000), Some(NOW + 2000))
    );
}

#[test]
fn the_phone_may_ring_for_half_an_hour() {
    let mut life = sending();
    assert!(!life.may_still_ring(NOW));
    life.on(Event::Deadline, NOW).unwrap();
    for (now, recent) in [
        (NOW, true),
        (NOW + 1_799_999, true),
        (NOW + 1_800_000, false),
        (NOW - 86_400_000, true),
        (Millis::MIN, true),
        (Millis::MAX, false),
    ] {
        assert_eq!(life.may_still_ring(now), recent, "{now}");
    }
}

#[test]
fn an_end_that_is_known_rings_no_more() {
    for event in [
        reply(),
        Event::Reply {
            outcome: CallOutcome::Refused,
        },
    ] {
        let mut life = sending();
        life.on(event, NOW).unwrap();
        assert!(!life.may_still_ring(NOW));
    }
}

#[test]
fn a_record_is_flat_and_comes_back() {
    let mut life = sending();
    life.on(reply(), NOW + 5).unwrap();
    let json = serde_json::to_value(&life).unwrap();
    let expected = serde_json::json!({
        "state": "ended", "journaled": true, "openedAt": NOW, "leavesAt": NOW, "sentAt": NOW, "endedAt": NOW + 5,
        "outcome": {"state": "placed", "call_id": "8cf8570e-60e7-44ed-b799-3baab211b04d"},
    });
    assert_eq!(json, expected);
    for life in [life, waiting(), after(9, &[]), sending()] {
        let json = serde_json::to_string(&life).unwrap();
        assert_eq!(serde_json::from_str::<Call>(&json).unwrap(), life);
    }
}

#[test]
fn a_record_that_no_attempt_has_is_refused() {
    let good = Record::from(sending());
    let ended = Record {
        state: State::Ended,
        ..good.clone()
    };
    let timeless = Record {
        outcome: Some(placed()),
        ..ended.clone()
    };
    let early = Record {
        outcome: Some(placed()),
        ..good.clone()
    };
    let timed = Record {
        ended_at: Some(NOW),
        ..good
    };
    for record in [ended, timeless, early, timed] {
        assert_eq!(Call::try_from(record), Err(Corrupt));
    }
}

fn event() -> impl Strategy<Value = CallEvent> {
    prop_oneof![
        4 => Just(Event::Journaled),
        4 => Just(Event::MomentOver),
        2 => Just(reply()),
        1 => Just(Event::Reply { outcome: CallOutcome::Refused }),
        1 => Just(Event::Join),
        1 => Just(Event::JournalFailed),
        1 => Just(Event::Obstacle { reason: NotSentReason::Offline }),
        1 => Just(Event::Cancel),
        1 => Just(Event::Deadline),
        1 => Just(Event::WokeUp),
    ]
}

/// A clock that runs, is set back and forth, and shows nonsense.
fn clock() -> impl Strategy<Value = Millis> {
    prop_oneof![
        4 => NOW..NOW + 20_000,
        2 => NOW - 86_400_000..NOW + 86_400_000,
        1 => any::<Millis>(),
    ]
}

fn story() -> impl Strategy<Value = Vec<(CallEvent, Millis)>> {
    prop::collection::vec((event(), clock()), 0..24)
}

proptest! {
    #[test]
    fn whatever_happens_it_is_sent_once_at_most_and_ends_once(moment in 0..5001_i64, story in story()) {
        let (mut life, first) = Call::open(moment, NOW);
        let (mut sends, mut closes, mut asked, mut cancelled) = (0, 0, first == Command::Journal, false);
        for (event, now) in story {
            let before = life.clone();
            let answered = asked && event == Event::Journaled;
            cancelled |= event == Event::Cancel && sends == 0;
            let command = life.on(event, now);
            if before.outcome().is_some() {
                prop_assert_eq!(&life, &before);
                prop_assert_eq!(&command, &Ok(None));
            }
            match command {
                Err(_) => prop_assert_eq!(&life, &before),
                Ok(Some(Command::Send { .. })) => {
                    // Only right after the journal took the entry, as sending.
                    prop_assert!(answered);
                    prop_assert_eq!(&before.stage, &Stage::Sending { journaled: false });
                    sends += 1;
                }
                Ok(Some(Command::Close)) => closes += 1,
                Ok(_) => {}
            }
            asked = asked && !answered || command == Ok(Some(Command::Journal));
        }
        life.on(Event::WokeUp, NOW).unwrap();
        prop_assert!(sends <= 1 && closes <= 1);
        prop_assert!(life.outcome().is_some());
        if cancelled { prop_assert_eq!(sends, 0); }
        let not_sent = matches!(life.outcome(), Some(CallOutcome::NotSent { .. }));
        prop_assert_eq!(not_sent, sends == 0 && !matches!(life.outcome(), Some(CallOutcome::Unknown { .. })));
    }

    /// The driver dies at any point, with what it wrote last in the journal or already overwritten.
    #[test]
    fn a_driver_that_dies_after_sending_leaves_an_unknown(moment in 0..5001_i64, story in story(), dies_at in 0..24_usize) {
        let (mut life, first) = Call::open(moment, NOW);
        let (mut journal, mut sent) = ((first == Command::Journal).then(|| life.clone()), false);
        for (event, now) in story.into_iter().take(dies_at) {
            match life.on(event, now) {
                Ok(Some(Command::Journal | Command::Close)) => journal = Some(life.clone()),
                Ok(Some(Command::Send { .. })) => sent = true,
                _ => {}
            }
        }
        let json = serde_json::to_string(&journal).unwrap();
        let mut found: Call = serde_json::from_str::<Option<Call>>(&json).unwrap().unwrap();
        found.on(Event::WokeUp, NOW).unwrap();
        let claims_nothing_left = matches!(found.outcome(), Some(CallOutcome::NotSent { .. }));
        prop_assert!(!(sent && claims_nothing_left));
    }

    /// However the clock is set, it makes no command; at most it withholds one.
    #[test]
    fn the_clock_sends_nothing(moment in 0..5001_i64, story in story()) {
        let run = |clock: &dyn Fn(Millis) -> Millis| {
            let (mut life, first) = Call::open(moment, NOW);
            let mut commands = vec![Some(first)];
            commands.extend(story.iter().map(|(event, now)| life.on(event.clone(), clock(*now)).unwrap_or(None)));
            commands
        };
        let steady = run(&|_| NOW);
        prop_assert_eq!(&run(&|now| now.min(NOW + 30_000)), &steady);
        let jumping = run(&|now| now);
        let overslept = jumping.iter().zip(&steady).position(|(one, other)| one != other);
        let withheld = |at: usize| steady[at] == Some(Command::Journal) && jumping[at] == Some(Command::Close);
        prop_assert!(overslept.is_none_or(withheld));
    }
}
