//! `copydesk check`: everything that is wrong in a pipeline file, before anything is read or written.

use std::path::PathBuf;
use std::process::ExitCode;

use copydesk_core::Registry;

use crate::load::load;
use crate::talk::{count, say};

/// Says everything that is wrong in a pipeline file; reads and writes nothing else.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The pipeline file.
    config: PathBuf,
}

/// Checks a pipeline file and says what is wrong in it.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> ExitCode {
    let loaded = match load(&arguments.config, registry) {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    let stages = count(loaded.pipeline.steps.len(), "stage", "stages");
    let tests = match loaded.tests.len() {
        0 => String::new(),
        tests => format!(", {}", count(tests, "test", "tests")),
    };
    say(&format!("{}: no mistake; {stages}{tests}", arguments.config.display()));
    ExitCode::SUCCESS
}
