//! Lays everything out as bytes, little-endian, and writes the index to them. The reader of this form is
//! `phone-finder`'s `tables.rs`: change both.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result, ensure};

use super::explore;
use super::masks::Masks;
use super::metadata::{Metadata, PhoneMetadata, bare};
use super::pool::{END, Node, Pool};
use super::prefixes::{self, Edits};
use super::verdicts::{self, Verdicts};

/// The id of what belongs to no region.
const WORLD: &str = "001";

/// Flags in a node's first word, above the ten bits that say at which digits its edges change.
const HAS_END: u16 = 1 << 10;
const HAS_OUTPUT: u16 = 1 << 11;

/// The files to write: name and content.
pub(super) fn files(metadata: &Metadata) -> Result<[(&'static str, Vec<u8>); 3]> {
    let mut tables = Tables::default();
    let mut parts = Parts::new();
    let entities = entities(&metadata.regions);
    let records = entities
        .iter()
        .map(|e| parts.entity(e))
        .collect::<Result<Vec<_>>>()?;
    let codes = codes(&entities);
    ensure!(
        codes.len() < 256,
        "{} country codes don't fit into a byte",
        codes.len()
    );
    let mut roots = Vec::new();
    for members in codes.values() {
        let regions: Vec<_> = members.iter().map(|&m| entities[m]).collect();
        roots.push(verdicts::build(
            &mut parts.pool,
            &mut parts.verdicts,
            &mut parts.masks,
            &regions,
        )?);
    }
    let (nodes, places) = nodes(&parts.pool)?;
    tables.entities(&entities, &records, &places);
    tables.codes(&codes, &roots, &places);
    tables.verdicts(&parts.verdicts);
    tables.masks(&parts.masks);
    tables.edits(&parts.edits);
    Ok([
        ("nodes.bin", nodes),
        ("tables.bin", tables.bytes),
        (
            "index.rs",
            index(&metadata.version, &tables.index)?.into_bytes(),
        ),
    ])
}

/// Regions by id, then the country codes of no region by code.
fn entities(metadata: &[PhoneMetadata]) -> Vec<&PhoneMetadata> {
    let mut all: Vec<_> = metadata
        .iter()
        .filter(|m| m.country_code.is_some())
        .collect();
    all.sort_by_key(|m| (m.id == WORLD, m.id.clone(), m.country_code));
    all
}

/// For each country code its entities, the main one first, the others as the metadata orders them.
fn codes(entities: &[&PhoneMetadata]) -> BTreeMap<i32, Vec<usize>> {
    let mut codes: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (place, entity) in entities.iter().enumerate() {
        let members = codes
            .entry(entity.country_code.unwrap_or_default())
            .or_default();
        let main = entity.main_country_for_code.unwrap_or_default();
        members.insert(if main { 0 } else { members.len() }, place);
    }
    codes
}

struct Parts {
    pool: Pool,
    verdicts: Verdicts,
    masks: Masks,
    edits: Edits,
}

/// The automata of an entity: general description, national prefix, international prefix.
struct Roots([u32; 3]);

impl Parts {
    fn new() -> Self {
        Self {
            pool: Pool::new(),
            verdicts: Verdicts::new(),
            masks: Masks::new(),
            edits: Edits::default(),
        }
    }

    #[allow(deprecated, reason = "the pattern is read where the metadata holds it")]
    fn entity(&mut self, entity: &PhoneMetadata) -> Result<Roots> {
        let general = entity
            .general_desc
            .as_ref()
            .and_then(|d| bare(d.national_number_pattern.as_ref()));
        let general: Vec<String> = general.into_iter().collect();
        Ok(Roots([
            explore::whole(&mut self.pool, &general, |seen| u16::from(seen.patterns[0]))?,
            prefixes::national(&mut self.pool, &mut self.edits, entity)?,
            prefixes::international(&mut self.pool, entity)?,
        ]))
    }
}

#[derive(Default)]
struct Tables {
    bytes: Vec<u8>,
    index: Vec<(&'static str, usize, usize)>,
}

impl Tables {
    fn section(&mut self, name: &'static str, content: &[u8]) {
        self.index.push((name, self.bytes.len(), content.len()));
        self.bytes.extend_from_slice(content);
    }

    #[allow(
        deprecated,
        reason = "the lengths are read where the metadata holds them"
    )]
    fn entities(&mut self, entities: &[&PhoneMetadata], roots: &[Roots], places: &[u32]) {
        let mut bytes = Vec::new();
        for (entity, roots) in entities.iter().zip(roots) {
            let id = if entity.id == WORLD {
                "\0\0"
            } else {
                &entity.id
            };
            bytes.extend_from_slice(id.as_bytes());
            bytes
                .extend_from_slice(&(entity.country_code.unwrap_or_default() as u16).to_le_bytes());
            let general = entity.general_desc.as_ref();
            let set = |lengths: &[i32]| {
                lengths
                    .iter()
                    .filter(|l| **l > 0)
                    .fold(0_u32, |set, l| set | 1 << l)
            };
            bytes
                .extend_from_slice(&set(general.map_or(&[], |g| &g.possible_length)).to_le_bytes());
            bytes.extend_from_slice(
                &set(general.map_or(&[], |g| &g.possible_length_local_only)).to_le_bytes(),
            );
            for root in roots.0 {
                bytes.extend_from_slice(&places[root as usize].to_le_bytes());
            }
        }
        self.section("ENTITIES", &bytes);
    }

    /// For each number below 1000 the place of the country code that it is, from 1; and the country codes.
    fn codes(&mut self, codes: &BTreeMap<i32, Vec<usize>>, roots: &[u32], places: &[u32]) {
        let (mut lookup, mut bytes, mut all) = (vec![0_u8; 1000], Vec::new(), Vec::new());
        for (place, ((code, members), root)) in codes.iter().zip(roots).enumerate() {
            lookup[*code as usize] = place as u8 + 1;
            bytes.extend_from_slice(&places[*root as usize].to_le_bytes());
            bytes.extend_from_slice(&(*code as u16).to_le_bytes());
            bytes.extend_from_slice(&(all.len() as u16).to_le_bytes());
            all.extend(members.iter().map(|&m| m as u16));
        }
        self.section("CODE_PLACES", &lookup);
        self.section("CODES", &bytes);
        let members: Vec<u8> = all.iter().flat_map(|m| m.to_le_bytes()).collect();
        self.section("MEMBERS", &members);
    }

    fn verdicts(&mut self, verdicts: &Verdicts) {
        let mut bytes = Vec::new();
        for v in &verdicts.all {
            bytes.extend_from_slice(&[v.region, v.kind | u8::from(v.needs_prefix) << 7]);
            bytes.extend_from_slice(&v.national.to_le_bytes());
            bytes.extend_from_slice(&v.international.to_le_bytes());
        }
        self.section("VERDICTS", &bytes);
    }

    /// The masks one after the other, and where each begins, one more at the end.
    fn masks(&mut self, masks: &Masks) {
        let mut starts = vec![0_u16];
        let all = masks.all.concat();
        let mut at = 0;
        for mask in &masks.all {
            at += mask.len() as u16;
            starts.push(at);
        }
        let starts: Vec<u8> = starts.iter().flat_map(|s| s.to_le_bytes()).collect();
        self.section("MASK_STARTS", &starts);
        self.section("MASKS", &all);
    }

    /// Each edit in eight bytes: skip, keep, drop, length of the insertion, the insertion.
    fn edits(&mut self, edits: &Edits) {
        let mut bytes = Vec::new();
        for e in &edits.all {
            bytes.extend_from_slice(&[e.skip, e.keep, e.drop, e.insert.len() as u8]);
            let mut insert = [0; 4];
            insert[..e.insert.len()].copy_from_slice(e.insert.as_bytes());
            bytes.extend_from_slice(&insert);
        }
        self.section("EDITS", &bytes);
    }
}

/// The nodes as words, and the place of each. Behind the first word stand the output, the place for the end,
/// and the places that edges change to, all counted backwards from the node; 0 is nowhere.
fn nodes(pool: &Pool) -> Result<(Vec<u8>, Vec<u32>)> {
    let mut words: Vec<u16> = vec![0];
    let mut places = vec![0_u32];
    for node in &pool.nodes[1..] {
        let place = words.len() as u32;
        words.extend(record(node, place, &places)?);
        places.push(place);
    }
    let bytes = words.iter().flat_map(|w| w.to_le_bytes()).collect();
    Ok((bytes, places))
}

fn record(node: &Node, place: u32, places: &[u32]) -> Result<Vec<u16>> {
    let distance = |to: u32| match to {
        0 => Ok(0),
        _ => u16::try_from(place - places[to as usize]).context("an edge is too long for the form"),
    };
    let mut words = vec![0];
    if node.output != 0 {
        words[0] |= HAS_OUTPUT;
        words.push(node.output);
    }
    if node.next[END] != 0 {
        words[0] |= HAS_END;
        words.push(distance(node.next[END])?);
    }
    let mut last = 0;
    for (digit, &to) in node.next[..END].iter().enumerate() {
        if to != last {
            words[0] |= 1 << digit;
            words.push(distance(to)?);
            last = to;
        }
    }
    Ok(words)
}

fn index(version: &str, sections: &[(&str, usize, usize)]) -> Result<String> {
    let mut text = String::from(
        "//! Where each table lies in `tables.bin`, in bytes. Written by `cargo xtask tables`; don't edit.\n\n\
         use std::ops::Range;\n\n",
    );
    writeln!(text, "/// The metadata that the tables were made from.")?;
    writeln!(text, "pub const METADATA: &str = {version:?};")?;
    for (name, start, length) in sections {
        writeln!(
            text,
            "pub(super) const {name}: Range<usize> = {start}..{};",
            start + length
        )?;
    }
    Ok(text)
}
