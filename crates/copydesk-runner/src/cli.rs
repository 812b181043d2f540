//! The command line: a list of subcommands.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use copydesk_core::Registry;

use crate::commands::{check, explain, rules, schema, stages};
use crate::exit::WRONG_USE;
use crate::talk::say;

/// Does a newspaper copy desk's work on whole corpora.
#[derive(Parser)]
#[command(name = "copydesk", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

// The doc comment of each one's arguments is its help.
#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    Explain(explain::Arguments),
    Rules(rules::Arguments),
    Schema(schema::Arguments),
    Stages(stages::Arguments),
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

/// An error is wrong use; what a command finds out in its work it says itself.
fn run(command: Command, registry: &Registry) -> Result<ExitCode, String> {
    match command {
        Command::Check(arguments) => Ok(check::run(&arguments, registry)),
        Command::Explain(arguments) => explain::run(&arguments, registry),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments, registry),
        Command::Stages(arguments) => stages::run(&arguments, registry),
    }
}
