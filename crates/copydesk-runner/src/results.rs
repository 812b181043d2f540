//! The records that runs have written, read again: from JSONL and from tables.

use std::io::{self, BufRead};
use std::path::Path;

use copydesk_io::{Gauge, Shape, Source, is_written, open, written_records};
use serde_json::Value;

use crate::run::names::is_about_records;
use crate::run::plan::{self, Input};

/// The results that a path names: a file, or those of an output folder, or `-`. Of what else a run writes into its
/// folder, none is a result.
pub(crate) fn files(path: &Path) -> Result<Vec<Input>, String> {
    if path.is_file() {
        return Ok(vec![Input::of_records(path)]);
    }
    let mut inputs = plan::inputs(&[path.display().to_string()], Path::new(""), None)?;
    inputs.retain(is_result);
    if inputs.is_empty() { Err(format!("{} holds no results", path.display())) } else { Ok(inputs) }
}

fn is_result(input: &Input) -> bool {
    match (&input.source, input.shape) {
        (Source::Stdin, _) => true,
        // A flat table is none, but a broken file is one that cannot be read.
        (Source::File(path), Shape::Parquet) => is_written(path) || !is_table(path),
        (Source::File(path), _) => !is_about_records(path),
    }
}

fn is_table(path: &Path) -> bool {
    copydesk_io::column_names(path).is_ok()
}

/// Passes every record of an input to `see`, with its place for messages.
///
/// # Errors
///
/// If the input cannot be read, is no JSON, or `see` fails; says where.
pub(crate) fn each(input: &Input, mut see: impl FnMut(Value) -> Result<(), String>) -> Result<(), String> {
    match (input.shape, &input.source) {
        (Shape::Parquet, Source::File(path)) => rows(path, &input.name, &mut see),
        (Shape::Text, _) => Err(format!("{}: a text is no result of a run", input.name)),
        _ => lines(input, &mut see),
    }
}

type See<'a> = &'a mut dyn FnMut(Value) -> Result<(), String>;

fn rows(path: &Path, name: &str, see: See<'_>) -> Result<(), String> {
    let mut row = 0;
    let read = written_records(path, |record| {
        row += 1;
        see(record).map_err(|told| io::Error::other(format!("row {row}: {told}")))
    });
    read.map_err(|error| format!("{name}: {error}"))
}

fn lines(input: &Input, see: See<'_>) -> Result<(), String> {
    let mut lines = open(&input.source, input.codec, &Gauge::default())
        .map_err(|error| format!("cannot read {}: {error}", input.name))?;
    let mut line = String::new();
    for number in 1.. {
        let told = |told: &dyn std::fmt::Display| format!("{}:{number}: {told}", input.name);
        line.clear();
        if lines.read_line(&mut line).map_err(|error| told(&error))? == 0 {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let record = serde_json::from_str(&line).map_err(|error| told(&format!("no JSON: {error}")))?;
        see(record).map_err(|error| told(&error))?;
    }
    Ok(())
}
