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
mod tests;
