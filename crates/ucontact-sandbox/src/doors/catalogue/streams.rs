//! HTTP/2's own ways to fail, and interim replies.

use super::super::deed::{Deed, Fault, Truth, When};
use super::{BOTH, HTTP2, SOON, fault, guid, placed, reply};

/// RFC 9113, section 7, and a code that it leaves free.
const CODES: [(&str, u32); 15] = [
    ("no-error", 0x0),
    ("protocol-error", 0x1),
    ("internal-error", 0x2),
    ("flow-control-error", 0x3),
    ("settings-timeout", 0x4),
    ("stream-closed", 0x5),
    ("frame-size-error", 0x6),
    ("refused-stream", 0x7),
    ("cancel", 0x8),
    ("compression-error", 0x9),
    ("connect-error", 0xa),
    ("enhance-your-calm", 0xb),
    ("inadequate-security", 0xc),
    ("http-1.1-required", 0xd),
    ("unknown-code", 0xff),
];

pub(super) fn all() -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, code) in CODES {
        let reset = [Deed::ResetStream(code)];
        faults.push(fault(format!("rst-{name}"), HTTP2, When::Whole, reset));
    }
    for (name, code) in [CODES[2], CODES[7], CODES[8]] {
        let reset = [Deed::ResetStream(code)];
        faults.push(fault(format!("head-rst-{name}"), HTTP2, When::Head, reset));
        faults.push(mid_reply(name, code));
    }
    for (name, code) in [CODES[0], CODES[2], CODES[11]] {
        let away = [Deed::GoAway(code), SOON, Deed::Close];
        faults.push(fault(format!("goaway-{name}"), HTTP2, When::Whole, away));
        let away = [Deed::GoAway(code), SOON, Deed::Close];
        faults.push(fault(
            format!("head-goaway-{name}"),
            HTTP2,
            When::Head,
            away,
        ));
    }
    faults.extend(interims());
    faults
}

/// The reply's head and half of its body, then the reset.
fn mid_reply(name: &str, code: u32) -> Fault {
    let mut half = reply(200, &guid().as_bytes()[..18]);
    (half.length, half.ends) = (None, false);
    let deeds = [Deed::Reply(half), SOON, Deed::ResetStream(code), SOON];
    fault(format!("body-rst-{name}"), HTTP2, When::Whole, deeds)
}

fn interims() -> Vec<Fault> {
    let then = |name, mut interim: Vec<Deed>, end: &[Deed]| {
        interim.extend_from_slice(end);
        fault(name, BOTH, When::Whole, interim)
    };
    let answer = [Deed::Reply(placed())];
    let (go_on, hints) = (Deed::Interim(100), Deed::Interim(103));
    vec![
        then("interim-100", vec![go_on.clone()], &answer).saying(Truth::Placed),
        then("interim-103", vec![hints.clone()], &answer).saying(Truth::Placed),
        then("interim-many", vec![hints.clone(); 50], &answer).saying(Truth::Placed),
        then("interim-100-close", vec![go_on, SOON], &[Deed::Close]),
        then("interim-103-reset", vec![hints, SOON], &[Deed::Abort]),
    ]
}
