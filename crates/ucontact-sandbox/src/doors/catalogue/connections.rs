//! Connections that are refused, cut, reset or silent, before, during and after the request.

use std::time::Duration;

use super::super::deed::{Deed, Fault, Pieces, Truth, When};
use super::{BOTH, HTTP1, NEVER, SOON, fault, guid, placed, reply};

/// TLS: a fatal `handshake_failure`.
const ALERT: [u8; 7] = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28];

pub(super) fn all() -> Vec<Fault> {
    let mut faults = before_the_request();
    faults.extend(with_the_request());
    faults.extend(mid_reply());
    faults.extend(heads());
    faults
}

fn before_the_request() -> Vec<Fault> {
    let plain = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n";
    vec![
        fault("refused", BOTH, When::Refused, []),
        fault("accept-close", BOTH, When::Accepted, [Deed::Close]),
        fault("accept-reset", BOTH, When::Accepted, [Deed::Abort]),
        fault("tls-plain-http", BOTH, When::Accepted, [raw(plain)]),
        fault("tls-alert", BOTH, When::Accepted, [raw(ALERT)]),
        fault("tls-silence", BOTH, When::Accepted, [NEVER]),
        fault("secured-close", BOTH, When::Secured, [Deed::Close]),
        fault("secured-reset", BOTH, When::Secured, [Deed::Abort]),
        fault("secured-silence", BOTH, When::Secured, [NEVER]),
    ]
}

fn with_the_request() -> Vec<Fault> {
    let later = Deed::Wait(Duration::from_secs(2));
    vec![
        fault("head-close", BOTH, When::Head, [Deed::Close]),
        fault("head-reset", BOTH, When::Head, [Deed::Abort]),
        fault("head-silence", BOTH, When::Head, [NEVER]),
        fault("whole-close", BOTH, When::Whole, [Deed::Close]),
        fault("whole-reset", BOTH, When::Whole, [Deed::Abort]),
        fault(
            "whole-close-later",
            BOTH,
            When::Whole,
            [later.clone(), Deed::Close],
        ),
        fault("whole-reset-later", BOTH, When::Whole, [later, Deed::Abort]),
        fault("whole-silence", BOTH, When::Whole, [NEVER]),
    ]
}

/// Replies that break off: their length is announced, and never reached.
fn mid_reply() -> Vec<Fault> {
    let half = || {
        let mut half = reply(200, &guid().as_bytes()[..18]);
        (half.length, half.ends) = (Some(36), false);
        Deed::Reply(half)
    };
    let more = || {
        let mut more = placed();
        (more.length, more.ends) = (Some(100), false);
        Deed::Reply(more)
    };
    let cut = |name, reply: Deed, end| fault(name, BOTH, When::Whole, [reply, SOON, end]);
    vec![
        cut("body-close", half(), Deed::Close),
        cut("body-reset", half(), Deed::Abort),
        cut("body-silence", half(), NEVER),
        cut("body-close-after-guid", more(), Deed::Close),
        cut("body-reset-after-guid", more(), Deed::Abort),
        cut("body-silence-after-guid", more(), NEVER),
    ]
}

/// Heads that are cut, slow, wrong or endless: in HTTP/1 alone they can be.
fn heads() -> Vec<Fault> {
    let id = guid();
    let sends = |name: &str, bytes: &str| fault(name, HTTP1, When::Whole, [raw(bytes), SOON]);
    let ok = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n";
    let resets =
        |name: &str, bytes: &str| fault(name, HTTP1, When::Whole, [raw(bytes), SOON, Deed::Abort]);
    let pieces = |name: &str, piece: &str, times, pause| {
        let pieces = Pieces {
            lead: ok.into(),
            piece: piece.into(),
            times,
            pause,
        };
        fault(name, HTTP1, When::Whole, [Deed::Raw(pieces)])
    };
    vec![
        sends("status-line-cut", "HTTP/1.1 2"),
        resets("status-line-reset", "HTTP/1.1 2"),
        sends("headers-cut", &format!("{ok}content-le")),
        resets("headers-reset", &format!("{ok}content-le")),
        sends("headers-garbage", "\0\x01\x02 what?\r\n\r\n"),
        sends(
            "headers-without-colon",
            &format!("{ok}what\r\ncontent-length: 36\r\n\r\n{id}"),
        )
        .saying(Truth::Placed),
        pieces("headers-slow", "x-more: 1\r\n", 60, Duration::from_secs(1)),
        pieces(
            "headers-endless",
            &format!("x-more: {}\r\n", "x".repeat(4000)),
            4000,
            Duration::ZERO,
        ),
        sends("http-0.9", &id).saying(Truth::Placed),
        sends(
            "two-lengths",
            &format!("{ok}content-length: 36\r\ncontent-length: 1\r\n\r\n{id}"),
        ),
        sends(
            "negative-length",
            &format!("{ok}content-length: -1\r\n\r\n{id}"),
        )
        .saying(Truth::Placed),
        sends(
            "length-too-short",
            &format!("{ok}content-length: 10\r\n\r\n{id}"),
        ),
        sends(
            "length-and-chunks",
            &format!(
                "{ok}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n24\r\n{id}\r\n0\r\n\r\n"
            ),
        )
        // RFC 9112, section 6.3: the chunks count.
        .saying(Truth::Placed),
        sends("no-length", &format!("{ok}\r\n{id}")).saying(Truth::Placed),
        sends(
            "chunks-bad-size",
            &format!("{ok}transfer-encoding: chunked\r\n\r\nzz\r\n{id}\r\n0\r\n\r\n"),
        ),
        sends(
            "chunks-without-end",
            &format!("{ok}transfer-encoding: chunked\r\n\r\n24\r\n{id}\r\n"),
        ),
        sends(
            "chunk-cut",
            &format!("{ok}transfer-encoding: chunked\r\n\r\n48\r\n{id}"),
        ),
        sends(
            "switching-protocols",
            "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n",
        ),
        sends(
            "status-000",
            &format!("HTTP/1.1 000 OK\r\ncontent-length: 36\r\n\r\n{id}"),
        ),
        sends(
            "status-1000",
            &format!("HTTP/1.1 1000 OK\r\ncontent-length: 36\r\n\r\n{id}"),
        ),
        sends(
            "two-replies",
            &format!("{ok}content-length: 1\r\n\r\n0{ok}content-length: 36\r\n\r\n{id}"),
        )
        .saying(Truth::Refused),
    ]
}

fn raw(bytes: impl Into<Vec<u8>>) -> Deed {
    Deed::Raw(Pieces::once(bytes))
}
