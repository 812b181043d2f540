//! `copydesk score`: predictions against gold.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::score::{Report, cleanup, number, quote};
use crate::talk::print;

/// Scores what a run wrote against gold. Offsets are code points; gold is about the text as read.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Scores numbers and dates: `{id, text, scope, expected: [{start, end, kind, value, unit}]}`.
    Number {
        #[command(flatten)]
        files: Files,
        /// Spans need only share a character.
        #[arg(long)]
        overlap: bool,
        /// Compare kinds one by one, and not in groups.
        #[arg(long)]
        fine: bool,
    },
    /// Scores quotations: `{id, text, quotes: [{type, spans, speaker}]}`.
    Quote {
        #[command(flatten)]
        files: Files,
        /// Only quotations of these types: direct, mixed, indirect.
        #[arg(long, value_delimiter = ',')]
        types: Vec<String>,
    },
    /// Scores edits and flags: `{id, text, artifacts: [{start, end, type, policy, repair}], guards}`.
    Cleanup {
        #[command(flatten)]
        files: Files,
        /// Show so many of the mistakes.
        #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
        errors: usize,
    },
}

#[derive(clap::Args)]
struct Files {
    /// What is right, one JSON object a line.
    #[arg(long)]
    gold: PathBuf,
    /// What was found: the records of a run.
    #[arg(long)]
    pred: PathBuf,
    /// Write JSON.
    #[arg(long)]
    json: bool,
}

/// Shows the figures.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let (files, report) = match &arguments.what {
        What::Number { files, overlap, fine } => {
            let options = number::Options { overlap: *overlap, fine: *fine };
            (files, number::score(&files.gold, &files.pred, options))
        }
        What::Quote { files, types } => (files, quote::score(&files.gold, &files.pred, types)),
        What::Cleanup { files, errors } => (files, cleanup::score(&files.gold, &files.pred, *errors)),
    };
    let Report { json, text } = report?;
    print(&if files.json { format!("{json}\n") } else { text })
}
