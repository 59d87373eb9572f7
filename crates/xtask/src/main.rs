//! Builds what cargo alone cannot: the wasm bindings and the generated types.

mod bindings;
mod corpus;
mod oracle;
mod schema;
mod tables;
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
    /// Build the wasm module, its JavaScript glue, the TypeScript types and the policy's schema into extension/generated/.
    Bindings {
        /// Allow instances on the loopback interface (never for the store).
        #[arg(long)]
        dev: bool,
    },
    /// Measure phone-finder on its corpus and, apart, on the held-out texts.
    Corpus {
        /// Print each number that is missed (-) or made up (+).
        #[arg(long)]
        errors: bool,
        /// Only this region.
        #[arg(long)]
        region: Option<String>,
    },
    /// Compare phone-finder with the port of libphonenumber on numbers around the metadata's boundaries.
    Oracle {
        /// How many numbers at least.
        #[arg(long, default_value_t = 5_000_000)]
        least: u64,
    },
    /// Compile libphonenumber's metadata into the tables of phone-finder.
    Tables {
        /// Write nothing; fail if the tables are not what the metadata gives.
        #[arg(long)]
        check: bool,
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
        Task::Corpus { errors, region } => corpus::run(errors, region.as_deref()),
        Task::Oracle { least } => oracle::run(least),
        Task::Tables { check } => tables::build(check),
        Task::WasmTestRunner { arguments } => {
            let program = OsString::from("wasm-bindgen-test-runner");
            // What `cargo test --quiet` hands on, and the runner doesn't know.
            let known = arguments
                .into_iter()
                .filter(|argument| argument != "--quiet");
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(
                std::iter::once(program).chain(known),
            )
        }
    }
}
