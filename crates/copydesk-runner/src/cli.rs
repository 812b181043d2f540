//! The command line.

use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use copydesk_core::Registry;

use crate::talk::say;
use crate::{check, stages};

/// The exit code of wrong use and of a wrong pipeline file.
pub(crate) const WRONG_USE: u8 = 2;

/// Does a newspaper copy desk's work on whole corpora.
#[derive(Parser)]
#[command(name = "copydesk", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says everything that is wrong in a pipeline file; reads and writes nothing else.
    Check {
        /// The pipeline file.
        config: PathBuf,
    },
    /// Lists the stages, or shows the manual page of one.
    Stages {
        /// The stage.
        name: Option<String>,
        /// Write JSON, with the schema of the options.
        #[arg(long)]
        json: bool,
    },
}

/// Runs the program on the arguments it was called with.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    Registry::linked().and_then(|registry| run(arguments.command, &registry)).unwrap_or_else(|message| {
        say(&format!("error: {message}"));
        ExitCode::from(WRONG_USE)
    })
}

fn run(command: Command, registry: &Registry) -> Result<ExitCode, String> {
    match command {
        Command::Check { config } => check::check(&config, registry),
        Command::Stages { name, json } => print(&shown(registry, name.as_deref(), json)?),
    }
}

fn shown(registry: &Registry, name: Option<&str>, json: bool) -> Result<String, String> {
    Ok(match (name, json) {
        (Some(name), false) => stages::page(stages::find(registry, name)?),
        (Some(name), true) => format!("{:#}\n", stages::json(stages::find(registry, name)?)),
        (None, false) => stages::list(registry),
        (None, true) => format!("{:#}\n", registry.iter().map(stages::json).collect::<serde_json::Value>()),
    })
}

/// Writes to standard output; a reader that went away is no error.
fn print(text: &str) -> Result<ExitCode, String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}
