//! Gold and predictions as they are read: records, one JSON object a line.

use std::collections::HashMap;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::results;

/// Every record of a file.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let text = read_text(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(i, line)| {
            serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", path.display(), i + 1))
        })
        .collect()
}

/// One object that fills the whole file, or else a record a line.
pub(super) fn read_one_or_more<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    match serde_json::from_str(&read_text(path)?) {
        Ok(one) => Ok(vec![one]),
        Err(_) => read(path),
    }
}

fn read_text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Predictions by the id of their document: a file of any form that a run writes, or an output folder.
pub(super) fn by_id(path: &Path) -> Result<HashMap<String, Value>, String> {
    let mut records = HashMap::new();
    for input in results::files(path)? {
        results::each(&input, |record| {
            let id = record["id"].as_str().ok_or("it has no id")?.to_owned();
            records.insert(id, record);
            Ok(())
        })?;
    }
    Ok(records)
}

/// The predictions of a record that is nobody's result, under the first of the names that it has. A result keeps the fields
/// of its input, gold's too if that was the input, so in one they say nothing of what the run found.
pub(super) fn plain<'a>(record: &'a Value, names: &[&str]) -> Option<&'a Value> {
    let fields = record.get("copydesk").map_or(names, |_| &[]);
    fields.iter().find_map(|name| record.get(*name))
}

/// The annotations of a layer in a record that Copydesk wrote.
pub(super) fn annotations<'a>(record: &'a Value, layer: &str) -> impl Iterator<Item = &'a Value> {
    record["copydesk"]["annotations"][layer].as_array().into_iter().flatten()
}

/// An offset, or any other count.
pub(super) fn number(value: &Value) -> usize {
    value.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
}

/// Where places of the text as written lay in the text as read, which is the text that gold is about.
pub(super) struct AsRead(Vec<Changed>);

struct Changed {
    read: (usize, usize),
    written: (usize, usize),
}

impl AsRead {
    /// By the edits of a record.
    pub(super) fn of(record: &Value) -> Self {
        let edits = record["copydesk"]["edits"].as_array().into_iter().flatten();
        Self(
            edits
                .map(|edit| Changed {
                    read: (number(&edit["start"]), number(&edit["end"])),
                    written: (number(&edit["written"][0]), number(&edit["written"][1])),
                })
                .collect(),
        )
    }

    /// A span of the text as written. One that begins or ends in a changed place takes all of it.
    pub(super) fn span(&self, start: usize, end: usize) -> (usize, usize) {
        (self.place(start, false), self.place(end, true))
    }

    fn place(&self, at: usize, end: bool) -> usize {
        let before = |changed: &Changed| {
            let from = changed.written;
            from.0 < at || (from.0 == at && !end && from.0 == from.1)
        };
        let last = self.0.iter().rfind(|changed| before(changed));
        match last {
            None => at,
            Some(changed) if at < changed.written.1 => {
                if end {
                    changed.read.1
                } else {
                    changed.read.0
                }
            }
            Some(changed) => at - changed.written.1 + changed.read.1,
        }
    }
}
