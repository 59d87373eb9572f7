//! Where the tables' bytes are gathered, and the index to them.

use std::fmt::Write;

use anyhow::{Result, ensure};

/// The bytes of all tables and where each lies: name, begin, length.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) bytes: Vec<u8>,
    pub(super) index: Vec<(String, usize, usize)>,
}

impl Tables {
    pub(super) fn section(&mut self, name: &str, content: &[u8]) {
        self.index
            .push((name.to_owned(), self.bytes.len(), content.len()));
        self.bytes.extend_from_slice(content);
    }

    /// A column of numbers of `width` bytes: all low bytes, then all that are next to the low ones, and so on. Like
    /// stands beside like, which compresses best.
    pub(super) fn planes(
        &mut self,
        name: &str,
        width: usize,
        column: impl Iterator<Item = u32>,
    ) -> Result<()> {
        let column: Vec<[u8; 4]> = column.map(u32::to_le_bytes).collect();
        let fits = column
            .iter()
            .all(|number| number[width..].iter().all(|&b| b == 0));
        ensure!(
            fits,
            "{name} holds a number that {width} bytes are too few for"
        );
        let content: Vec<u8> = (0..width)
            .flat_map(|plane| column.iter().map(move |n| n[plane]))
            .collect();
        self.section(name, &content);
        Ok(())
    }
}

/// The index as a Rust source.
pub(super) fn index(
    version: &str,
    short: &str,
    sections: &[(String, usize, usize)],
) -> Result<String> {
    let mut text = String::from(
        "//! Where each table lies in `tables.bin`, in bytes. Written by `cargo xtask tables`; don't edit.\n\n\
         use core::ops::Range;\n\n",
    );
    writeln!(text, "/// The metadata that the tables were made from.")?;
    writeln!(text, "pub const METADATA: &str = {version:?};")?;
    writeln!(text, "/// The same for short numbers.")?;
    writeln!(text, "pub const SHORT_METADATA: &str = {short:?};")?;
    for (name, start, length) in sections {
        writeln!(
            text,
            "pub(super) const {name}: Range<usize> = {start}..{};",
            start + length
        )?;
    }
    Ok(text)
}
