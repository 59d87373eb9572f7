//! Doors, seen by clients that speak TLS: what goes wrong behind them, and what they count.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use crate::common::{AGENT_CALL, CALL, Running, start};
use bytes::Bytes;
use flate2::read::GzDecoder;
use h2::Reason;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

const PATIENCE: Duration = Duration::from_secs(5);
/// The head of a good reply and the GUID behind it.
const REPLY_BYTES: usize = 70 + 36;
const REQUEST: &str = "POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n";

/// A door of a sandbox, and what a client needs to enter it.
struct Entrance {
    sandbox: Arc<Running>,
    port: u64,
    protocol: &'static str,
}

impl Entrance {
    async fn open(sandbox: &Arc<Running>, protocol: &'static str, keeps: bool) -> Self {
        let opened = post(sandbox, json!({ "protocol": protocol, "keeps": keeps })).await;
        assert_eq!(opened.status(), 201);
        let door: Value = opened.json().await.unwrap();
        Self {
            sandbox: Arc::clone(sandbox),
            port: door["port"].as_u64().unwrap(),
            protocol,
        }
    }

    fn url(&self) -> String {
        self.sandbox.url(&format!("/sandbox/doors/{}", self.port))
    }

    async fn arm(&self, fault: &str) -> reqwest::Response {
        let request = self.sandbox.client.put(self.url());
        request
            .json(&json!({ "fault": fault }))
            .send()
            .await
            .unwrap()
    }

    async fn count(&self) -> Value {
        self.sandbox
            .client
            .get(self.url())
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    /// POSTs whose head, and POSTs whose whole was read.
    async fn read(&self) -> Value {
        let count = self.count().await;
        json!([count["posts"], count["whole"]])
    }

    async fn close(&self) {
        let closed = self.sandbox.client.delete(self.url()).send().await.unwrap();
        assert_eq!(closed.status(), 204);
    }

    async fn enter(&self) -> io::Result<TlsStream<TcpStream>> {
        let pem = self.sandbox.get("/sandbox/doors/certificate").await;
        let pem = pem.text().await.unwrap();
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from_pem_slice(pem.as_bytes()).unwrap())
            .unwrap();
        let mut config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = vec![self.protocol.into()];
        let port = u16::try_from(self.port).unwrap();
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        let name = ServerName::try_from("127.0.0.1").unwrap();
        TlsConnector::from(Arc::new(config))
            .connect(name, stream)
            .await
    }

    /// Sends one POST in the door's protocol; whatever comes back is fine, as long as something does or nothing more can.
    async fn post(&self) -> io::Result<()> {
        let mut stream = self.enter().await?;
        if self.protocol == "h2" {
            return post_h2(stream).await.map(drop).map_err(io::Error::other);
        }
        stream
            .write_all(format!("{REQUEST}\r\na=1&").as_bytes())
            .await?;
        stream.read(&mut [0; 4096]).await.map(drop)
    }
}

async fn post(sandbox: &Running, opening: Value) -> reqwest::Response {
    let url = sandbox.url("/sandbox/doors");
    sandbox
        .client
        .post(url)
        .json(&opening)
        .send()
        .await
        .unwrap()
}

/// Status and body over a connection of its own.
async fn post_h2(stream: TlsStream<TcpStream>) -> Result<(u16, Bytes), h2::Error> {
    let (mut sender, connection) = h2::client::handshake(stream).await?;
    let connection = tokio::spawn(connection);
    let request = axum::http::Request::post("https://x/x").body(()).unwrap();
    let (reply, mut body) = sender.send_request(request, false)?;
    body.send_data(Bytes::from_static(b"a=1&"), true)?;
    let (head, mut body) = reply.await?.into_parts();
    let mut read = Vec::new();
    while let Some(chunk) = body.data().await {
        let chunk = chunk?;
        read.extend_from_slice(&chunk);
        body.flow_control().release_capacity(chunk.len())?;
        if read.len() > 1 << 20 {
            break;
        }
    }
    connection.abort();
    Ok((head.status.as_u16(), read.into()))
}

/// Sends requests over one connection and reads all that comes until it ends.
async fn talk(stream: &mut TlsStream<TcpStream>, text: &str) -> String {
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut read = Vec::new();
    // A door may end without TLS's goodbye.
    timeout(PATIENCE, stream.read_to_end(&mut read))
        .await
        .expect("it stayed open")
        .ok();
    String::from_utf8_lossy(&read).into_owned()
}

#[tokio::test]
async fn http_1_is_answered_with_a_guid_and_closed_where_that_is_wanted() {
    let door = Entrance::open(&Arc::new(start().await), "http/1.1", false).await;
    let mut stream = door.enter().await.unwrap();
    let [first, last] =
        ["", "connection: close\r\n"].map(|more| format!("{REQUEST}{more}\r\na=1&"));
    let replies = talk(&mut stream, &(first + &last)).await;
    assert_eq!(replies.matches("HTTP/1.1 200").count(), 2, "{replies}");
    assert_eq!(replies.matches("connection: close").count(), 1, "{replies}");
    let count = door.count().await;
    assert_eq!(
        [&count["connections"], &count["posts"], &count["whole"]],
        [1, 2, 2]
    );
    assert_eq!(
        [
            &count["requests"][1]["connection"],
            &count["requests"][1]["nth"]
        ],
        [1, 2]
    );
    assert_eq!(count["requests"][1]["body"], "a=1&");
}

#[tokio::test]
async fn a_door_that_keeps_connections_does_not_hear_of_their_end() {
    let door = Entrance::open(&Arc::new(start().await), "http/1.1", true).await;
    let mut stream = door.enter().await.unwrap();
    let request = format!("{REQUEST}connection: close\r\n\r\na=1&");
    for _ in 0..2 {
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut reply = Vec::new();
        while reply.len() < REPLY_BYTES {
            let more = timeout(PATIENCE, stream.read_buf(&mut reply)).await;
            assert_ne!(more.unwrap().unwrap(), 0, "it was closed");
        }
        let reply = String::from_utf8_lossy(&reply);
        assert!(reply.starts_with("HTTP/1.1 200"), "{reply}");
        assert!(!reply.contains("connection"), "{reply}");
    }
    assert_eq!(door.count().await["connections"], 1);
}

#[tokio::test]
async fn http_2_is_answered_with_a_guid() {
    let door = Entrance::open(&Arc::new(start().await), "h2", false).await;
    let (status, body) = post_h2(door.enter().await.unwrap()).await.unwrap();
    assert_eq!((status, body.len()), (200, 36));
    assert_eq!(
        [&door.count().await["posts"], &door.count().await["whole"]],
        [1, 1]
    );
}

#[tokio::test]
async fn every_code_resets_the_stream() {
    let sandbox = Arc::new(start().await);
    for (name, reason) in [
        ("rst-no-error", Reason::NO_ERROR),
        ("rst-internal-error", Reason::INTERNAL_ERROR),
        ("rst-refused-stream", Reason::REFUSED_STREAM),
        ("rst-cancel", Reason::CANCEL),
        ("rst-http-1.1-required", Reason::HTTP_1_1_REQUIRED),
        ("rst-unknown-code", Reason::from(0xff)),
        ("head-rst-internal-error", Reason::INTERNAL_ERROR),
        ("body-rst-refused-stream", Reason::REFUSED_STREAM),
    ] {
        let door = Entrance::open(&sandbox, "h2", false).await;
        door.arm(name).await;
        let error = post_h2(door.enter().await.unwrap()).await.unwrap_err();
        assert_eq!(error.reason(), Some(reason), "{name}: {error}");
        assert_eq!(door.count().await["posts"], 1, "{name}");
    }
}

#[tokio::test]
async fn a_reset_is_one_at_the_level_of_tcp() {
    let sandbox = Arc::new(start().await);
    for (name, kind) in [
        ("whole-close", None),
        ("whole-reset", Some(io::ErrorKind::ConnectionReset)),
    ] {
        let door = Entrance::open(&sandbox, "http/1.1", false).await;
        door.arm(name).await;
        let mut stream = door.enter().await.unwrap();
        stream
            .write_all(format!("{REQUEST}\r\na=1&").as_bytes())
            .await
            .unwrap();
        let end = timeout(PATIENCE, stream.read_to_end(&mut Vec::new()))
            .await
            .unwrap();
        assert_eq!(end.err().map(|error| error.kind()), kind, "{name}");
    }
}

#[tokio::test]
async fn a_head_is_counted_before_its_body_comes() {
    let door = Entrance::open(&Arc::new(start().await), "http/1.1", false).await;
    door.arm("head-close").await;
    let mut stream = door.enter().await.unwrap();
    assert_eq!(talk(&mut stream, &format!("{REQUEST}\r\n")).await, "");
    let count = door.count().await;
    assert_eq!([&count["posts"], &count["whole"]], [1, 0]);
    assert_eq!(count["requests"][0]["body"], Value::Null);
}

/// No fault may be a name alone: each is played to a client, and the door counts what it should have seen.
#[tokio::test]
async fn every_fault_counts_what_it_received() {
    let sandbox = Arc::new(start().await);
    let faults = sandbox.get("/sandbox/doors/faults").await;
    let faults: Vec<Value> = faults.json().await.unwrap();
    for fault in &faults {
        let (name, when) = (fault["name"].as_str().unwrap(), &fault["when"]);
        for protocol in ["http/1.1", "h2"] {
            if !fault["protocols"]
                .as_array()
                .unwrap()
                .contains(&protocol.into())
            {
                continue;
            }
            let door = Entrance::open(&sandbox, protocol, false).await;
            assert_eq!(door.arm(name).await.status(), 204, "{name}");
            let door = Arc::new(door);
            let client = Arc::clone(&door);
            let client = tokio::spawn(async move { client.post().await });
            let [head, whole] = [when == "head" || when == "whole", when == "whole"].map(u64::from);
            let read = json!([head, whole]);
            // Silences and slow replies go on for longer than anybody needs to look.
            for _ in 0..100 {
                if door.read().await == read {
                    break;
                }
                sleep(Duration::from_millis(20)).await;
            }
            assert_eq!(door.read().await, read, "{name} over {protocol}");
            client.abort();
            door.close().await;
        }
    }
}

#[tokio::test]
async fn nobody_listens_behind_a_refusing_or_closed_door() {
    let sandbox = Arc::new(start().await);
    let [refusing, closed] = [
        Entrance::open(&sandbox, "h2", false).await,
        Entrance::open(&sandbox, "h2", false).await,
    ];
    refusing.arm("refused").await;
    closed.close().await;
    sleep(Duration::from_millis(100)).await;
    for door in [refusing, closed] {
        let refused = door.enter().await.unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::ConnectionRefused);
    }
}

#[tokio::test]
async fn the_bomb_unpacks_to_a_thousand_times_its_size() {
    let door = Entrance::open(&Arc::new(start().await), "h2", false).await;
    door.arm("gzip-bomb").await;
    let (_, body) = post_h2(door.enter().await.unwrap()).await.unwrap();
    let mut unpacked = vec![1; 64 << 20];
    GzDecoder::new(&*body).read_exact(&mut unpacked).unwrap();
    assert!(unpacked.iter().all(|&byte| byte == b'0'));
}

#[tokio::test]
async fn mistakes_are_told() {
    let sandbox = Arc::new(start().await);
    let door = Entrance::open(&sandbox, "h2", false).await;
    let unknown = door.arm("rain").await;
    assert_eq!(unknown.status(), 400);
    let words = unknown.text().await.unwrap();
    assert_eq!(words, "fault: one of /sandbox/doors/faults, got \"rain\"");
    door.close().await;
    assert_eq!(door.arm("whole-close").await.status(), 404);
    assert_eq!(
        post(&sandbox, json!({ "protocol": "h3" })).await.status(),
        422
    );
}

#[tokio::test]
async fn no_more_than_64_doors_are_open() {
    let sandbox = Arc::new(start().await);
    for _ in 0..64 {
        Entrance::open(&sandbox, "http/1.1", false).await;
    }
    let more = post(&sandbox, json!({ "protocol": "h2" })).await;
    assert_eq!(more.status(), 409);
}

#[tokio::test]
async fn doors_leave_the_sandbox_itself_alone() {
    let sandbox = Arc::new(start().await);
    let door = Entrance::open(&sandbox, "http/1.1", false).await;
    door.arm("whole-close").await;
    let reply = sandbox.form(AGENT_CALL, CALL).send().await.unwrap();
    assert_eq!(reply.text().await.unwrap().len(), 36);
    assert_eq!(sandbox.journal().await.len(), 1);
}
