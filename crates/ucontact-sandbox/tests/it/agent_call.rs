//! `AgentCall`, as the vendor's page has it.

use crate::common::{AGENT_CALL, CALL, FORM, basic, read, start, with};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use uuid::Uuid;

#[tokio::test]
async fn a_good_call_gets_a_guid_as_plain_text_and_rings() {
    let sandbox = start().await;
    let reply = sandbox.form(AGENT_CALL, CALL).send().await.unwrap();
    assert_eq!(reply.status(), 200);
    assert!(
        reply.headers()[CONTENT_TYPE]
            .to_str()
            .unwrap()
            .starts_with("text/plain")
    );
    let guid = reply.text().await.unwrap();
    assert_eq!(Uuid::parse_str(&guid).unwrap().get_version_num(), 4);

    let calls = sandbox.calls().await;
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0]["call_id"], guid);
    assert_eq!(calls[0]["phase"], "ringing");
    assert_eq!(calls[0]["extension"], "1001");
    assert_eq!(calls[0]["campaign"], "Ventas->");
    assert_eq!(calls[0]["caller_id"], "525550001000");
    assert_eq!(calls[0]["destination"], "+525556581111");
}

#[tokio::test]
async fn a_charset_beside_the_content_type_is_fine() {
    let sandbox = start().await;
    let request = sandbox
        .client
        .post(sandbox.url(AGENT_CALL))
        .header(AUTHORIZATION, basic())
        .body(CALL);
    let (_, body) = read(request.header(CONTENT_TYPE, format!("{FORM};charset=UTF-8"))).await;
    assert!(Uuid::parse_str(&body).is_ok(), "{body}");
}

#[tokio::test]
async fn a_bad_field_gets_0_and_the_journal_says_why() {
    let sandbox = start().await;
    let mut cases = vec![
        (
            with(CALL, "ana.perez", "nobody"),
            "agent \"nobody\" is not known".to_owned(),
        ),
        (
            with(CALL, "phone=1001", "phone=1002"),
            "phone \"1002\" is not the extension of \"ana.perez\"".into(),
        ),
        (
            with(CALL, "SIP", "PJSIP"),
            "tech is \"PJSIP\", not \"SIP\"".into(),
        ),
        (
            with(CALL, "Ventas-%3E", "Ventas"),
            "outqueue \"Ventas\" is not known".into(),
        ),
        (
            with(CALL, "525550001000", "DID"),
            "callerid \"DID\" is not a number".into(),
        ),
        (
            with(CALL, "525556581111", "Ventas"),
            "destination \"Ventas\" holds no digit".into(),
        ),
        (
            with(CALL, "525550001000&", "525550001000"),
            "agent is missing".into(),
        ),
    ];
    for pair in CALL.split('&') {
        let name = pair.split('=').next().unwrap();
        cases.push((with(CALL, pair, "x=y"), format!("{name} is missing")));
        cases.push((
            with(CALL, pair, &format!("{name}=")),
            format!("{name} is empty"),
        ));
        cases.push((
            format!("{CALL}&{pair}"),
            format!("{name} is given more than once"),
        ));
    }
    for (body, why) in &cases {
        let answer = read(sandbox.form(AGENT_CALL, body.as_str())).await;
        assert_eq!(answer, (200, "0".to_owned()), "{body}");
        let journal = sandbox.journal().await;
        assert_eq!(journal.last().unwrap()["why"], why.as_str(), "{body}");
    }
    assert_eq!(sandbox.calls().await.len(), 0);
}

#[tokio::test]
async fn without_the_token_or_the_content_type_it_is_0() {
    let sandbox = start().await;
    let post = || sandbox.client.post(sandbox.url(AGENT_CALL)).body(CALL);
    let typed = || post().header(CONTENT_TYPE, FORM);
    let requests = [
        (typed(), "no Authorization header"),
        (
            typed().header(AUTHORIZATION, "Basic d3Jvbmc="),
            "Authorization is not \"Basic \" and the token",
        ),
        (
            typed().header(AUTHORIZATION, &basic()[6..]),
            "Authorization is not \"Basic \" and the token",
        ),
        (
            typed().header(AUTHORIZATION, with(&basic(), "Basic", "Bearer")),
            "Authorization is not \"Basic \" and the token",
        ),
        (
            post().header(AUTHORIZATION, basic()),
            "Content-Type is not application/x-www-form-urlencoded",
        ),
        (
            post()
                .header(AUTHORIZATION, basic())
                .header(CONTENT_TYPE, "application/json"),
            "Content-Type is not application/x-www-form-urlencoded",
        ),
    ];
    for (request, why) in requests {
        assert_eq!(read(request).await, (200, "0".to_owned()), "{why}");
        assert_eq!(sandbox.journal().await.last().unwrap()["why"], why);
    }
    assert_eq!(sandbox.calls().await.len(), 0);
}
