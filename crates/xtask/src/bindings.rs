//! The wasm module with its JavaScript glue, by the library behind the wasm-bindgen command.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{schema, types};

/// Builds `ucontact-wasm` and writes `extension/generated/{dev,store}/` and beside them `types.ts` and `policy.schema.json`.
pub(crate) fn build(dev: bool) -> anyhow::Result<()> {
    let root = workspace_root()?;
    compile(&root, dev)?;
    let generated = root.join("extension/generated");
    let flavour = if dev { "dev" } else { "store" };
    let wasm = target_dir(&root).join("wasm32-unknown-unknown/wasm/ucontact_wasm.wasm");
    write_glue(&wasm, &generated.join(flavour), dev)?;
    types::write(&generated.join("types.ts"))?;
    schema::write(&generated.join("policy.schema.json"))
}

fn compile(root: &Path, dev: bool) -> anyhow::Result<()> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).args([
        "build",
        "--package=ucontact-wasm",
        "--target=wasm32-unknown-unknown",
        "--profile=wasm",
    ]);
    cargo.arg(format!(
        "--config=target.wasm32-unknown-unknown.rustflags={:?}",
        without_local_paths(root)
    ));
    if dev {
        cargo.arg("--features=dev");
    }
    let status = cargo.status().context("cargo could not be started")?;
    ensure!(status.success(), "cargo build of ucontact-wasm: {status}");
    Ok(())
}

/// Flags that keep this machine's folders out of what ships: a panic names the source file it happened in.
fn without_local_paths(root: &Path) -> Vec<String> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or(home.map(|home| home.join(".cargo")));
    let crates = cargo_home.map(|home| home.join("registry/src"));
    let folders = [
        (crates, "crates"),
        (Some(root.to_path_buf()), "click-to-call"),
    ];
    let remap = |(folder, name): (Option<PathBuf>, &str)| {
        let folder = folder?.canonicalize().ok()?;
        Some(format!("--remap-path-prefix={}={name}", folder.display()))
    };
    folders.into_iter().filter_map(remap).collect()
}

fn write_glue(wasm: &Path, folder: &Path, dev: bool) -> anyhow::Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        // For stacks in a console; an eighth of the module.
        .remove_name_section(!dev)
        // The finder's instance is renewed after a trap: see extension/background/engine.ts.
        .reset_state_function(true)
        .generate(folder)
        .with_context(|| format!("bindings of {}", wasm.display()))
}

fn workspace_root() -> anyhow::Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().and_then(Path::parent);
    Ok(root
        .context("xtask lies two folders below the workspace")?
        .to_path_buf())
}

fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}
