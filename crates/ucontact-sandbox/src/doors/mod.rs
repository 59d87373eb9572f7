//! Doors: origins of their own over TLS, HTTP/1.1 or HTTP/2, each with at most one thing going wrong behind it.
//!
//! A door counts every request whose head it received, on which connection, and how far the body came: the only
//! witness of what a browser really sent. `README.md` tells how doors are opened and what can go wrong behind one.

mod catalogue;
mod certificate;
mod count;
mod deed;
mod door;
mod http1;
mod http2;

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};

pub(crate) use catalogue::all as faults;
pub(crate) use count::Count;
pub(crate) use door::Door;

use crate::lock;
use certificate::Certificate;

/// Doors that may be open at a time.
const LIMIT: usize = 64;

/// What a door speaks; it offers nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Protocol {
    #[serde(rename = "http/1.1")]
    Http1,
    #[serde(rename = "h2")]
    Http2,
}

/// Why a door could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenError {
    #[error("{LIMIT} doors are open: close some first")]
    TooMany,
    #[error("no port, or no certificate: {0}")]
    Io(#[from] io::Error),
}

/// The open doors, by port.
#[derive(Debug, Default)]
pub(crate) struct Doors {
    certificate: Mutex<Option<Arc<Certificate>>>,
    open: Mutex<BTreeMap<u16, Arc<Door>>>,
}

impl Doors {
    /// Opens a door on a free port of 127.0.0.1, with nothing wrong behind it. `keeps` makes it a server that keeps an
    /// HTTP/1 connection although the client asked for its end.
    pub(crate) async fn open(
        &self,
        protocol: Protocol,
        keeps: bool,
    ) -> Result<Arc<Door>, OpenError> {
        if lock(&self.open).len() >= LIMIT {
            return Err(OpenError::TooMany);
        }
        let door = Arc::new(Door::open(protocol, keeps, &*self.certificate()?).await?);
        lock(&self.open).insert(door.port(), Arc::clone(&door));
        Ok(door)
    }

    pub(crate) fn find(&self, port: u16) -> Option<Arc<Door>> {
        lock(&self.open).get(&port).cloned()
    }

    /// Closes a door and cuts its connections; false if there was none.
    pub(crate) fn close(&self, port: u16) -> bool {
        let door = lock(&self.open).remove(&port);
        door.inspect(|door| door.shut()).is_some()
    }

    /// The certificate of all doors as PEM, for browsers to trust.
    pub(crate) fn pem(&self) -> io::Result<String> {
        Ok(self.certificate()?.pem.clone())
    }

    /// Made with the first door: most sandboxes never open one.
    fn certificate(&self) -> io::Result<Arc<Certificate>> {
        let mut certificate = lock(&self.certificate);
        if let Some(made) = certificate.as_ref() {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(Certificate::new().map_err(io::Error::other)?);
        *certificate = Some(Arc::clone(&made));
        Ok(made)
    }
}
