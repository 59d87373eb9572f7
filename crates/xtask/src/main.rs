//! Builds what cargo alone cannot: the wasm bindings and the generated types.

mod bindings;
mod types;

use std::ffi::OsString;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about, bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the wasm module, its JavaScript glue and the TypeScript types into extension/generated/.
    Bindings {
        /// Allow instances on the loopback interface (never for the store).
        #[arg(long)]
        dev: bool,
    },
    /// Run a wasm test file; cargo calls this by itself (see .cargo/config.toml).
    #[command(disable_help_flag = true)]
    WasmTestRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().task {
        Task::Bindings { dev } => bindings::build(dev),
        Task::WasmTestRunner { arguments } => {
            let program = OsString::from("wasm-bindgen-test-runner");
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(
                std::iter::once(program).chain(arguments),
            )
        }
    }
}
