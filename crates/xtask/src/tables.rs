//! Compiles libphonenumber's metadata into the tables of `phone-finder`.

mod automata;
mod explore;
mod masks;
pub(crate) mod metadata;
mod pack;
mod pool;
mod prefixes;
mod sections;
mod short;
mod verdicts;

use std::path::Path;

use anyhow::{Result, ensure};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../phone-finder/src/tables");

/// Writes the tables, or with `check` only says whether those that are there are the right ones.
pub(crate) fn build(check: bool) -> Result<()> {
    let (metadata, short) = (metadata::load()?, short::ShortNumbers::load()?);
    for (name, content) in pack::files(&metadata, &short)? {
        let path = Path::new(FOLDER).join(name);
        if check {
            let current = std::fs::read(&path).unwrap_or_default();
            ensure!(
                current == content,
                "{} is stale: run `cargo xtask tables`",
                path.display()
            );
        } else {
            std::fs::create_dir_all(FOLDER)?;
            std::fs::write(&path, &content)?;
            println!("{}: {} bytes", path.display(), content.len());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tables_are_what_the_metadata_gives() {
        super::build(true).unwrap();
    }
}
