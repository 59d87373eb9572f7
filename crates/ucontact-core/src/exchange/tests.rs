use super::*;

fn reply(status: u16, body: impl Into<Vec<u8>>) -> Exchange {
    Exchange::Reply(Reply {
        status,
        body: body.into(),
        ..Reply::default()
    })
}

fn unknown(exchange: &Exchange) -> UnknownReason {
    match exchange.answer() {
        Err(NoAnswer::Unknown(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_success_may_hold_an_answer() {
    for status in [200, 201, 299] {
        assert_eq!(reply(status, "0").answer(), Ok("0"));
    }
}

#[test]
fn a_status_is_told_whatever_the_body() {
    for body in [
        "0",
        "1",
        "8cf8570e-60e7-44ed-b799-3baab211b04d",
        "<html>",
        "",
    ] {
        assert_eq!(unknown(&reply(401, body)), UnknownReason::SignInRejected);
        assert_eq!(unknown(&reply(403, body)), UnknownReason::SignInRejected);
        assert_eq!(unknown(&reply(404, body)), UnknownReason::InstanceNotFound);
        assert_eq!(unknown(&reply(302, body)), UnknownReason::Redirected);
        for status in [0, 100, 199, 300, 304, 400, 408, 425, 500, 502, 999] {
            assert_eq!(
                unknown(&reply(status, body)),
                UnknownReason::Status { status }
            );
        }
    }
}

#[test]
fn a_busy_server_says_how_long_to_wait() {
    for status in [429, 503] {
        let busy = |retry_after: Option<&str>| {
            unknown(&Exchange::Reply(Reply {
                status,
                retry_after: retry_after.map(str::to_owned),
                ..Reply::default()
            }))
        };
        for (header, wait_seconds) in [(Some("120"), Some(120)), (Some("soon"), None), (None, None)]
        {
            assert_eq!(
                busy(header),
                UnknownReason::Busy {
                    status,
                    wait_seconds
                }
            );
        }
    }
}

#[test]
fn a_page_is_a_page_whether_read_to_its_end_or_not() {
    for page in [
        "<!DOCTYPE html><title>x",
        "\r\n <html lang=es>",
        "\u{feff}<!doctype HTML>",
        "<?xml version='1.0'?><HTML>",
        "<!-- x --><head>",
    ] {
        assert_eq!(
            unknown(&reply(200, page)),
            UnknownReason::SignedOutPage,
            "{page}"
        );
        let cut = Exchange::Reply(Reply {
            status: 200,
            body: page.into(),
            truncated: true,
            ..Reply::default()
        });
        assert_eq!(unknown(&cut), UnknownReason::SignedOutPage, "{page}");
    }
    assert_eq!(reply(200, "<error/>").answer(), Ok("<error/>"));
    assert_eq!(reply(200, "x <html>").answer(), Ok("x <html>"));
}

#[test]
fn a_reply_that_goes_on_is_no_answer() {
    let cut = Exchange::Reply(Reply {
        status: 200,
        body: "0".into(),
        truncated: true,
        ..Reply::default()
    });
    assert_eq!(unknown(&cut), UnknownReason::TooLong);
    assert_eq!(
        unknown(&reply(200, vec![b' '; MAX_REPLY_BYTES + 1])),
        UnknownReason::TooLong
    );
    assert!(reply(200, vec![b' '; MAX_REPLY_BYTES]).answer().is_ok());
}

#[test]
fn what_the_network_did_is_told() {
    assert_eq!(
        unknown(&reply(200, [0xff, 0xfe, b'0', 0])),
        UnknownReason::Unreadable
    );
    assert_eq!(unknown(&Exchange::Redirected), UnknownReason::Redirected);
    assert_eq!(unknown(&Exchange::Failed), UnknownReason::NoReply);
    assert_eq!(unknown(&Exchange::TimedOut), UnknownReason::TimedOut);
    assert_eq!(
        Exchange::NotSent.answer(),
        Err(NoAnswer::NotSent(NotSentReason::EngineFailed))
    );
    assert_eq!(
        Exchange::Unreached.answer(),
        Err(NoAnswer::NotSent(NotSentReason::Unreached))
    );
}
