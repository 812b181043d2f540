//! Reads a pipeline file whole, or says everything that is wrong in it.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_core::{Pipeline, PipelineFile, Registry, Setup};
use toml::Spanned;

use crate::config::Sections;
use crate::draw::draw;
use crate::exit::WRONG_USE;
use crate::expectation::{self, Expectation};
use crate::run::tables;
use crate::talk::{count, say};

/// A pipeline file without a mistake.
pub(crate) struct Loaded {
    /// The sections that say what is read and written and how.
    pub(crate) sections: Sections,
    /// The stages.
    pub(crate) pipeline: Pipeline,
    /// The tests.
    pub(crate) tests: Vec<Spanned<Expectation>>,
    /// The files that the stages read.
    pub(crate) files: Vec<PathBuf>,
    /// The file as it is.
    pub(crate) text: String,
}

/// Reads a pipeline file. What is wrong in it is said here; the error is the exit code.
pub(crate) fn load(path: &Path, registry: &Registry) -> Result<Loaded, ExitCode> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        say(&format!("error: cannot read the pipeline file {}: {error}", path.display()));
        ExitCode::from(WRONG_USE)
    })?;
    let mut file = PipelineFile::parse(&text);
    let sections = Sections::read(&mut file);
    let setup = Setup::new(folder_of(path));
    let pipeline = file.stages(registry, &setup);
    if let Some(pipeline) = &pipeline {
        for mistake in tables::mistakes(&sections.output.tables, pipeline) {
            file.mistake(mistake);
        }
    }
    let tests = expectation::read(&mut file, registry);
    let Err(mistakes) = file.finish() else {
        let mut pipeline = pipeline.unwrap_or_default();
        pipeline.on_error = sections.run.on_error;
        return Ok(Loaded { sections, pipeline, tests, files: setup.resolved(), text });
    };
    say(&draw(&mistakes, &path.display().to_string(), &text, std::io::stderr().is_terminal()));
    let mistakes = count(mistakes.len(), "mistake", "mistakes");
    say(&format!("\n{}: {mistakes}; nothing was read or written", path.display()));
    Err(ExitCode::from(WRONG_USE))
}

/// The folder from which the paths in a pipeline file are taken.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}
