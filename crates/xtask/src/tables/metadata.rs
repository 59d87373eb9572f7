//! libphonenumber's metadata, as the port on crates.io carries it.
#![allow(
    deprecated,
    reason = "the port deprecates the raw patterns for readers of its wrappers, which are private"
)]

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use prost::Message;
use rlibphonenumber::PhoneMetadataCollection;
pub(crate) use rlibphonenumber::{NumberFormat, PhoneMetadata, PhoneNumberDesc};

const PORT: &str = "rlibphonenumber";

/// The metadata and where it comes from.
pub(crate) struct Metadata {
    pub(crate) regions: Vec<PhoneMetadata>,
    /// The port's version and, where it says so, the metadata's.
    pub(super) version: String,
}

/// Reads the metadata out of the port's sources, which cargo has unpacked.
pub(crate) fn load() -> Result<Metadata> {
    let (folder, port) = sources(PORT)?;
    let bytes = std::fs::read(folder.join("src/generated/metadata/metadata.bin"))?;
    let regions = PhoneMetadataCollection::decode(bytes.as_slice())?.metadata;
    ensure!(
        regions.len() > 200,
        "only {} regions: has the port changed its form?",
        regions.len()
    );
    let readme = std::fs::read_to_string(folder.join("Readme.md")).unwrap_or_default();
    let stated = readme.lines().find_map(|line| {
        line.split("Used metadata version:** `")
            .nth(1)?
            .split('`')
            .next()
    });
    let version = format!(
        "libphonenumber {} ({PORT} {port})",
        stated.unwrap_or("of unstated version")
    );
    Ok(Metadata { regions, version })
}

/// Where the sources of a crate lie, and which release they are.
pub(super) fn sources(name: &str) -> Result<(PathBuf, String)> {
    let tree = cargo_metadata::MetadataCommand::new().exec()?;
    let package = tree
        .packages
        .iter()
        .find(|p| p.name.as_str() == name)
        .with_context(|| format!("{name} is no dependency"))?;
    let folder = package
        .manifest_path
        .parent()
        .context("a manifest has a folder")?;
    Ok((folder.into(), package.version.to_string()))
}

/// A pattern without the anchors that the port keeps around each.
pub(crate) fn bare(pattern: Option<&String>) -> Option<String> {
    let pattern = pattern.filter(|p| !p.is_empty())?;
    let inner = pattern
        .strip_prefix("^(?:")
        .and_then(|p| p.strip_suffix(")$"));
    Some(inner.unwrap_or(pattern).to_owned()).filter(|p| !p.is_empty())
}

/// Whether a national number of this length can be of this description.
pub(super) fn fits(desc: &PhoneNumberDesc, length: usize) -> bool {
    desc.possible_length.is_empty() || desc.possible_length.contains(&(length as i32))
}
