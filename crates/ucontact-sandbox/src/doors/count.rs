//! What came through a door.

use std::sync::Mutex;

use serde::Serialize;

use crate::lock;

/// Requests remembered by a door; what comes after is counted only.
const REMEMBERED: usize = 1000;

/// Connections and requests, as the server saw them.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Count {
    /// TCP connections that were accepted.
    connections: u64,
    /// POSTs whose head was received.
    posts: u64,
    /// POSTs that were received to their last byte.
    whole: u64,
    requests: Vec<Received>,
}

/// One request.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Received {
    /// Which of the door's connections it came over, from 1.
    connection: u64,
    /// Which of that connection's requests it was, from 1.
    nth: u64,
    method: String,
    /// Names in lower case, in the order received.
    headers: Vec<(String, String)>,
    /// Null until the whole of it was read.
    body: Option<String>,
}

/// A request whose body is still to come.
#[derive(Debug)]
pub(super) struct Opened {
    index: usize,
    is_post: bool,
}

/// Counts for all connections of a door.
#[derive(Debug, Default)]
pub(super) struct Counter(Mutex<Count>);

impl Counter {
    /// The number of a connection just accepted.
    pub(super) fn connection(&self) -> u64 {
        let mut count = lock(&self.0);
        count.connections += 1;
        count.connections
    }

    pub(super) fn head(
        &self,
        (connection, nth): (u64, u64),
        method: &str,
        headers: Vec<(String, String)>,
    ) -> Opened {
        let mut count = lock(&self.0);
        let is_post = method == "POST";
        count.posts += u64::from(is_post);
        let index = count.requests.len();
        if index < REMEMBERED {
            count.requests.push(Received {
                connection,
                nth,
                method: method.to_owned(),
                headers,
                body: None,
            });
        }
        Opened { index, is_post }
    }

    pub(super) fn whole(&self, opened: &Opened, body: &[u8]) {
        let mut count = lock(&self.0);
        count.whole += u64::from(opened.is_post);
        if let Some(request) = count.requests.get_mut(opened.index) {
            request.body = Some(String::from_utf8_lossy(body).into_owned());
        }
    }

    pub(super) fn so_far(&self) -> Count {
        lock(&self.0).clone()
    }
}
