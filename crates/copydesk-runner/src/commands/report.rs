//! `copydesk report`: what a run's output holds, as a page.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::report::{Report, page};
use crate::results;
use crate::run::manifest::Manifest;
use crate::talk::{print, say};

/// Makes a page of what a run has written: edits by rule with samples, annotations by layer with what they say most.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The output folder of a run, or a file of records.
    out: PathBuf,
    /// The file of the page; standard output where it is left out.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Makes the page.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let path = &arguments.out;
    let mut report = Report::default();
    for input in results::files(path)? {
        results::each(&input, |record| match record.get("copydesk") {
            Some(_) => {
                report.add(&record);
                Ok(())
            }
            None => Err("not a record that a run has written: it has no key `copydesk`".to_owned()),
        })?;
    }
    let manifest = path.join("manifest.json");
    let manifest = if manifest.exists() { Some(Manifest::read(&manifest)?) } else { None };
    let name =
        path.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let page = page::page(&name.unwrap_or_else(|| path.display().to_string()), &report, manifest.as_ref());
    let Some(output) = &arguments.output else { return print(&page) };
    std::fs::write(output, page).map_err(|error| format!("cannot write {}: {error}", output.display()))?;
    say(&format!("wrote {}", output.display()));
    Ok(ExitCode::SUCCESS)
}
