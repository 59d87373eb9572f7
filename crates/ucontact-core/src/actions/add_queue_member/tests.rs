use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::exchange::Reply;
use crate::fault::Fault;

/// The form field of the vendor's HTTP sample, before encoding.
const SAMPLE: &str = r#"[{"membername":"{{UserName}}","queueName":"{{CampaignName}}","interface1":"SIP/{{AgentPhoneNumber}}","penalty":0,"paused":0}]"#;

fn member(agent: &str, campaign: &str) -> QueueMember {
    QueueMember {
        agent: agent.into(),
        extension: "9999".into(),
        campaign: campaign.into(),
        penalty: 0,
        paused: false,
    }
}

fn request(members: &[QueueMember]) -> Result<Request, Faults> {
    AddQueueMembers {
        members: members.to_vec(),
    }
    .request_for("acme", "dXNlcjp1dWlk")
}

fn field(request: &Request) -> String {
    let fields: Vec<(String, String)> = form_urlencoded::parse(request.body().as_bytes())
        .into_owned()
        .collect();
    assert_eq!(fields.len(), 1);
    assert_eq!(fields[0].0, "queuemember");
    fields[0].1.clone()
}

fn faults(members: &[QueueMember]) -> Vec<(String, Rule)> {
    let faults = request(members).unwrap_err().into_vec();
    faults
        .into_iter()
        .map(|fault| (fault.field, fault.rule))
        .collect()
}

#[test]
fn the_request_is_the_vendors_sample() {
    let request = request(&[member("jperez", "Sales->")]).unwrap();
    let sample = SAMPLE
        .replace("{{UserName}}", "jperez")
        .replace("{{CampaignName}}", "Sales->")
        .replace("{{AgentPhoneNumber}}", "9999");
    assert_eq!(
        request.url(),
        "https://acme.ucontactcloud.com/Integra/resources/queues/addqueuemember"
    );
    assert_eq!(
        request.headers(),
        [
            ("content-type", "application/x-www-form-urlencoded"),
            ("authorization", "Basic dXNlcjp1dWlk")
        ]
    );
    assert_eq!(field(&request), sample);
    assert_eq!(
        request.body(),
        "queuemember=%5B%7B%22membername%22%3A%22jperez%22%2C%22queueName%22%3A%22Sales-%3E%22%2C%22interface1%22%3A%22SIP%2F9999%22%2C%22penalty%22%3A0%2C%22paused%22%3A0%7D%5D"
    );
}

#[test]
fn odd_names_are_escaped_then_encoded() {
    let odd = QueueMember {
        penalty: 7,
        paused: true,
        ..member("José \"Pepe\" \\ & Ñ", "50% + 🎉")
    };
    let request = request(&[odd]).unwrap();
    assert_eq!(
        field(&request),
        r#"[{"membername":"José \"Pepe\" \\ & Ñ","queueName":"50% + 🎉","interface1":"SIP/9999","penalty":7,"paused":1}]"#
    );
    assert!(
        request
            .body()
            .contains("Jos%C3%A9+%5C%22Pepe%5C%22+%5C%5C+%26+%C3%91")
    );
    assert!(request.body().contains("50%25+%2B+%F0%9F%8E%89"));
}

#[test]
fn an_empty_list_is_a_fault() {
    assert_eq!(faults(&[]), [("members".to_owned(), Rule::AtLeastOne)]);
}

#[test]
fn a_pair_may_stand_there_once() {
    let members = [
        member("ana", "A"),
        member("ana", "B"),
        member("leo", "A"),
        member("ana", "A"),
    ];
    assert_eq!(
        faults(&members),
        [("members.3.campaign".to_owned(), Rule::Duplicate)]
    );
    assert!(request(&members[..3]).is_ok());
}

#[test]
fn every_fault_is_told_at_once_under_its_path() {
    let bad = QueueMember {
        agent: String::new(),
        extension: "12a".into(),
        campaign: "a\nb".into(),
        penalty: -1,
        paused: false,
    };
    let faults = AddQueueMembers {
        members: vec![member("ana", "A"), bad],
    }
    .request_for("acme/", "")
    .unwrap_err();
    let told: Vec<String> = faults.as_slice().iter().map(Fault::to_string).collect();
    assert_eq!(told.len(), 6);
    assert_eq!(
        told[1..4],
        [
            "token: required",
            "members.1.agent: required",
            "members.1.extension: 1 to 15 digits, got \"12a\""
        ]
    );
    assert!(told[0].starts_with("instance: ") && told[4].starts_with("members.1.campaign: "));
    assert_eq!(
        told[5],
        "members.1.penalty: a number from 0 to 2147483647, got \"-1\""
    );
}

fn outcome(status: u16, body: &[u8], truncated: bool) -> QueueOutcome {
    QueueOutcome::interpret(&Exchange::Reply(Reply {
        status,
        body: body.to_vec(),
        truncated,
        ..Reply::default()
    }))
}

#[test]
fn one_is_added_and_zero_is_refused() {
    assert_eq!(outcome(200, b"1", false), QueueOutcome::Added);
    assert_eq!(outcome(200, b"0", false), QueueOutcome::Refused);
    let unreadable = QueueOutcome::Unknown {
        reason: UnknownReason::Unreadable,
    };
    for body in [
        "",
        "1\n",
        " 1",
        "0\n",
        "01",
        "11",
        "true",
        "\"1\"",
        "[1]",
        "\u{feff}1",
        "1\0",
    ] {
        assert_eq!(outcome(200, body.as_bytes(), false), unreadable, "{body:?}");
    }
}

#[test]
fn an_exchange_without_an_answer_is_never_a_success() {
    let unknown = |reason| QueueOutcome::Unknown { reason };
    assert_eq!(
        outcome(200, b"<!doctype html>1", false),
        unknown(UnknownReason::SignedOutPage)
    );
    assert_eq!(
        outcome(403, b"1", false),
        unknown(UnknownReason::SignInRejected)
    );
    assert_eq!(
        QueueOutcome::interpret(&Exchange::TimedOut),
        unknown(UnknownReason::TimedOut)
    );
    let engine = QueueOutcome::NotSent {
        reason: crate::NotSentReason::EngineFailed,
    };
    assert_eq!(QueueOutcome::interpret(&Exchange::NotSent), engine);
}

fn members() -> impl Strategy<Value = Vec<QueueMember>> {
    let member = (
        "[^\\s\\p{C}]{1,9}[ \"\\\\&+%]{0,4}é",
        "[0-9]{1,15}",
        "[^\\s\\p{C}]{1,20}",
        0..=MAX_PENALTY,
        any::<bool>(),
    );
    let made = member.prop_map(
        |(agent, extension, campaign, penalty, paused)| QueueMember {
            agent,
            extension,
            campaign,
            penalty,
            paused,
        },
    );
    prop::collection::vec(made, 1..6)
}

proptest! {
    #[test]
    fn what_is_built_parses_back(mut members in members()) {
        for (index, member) in members.iter_mut().enumerate() {
            member.campaign.push_str(&index.to_string());
        }
        let json: Value = serde_json::from_str(&field(&request(&members).unwrap())).unwrap();
        let expected = members.iter().map(|m| json!({
            "membername": m.agent, "queueName": m.campaign, "interface1": format!("SIP/{}", m.extension),
            "penalty": m.penalty, "paused": u8::from(m.paused),
        }));
        prop_assert_eq!(json, Value::Array(expected.collect()));
    }

    #[test]
    fn added_means_exactly_one(
        status in prop_oneof![8 => 200..300_u16, 1 => any::<u16>()],
        body in prop_oneof![prop::collection::vec(any::<u8>(), 0..40), "[01 ]{0,2}".prop_map(String::into_bytes)],
        truncated in prop::bool::weighted(0.1),
    ) {
        let success = (200..300).contains(&status) && !truncated;
        let outcome = outcome(status, &body, truncated);
        prop_assert_eq!(outcome == QueueOutcome::Added, success && body == b"1");
        prop_assert_eq!(outcome == QueueOutcome::Refused, success && body == b"0");
    }
}
