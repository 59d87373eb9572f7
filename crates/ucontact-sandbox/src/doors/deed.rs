//! What a server can do instead of answering as it should, in words that the protocols' players understand.

use std::time::Duration;

use serde::Serialize;

use super::Protocol;

/// Something that goes wrong behind a door, whenever a request or a connection comes.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) name: String,
    pub(crate) protocols: &'static [Protocol],
    pub(crate) when: When,
    pub(crate) deeds: Vec<Deed>,
    pub(crate) truth: Truth,
}

/// At what moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum When {
    /// Nobody listens at the port any more.
    Refused,
    /// Instead of the TLS handshake.
    Accepted,
    /// After the handshake, before a byte of a request is read.
    Secured,
    /// When a request's head was read, its body unread.
    Head,
    /// When the whole request was read.
    Whole,
}

/// What an honest witness would say of the answer, if one was given at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Truth {
    /// The documented GUID, whole.
    Placed,
    /// The documented `0`, whole.
    Refused,
    /// Anything else.
    Neither,
}

#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Wait(Duration),
    Reply(Reply),
    /// An interim reply, 100 to 199.
    Interim(u16),
    /// Bytes as they are; HTTP/1 only.
    Raw(Pieces),
    /// `RST_STREAM` with a code; HTTP/2 only.
    ResetStream(u32),
    /// `GOAWAY` with a code; HTTP/2 only.
    GoAway(u32),
    /// Ends the connection as TCP does it politely.
    Close,
    /// Ends it with a TCP reset.
    Abort,
}

/// A reply that is well formed, whatever it says.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Without a length the end of the stream or of the connection is the end of the body.
    pub(crate) length: Option<usize>,
    pub(crate) body: Pieces,
    /// Whether the body ever ends.
    pub(crate) ends: bool,
}

/// The same bytes so many times, with a pause after each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pieces {
    pub(crate) piece: Vec<u8>,
    pub(crate) times: u32,
    pub(crate) pause: Duration,
    /// Sent before the first.
    pub(crate) lead: Vec<u8>,
}

impl Pieces {
    pub(crate) fn once(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            lead: bytes.into(),
            ..Self::default()
        }
    }

    /// What is sent, one write after the other.
    pub(crate) fn writes(&self) -> impl Iterator<Item = &[u8]> {
        let lead = (!self.lead.is_empty()).then_some(self.lead.as_slice());
        let rest = std::iter::repeat_n(self.piece.as_slice(), self.times as usize);
        lead.into_iter().chain(rest)
    }
}
