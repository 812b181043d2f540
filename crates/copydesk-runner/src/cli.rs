//! The command line: a list of subcommands.

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use copydesk_core::Registry;

use crate::commands::{
    build, check, completions, diff, explain, merge_manifests, new_stage, report, restore, retry, rules, run,
    schema, score, stages, test,
};
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
    Run(Box<run::Arguments>),
    Check(check::Arguments),
    Test(test::Arguments),
    Explain(explain::Arguments),
    Diff(diff::Arguments),
    Report(report::Arguments),
    Stages(stages::Arguments),
    Rules(rules::Arguments),
    Schema(schema::Arguments),
    Restore(restore::Arguments),
    Retry(retry::Arguments),
    MergeManifests(merge_manifests::Arguments),
    Score(score::Arguments),
    NewStage(new_stage::Arguments),
    Build(build::Arguments),
    Completions(completions::Arguments),
}

/// Runs the program on the arguments it was called with.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    Registry::linked().and_then(|registry| command(arguments.command, &registry)).unwrap_or_else(|message| {
        say(&format!("error: {message}"));
        ExitCode::from(WRONG_USE)
    })
}

/// An error is wrong use; what a command finds out in its work it says itself.
fn command(command: Command, registry: &Registry) -> Result<ExitCode, String> {
    match command {
        Command::Run(arguments) => run::run(&arguments, registry),
        Command::Check(arguments) => Ok(check::run(&arguments, registry)),
        Command::Diff(arguments) => diff::run(&arguments, registry),
        Command::Explain(arguments) => explain::run(&arguments, registry),
        Command::MergeManifests(arguments) => merge_manifests::run(&arguments),
        Command::Retry(arguments) => retry::run(&arguments, registry),
        Command::Report(arguments) => report::run(&arguments),
        Command::Restore(arguments) => restore::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments, registry),
        Command::Score(arguments) => score::run(&arguments),
        Command::Stages(arguments) => stages::run(&arguments, registry),
        Command::Test(arguments) => Ok(test::run(&arguments, registry)),
        Command::NewStage(arguments) => new_stage::run(&arguments, registry),
        Command::Build(arguments) => build::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments, Arguments::command()),
    }
}
