//! `addqueuemember`, as the vendor's page has it.

use crate::common::{ADD_QUEUE_MEMBER, FORM, read, start, with};
use reqwest::header::CONTENT_TYPE;

const ANA: &str = r#"{"membername":"ana.perez","queueName":"Ventas->","interface1":"SIP/1001","penalty":0,"paused":0}"#;
const LUIS: &str = r#"{"membername":"luis.gomez","queueName":"Soporte->","interface1":"SIP/1002","penalty":3,"paused":1}"#;

fn form(json: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("queuemember", json)
        .finish()
}

#[tokio::test]
async fn good_members_get_1_as_plain_text() {
    let sandbox = start().await;
    let empty = with(
        ANA,
        r#""penalty":0,"paused":0"#,
        r#""penalty":"","paused":"""#,
    );
    for json in [
        format!("[{ANA}]"),
        format!("[{ANA},{LUIS}]"),
        format!("[{empty}]"),
    ] {
        let reply = sandbox
            .form(ADD_QUEUE_MEMBER, form(&json))
            .send()
            .await
            .unwrap();
        assert!(
            reply.headers()[CONTENT_TYPE]
                .to_str()
                .unwrap()
                .starts_with("text/plain")
        );
        assert_eq!(
            (reply.status().as_u16(), reply.text().await.unwrap()),
            (200, "1".to_owned()),
            "{json}"
        );
    }
}

#[tokio::test]
async fn bad_members_get_0_and_the_journal_says_why() {
    let sandbox = start().await;
    let mut cases = vec![
        ("[]".to_owned(), "queuemember is an empty array".to_owned()),
        (ANA.to_owned(), "queuemember is not an array".into()),
        ("[1]".to_owned(), "queuemember[0]: not an object".into()),
        (
            with(ANA, "ana.perez", "eva"),
            "membername \"eva\" is not known".into(),
        ),
        (
            with(ANA, "Ventas->", "Ventas"),
            "queueName \"Ventas\" is not known".into(),
        ),
        (
            with(ANA, "SIP/1001", "SIP/1002"),
            "interface1 \"SIP/1002\" is not SIP/ and the extension of \"ana.perez\"".into(),
        ),
        (
            with(ANA, "SIP/1001", "PJSIP/1001"),
            "interface1 \"PJSIP/1001\" is not SIP/ and the extension of \"ana.perez\"".into(),
        ),
        (
            with(ANA, r#""ana.perez""#, "7"),
            "membername is not a text".into(),
        ),
        (
            with(ANA, r#""penalty":0"#, r#""penalty":-1"#),
            "penalty -1 is not a whole number".into(),
        ),
        (
            with(ANA, r#""paused":0"#, r#""paused":2"#),
            "paused 2 is neither 0 nor 1".into(),
        ),
    ];
    for key in ["membername", "queueName", "interface1", "penalty", "paused"] {
        cases.push((with(ANA, key, "other"), format!("{key} is missing")));
    }
    for (json, why) in &cases {
        let is_member = json.starts_with('{') && json != ANA;
        let json = if is_member {
            format!("[{LUIS},{json}]")
        } else {
            json.clone()
        };
        let why = if is_member {
            format!("queuemember[1]: {why}")
        } else {
            why.clone()
        };
        assert_eq!(
            read(sandbox.form(ADD_QUEUE_MEMBER, form(&json))).await,
            (200, "0".to_owned()),
            "{json}"
        );
        assert_eq!(
            sandbox.journal().await.last().unwrap()["why"],
            why,
            "{json}"
        );
    }
}

#[tokio::test]
async fn a_bad_form_gets_0() {
    let sandbox = start().await;
    let good = form(&format!("[{ANA}]"));
    for body in [
        String::new(),
        "queuemember=".into(),
        format!("{good}&{good}"),
        form("[{"),
        with(&good, "queuemember", "queuemembers"),
    ] {
        assert_eq!(
            read(sandbox.form(ADD_QUEUE_MEMBER, body.clone())).await,
            (200, "0".to_owned()),
            "{body}"
        );
    }
    let stranger = sandbox
        .client
        .post(sandbox.url(ADD_QUEUE_MEMBER))
        .header(CONTENT_TYPE, FORM)
        .body(good);
    assert_eq!(read(stranger).await, (200, "0".to_owned()));
}
