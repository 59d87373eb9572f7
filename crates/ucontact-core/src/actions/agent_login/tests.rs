use proptest::prelude::*;

use super::*;
use crate::outcome::NotSentReason;

/// A reply as the vendor's page describes it, with a name beside the documented ones that nothing here knows.
const REPLY: &str = r#"{
    "callerid": "9999", "name": "9999", "context": "agentes", "fullname": "José Pérez", "host": "dynamic",
    "secret": "sip-secret", "md5secret": "anBlcmV6OjhjZjg1NzBl", "dtmfmode": null, "qualify": {"secret": [1]}
}"#;

fn login(agent: &str, password: &str) -> AgentLogin {
    AgentLogin::new(agent.into(), password.into())
}

fn outcome(body: &str) -> SignInOutcome {
    SignInOutcome::interpret(Exchange::replied(200, body.as_bytes()))
}

fn unreadable() -> SignInOutcome {
    SignInOutcome::Unknown {
        reason: UnknownReason::Unreadable,
    }
}

/// Extension, context and full name that a reply tells beside its token.
fn told(rest: &str) -> [Option<String>; 3] {
    match outcome(&format!(r#"{{"md5secret":"dG9rZW4=",{rest}}}"#)) {
        SignInOutcome::SignedIn {
            extension,
            context,
            fullname,
            ..
        } => [extension, context, fullname],
        other => panic!("{rest}: {other:?}"),
    }
}

#[test]
fn the_request_holds_two_fields_and_no_authorization() {
    let request = login("José & Ñ", " p&ss=wörd+1%\n")
        .request_for("acme")
        .unwrap();
    assert_eq!(
        request.url(),
        "https://acme.ucontactcloud.com/Integra/resources/auth/AgentLogin"
    );
    assert_eq!(
        request.headers(),
        [("content-type", "application/x-www-form-urlencoded")]
    );
    assert_eq!(
        request.body(),
        "agent=Jos%C3%A9+%26+%C3%91&password=+p%26ss%3Dw%C3%B6rd%2B1%25%0A"
    );
}

#[test]
fn every_fault_is_told_at_once_and_none_quotes_the_password() {
    let faults = login("a\nb", "").request_for("a/b").unwrap_err();
    let told: Vec<(&str, bool)> = faults
        .as_slice()
        .iter()
        .map(|fault| (fault.field.as_str(), fault.got.is_some()))
        .collect();
    assert_eq!(
        told,
        [("instance", true), ("agent", true), ("password", false)]
    );
    let faults = login("", "hunter2").request_for("").unwrap_err();
    assert_eq!(faults.to_string(), "instance: required; agent: required");
}

#[test]
fn the_documented_reply_signs_in() {
    assert_eq!(
        outcome(REPLY),
        SignInOutcome::SignedIn {
            token: Token::parse("anBlcmV6OjhjZjg1NzBl").unwrap(),
            extension: Some("9999".into()),
            context: Some("agentes".into()),
            fullname: Some("José Pérez".into()),
        }
    );
}

#[test]
fn a_zero_and_nothing_else_is_a_rejection() {
    assert_eq!(outcome("0"), SignInOutcome::Rejected);
    for body in ["", "1", "00", " 0", "0\n", "\"0\"", "[]", "null", "{", "OK"] {
        assert_eq!(outcome(body), unreadable(), "{body:?}");
    }
}

#[test]
fn without_a_good_token_nobody_is_signed_in() {
    for token in [
        "",
        r#""md5secret":null"#,
        r#""md5secret":7"#,
        r#""md5secret":"""#,
        r#""md5secret":"two words""#,
        r#""md5secret":"Basic dG9rZW4=""#,
        r#""md5secret":"line\n""#,
        r#""md5secret":["dG9rZW4="]"#,
        r#""md5secret":{"value":"dG9rZW4="}"#,
        r#""md5secret":"a","md5secret":"b""#,
        r#""MD5Secret":"dG9rZW4=""#,
    ] {
        let rest = r#""callerid":"9999","context":"agentes""#;
        let body = format!(
            "{{{token}{}{rest}}}",
            if token.is_empty() { "" } else { "," }
        );
        assert_eq!(outcome(&body), unreadable(), "{body}");
    }
    assert_eq!(outcome(r#"[{"md5secret":"dG9rZW4="}]"#), unreadable());
}

#[test]
fn what_cannot_be_used_is_left_out_and_signs_in_all_the_same() {
    let none = [None, None, None];
    assert_eq!(told(r#""secret":"x""#), none);
    assert_eq!(
        told(r#""callerid":null,"name":{},"context":7.5e3,"fullname":true"#),
        [None, Some("7500.0".into()), None]
    );
    assert_eq!(
        told(
            r#""callerid":"ana <9999>","name":"ana.perez","context":"two words","fullname":"a\u202eb""#
        ),
        none
    );
    let extension = |rest| told(rest)[0].clone();
    assert_eq!(extension(r#""callerid":9999"#), Some("9999".into()));
    assert_eq!(extension(r#""callerid":" 9999 ""#), Some("9999".into()));
    assert_eq!(
        extension(r#""callerid":"","name":"9999""#),
        Some("9999".into())
    );
    assert_eq!(extension(r#""callerid":-9999"#), None);
}

#[test]
fn a_long_reply_is_read_up_to_64_kib() {
    let body = |bytes: usize| format!("{REPLY}{}", " ".repeat(bytes - REPLY.len()));
    assert!(matches!(
        outcome(&body(64 * 1024)),
        SignInOutcome::SignedIn { .. }
    ));
    assert_eq!(
        outcome(&body(64 * 1024 + 1)),
        SignInOutcome::Unknown {
            reason: UnknownReason::TooLong
        }
    );
    let request = login("ana", "x").request_for("acme").unwrap();
    assert_eq!(request.reply_limit(), 64 * 1024);
}

#[test]
fn what_is_no_answer_stays_unknown() {
    let unknown = |reason| SignInOutcome::Unknown { reason };
    for (status, body, reason) in [
        (401, "0", UnknownReason::SignInRejected),
        (404, REPLY, UnknownReason::InstanceNotFound),
        (302, "", UnknownReason::Redirected),
        (500, REPLY, UnknownReason::Status { status: 500 }),
        (200, "<!doctype html><p>0", UnknownReason::SignedOutPage),
    ] {
        let exchange = Exchange::replied(status, body.as_bytes());
        assert_eq!(
            SignInOutcome::interpret(exchange),
            unknown(reason),
            "{status}"
        );
    }
    assert_eq!(
        SignInOutcome::interpret(Exchange::Failed),
        unknown(UnknownReason::NoReply)
    );
    assert_eq!(
        SignInOutcome::interpret(Exchange::NotSent),
        SignInOutcome::NotSent {
            reason: NotSentReason::EngineFailed
        }
    );
}

#[test]
fn the_sip_password_crosses_to_nobody_and_the_token_only_where_it_is_kept() {
    let outcome = outcome(REPLY);
    let json = serde_json::to_string(&outcome).unwrap();
    assert_eq!(
        json,
        r#"{"state":"signed_in","token":"anBlcmV6OjhjZjg1NzBl","extension":"9999","context":"agentes","fullname":"José Pérez"}"#
    );
    let exchange = Exchange::replied(200, REPLY.as_bytes());
    let debug = format!("{outcome:?} {outcome:#?} {exchange:?}");
    assert!(!debug.contains("anBlcmV6OjhjZjg1NzBl") && !debug.contains("sip-secret"));
}

proptest! {
    #[test]
    fn debug_and_faults_never_tell_the_password(password in "[!-~]{12,40}", agent in "[ \\PC]{0,20}") {
        let login = login(&agent, &password);
        let told = match login.request_for("acme") {
            Ok(request) => format!("{request:?} {request:#?}"),
            Err(faults) => format!("{faults} {faults:?}"),
        };
        for text in [told, format!("{login:?} {login:#?}")] {
            prop_assert!(!text.contains(&password), "{}", text);
        }
    }

    #[test]
    fn no_reply_traps_or_leaks(body in "\\PC{0,200}", secret in "[a-z]{12,20}") {
        let reply = format!(r#"{{"md5secret":"dG9rZW4=","secret":"{secret}","fullname":{body}}}"#);
        let told = format!("{:?} {:?}", outcome(&body), outcome(&reply));
        prop_assert!(!told.contains(&secret), "{}", told);
    }
}
