//! Faults that close the connection, seen at the level of TCP.

use std::time::Duration;

use crate::common::{AGENT_CALL, CALL, FORM, Running, basic, start};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

const PATIENCE: Duration = Duration::from_secs(5);

fn head() -> String {
    let [length, token] = [CALL.len().to_string(), basic()];
    format!(
        "POST {AGENT_CALL} HTTP/1.1\r\nhost: x\r\nauthorization: {token}\r\ncontent-type: {FORM}\r\ncontent-length: {length}\r\n\r\n"
    )
}

/// Everything the server sends until it closes; none where it resets the connection.
async fn until_closed(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut sent = Vec::new();
    let end = timeout(PATIENCE, stream.read_to_end(&mut sent))
        .await
        .expect("the connection stayed open");
    end.ok().map(|_| sent)
}

async fn only_entry(sandbox: &Running) -> Value {
    let journal = sandbox.journal().await;
    assert_eq!(journal.len(), 1, "{journal:?}");
    journal[0].clone()
}

#[tokio::test]
async fn before_closes_on_the_head_alone() {
    let sandbox = start().await;
    sandbox.fault(r#"{"close": "before"}"#).await;
    let mut stream = TcpStream::connect(sandbox.address).await.unwrap();
    // No body is sent: a server that wanted to read it would wait.
    stream.write_all(head().as_bytes()).await.unwrap();
    assert_eq!(until_closed(&mut stream).await, Some(Vec::new()));

    let entry = only_entry(&sandbox).await;
    assert_eq!([&entry["method"], &entry["path"]], ["POST", AGENT_CALL]);
    assert_eq!(
        [&entry["body"], &entry["form"], &entry["reply"]],
        [&Value::Null; 3]
    );
    assert_eq!(entry["matched"], true);
    assert_eq!(entry["fault"]["close"], "before");
    assert_eq!(sandbox.calls().await.len(), 0);
}

#[tokio::test]
async fn after_reads_everything_first() {
    let sandbox = start().await;
    sandbox.fault(r#"{"close": "after"}"#).await;
    let mut stream = TcpStream::connect(sandbox.address).await.unwrap();
    stream.write_all(head().as_bytes()).await.unwrap();
    sleep(Duration::from_millis(200)).await;
    assert_eq!(
        sandbox.journal().await.len(),
        0,
        "the body is still to come"
    );
    stream.write_all(CALL.as_bytes()).await.unwrap();
    assert_eq!(until_closed(&mut stream).await, Some(Vec::new()));

    let entry = only_entry(&sandbox).await;
    assert_eq!(entry["body"], CALL);
    assert_eq!(entry["reply"], Value::Null);
    assert_eq!(sandbox.calls().await.len(), 0);
}

#[tokio::test]
async fn a_reused_connection_serves_two_calls_and_is_then_closed() {
    let sandbox = start().await;
    let mut stream = TcpStream::connect(sandbox.address).await.unwrap();
    let request = head() + CALL;
    for _ in 0..2 {
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut reply = [0; 1024];
        let length = timeout(PATIENCE, stream.read(&mut reply))
            .await
            .unwrap()
            .unwrap();
        assert!(reply[..length].starts_with(b"HTTP/1.1 200 OK"));
    }
    sandbox.fault(r#"{"close": "after"}"#).await;
    stream.write_all(request.as_bytes()).await.unwrap();
    assert_eq!(until_closed(&mut stream).await, Some(Vec::new()));
    assert_eq!(sandbox.journal().await.len(), 3);
}

#[tokio::test]
async fn a_delay_goes_before_closing() {
    let sandbox = start().await;
    sandbox
        .fault(r#"{"close": "after", "delay_ms": 400}"#)
        .await;
    let mut stream = TcpStream::connect(sandbox.address).await.unwrap();
    stream.write_all((head() + CALL).as_bytes()).await.unwrap();
    let early = timeout(Duration::from_millis(200), stream.read_u8()).await;
    assert!(early.is_err(), "closed or answered before its time");
    assert_eq!(until_closed(&mut stream).await, Some(Vec::new()));
}

#[tokio::test]
async fn nothing_but_127_0_0_1_is_served() {
    let sandbox = start().await;
    assert_eq!(sandbox.address.ip().to_string(), "127.0.0.1");
    // Another loopback address: it would connect if every interface were served.
    let elsewhere = TcpStream::connect(("127.0.0.2", sandbox.address.port())).await;
    assert!(elsewhere.is_err());
}
