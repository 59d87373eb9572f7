//! Lays everything out as bytes, little-endian, and writes the index to them. The reader of this form is
//! `phone-finder`'s `tables.rs`: change both.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use super::automata::Automata;
use super::explore;
use super::masks::Masks;
use super::metadata::{Metadata, PhoneMetadata, PhoneNumberDesc, bare};
use super::pool::Pool;
use super::prefixes::{self, Edits};
use super::sections::{Tables, index};
use super::short::ShortNumbers;
use super::verdicts::{self, Shown, Verdict};

/// The id of what belongs to no region.
const WORLD: &str = "001";

/// The files to write: name and content.
pub(super) fn files(
    metadata: &Metadata,
    short: &ShortNumbers,
) -> Result<[(&'static str, Vec<u8>); 2]> {
    let mut tables = Tables::default();
    let mut automata = Automata::new();
    let entities = entities(&metadata.regions);
    tables.entities(&entities, &mut automata)?;
    tables.codes(&entities, &mut automata)?;
    tables.automata("", &automata)?;
    tables.short(&entities, short)?;
    let index = index(&metadata.version, &short.version, &tables.index)?;
    Ok([
        ("tables.bin", tables.bytes),
        ("index.rs", index.into_bytes()),
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

impl Tables {
    #[allow(deprecated, reason = "the metadata is read where it lies")]
    fn entities(&mut self, entities: &[&PhoneMetadata], automata: &mut Automata) -> Result<()> {
        let (mut pool, mut edits) = (Pool::new(), Edits::default());
        let mut roots = Vec::new();
        for entity in entities {
            let general = entity.general_desc.as_ref();
            let general = general.and_then(|d| bare(d.national_number_pattern.as_ref()));
            let general: Vec<String> = general.into_iter().collect();
            roots.push(explore::whole(&mut pool, &general, |seen| {
                u8::from(seen.patterns[0])
            })?);
            roots.push(prefixes::national(&mut pool, &mut edits, entity)?);
            roots.push(prefixes::international(&mut pool, entity)?);
        }
        let group = automata.add(&pool, &roots)?;
        ensure!(group.leaves == 0, "the entities' leaves are to come first");
        let ids: Vec<u8> = entities.iter().flat_map(|e| id(e)).collect();
        self.section("IDS", &ids);
        self.planes("ENTITY_CODES", 2, entities.iter().map(|e| code(e)))?;
        // No number has 20 digits: above those stands the fewest digits that one is written in.
        let of = |e: &&PhoneMetadata| lengths(e, |d| &d.possible_length);
        let shortest = |e: &PhoneMetadata| {
            let members = entities.iter().filter(|other| code(other) == code(e));
            members.map(|e| of(e).trailing_zeros()).min().unwrap_or(0)
        };
        let least = |e| {
            shortest(e)
                .saturating_sub(prefixes::most_inserted(e))
                .min(15)
        };
        let column = entities.iter().map(|e| of(e) | least(e) << 20);
        self.planes("LENGTHS", 3, column)?;
        self.planes(
            "LOCAL_LENGTHS",
            3,
            entities
                .iter()
                .map(|e| lengths(e, |d| &d.possible_length_local_only)),
        )?;
        for (place, name) in ["GENERAL", "NATIONAL_PREFIX", "INTERNATIONAL_PREFIX"]
            .into_iter()
            .enumerate()
        {
            let column = group.roots.iter().skip(place).step_by(3);
            self.planes(name, 2, column.map(|&root| u32::from(root)))?;
        }
        self.edits(&edits)
    }

    /// For each number below 1000 the place of the country code that it is, from 1; the country codes; their entities and
    /// their verdicts, one code's after the other's.
    fn codes(&mut self, entities: &[&PhoneMetadata], automata: &mut Automata) -> Result<()> {
        let mut shown = Shown {
            national: Masks::new(),
            international: Masks::new(),
        };
        let (mut lookup, mut codes_) = (vec![0_u8; 1000], Vec::new());
        let (mut members, mut verdicts) = (Vec::new(), Vec::new());
        for (place, (code, own)) in codes(entities).into_iter().enumerate() {
            lookup[code as usize] = u8::try_from(place + 1)?;
            let regions: Vec<_> = own.iter().map(|&m| entities[m]).collect();
            let mut pool = Pool::new();
            let (root, found) = verdicts::build(&mut pool, &mut shown, &regions)?;
            let group = automata.add(&pool, &[root])?;
            codes_.push([
                u32::from(group.roots[0]),
                u32::from(group.leaves),
                members.len() as u32,
                verdicts.len() as u32,
            ]);
            members.extend(own.into_iter().map(|m| m as u32));
            verdicts.extend(found);
        }
        self.section("CODE_PLACES", &lookup);
        for (at, name) in ["ROOTS", "LEAVES", "FIRST_MEMBERS", "FIRST_VERDICTS"]
            .into_iter()
            .enumerate()
        {
            self.planes(name, 2, codes_.iter().map(|code| code[at]))?;
        }
        self.planes("MEMBERS", 1, members.into_iter())?;
        self.verdicts(&verdicts)?;
        self.masks("NATIONAL", &shown.national)?;
        self.masks("INTERNATIONAL", &shown.international)
    }

    /// For each entity the automaton of its short numbers, apart from the others: finding needs none of it.
    fn short(&mut self, entities: &[&PhoneMetadata], short: &ShortNumbers) -> Result<()> {
        let (mut pool, mut automata) = (Pool::new(), Automata::new());
        let roots: Vec<u32> = entities
            .iter()
            .map(|entity| short.automaton(&mut pool, &entity.id))
            .collect::<Result<_>>()?;
        let group = automata.add(&pool, &roots)?;
        self.planes("SHORT", 2, group.roots.into_iter().map(u32::from))?;
        self.automata("SHORT_", &automata)
    }

    fn automata(&mut self, prefix: &str, automata: &Automata) -> Result<()> {
        self.section(&format!("{prefix}NODES"), &automata.nodes);
        self.section(&format!("{prefix}OUTPUTS"), &automata.outputs);
        self.section(&format!("{prefix}COUNTS"), &automata.counts);
        self.planes(&format!("{prefix}SETS"), 3, automata.sets.iter().copied())
    }

    fn verdicts(&mut self, verdicts: &[Verdict]) -> Result<()> {
        let column = |of: fn(&Verdict) -> u32| verdicts.iter().map(of);
        self.planes("REGIONS", 1, column(|v| v.region.into()))?;
        self.planes(
            "KINDS",
            1,
            column(|v| u32::from(v.kind | u8::from(v.needs_prefix) << 7)),
        )?;
        self.planes("NATIONAL_MASKS", 2, column(|v| v.national as u32))?;
        self.planes("INTERNATIONAL_MASKS", 2, column(|v| v.international as u32))
    }

    /// The masks one after the other, and where each begins, one more at the end.
    fn masks(&mut self, name: &str, masks: &Masks) -> Result<()> {
        let ends = masks.all.iter().scan(0, |at, mask| {
            *at += mask.len() as u32;
            Some(*at)
        });
        self.planes(&format!("{name}_STARTS"), 2, [0].into_iter().chain(ends))?;
        self.section(&format!("{name}_FORMS"), &masks.all.concat());
        Ok(())
    }

    /// Each edit in eight bytes: skip, keep, drop, length of the insertion, the insertion.
    fn edits(&mut self, edits: &Edits) -> Result<()> {
        ensure!(edits.all.len() < 256, "more edits than fit into a byte");
        let mut bytes = Vec::new();
        for e in &edits.all {
            bytes.extend_from_slice(&[e.skip, e.keep, e.drop, e.insert.len() as u8]);
            let mut insert = [0; 4];
            insert[..e.insert.len()].copy_from_slice(e.insert.as_bytes());
            bytes.extend_from_slice(&insert);
        }
        self.section("EDITS", &bytes);
        Ok(())
    }
}

/// ISO 3166 code; two zeros for a country code of no region.
fn id(entity: &PhoneMetadata) -> [u8; 2] {
    let id = entity.id.as_bytes();
    if entity.id == WORLD {
        [0; 2]
    } else {
        [id[0], id[1]]
    }
}

fn code(entity: &PhoneMetadata) -> u32 {
    entity.country_code.unwrap_or_default() as u32
}

/// A set bit for each length.
#[allow(deprecated, reason = "the metadata is read where it lies")]
fn lengths(entity: &PhoneMetadata, of: fn(&PhoneNumberDesc) -> &Vec<i32>) -> u32 {
    let lengths = entity.general_desc.as_ref().map(of);
    let lengths = lengths.into_iter().flatten().filter(|length| **length > 0);
    lengths.fold(0, |set, length| set | 1 << length)
}
