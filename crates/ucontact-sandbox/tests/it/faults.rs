//! Faults that the client sees as replies: late, wrong, or with other headers.

use std::time::{Duration, Instant};

use crate::common::{AGENT_CALL, CALL, read, start};
use serde_json::Value;

#[tokio::test]
async fn a_delay_journals_at_once_and_answers_later() {
    let sandbox = start().await;
    let fault = format!(r#"{{"path": "{AGENT_CALL}", "delay_ms": 600}}"#);
    assert_eq!(sandbox.fault(&fault).await.status(), 201);
    let began = Instant::now();
    let call = tokio::spawn(read(sandbox.form(AGENT_CALL, CALL)));
    tokio::time::sleep(Duration::from_millis(250)).await;

    let waiting = &sandbox.journal().await[0];
    assert_eq!(waiting["body"], CALL);
    assert_eq!(waiting["reply"], Value::Null);
    assert_eq!(waiting["fault"]["delay_ms"], 600);

    let (_, guid) = call.await.unwrap();
    assert!(began.elapsed() >= Duration::from_millis(600));
    assert_eq!(guid.len(), 36);
    assert_eq!(sandbox.journal().await[0]["reply"]["body"], guid);
}

#[tokio::test]
async fn a_call_begun_is_finished_although_the_client_left() {
    let sandbox = start().await;
    sandbox.fault(r#"{"delay_ms": 300}"#).await;
    let request = sandbox
        .form(AGENT_CALL, CALL)
        .timeout(Duration::from_millis(100));
    assert!(request.send().await.unwrap_err().is_timeout());
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(sandbox.calls().await.len(), 1);
    assert_eq!(sandbox.journal().await[0]["reply"]["status"], 200);
}

#[tokio::test]
async fn a_replaced_reply_rings_nobody() {
    let sandbox = start().await;
    sandbox
        .fault(r#"{"status": 503, "body": "<h1>Down</h1>", "content_type": "text/html", "headers": {"retry-after": "9"}}"#)
        .await;
    let reply = sandbox.form(AGENT_CALL, CALL).send().await.unwrap();
    assert_eq!(reply.status(), 503);
    assert_eq!(reply.headers()["content-type"], "text/html");
    assert_eq!(reply.headers()["retry-after"], "9");
    assert_eq!(reply.text().await.unwrap(), "<h1>Down</h1>");
    let entry = &sandbox.journal().await[0];
    assert_eq!(entry["reply"]["status"], 503);
    assert_eq!(entry["matched"], true);
    assert_eq!(sandbox.calls().await.len(), 0);
}

#[tokio::test]
async fn a_status_alone_has_an_empty_body_and_a_body_alone_is_200() {
    let sandbox = start().await;
    sandbox.fault(r#"{"status": 401}"#).await;
    assert_eq!(
        read(sandbox.form(AGENT_CALL, CALL)).await,
        (401, String::new())
    );
    sandbox.fault(r#"{"body": "odd"}"#).await;
    assert_eq!(
        read(sandbox.form(AGENT_CALL, CALL)).await,
        (200, "odd".to_owned())
    );
}

#[tokio::test]
async fn headers_alone_leave_the_call_at_work() {
    let sandbox = start().await;
    sandbox
        .fault(r#"{"content_type": "text/html", "headers": {"x-odd": "1"}}"#)
        .await;
    let reply = sandbox.form(AGENT_CALL, CALL).send().await.unwrap();
    assert_eq!(reply.headers()["content-type"], "text/html");
    assert_eq!(reply.headers()["x-odd"], "1");
    assert_eq!(reply.text().await.unwrap().len(), 36);
}

#[tokio::test]
async fn a_fault_is_listed_until_used_up_and_only_hits_its_path() {
    let sandbox = start().await;
    sandbox
        .fault(&format!(
            r#"{{"path": "{AGENT_CALL}", "times": 2, "status": 500}}"#
        ))
        .await;
    assert_eq!(sandbox.get("/").await.status(), 200);
    assert_eq!(read(sandbox.form(AGENT_CALL, CALL)).await.0, 500);
    let pending: Value = sandbox.get("/sandbox/faults").await.json().await.unwrap();
    assert_eq!(pending[0]["times"], 1);
    assert_eq!(read(sandbox.form(AGENT_CALL, CALL)).await.0, 500);
    assert_eq!(read(sandbox.form(AGENT_CALL, CALL)).await.0, 200);
}

#[tokio::test]
async fn clearing_drops_what_waits() {
    let sandbox = start().await;
    sandbox.fault(r#"{"times": 9, "status": 500}"#).await;
    let cleared = sandbox
        .client
        .delete(sandbox.url("/sandbox/faults"))
        .send()
        .await
        .unwrap();
    assert_eq!(cleared.status(), 204);
    assert_eq!(sandbox.get("/").await.status(), 200);
}

#[tokio::test]
async fn a_bad_fault_is_turned_down_with_field_and_rule() {
    let sandbox = start().await;
    let reply = sandbox.fault(r#"{"delay_ms": "5"}"#).await;
    assert_eq!(reply.status(), 400);
    assert_eq!(
        reply.text().await.unwrap(),
        r#"delay_ms: a whole number from 0 to 300000, got "5""#
    );
    assert_eq!(
        sandbox.get("/sandbox/faults").await.text().await.unwrap(),
        "[]"
    );
}
