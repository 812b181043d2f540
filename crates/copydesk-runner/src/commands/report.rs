//! `copydesk report`: what a run's output holds, as a page.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_io::{Block, Shape};

use crate::documents::LONGEST;
use crate::report::{Report, page};
use crate::run::manifest::Manifest;
use crate::run::plan::{self, Input};
use crate::run::reader::Reader;
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
    let inputs = inputs(path)?;
    let mut report = Report::default();
    count(&inputs, &mut report)?;
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

/// The files of records; what a run could not put through is none of them.
fn inputs(path: &Path) -> Result<Vec<Input>, String> {
    let inputs = plan::inputs(&[path.display().to_string()], Path::new(""), None)?;
    let (records, others): (Vec<_>, Vec<_>) = inputs
        .into_iter()
        .filter(|input| !OTHERS.iter().any(|other| input.name.ends_with(other)))
        .partition(|input| matches!(input.shape, Shape::Jsonl));
    if records.is_empty() {
        let what =
            if others.is_empty() { "no records" } else { "no records as JSONL, which a report is made of" };
        return Err(format!("{} holds {what}", path.display()));
    }
    Ok(records)
}

/// Files of an output folder that hold no written records.
const OTHERS: [&str; 2] = ["rejected.jsonl", "manifest.json"];

fn count(inputs: &[Input], report: &mut Report) -> Result<(), String> {
    let (mut reader, mut block) = (Reader::new(inputs, LONGEST), Block::default());
    while let Some(next) = reader.next(&mut block) {
        let input = &inputs[next.input];
        if let Some(end) = next.end {
            end.error.map_or(Ok(()), |error| Err(format!("{}: {error}", input.name)))?;
            continue;
        }
        for (i, line) in block.bytes.split(|b| *b == b'\n').enumerate().filter(|(_, line)| !line.is_empty()) {
            let at = || format!("{}:{}", input.name, block.line + i as u64);
            let record: serde_json::Value =
                serde_json::from_slice(line).map_err(|error| format!("{}: no JSON: {error}", at()))?;
            if record.get("copydesk").is_none() {
                return Err(format!(
                    "{}: not a record that a run has written: it has no key `copydesk`",
                    at()
                ));
            }
            report.add(&record);
        }
    }
    Ok(())
}
