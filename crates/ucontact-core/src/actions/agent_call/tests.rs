use proptest::prelude::*;

use super::*;
use crate::exchange::Reply;

/// The body of the vendor's HTTP sample, with the `&` that it lacks after `{{callerid}}`.
const SAMPLE: &str = "callerid={{callerid}}&agent={{agent}}&phone={{phone}}&tech=SIP&context={{context}}&outqueue={{outqueue}}&destination={{destination}}";
const GUID: &str = "8cf8570e-60e7-44ed-b799-3baab211b04d";

fn call() -> AgentCall {
    AgentCall {
        agent: "jperez".into(),
        extension: "9999".into(),
        caller_id: "5215550001".into(),
        campaign: "Sales->".into(),
        context: DEFAULT_CONTEXT.into(),
        destination: "525512345678".into(),
    }
}

fn request(call: &AgentCall) -> Result<Request, Faults> {
    call.request(
        &Instance::parse("acme").unwrap(),
        &Token::parse("dXNlcjp1dWlk").unwrap(),
    )
}

fn sample(call: &AgentCall, encoded_agent: &str, encoded_campaign: &str) -> String {
    SAMPLE
        .replace("{{callerid}}", &call.caller_id)
        .replace("{{agent}}", encoded_agent)
        .replace("{{phone}}", &call.extension)
        .replace("{{context}}", &call.context)
        .replace("{{outqueue}}", encoded_campaign)
        .replace("{{destination}}", &call.destination)
}

#[test]
fn the_request_is_the_vendors_sample() {
    let request = request(&call()).unwrap();
    assert_eq!(
        request.url(),
        "https://acme.ucontactcloud.com/Integra/resources/Agents/AgentCall"
    );
    assert_eq!(
        request.headers(),
        [
            ("content-type", "application/x-www-form-urlencoded"),
            ("authorization", "Basic dXNlcjp1dWlk")
        ]
    );
    assert_eq!(request.body(), sample(&call(), "jperez", "Sales-%3E"));
}

#[test]
fn odd_names_are_percent_encoded() {
    let call = AgentCall {
        agent: "José & Ñ+1".into(),
        campaign: "50% \"off\" 'n=1' 🎉->".into(),
        ..call()
    };
    let (agent, campaign) = (
        "Jos%C3%A9+%26+%C3%91%2B1",
        "50%25+%22off%22+%27n%3D1%27+%F0%9F%8E%89-%3E",
    );
    assert_eq!(
        request(&call).unwrap().body(),
        sample(&call, agent, campaign)
    );
}

#[test]
fn every_fault_is_told_at_once_under_its_name_on_the_wire() {
    let bad = "a\nb".to_owned();
    let call = AgentCall {
        agent: bad.clone(),
        extension: "12a".into(),
        caller_id: "12a".into(),
        campaign: String::new(),
        context: "two words".into(),
        destination: "call me".into(),
    };
    let faults = request(&call).unwrap_err();
    let fields: Vec<&str> = faults
        .as_slice()
        .iter()
        .map(|fault| fault.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "callerid",
            "agent",
            "phone",
            "context",
            "outqueue",
            "destination"
        ]
    );
    assert_eq!(
        faults.as_slice()[0].to_string(),
        "callerid: 7 to 15 digits, got \"12a\""
    );
}

fn outcome(body: &[u8]) -> CallOutcome {
    CallOutcome::interpret(&Exchange::Reply(Reply {
        status: 200,
        body: body.to_vec(),
        ..Reply::default()
    }))
}

#[test]
fn a_bare_guid_is_placed_and_kept_as_it_came() {
    for guid in [GUID, &GUID.to_uppercase()] {
        let placed = CallOutcome::Placed {
            call_id: guid.to_owned(),
        };
        assert_eq!(outcome(guid.as_bytes()), placed);
        assert_eq!(outcome(format!(" \r\n{guid}\n\t").as_bytes()), placed);
    }
}

#[test]
fn only_a_single_zero_is_refused() {
    assert_eq!(outcome(b"0"), CallOutcome::Refused);
    for body in [
        "",
        "0\n",
        " 0",
        "00",
        "1",
        "-0",
        "\"0\"",
        "\u{feff}0",
        "0\0",
    ] {
        assert_eq!(
            outcome(body.as_bytes()),
            CallOutcome::unreadable(),
            "{body:?}"
        );
    }
}

#[test]
fn a_guid_in_any_dress_is_unreadable() {
    let dressed = [
        format!("{{{GUID}}}"),
        format!("\"{GUID}\""),
        format!("urn:uuid:{GUID}"),
        GUID.replace('-', ""),
        format!("{GUID} {GUID}"),
    ];
    let spoiled = [
        format!("\u{feff}{GUID}"),
        format!("{GUID}\0"),
        format!("\u{a0}{GUID}"),
        GUID.replace('8', "g"),
        GUID[1..].to_owned(),
    ];
    for body in dressed.iter().chain(&spoiled) {
        assert_eq!(
            outcome(body.as_bytes()),
            CallOutcome::unreadable(),
            "{body:?}"
        );
    }
}

#[test]
fn an_exchange_without_an_answer_is_never_a_success() {
    let engine = CallOutcome::NotSent {
        reason: crate::NotSentReason::EngineFailed,
    };
    assert_eq!(CallOutcome::interpret(&Exchange::NotSent), engine);
    assert_eq!(
        CallOutcome::interpret(&Exchange::Failed),
        CallOutcome::Unknown {
            reason: UnknownReason::NoReply
        }
    );
    let denied = Exchange::Reply(Reply {
        status: 401,
        body: GUID.into(),
        ..Reply::default()
    });
    assert_eq!(
        CallOutcome::interpret(&denied),
        CallOutcome::Unknown {
            reason: UnknownReason::SignInRejected
        }
    );
}

/// What a GUID is, said a second time and another way than the code does.
fn is_guid(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

/// Bytes of every kind, and what lies as near to an answer as can be: a GUID in another dress, or with something before,
/// in or behind it.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let near = "[ \r\n]{0,2}[0-9a-fA-Fg]{8}-?[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11,13}[ \n0]{0,2}";
    let guid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    let around = "(|[ \t\r\n\x0b\x0c]{1,3}|\u{feff}|\0|\"|\\{|\\}|\\(|urn:uuid:|\u{a0}|\u{2028}|<html>|0|[0-9a-f]{8}-)";
    let dressed = (around, guid, around).prop_map(|(before, guid, after)| before + &guid + &after);
    let spoiled = (guid, any::<prop::sample::Index>(), any::<u8>()).prop_map(|(guid, at, byte)| {
        let mut bytes = guid.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        bytes
    });
    prop_oneof![
        2 => prop::collection::vec(any::<u8>(), 0..80),
        2 => near.prop_map(String::into_bytes),
        4 => dressed.prop_map(String::into_bytes),
        2 => spoiled,
        1 => (guid, "[ \n,]?", guid).prop_map(|(one, gap, two)| (one + &gap + &two).into_bytes()),
        1 => guid.prop_map(|guid| format!("{{\"callid\":\"{guid}\"}}").into_bytes()),
        2 => "[01 ]{0,2}".prop_map(String::into_bytes),
    ]
}

/// Successes mostly: elsewhere the body makes no difference.
fn status() -> impl Strategy<Value = u16> {
    prop_oneof![8 => 200..300_u16, 1 => any::<u16>()]
}

proptest! {
    #[test]
    fn what_is_built_parses_back(
        agent in "[^\\s\\p{C}]{1,40}", campaign in "[^\\s\\p{C}]{1,9}[ &+%=\"'é🎉]{0,9}->", extension in "[0-9]{1,15}",
        caller_id in "[0-9]{7,15}", context in "[a-zA-Z0-9_.-]{1,79}", destination in "[+]?[0-9*#]{3,20}",
    ) {
        let call = AgentCall { agent, extension, caller_id, campaign, context, destination };
        let request = request(&call).unwrap();
        let fields: Vec<(String, String)> = form_urlencoded::parse(request.body().as_bytes()).into_owned().collect();
        let expected = [
            ("callerid", &*call.caller_id), ("agent", &call.agent), ("phone", &call.extension), ("tech", "SIP"),
            ("context", &call.context), ("outqueue", &call.campaign), ("destination", &call.destination),
        ];
        prop_assert_eq!(fields, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    /// A million of them with `PROPTEST_CASES=1000000 cargo test --release -p ucontact-core means`.
    #[test]
    fn placed_means_a_bare_guid(status in status(), body in body(), truncated in prop::bool::weighted(0.1)) {
        let text = String::from_utf8_lossy(&body).into_owned();
        let bare = text.trim_matches([' ', '\t', '\n', '\r', '\x0c']);
        let success = (200..300).contains(&status) && !truncated;
        let outcome = CallOutcome::interpret(&Exchange::Reply(Reply { status, body, truncated, ..Reply::default() }));
        prop_assert_eq!(matches!(outcome, CallOutcome::Placed { .. }), success && is_guid(bare));
        prop_assert_eq!(outcome == CallOutcome::Refused, success && text == "0");
        let not_sent = matches!(outcome, CallOutcome::NotSent { .. });
        prop_assert!(!not_sent);
    }
}
