//! One request's way through the sandbox: fault, journal, handler, reply.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header, request};
use axum::response::IntoResponse;
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use tower::ServiceExt;

use crate::faults::{Close, Fault};
use crate::integra::Refusal;
use crate::journal::Reply;
use crate::{App, control, integra, pages};

/// The longest request body read, in bytes.
const BODY_LIMIT: usize = 1 << 20;

/// No reply: hyper closes the connection on it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Closed {
    #[error("closed by a fault")]
    ByFault,
    #[error("the request's body could not be read")]
    BodyUnread,
}

/// Answers requests; one for all connections.
#[derive(Clone)]
pub(crate) struct Service {
    app: Arc<App>,
    router: Router,
}

impl Service {
    pub(crate) fn new(app: Arc<App>) -> Self {
        let router = Router::new()
            .merge(integra::router())
            .merge(control::router())
            .merge(pages::router())
            .fallback(async || {
                (
                    StatusCode::NOT_IMPLEMENTED,
                    "The sandbox has no such path.\n",
                )
            })
            .method_not_allowed_fallback(async || {
                (StatusCode::METHOD_NOT_ALLOWED, "Not with this method.\n")
            })
            .with_state(app.clone());
        Self { app, router }
    }

    /// Answers a request, or says that its connection is to be closed.
    pub(crate) async fn answer(self, request: Request<Incoming>) -> Result<Response<Body>, Closed> {
        if control::owns(request.uri().path()) {
            return Ok(self.route(request.map(Body::new)).await);
        }
        let (head, body) = request.into_parts();
        let matched = is_known(&head.method, head.uri.path());
        let fault = self.app.faults.next_for(head.uri.path());
        let close = fault.as_ref().and_then(|fault| fault.close);

        let body = if close == Some(Close::Before) {
            None
        } else {
            read(body).await
        };
        let seq = self
            .app
            .journal
            .open(&head, body.as_ref(), matched, fault.clone());
        tracing::info!(seq, method = %head.method, path = head.uri.path(), ?close, "received");

        // A task of its own: what uContact has begun, it finishes, even if the client is gone.
        let rest = tokio::spawn(self.finish(seq, head, body, fault));
        rest.await.unwrap_or(Err(Closed::BodyUnread))
    }

    async fn finish(
        self,
        seq: u64,
        head: request::Parts,
        body: Option<Bytes>,
        fault: Option<Fault>,
    ) -> Result<Response<Body>, Closed> {
        let fault = fault.unwrap_or_default();
        if let Some(delay) = fault.delay_ms {
            tokio::time::sleep(Duration::from_millis(delay)).await;
        }
        if fault.close.is_some() {
            return Err(Closed::ByFault);
        }
        let body = body.ok_or(Closed::BodyUnread)?;
        let response = if fault.replaces_reply() {
            fault.body.clone().unwrap_or_default().into_response()
        } else {
            self.route(Request::from_parts(head, Body::from(body)))
                .await
        };
        Ok(self.journaled(seq, dressed(response, &fault)).await)
    }

    async fn route(&self, request: Request<Body>) -> Response<Body> {
        match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }

    async fn journaled(&self, seq: u64, response: Response<Body>) -> Response<Body> {
        let (head, body) = response.into_parts();
        let body = read(body).await.unwrap_or_default();
        let why = head
            .extensions
            .get::<Refusal>()
            .map(|Refusal(why)| why.clone());
        self.app
            .journal
            .close(seq, Reply::new(head.status.as_u16(), &body), why);
        Response::from_parts(head, Body::from(body))
    }
}

/// Whether there is a handler for a method and path.
fn is_known(method: &Method, path: &str) -> bool {
    match *method {
        Method::POST => integra::PATHS.contains(&path),
        Method::GET | Method::HEAD => pages::paths().any(|known| known == path),
        _ => false,
    }
}

/// The whole body; none if it breaks off or is longer than a mebibyte.
async fn read<B>(body: B) -> Option<Bytes>
where
    B: hyper::body::Body<Data = Bytes>,
    B::Error: Into<axum::BoxError>,
{
    Limited::new(body, BODY_LIMIT)
        .collect()
        .await
        .ok()
        .map(|body| body.to_bytes())
}

/// A reply with a fault's status and headers laid over its own.
fn dressed(mut response: Response<Body>, fault: &Fault) -> Response<Body> {
    if let Some(status) = fault
        .status
        .and_then(|status| StatusCode::from_u16(status).ok())
    {
        *response.status_mut() = status;
    }
    let content_type = fault
        .content_type
        .iter()
        .map(|value| (header::CONTENT_TYPE.as_str(), value));
    let headers = fault
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value));
    for (name, value) in content_type.chain(headers) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
