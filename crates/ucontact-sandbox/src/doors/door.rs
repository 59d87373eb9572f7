//! One door: a listener, its connections, and what is wrong behind it at the moment.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;

use super::certificate::Certificate;
use super::count::{Count, Counter};
use super::deed::{Deed, Fault, When};
use super::{Protocol, http1, http2};
use crate::lock;

/// The longest that a connection lives.
const LIFETIME: Duration = Duration::from_secs(90);

/// An origin of its own.
#[derive(Debug)]
pub(crate) struct Door {
    port: u16,
    listening: AbortHandle,
    inside: Arc<Inside>,
}

/// What all connections of a door share.
#[derive(Debug)]
pub(super) struct Inside {
    pub(super) keeps: bool,
    pub(super) counter: Counter,
    fault: Mutex<Option<Fault>>,
}

/// A connection's own: its number, and a second handle of its socket, to end it by a reset.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) number: u64,
    twin: TcpStream,
}

impl Door {
    pub(super) async fn open(
        protocol: Protocol,
        keeps: bool,
        certificate: &Certificate,
    ) -> io::Result<Self> {
        let acceptor = certificate.acceptor(protocol).map_err(io::Error::other)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let inside = Arc::new(Inside {
            keeps,
            counter: Counter::default(),
            fault: Mutex::default(),
        });
        Ok(Self {
            port: listener.local_addr()?.port(),
            listening: tokio::spawn(listen(listener, acceptor, protocol, Arc::clone(&inside)))
                .abort_handle(),
            inside,
        })
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Makes something go wrong from now on, or nothing.
    pub(crate) fn arm(&self, fault: Option<Fault>) {
        if fault.as_ref().map(|fault| fault.when) == Some(When::Refused) {
            self.shut();
        }
        *lock(&self.inside.fault) = fault;
    }

    pub(crate) fn count(&self) -> Count {
        self.inside.counter.so_far()
    }

    /// Stops listening and cuts every connection.
    pub(super) fn shut(&self) {
        self.listening.abort();
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.shut();
    }
}

impl Inside {
    /// What is to be done at this moment; none where all is well.
    pub(super) fn deeds(&self, moment: When) -> Option<Vec<Deed>> {
        let fault = lock(&self.fault);
        let due = fault.as_ref().filter(|fault| fault.when == moment);
        due.map(|fault| fault.deeds.clone())
    }
}

impl Line {
    /// Makes the end of the connection, which has to follow, a reset.
    pub(super) fn abort(&self) {
        if let Err(error) = self.twin.set_zero_linger() {
            tracing::warn!(%error, "no reset");
        }
    }
}

/// Its connections end with it: they live in its own set.
async fn listen(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    protocol: Protocol,
    inside: Arc<Inside>,
) {
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let Ok((stream, _)) = listener.accept().await else {
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let (acceptor, inside) = (acceptor.clone(), Arc::clone(&inside));
        connections.spawn(timeout(LIFETIME, async move {
            if let Err(error) = serve(stream, acceptor, protocol, inside).await {
                tracing::debug!(%error, "connection of a door ended");
            }
        }));
    }
}

async fn serve(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    protocol: Protocol,
    inside: Arc<Inside>,
) -> io::Result<()> {
    let (stream, line) = twins(stream, inside.counter.connection())?;
    if let Some(deeds) = inside.deeds(When::Accepted) {
        return play_before_tls(stream, &line, deeds).await;
    }
    let mut stream = acceptor.accept(stream).await?;
    if let Some(deeds) = inside.deeds(When::Secured) {
        // The handshake's last messages must have arrived: the request may be on its way.
        stream.flush().await?;
        return play_before_tls(stream, &line, deeds).await;
    }
    match protocol {
        Protocol::Http1 => http1::serve(stream, line, inside).await,
        Protocol::Http2 => http2::serve(stream, line, inside).await,
    }
}

fn twins(stream: TcpStream, number: u64) -> io::Result<(TcpStream, Line)> {
    let stream = stream.into_std()?;
    let twin = TcpStream::from_std(stream.try_clone()?)?;
    Ok((TcpStream::from_std(stream)?, Line { number, twin }))
}

/// Before a request there is nothing to reply to: bytes, waits, and the end.
async fn play_before_tls(
    mut stream: impl AsyncWriteExt + Unpin,
    line: &Line,
    deeds: Vec<Deed>,
) -> io::Result<()> {
    for deed in deeds {
        match deed {
            Deed::Wait(time) => sleep(time).await,
            Deed::Raw(pieces) => stream.write_all(&pieces.lead).await?,
            Deed::Abort => line.abort(),
            _ => {}
        }
    }
    stream.flush().await
}
