//! What the journal remembers, and what becomes of requests that nothing handles.

use crate::common::{AGENT_CALL, CALL, FORM, basic, read, start};
use serde_json::{Value, json};

#[tokio::test]
async fn an_entry_holds_the_request_as_received_and_the_reply_as_sent() {
    let sandbox = start().await;
    let (_, guid) = read(sandbox.form(&format!("{AGENT_CALL}?a=%20b"), CALL)).await;
    let journal = sandbox.journal().await;
    assert_eq!(journal.len(), 1);
    let entry = &journal[0];
    assert_eq!(entry["seq"], 1);
    assert!(entry["at"].as_u64().unwrap() > 1_700_000_000_000);
    assert_eq!(entry["method"], "POST");
    assert_eq!(entry["path"], AGENT_CALL);
    assert_eq!(entry["query"], "a=%20b");
    assert_eq!(entry["headers"]["content-type"], FORM);
    assert_eq!(entry["headers"]["authorization"], basic());
    assert_eq!(entry["body"], CALL);
    assert_eq!(entry["form"][5], json!(["outqueue", "Ventas->"]));
    assert_eq!(entry["form"].as_array().unwrap().len(), 7);
    assert_eq!(entry["matched"], true);
    assert_eq!(entry["reply"], json!({"status": 200, "body": guid}));
    assert_eq!([&entry["why"], &entry["fault"]], [&Value::Null; 2]);
}

#[tokio::test]
async fn an_unknown_route_is_501_and_unmatched() {
    let sandbox = start().await;
    let (status, _) = read(sandbox.form("/Integra/resources/Agents/agentcall", CALL)).await;
    assert_eq!(status, 501);
    let entry = &sandbox.journal().await[0];
    assert_eq!(entry["matched"], false);
    assert_eq!(entry["body"], CALL);
    assert_eq!(entry["reply"]["status"], 501);
}

#[tokio::test]
async fn a_known_path_with_another_method_is_405_and_unmatched() {
    let sandbox = start().await;
    let reply = sandbox.get(AGENT_CALL).await;
    assert_eq!(reply.status(), 405);
    assert_eq!(reply.headers()["allow"], "POST");
    assert_eq!(read(sandbox.form("/crm/contacts", "")).await.0, 405);
    let matched: Vec<_> = sandbox
        .journal()
        .await
        .iter()
        .map(|entry| entry["matched"].clone())
        .collect();
    assert_eq!(matched, [false, false]);
}

#[tokio::test]
async fn clearing_empties_it_but_does_not_restart_the_count() {
    let sandbox = start().await;
    sandbox.get("/").await;
    let cleared = sandbox
        .client
        .delete(sandbox.url("/sandbox/journal"))
        .send()
        .await
        .unwrap();
    assert_eq!(cleared.status(), 204);
    assert_eq!(sandbox.journal().await.len(), 0);
    sandbox.get("/").await;
    assert_eq!(sandbox.journal().await[0]["seq"], 2);
}

#[tokio::test]
async fn the_sandboxs_own_controls_stay_out_of_it() {
    let sandbox = start().await;
    sandbox.get("/sandbox/calls").await;
    assert_eq!(sandbox.get("/sandbox/nothing").await.status(), 501);
    assert_eq!(sandbox.journal().await.len(), 0);
}

#[tokio::test]
async fn no_page_of_another_origin_may_read_it() {
    let sandbox = start().await;
    for path in ["/sandbox/journal", AGENT_CALL] {
        let request = sandbox
            .client
            .get(sandbox.url(path))
            .header("origin", "https://example.com");
        let reply = request.send().await.unwrap();
        assert!(
            !reply.headers().contains_key("access-control-allow-origin"),
            "{path}"
        );
    }
}
