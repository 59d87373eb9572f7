//! Signing in and out, and hanging up, as the vendor's pages have them.

use reqwest::RequestBuilder;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::common::{AGENT_CALL, CALL, FORM, Running, read, start, with};

const LOGIN: &str = "/Integra/resources/auth/AgentLogin";
const LOGOFF: &str = "/Integra/resources/api/AgentLogoff";
const END: &str = "/Integra/resources/auth/EndSession";
const HANGUP: &str = "/Integra/resources/Agents/HangupPhone";
const CREDENTIALS: &str = "agent=ana.perez&password=ana-demo";
const INTERFACE: &str = "agent=ana.perez&interface=SIP%2F1001";

/// A form that carries no token.
fn unsigned(sandbox: &Running, path: &str, body: &str) -> RequestBuilder {
    let request = sandbox.client.post(sandbox.url(path));
    request.header(CONTENT_TYPE, FORM).body(body.to_owned())
}

async fn sign_in(sandbox: &Running) -> Value {
    let reply = unsigned(sandbox, LOGIN, CREDENTIALS).send().await.unwrap();
    assert_eq!(reply.status(), 200);
    reply.json().await.unwrap()
}

/// A call whose token is the one of a session.
async fn call_with(sandbox: &Running, token: &str) -> String {
    let request = unsigned(sandbox, AGENT_CALL, CALL);
    read(request.header(AUTHORIZATION, format!("Basic {token}")))
        .await
        .1
}

async fn refused(sandbox: &Running, request: RequestBuilder, why: &str) {
    assert_eq!(read(request).await, (200, "0".to_owned()), "{why}");
    assert_eq!(sandbox.journal().await.last().unwrap()["why"], why);
}

#[tokio::test]
async fn signing_in_gives_a_token_that_calls() {
    let sandbox = start().await;
    let reply = sign_in(&sandbox).await;
    for (key, value) in [
        ("callerid", "1001"),
        ("name", "1001"),
        ("context", "agentes"),
        ("fullname", "Ana Pérez"),
    ] {
        assert_eq!(reply[key], value, "{key}");
    }
    assert!(!reply["secret"].as_str().unwrap().is_empty());
    let token = reply["md5secret"].as_str().unwrap();
    assert_eq!(call_with(&sandbox, token).await.len(), 36);
    assert_ne!(sign_in(&sandbox).await["md5secret"], token);
}

#[tokio::test]
async fn wrong_credentials_get_0_and_the_journal_says_why() {
    let sandbox = start().await;
    for (body, why) in [
        (
            with(CREDENTIALS, "ana.", "eva."),
            "agent \"eva.perez\" is not known",
        ),
        (
            with(CREDENTIALS, "ana-demo", "Ana-demo"),
            "the password is not that of \"ana.perez\"",
        ),
        (with(CREDENTIALS, "=ana-demo", "="), "password is empty"),
        (
            with(CREDENTIALS, "&password=ana-demo", ""),
            "password is missing",
        ),
        (with(CREDENTIALS, "agent", "user"), "agent is missing"),
        (
            format!("{CREDENTIALS}&password=x"),
            "password is given more than once",
        ),
    ] {
        refused(&sandbox, unsigned(&sandbox, LOGIN, &body), why).await;
    }
    let json = sandbox.client.post(sandbox.url(LOGIN)).body("{}");
    let why = "Content-Type is not application/x-www-form-urlencoded";
    refused(&sandbox, json, why).await;
}

#[tokio::test]
async fn the_journal_shows_neither_the_password_nor_the_sip_password() {
    let sandbox = start().await;
    let sip = sign_in(&sandbox).await["secret"]
        .as_str()
        .unwrap()
        .to_owned();
    let request = sandbox
        .client
        .post(sandbox.url(&format!("{LOGIN}?password=ana-demo")))
        .body(r#"{"password": "ana-demo"}"#);
    request.send().await.unwrap();
    let journal = sandbox.journal().await;
    assert_eq!(journal[0]["body"], "agent=ana.perez&password=[redacted]");
    assert_eq!(journal[0]["form"][1], json!(["password", "[redacted]"]));
    let text = Value::Array(journal).to_string();
    assert!(!text.contains("ana-demo") && !text.contains(&sip), "{text}");
}

#[tokio::test]
async fn ending_a_session_makes_its_token_worthless() {
    let sandbox = start().await;
    let (token, other) = (sign_in(&sandbox).await, sign_in(&sandbox).await);
    let [token, other] = [&token, &other].map(|it| it["md5secret"].as_str().unwrap());
    let end = |user: &str| {
        let fields = [("user", user), ("token", token)];
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        unsigned(&sandbox, END, &form).header(AUTHORIZATION, format!("Basic {token}"))
    };
    refused(
        &sandbox,
        end("luis.gomez"),
        "token is not that of a session of \"luis.gomez\"",
    )
    .await;
    assert_eq!(call_with(&sandbox, token).await.len(), 36);
    assert_eq!(read(end("ana.perez")).await, (200, "1".to_owned()));
    assert_eq!(call_with(&sandbox, token).await, "0");
    assert_eq!(call_with(&sandbox, other).await.len(), 36);
    refused(
        &sandbox,
        end("ana.perez"),
        "Authorization is not \"Basic \" and the token",
    )
    .await;
}

#[tokio::test]
async fn logging_off_wants_the_agents_own_interface() {
    let sandbox = start().await;
    for body in [
        INTERFACE,
        &format!("{INTERFACE}&message=lunch"),
        &format!("{INTERFACE}&message="),
    ] {
        assert_eq!(
            read(sandbox.form(LOGOFF, body)).await,
            (200, "1".to_owned())
        );
    }
    let why = "interface \"1001\" is not SIP/ and the extension of \"ana.perez\"";
    refused(
        &sandbox,
        sandbox.form(LOGOFF, with(INTERFACE, "SIP%2F", "")),
        why,
    )
    .await;
    let body = with(INTERFACE, "ana.", "eva.");
    refused(
        &sandbox,
        sandbox.form(LOGOFF, body),
        "agent \"eva.perez\" is not known",
    )
    .await;
    refused(
        &sandbox,
        unsigned(&sandbox, LOGOFF, INTERFACE),
        "no Authorization header",
    )
    .await;
}

#[tokio::test]
async fn hanging_up_ends_the_call_of_that_phone_and_no_other() {
    let sandbox = start().await;
    let luis = with(
        &with(CALL, "ana.perez", "luis.gomez"),
        "phone=1001",
        "phone=1002",
    );
    read(sandbox.form(AGENT_CALL, luis)).await;
    read(sandbox.form(AGENT_CALL, CALL)).await;
    refused(
        &sandbox,
        sandbox.form(HANGUP, "phone=7"),
        "phone \"7\" is nobody's extension",
    )
    .await;
    refused(
        &sandbox,
        unsigned(&sandbox, HANGUP, "phone=1001"),
        "no Authorization header",
    )
    .await;
    assert_eq!(
        read(sandbox.form(HANGUP, "phone=1001")).await,
        (200, "1".to_owned())
    );
    let phases: Vec<_> = sandbox
        .calls()
        .await
        .iter()
        .map(|call| call["phase"].clone())
        .collect();
    assert_eq!(phases, ["ended", "ringing"]);
}
