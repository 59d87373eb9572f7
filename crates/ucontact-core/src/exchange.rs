//! What the transport saw after a request was handed to it.

use crate::outcome::{NotSentReason, UnknownReason};

/// Most bytes of a reply that are worth reading: an answer has at most 36, the rest tells a web page from noise.
pub const MAX_REPLY_BYTES: usize = 4096;

/// What the transport saw; interpretation is a pure function of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exchange {
    /// The request could not even be handed to the network: provably nothing left.
    NotSent,
    /// A reply came.
    Reply {
        /// The HTTP status.
        status: u16,
        /// At most [`MAX_REPLY_BYTES`] of the body.
        body: Vec<u8>,
        /// Whether there was more of it.
        truncated: bool,
    },
    /// The server pointed elsewhere, and nobody followed.
    Redirected,
    /// The network failed: no telling how far the request came.
    Failed,
    /// The deadline passed.
    TimedOut,
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
        match self {
            Self::NotSent => Err(NoAnswer::NotSent(NotSentReason::EngineFailed)),
            Self::Redirected => Err(UnknownReason::Redirected.into()),
            Self::Failed => Err(UnknownReason::NoReply.into()),
            Self::TimedOut => Err(UnknownReason::TimedOut.into()),
            Self::Reply {
                status,
                body,
                truncated,
            } => {
                judge_status(*status)?;
                Ok(judge_body(body, *truncated)?)
            }
        }
    }
}

fn judge_status(status: u16) -> Result<(), UnknownReason> {
    match status {
        200..=299 => Ok(()),
        301..=303 | 307 | 308 => Err(UnknownReason::Redirected),
        401 | 403 => Err(UnknownReason::SignInRejected),
        404 => Err(UnknownReason::InstanceNotFound),
        status => Err(UnknownReason::Status { status }),
    }
}

/// A login page is mostly longer than what is read of it, so the page is recognised before the length is judged.
fn judge_body(body: &[u8], truncated: bool) -> Result<&str, UnknownReason> {
    if is_html(body) {
        return Err(UnknownReason::SignedOutPage);
    }
    if truncated || body.len() > MAX_REPLY_BYTES {
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
