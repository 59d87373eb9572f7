//! HTTP/1.1 by hand: a library would not let a server misbehave like this.

use std::io;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;
use tokio_rustls::server::TlsStream;

use super::catalogue::placed;
use super::deed::{Deed, Pieces, Reply, When};
use super::door::{Inside, Line};

/// The longest head or body that is read, in bytes.
const LIMIT: usize = 64 * 1024;

struct Head {
    method: String,
    headers: Vec<(String, String)>,
}

impl Head {
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    fn length(&self) -> usize {
        let length = self.get("content-length").and_then(|n| n.parse().ok());
        length.unwrap_or(0).min(LIMIT)
    }

    fn closes(&self) -> bool {
        self.get("connection")
            .is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }
}

/// Serves a connection to its end.
pub(super) async fn serve(
    mut stream: TlsStream<TcpStream>,
    line: Line,
    inside: Arc<Inside>,
) -> io::Result<()> {
    let mut read = Vec::new();
    for nth in 1.. {
        let Some(head) = read_head(&mut stream, &mut read).await? else {
            return Ok(());
        };
        let closes = head.closes() && !inside.keeps;
        let place = (line.number, nth);
        let opened = inside
            .counter
            .head(place, &head.method, head.headers.clone());
        if let Some(deeds) = inside.deeds(When::Head) {
            return play(&mut stream, &line, deeds).await;
        }
        let body = read_body(&mut stream, &mut read, head.length()).await?;
        inside.counter.whole(&opened, &body);
        if let Some(deeds) = inside.deeds(When::Whole) {
            return play(&mut stream, &line, deeds).await;
        }
        write(&mut stream, &placed(), closes).await?;
        if closes {
            return stream.shutdown().await;
        }
    }
    Ok(())
}

/// The next head, without its blank line; none where the client has nothing more to say.
async fn read_head(
    stream: &mut TlsStream<TcpStream>,
    read: &mut Vec<u8>,
) -> io::Result<Option<Head>> {
    loop {
        if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&read[..end]).into_owned();
            read.drain(..end + 4);
            return Ok(Some(parse(&head)));
        }
        if read.len() > LIMIT || stream.read_buf(read).await? == 0 {
            return Ok(None);
        }
    }
}

fn parse(head: &str) -> Head {
    let mut lines = head.split("\r\n");
    let method = lines.next().and_then(|line| line.split(' ').next());
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    Head {
        method: method.unwrap_or_default().to_owned(),
        headers: lines.filter_map(header).collect(),
    }
}

async fn read_body(
    stream: &mut TlsStream<TcpStream>,
    read: &mut Vec<u8>,
    length: usize,
) -> io::Result<Vec<u8>> {
    while read.len() < length {
        if stream.read_buf(read).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(read.drain(..length).collect())
}

/// Does what is to be done, and ends the connection after it.
async fn play(stream: &mut TlsStream<TcpStream>, line: &Line, deeds: Vec<Deed>) -> io::Result<()> {
    for deed in deeds {
        match deed {
            Deed::Wait(time) => sleep(time).await,
            Deed::Reply(reply) => write(stream, &reply, true).await?,
            Deed::Interim(status) => {
                let interim = format!("HTTP/1.1 {status} Wait\r\nlink: </x>; rel=preload\r\n\r\n");
                stream.write_all(interim.as_bytes()).await?;
            }
            Deed::Raw(pieces) => write_pieces(stream, &pieces).await?,
            Deed::Abort => {
                stream.flush().await?;
                line.abort();
                return Ok(());
            }
            Deed::Close => return stream.shutdown().await,
            Deed::ResetStream(_) | Deed::GoAway(_) => {}
        }
        stream.flush().await?;
    }
    stream.shutdown().await
}

async fn write(stream: &mut TlsStream<TcpStream>, reply: &Reply, closes: bool) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} Sandbox\r\n", reply.status);
    for (name, value) in &reply.headers {
        head += &format!("{name}: {value}\r\n");
    }
    if let Some(length) = reply.length {
        head += &format!("content-length: {length}\r\n");
    }
    if closes {
        head += "connection: close\r\n";
    }
    stream.write_all((head + "\r\n").as_bytes()).await?;
    write_pieces(stream, &reply.body).await
}

async fn write_pieces(stream: &mut TlsStream<TcpStream>, pieces: &Pieces) -> io::Result<()> {
    for bytes in pieces.writes() {
        stream.write_all(bytes).await?;
        stream.flush().await?;
        if !pieces.pause.is_zero() {
            sleep(pieces.pause).await;
        }
    }
    Ok(())
}
