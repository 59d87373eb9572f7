//! HTTP/2 by the h2 library, which lets a server reset streams, send GOAWAY, and fall silent.

use std::io;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use h2::server::{Connection, SendResponse};
use h2::{Reason, RecvStream, SendStream};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_rustls::server::TlsStream;

use super::catalogue::placed;
use super::deed::{Deed, Pieces, Reply, When};
use super::door::{Inside, Line};

/// The longest body that is read, in bytes.
const LIMIT: usize = 64 * 1024;

type Socket = Connection<TlsStream<TcpStream>, Bytes>;
type Request = axum::http::Request<RecvStream>;

/// What a stream's deeds do to the whole connection.
enum Order {
    GoAway(Reason),
    Close,
    Abort,
}

/// A stream that somebody works on.
struct Stream {
    inside: Arc<Inside>,
    place: (u64, u64),
    respond: SendResponse<Bytes>,
    /// The body of a reply under way, which a later deed may reset.
    sending: Option<SendStream<Bytes>>,
    orders: UnboundedSender<Order>,
}

/// Serves a connection to its end.
pub(super) async fn serve(
    stream: TlsStream<TcpStream>,
    line: Line,
    inside: Arc<Inside>,
) -> io::Result<()> {
    let mut socket = h2::server::handshake(stream).await.map_err(other)?;
    let (orders, mut ordered) = unbounded_channel();
    let mut streams = JoinSet::new();
    for nth in 1.. {
        let Some((request, respond)) = next(&mut socket, &mut ordered, &line).await? else {
            break;
        };
        let stream = Stream {
            inside: Arc::clone(&inside),
            place: (line.number, nth),
            respond,
            sending: None,
            orders: orders.clone(),
        };
        streams.spawn(async move {
            if let Err(error) = stream.serve(request).await {
                tracing::debug!(%error, "stream of a door ended");
            }
        });
    }
    Ok(())
}

/// The next request; none where the connection is to end.
async fn next(
    socket: &mut Socket,
    orders: &mut UnboundedReceiver<Order>,
    line: &Line,
) -> io::Result<Option<(Request, SendResponse<Bytes>)>> {
    loop {
        tokio::select! {
            request = socket.accept() => return request.transpose().map_err(other),
            order = orders.recv() => match order {
                Some(Order::GoAway(reason)) => socket.abrupt_shutdown(reason),
                Some(Order::Abort) => {
                    line.abort();
                    return Ok(None);
                }
                Some(Order::Close) | None => return Ok(None),
            },
        }
    }
}

impl Stream {
    async fn serve(mut self, request: Request) -> io::Result<()> {
        let (head, mut body) = request.into_parts();
        let headers = head.headers.iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.to_string(), value)
        });
        let counter = &self.inside.counter;
        let opened = counter.head(self.place, head.method.as_str(), headers.collect());
        if let Some(deeds) = self.inside.deeds(When::Head) {
            return self.play(deeds).await;
        }
        let body = read(&mut body).await?;
        self.inside.counter.whole(&opened, &body);
        match self.inside.deeds(When::Whole) {
            Some(deeds) => self.play(deeds).await,
            None => self.reply(&placed()).await,
        }
    }

    async fn play(mut self, deeds: Vec<Deed>) -> io::Result<()> {
        for deed in deeds {
            match deed {
                Deed::Wait(time) => sleep(time).await,
                Deed::Reply(reply) => self.reply(&reply).await?,
                Deed::Interim(status) => self.interim(status)?,
                Deed::ResetStream(code) => self.reset(Reason::from(code)),
                Deed::GoAway(code) => self.order(Order::GoAway(Reason::from(code))),
                Deed::Close => self.end(Order::Close).await,
                Deed::Abort => self.end(Order::Abort).await,
                Deed::Raw(_) => {}
            }
        }
        Ok(())
    }

    fn order(&self, order: Order) {
        // Nobody takes orders for a connection that has ended.
        self.orders.send(order).ok();
    }

    /// Ends the connection, and this stream with it: dropped before, it would be reset politely.
    async fn end(&self, order: Order) {
        self.order(order);
        std::future::pending().await
    }

    fn reset(&mut self, reason: Reason) {
        match &mut self.sending {
            Some(sending) => sending.send_reset(reason),
            None => self.respond.send_reset(reason),
        }
    }

    fn interim(&mut self, status: u16) -> io::Result<()> {
        let interim = axum::http::Response::builder().status(status);
        let interim = interim.body(()).map_err(io::Error::other)?;
        self.respond.send_informational(interim).map_err(other)
    }

    async fn reply(&mut self, reply: &Reply) -> io::Result<()> {
        let mut head = axum::http::Response::builder().status(reply.status);
        for (name, value) in &reply.headers {
            head = head.header(*name, value);
        }
        if let Some(length) = reply.length {
            head = head.header("content-length", length);
        }
        let head = head.body(()).map_err(io::Error::other)?;
        let mut sending = self.respond.send_response(head, false).map_err(other)?;
        write(&mut sending, &reply.body).await?;
        if reply.ends {
            sending.send_data(Bytes::new(), true).map_err(other)?;
        } else {
            // Dropped unended, the stream would be reset: the deeds say what becomes of it.
            self.sending = Some(sending);
        }
        Ok(())
    }
}

async fn read(body: &mut RecvStream) -> io::Result<Bytes> {
    let mut read = BytesMut::new();
    while let Some(chunk) = body.data().await {
        let chunk = chunk.map_err(other)?;
        body.flow_control()
            .release_capacity(chunk.len())
            .map_err(other)?;
        if read.len() + chunk.len() > LIMIT {
            return Err(io::ErrorKind::InvalidData.into());
        }
        read.extend_from_slice(&chunk);
    }
    Ok(read.freeze())
}

/// Sends as fast as the client takes it: an endless body must not fill this process's memory.
async fn write(sending: &mut SendStream<Bytes>, pieces: &Pieces) -> io::Result<()> {
    for bytes in pieces.writes() {
        let mut rest = Bytes::copy_from_slice(bytes);
        while !rest.is_empty() {
            sending.reserve_capacity(rest.len());
            let granted = std::future::poll_fn(|cx| sending.poll_capacity(cx)).await;
            let granted = granted
                .ok_or(io::ErrorKind::BrokenPipe)?
                .map_err(other)?
                .min(rest.len());
            sending
                .send_data(rest.split_to(granted), false)
                .map_err(other)?;
        }
        if !pieces.pause.is_zero() {
            sleep(pieces.pause).await;
        }
    }
    Ok(())
}

fn other(error: h2::Error) -> io::Error {
    io::Error::other(error)
}
