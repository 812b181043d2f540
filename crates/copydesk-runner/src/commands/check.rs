//! `copydesk check`: everything that is wrong in a pipeline file, before anything is read or written.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_core::{PipelineFile, Registry, Setup};

use crate::config::Sections;
use crate::draw::draw;
use crate::exit::WRONG_USE;
use crate::talk::say;

/// Says everything that is wrong in a pipeline file; reads and writes nothing else.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The pipeline file.
    config: PathBuf,
}

/// Checks a pipeline file and says what is wrong in it.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let path = &arguments.config;
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let mut file = PipelineFile::parse(&text);
    Sections::read(&mut file);
    let pipeline = file.stages(registry, &Setup::new(path.parent().unwrap_or(Path::new(""))));
    let Err(mistakes) = file.finish() else {
        let count = pipeline.map_or(0, |pipeline| pipeline.steps.len());
        say(&format!(
            "{}: no mistake; {count} {}",
            path.display(),
            if count == 1 { "stage" } else { "stages" }
        ));
        return Ok(ExitCode::SUCCESS);
    };
    say(&draw(&mistakes, &path.display().to_string(), &text, std::io::stderr().is_terminal()));
    let noun = if mistakes.len() == 1 { "mistake" } else { "mistakes" };
    say(&format!("\n{}: {} {noun}; nothing was read or written", path.display(), mistakes.len()));
    Ok(ExitCode::from(WRONG_USE))
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("cannot read the pipeline file {}: {error}", path.display())
}
