//! One exchange with uContact: a POST by the browser's `fetch`, its reply read to a limit, all within a deadline.

use futures_util::future::{Either, select};
use gloo_net::http::{Request as Fetch, Response};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Reflect, Uint8Array};
use std::pin::pin;
use ucontact_core::{Exchange, Reply, Request};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStream, ReadableStreamDefaultReader, ReferrerPolicy,
    RequestCache, RequestCredentials, RequestRedirect, ResponseType,
};

use crate::streamed::Streamed;
use crate::wire;

/// From the click to the last byte of the reply.
const DEADLINE_MS: u32 = 25_000;

/// Sends the request once and tells what came back; it never sends it again.
pub(crate) async fn exchange(request: &Request) -> Exchange {
    if !wire::streams(request.url(), request.body().len()).await {
        return attempt(request, None).await;
    }
    let Ok(body) = Streamed::new(request.body()) else {
        return Exchange::NotSent;
    };
    let exchange = attempt(request, Some(&body)).await;
    let lost = matches!(exchange, Exchange::Failed | Exchange::TimedOut);
    if lost && !body.was_wanted() {
        wire::unreached(request.url()).await;
        return Exchange::Unreached;
    }
    exchange
}

async fn attempt(request: &Request, body: Option<&Streamed>) -> Exchange {
    let Ok(controller) = AbortController::new() else {
        return Exchange::NotSent;
    };
    let signal = controller.signal();
    let reply = pin!(send(request, body, &signal));
    match select(reply, TimeoutFuture::new(DEADLINE_MS)).await {
        Either::Left((exchange, _)) => exchange,
        Either::Right(_) => {
            controller.abort();
            Exchange::TimedOut
        }
    }
}

async fn send(request: &Request, body: Option<&Streamed>, signal: &AbortSignal) -> Exchange {
    let Some(fetch) = build(request, body, signal) else {
        return Exchange::NotSent;
    };
    // From here on a failure proves nothing: the request may have arrived.
    match fetch.send().await {
        Err(_) => Exchange::Failed,
        Ok(response) if response.type_() == ResponseType::Opaqueredirect => Exchange::Redirected,
        Ok(response) => read(&response, request.reply_limit())
            .await
            .unwrap_or(Exchange::Failed),
    }
}

fn build(request: &Request, body: Option<&Streamed>, signal: &AbortSignal) -> Option<Fetch> {
    let builder = Fetch::post(request.url())
        .redirect(RequestRedirect::Manual)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(signal));
    let with_headers = request
        .headers()
        .into_iter()
        .fold(builder, |builder, (name, value)| {
            builder.header(name, value)
        });
    match body {
        None => with_headers.body(request.body()).ok(),
        Some(body) => {
            let bodiless = with_headers.build().ok()?.into();
            body.body_of(&bodiless).ok().map(Fetch::from)
        }
    }
}

async fn read(response: &Response, limit: usize) -> Result<Exchange, JsValue> {
    let (body, truncated) = match response.body() {
        None => (Vec::new(), false),
        Some(stream) => read_capped(stream, limit).await?,
    };
    let headers = response.headers();
    Ok(Exchange::Reply(Reply {
        status: response.status(),
        body,
        truncated,
        retry_after: headers.get("retry-after"),
        date: headers.get("date"),
    }))
}

/// Reads to the limit, in the midst of a chunk if need be, and lets go of the rest, so that an endless reply costs
/// neither memory nor time. With room for all of it at once, no copies are left behind.
async fn read_capped(stream: ReadableStream, limit: usize) -> Result<(Vec<u8>, bool), JsValue> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut body = Vec::with_capacity(limit);
    while let Some(chunk) = next_chunk(&reader).await? {
        let (read, room) = (body.len(), (limit - body.len()) as u32);
        let taken = chunk.length().min(room);
        body.resize(read + taken as usize, 0);
        chunk.subarray(0, taken).copy_to(&mut body[read..]);
        if chunk.length() > room {
            // Heard and dropped: a refusal to stop changes nothing, and unheard it would count as an unhandled rejection.
            drop(JsFuture::from(reader.cancel()));
            return Ok((body, true));
        }
    }
    Ok((body, false))
}

async fn next_chunk(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let result = JsFuture::from(reader.read()).await?;
    let done = Reflect::get(&result, &"done".into())?.is_truthy();
    let value = Reflect::get(&result, &"value".into())?;
    Ok((!done).then(|| value.unchecked_into()))
}
