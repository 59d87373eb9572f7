//! Bodies with status 200: nearly an answer, far too long, slow, or wrapped in something.

use std::time::Duration;

use super::super::deed::{Deed, Fault, Pieces, Reply, Truth, When};
use super::{BOTH, fault, guid, placed, reply};

pub(super) fn all() -> Vec<Fault> {
    let mut faults = answers();
    faults.extend(near_misses());
    faults.extend(sizes());
    faults.extend(encodings());
    faults
}

fn says(name: &str, body: impl Into<Vec<u8>>) -> Fault {
    replies(name, reply(200, body))
}

fn replies(name: &str, reply: Reply) -> Fault {
    fault(name, BOTH, When::Whole, [Deed::Reply(reply)])
}

/// Real answers in unusual dress.
fn answers() -> Vec<Fault> {
    let html = placed().with("content-type", "text/html");
    let cookie = placed().with("set-cookie", "JSESSIONID=1; Secure; HttpOnly");
    let pieces = Pieces {
        lead: guid()[..35].into(),
        piece: b"0".to_vec(),
        times: 1,
        pause: Duration::from_secs(1),
    };
    let pieces = Reply {
        body: pieces,
        ..placed()
    };
    let late = [Deed::Wait(Duration::from_secs(3)), Deed::Reply(placed())];
    vec![
        says("guid-in-capitals", guid().to_uppercase()),
        says("guid-and-newline", format!("{}\r\n", guid())),
        replies("guid-as-html", html),
        replies("guid-with-cookie", cookie),
        replies("guid-in-two-pieces", pieces),
        fault("guid-after-3-s", BOTH, When::Whole, late),
    ]
    .into_iter()
    .map(|fault| fault.saying(Truth::Placed))
    .chain([says("zero", "0").saying(Truth::Refused)])
    .collect()
}

/// What a careless reader would take for an answer.
fn near_misses() -> Vec<Fault> {
    let id = guid();
    let page = "<!DOCTYPE html><html><title>uContact</title><body><form></form></body></html>";
    vec![
        says("html", page),
        says("html-with-guid", format!("<html><body>{id}</body></html>")),
        says("bom-and-guid", format!("\u{feff}{id}")),
        says("bom-and-zero", "\u{feff}0"),
        says("nul-after-guid", format!("{id}\0")),
        says("nul", "\0"),
        says("zero-and-newline", "0\n"),
        says("space-and-zero", " 0"),
        says("two-zeros", "00"),
        says("minus-zero", "-0"),
        says("zero-point-zero", "0.0"),
        says("one", "1"),
        says("empty", ""),
        says("spaces", "   \r\n"),
        says("two-guids", format!("{id}\n{}", guid())),
        says("guid-and-zero", format!("{id}0")),
        says("guid-cut", &id[..35]),
        says("guid-in-json-text", format!("\"{id}\"")),
        says("guid-in-json", format!("{{\"guid\":\"{id}\"}}")),
        says("guid-in-braces", format!("{{{id}}}")),
        says("guid-without-hyphens", id.replace('-', "")),
        says("guid-as-urn", format!("urn:uuid:{id}")),
        says(
            "guid-in-utf-16",
            id.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>(),
        ),
        says("full-width-zero", "\u{ff10}"),
        says("not-utf-8", [0xff, 0xfe, b'0']),
        says("true", "true"),
        says("null", "null"),
        says("ok", "OK"),
        says("error-in-json", "{\"error\":\"no\"}"),
    ]
}

fn sizes() -> Vec<Fault> {
    let flood = |times, pause, length| Reply {
        length,
        body: Pieces {
            piece: vec![b'a'; 64 * 1024],
            times,
            pause,
            lead: Vec::new(),
        },
        ..reply(200, "")
    };
    let drops = Reply {
        length: None,
        body: Pieces {
            piece: b"a".to_vec(),
            times: 120,
            pause: Duration::from_millis(500),
            lead: Vec::new(),
        },
        ..reply(200, "")
    };
    let zeros = Reply {
        body: Pieces::once(vec![b'0'; 4097]),
        length: Some(4097),
        ..reply(200, "")
    };
    vec![
        replies(
            "ten-megabytes",
            flood(160, Duration::ZERO, Some(160 * 64 * 1024)),
        ),
        replies("endless", flood(u32::MAX, Duration::ZERO, None)),
        replies("endless-in-drops", drops),
        replies("zeros-beyond-the-cap", zeros),
        replies(
            "guid-then-endless",
            Reply {
                length: None,
                body: Pieces {
                    lead: guid().into(),
                    piece: vec![b' '; 1024],
                    times: u32::MAX,
                    pause: Duration::ZERO,
                },
                ..reply(200, "")
            },
        ),
    ]
}

fn encodings() -> Vec<Fault> {
    let gzipped = || reply(200, "").with("content-encoding", "gzip");
    let broken = placed().with("content-encoding", "gzip");
    let bomb = Reply {
        length: None,
        body: gzip_bomb(),
        ..gzipped()
    };
    vec![
        replies("gzip-bomb", bomb),
        replies("gzip-that-is-none", broken),
        replies("gzip-empty", gzipped()),
        replies(
            "unknown-encoding",
            placed().with("content-encoding", "x-unheard-of"),
        )
        .saying(Truth::Placed),
    ]
}

/// A gzip stream without an end: each 13 bytes of it unpack to 2,064 zeros.
fn gzip_bomb() -> Pieces {
    const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    let mut bits = Bits::default();
    // The last block, fixed codes (RFC 1951, section 3.2.6), and one zero to repeat.
    bits.push(0b011, 3);
    bits.push_code(0b0011_0000 + u32::from(b'0'), 8);
    // Length 258 (code 285) at distance 1 (code 0); from here on, eight times it is whole bytes again.
    let repeat = |bits: &mut Bits| {
        bits.push_code(0b1100_0101, 8);
        bits.push_code(0b0_0000, 5);
    };
    (0..8).for_each(|_| repeat(&mut bits));
    let start = bits.bytes.len();
    // One round more than is sent: the last byte of all is not full.
    (0..8 * 1025).for_each(|_| repeat(&mut bits));
    Pieces {
        lead: [HEADER.as_slice(), &bits.bytes[..start]].concat(),
        piece: bits.bytes[start..start + 13 * 1024].to_vec(),
        times: u32::MAX,
        pause: Duration::ZERO,
    }
}

/// Bits from the lowest of each byte up, as deflate packs them.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: u32,
}

impl Bits {
    fn push(&mut self, value: u32, count: u32) {
        for bit in 0..count {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= (((value >> bit) & 1) as u8) << (self.used % 8);
            }
            self.used += 1;
        }
    }

    /// A Huffman code goes in from its highest bit on.
    fn push_code(&mut self, code: u32, count: u32) {
        self.push(code.reverse_bits() >> (32 - count), count);
    }
}
