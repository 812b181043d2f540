//! The rows of a written table in the form of the records that a run writes as JSONL.

use std::io;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::restore::Written;
use super::row_group::RECORD;
use super::rows::write_lines;
use super::source::RowSource;
use crate::Block;
use crate::record::KEY;

/// Passes the rows of a table that a run has written to `see`, each as a record with the key `copydesk`.
///
/// # Errors
///
/// If no run has written it, it cannot be read, or `see` fails.
pub fn written_records(path: &Path, mut see: impl FnMut(Value) -> io::Result<()>) -> io::Result<()> {
    let written = Written::of(path)?;
    let mut source = RowSource::open(path, 0)?;
    let (mut block, mut lines) = (Block::default(), Vec::new());
    while source.next(&mut block)? {
        let Some(rows) = &block.rows else { continue };
        lines.clear();
        write_lines(rows, &mut lines)?;
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            see(record(serde_json::from_slice(line)?, &written))?;
        }
    }
    Ok(())
}

/// Whether a run has written a table as the results of an input.
#[must_use]
pub fn is_written(path: &Path) -> bool {
    Written::of(path).is_ok()
}

fn record(mut row: Map<String, Value>, written: &Written) -> Value {
    let edits = written.columns.last().map_or("", String::as_str);
    let prefix = edits.strip_suffix("edits").unwrap_or_default();
    let mut annotations = Map::new();
    for column in &written.columns {
        let mut found = row.remove(column).unwrap_or_default();
        as_written(&mut found);
        if column == edits {
            row.insert(KEY.to_owned(), json!({ "annotations": {}, "edits": found }));
        } else if found.as_array().is_some_and(|found| !found.is_empty()) {
            annotations.insert(column.strip_prefix(prefix).unwrap_or(column).to_owned(), found);
        }
    }
    row.remove(RECORD);
    row[KEY]["annotations"] = annotations.into();
    row.into()
}

/// Makes pairs of the places that are pairs in a record, and leaves out what is null.
fn as_written(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| {
            as_written(item);
            as_pair(item);
        }),
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            for (name, field) in fields {
                as_written(field);
                if matches!(name.as_str(), "source" | "written") {
                    as_pair(field);
                }
            }
        }
        _ => {}
    }
}

fn as_pair(value: &mut Value) {
    if let Some([("end", end), ("start", start)] | [("start", start), ("end", end)]) = two(value) {
        *value = json!([start, end]);
    }
}

/// The entries of an object that has two.
fn two(value: &Value) -> Option<[(&str, &Value); 2]> {
    let mut entries = value.as_object()?.iter().map(|(name, value)| (name.as_str(), value));
    let two = [entries.next()?, entries.next()?];
    entries.next().is_none().then_some(two)
}
