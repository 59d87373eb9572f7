//! What the transport saw after a request was handed to it.

use std::fmt;

use zeroize::Zeroize;

use crate::outcome::{NotSentReason, UnknownReason};
use crate::retry_after;

/// Most bytes of a reply that are worth reading, if its request doesn't say otherwise: an answer has at most 36, the
/// rest tells a web page from noise.
pub(crate) const MAX_REPLY_BYTES: usize = 4096;

/// What the transport saw; interpretation is a pure function of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exchange {
    /// The request could not even be handed to the network: provably nothing left.
    NotSent,
    /// The network failed before it had asked for the first byte of the body: provably none of it left.
    Unreached,
    /// A reply came.
    Reply(Reply),
    /// The server pointed elsewhere, and nobody followed.
    Redirected,
    /// The network failed: no telling how far the request came.
    Failed,
    /// The deadline passed.
    TimedOut,
}

/// An HTTP reply, as far as it is read. Its `Debug` shows the body's size only: that of a sign-in holds secrets.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// At most [`Request::reply_limit`](crate::Request::reply_limit) bytes of the body.
    pub body: Vec<u8>,
    /// Whether there was more of it.
    pub truncated: bool,
    /// The header `Retry-After`, as it came.
    pub retry_after: Option<String>,
    /// The header `Date`, as it came: the server's own clock.
    pub date: Option<String>,
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .field("truncated", &self.truncated)
            .finish_non_exhaustive()
    }
}

/// Why there is no answer to look at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    NotSent(NotSentReason),
    Unknown(UnknownReason),
}

impl From<UnknownReason> for NoAnswer {
    fn from(reason: UnknownReason) -> Self {
        Self::Unknown(reason)
    }
}

impl Exchange {
    /// The body of a reply that may hold an answer, or why there is none to look at.
    pub(crate) fn answer(&self) -> Result<&str, NoAnswer> {
        self.answer_within(MAX_REPLY_BYTES)
    }

    /// As [`Exchange::answer`], for an answer that may have so many bytes.
    pub(crate) fn answer_within(&self, limit: usize) -> Result<&str, NoAnswer> {
        match self {
            Self::NotSent => Err(NoAnswer::NotSent(NotSentReason::EngineFailed)),
            Self::Unreached => Err(NoAnswer::NotSent(NotSentReason::Unreached)),
            Self::Redirected => Err(UnknownReason::Redirected.into()),
            Self::Failed => Err(UnknownReason::NoReply.into()),
            Self::TimedOut => Err(UnknownReason::TimedOut.into()),
            Self::Reply(reply) => {
                judge_status(reply)?;
                Ok(judge_body(&reply.body, reply.truncated, limit)?)
            }
        }
    }

    /// A whole reply.
    #[cfg(test)]
    pub(crate) fn replied(status: u16, body: &[u8]) -> Self {
        Self::Reply(Reply {
            status,
            body: body.to_vec(),
            ..Reply::default()
        })
    }

    /// Overwrites the body, for a reply that holds secrets.
    pub(crate) fn wipe(&mut self) {
        if let Self::Reply(reply) = self {
            reply.body.zeroize();
        }
    }
}

fn judge_status(reply: &Reply) -> Result<(), UnknownReason> {
    match reply.status {
        200..=299 => Ok(()),
        301..=303 | 307 | 308 => Err(UnknownReason::Redirected),
        401 | 403 => Err(UnknownReason::SignInRejected),
        404 => Err(UnknownReason::InstanceNotFound),
        status @ (429 | 503) => Err(UnknownReason::Busy {
            status,
            wait_seconds: retry_after::seconds(reply),
        }),
        status => Err(UnknownReason::Status { status }),
    }
}

/// A login page is mostly longer than what is read of it, so the page is recognised before the length is judged.
fn judge_body(body: &[u8], truncated: bool, limit: usize) -> Result<&str, UnknownReason> {
    if is_html(body) {
        return Err(UnknownReason::SignedOutPage);
    }
    if truncated || body.len() > limit {
        return Err(UnknownReason::TooLong);
    }
    std::str::from_utf8(body).map_err(|_| UnknownReason::Unreadable)
}

fn is_html(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body).to_ascii_lowercase();
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    text.starts_with('<')
        && ["<!doctype html", "<html", "<head", "<body"]
            .iter()
            .any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests {
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
            for (header, wait_seconds) in
                [(Some("120"), Some(120)), (Some("soon"), None), (None, None)]
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
}
