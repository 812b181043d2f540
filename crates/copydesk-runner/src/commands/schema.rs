//! `copydesk schema`: the JSON Schema of a pipeline file.

use std::path::PathBuf;
use std::process::ExitCode;

use copydesk_core::Registry;

use crate::schema::pipeline;
use crate::talk::{print, say};

/// Writes the JSON Schema of a pipeline file, with the options of every stage of this program.
///
/// A pipeline file whose first line is `#:schema ./pipeline.schema.json` is then completed and checked by editors.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write a file instead of standard output.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "config/pipeline.schema.json")]
    write: Option<PathBuf>,
}

/// Writes the schema.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let text = format!("{:#}\n", pipeline(registry));
    let Some(path) = &arguments.write else { return print(&text) };
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    say(&format!("wrote {}", path.display()));
    Ok(ExitCode::SUCCESS)
}
