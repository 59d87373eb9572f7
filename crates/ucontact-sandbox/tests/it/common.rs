//! A sandbox on a port of its own, and a client for it.

use std::net::SocketAddr;

use reqwest::{Client, RequestBuilder, Response, header};
use serde_json::Value;
use ucontact_sandbox::{Config, Sandbox};

pub(crate) const AGENT_CALL: &str = "/Integra/resources/Agents/AgentCall";
pub(crate) const ADD_QUEUE_MEMBER: &str = "/Integra/resources/queues/addqueuemember";
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
/// The call of the vendor's page, with the sandbox's defaults filled in.
pub(crate) const CALL: &str = "callerid=525550001000&agent=ana.perez&phone=1001&tech=SIP&context=agentes\
                        &outqueue=Ventas-%3E&destination=525556581111";

pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) client: Client,
}

pub(crate) async fn start() -> Running {
    let sandbox = Sandbox::bind(0, Config::default()).await.unwrap();
    let address = sandbox.address();
    tokio::spawn(sandbox.serve());
    Running {
        address,
        client: Client::new(),
    }
}

pub(crate) fn basic() -> String {
    format!("Basic {}", Config::default().token)
}

impl Running {
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.client.get(self.url(path)).send().await.unwrap()
    }

    /// A form with the right token.
    pub(crate) fn form(&self, path: &str, body: impl Into<String>) -> RequestBuilder {
        let request = self
            .client
            .post(self.url(path))
            .header(header::CONTENT_TYPE, FORM);
        request
            .header(header::AUTHORIZATION, basic())
            .body(body.into())
    }

    pub(crate) async fn journal(&self) -> Vec<Value> {
        self.get("/sandbox/journal").await.json().await.unwrap()
    }

    pub(crate) async fn calls(&self) -> Vec<Value> {
        let reply: Value = self.get("/sandbox/calls").await.json().await.unwrap();
        reply["calls"].as_array().unwrap().clone()
    }

    pub(crate) async fn fault(&self, json: &str) -> Response {
        self.client
            .post(self.url("/sandbox/faults"))
            .body(json.to_owned())
            .send()
            .await
            .unwrap()
    }
}

/// Status and text of a reply.
pub(crate) async fn read(request: RequestBuilder) -> (u16, String) {
    let reply = request.send().await.unwrap();
    (reply.status().as_u16(), reply.text().await.unwrap())
}

/// A text with one part of it replaced; the part must be there.
pub(crate) fn with(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old} is not in {text}");
    text.replacen(old, new, 1)
}
