//! Starts the sandbox: parses the arguments, and leaves the rest to the library.

use std::io::Write;
use std::path::PathBuf;

use clap::Parser;
use tracing_subscriber::EnvFilter;
use ucontact_sandbox::{Config, ConfigError, Sandbox};

/// A local imitation of uContact, with demo CRM pages and a softphone. Serves on 127.0.0.1 only.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Port to serve on; 0 takes any free one
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// JSON file with token, agents and campaigns; what it leaves out keeps its default
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error("cannot serve on 127.0.0.1: {0}")]
    Serve(#[from] std::io::Error),
}

async fn run(arguments: Arguments) -> Result<(), Failure> {
    let config = match &arguments.config {
        Some(file) => Config::read(file)?,
        None => Config::default(),
    };
    let sandbox = Sandbox::bind(arguments.port, config).await?;
    let mut out = std::io::stdout().lock();
    out.write_all(sandbox.greeting().as_bytes())?;
    out.flush()?;
    drop(out);
    sandbox.serve().await;
    Ok(())
}

#[tokio::main]
async fn main() -> std::process::ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        .with_writer(std::io::stderr)
        .init();
    match run(Arguments::parse()).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            tracing::error!("{failure}");
            std::process::ExitCode::FAILURE
        }
    }
}
