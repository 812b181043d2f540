//! A few documents from a file, for commands that show them: read whole, in their order.

use std::path::Path;

use copydesk_core::Document;
use serde_json::Value;

use crate::config::Input;

/// The documents of a file, as `input` says where their text, id and date stand.
pub(crate) fn read(path: &Path, input: &Input) -> Result<Vec<Document>, String> {
    let cannot = |error| format!("cannot read {}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(cannot)?;
    if path.extension().is_none_or(|extension| extension == "txt") {
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        return Ok(vec![Document::new(&id, &text)]);
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(i, line)| record(path, i + 1, line, input)).collect()
}

fn record(path: &Path, number: usize, line: &str, input: &Input) -> Result<Document, String> {
    let at = format!("{}:{number}", path.display());
    let record: Value =
        serde_json::from_str(line).map_err(|error| format!("{at}: no JSON record: {error}"))?;
    let string = |field: &str| record[field].as_str();
    let text = string(&input.text).ok_or_else(|| format!("{at}: no text in the field `{}`", input.text))?;
    let id = match &record[input.id.as_deref().unwrap_or("id")] {
        Value::String(id) => id.clone(),
        Value::Null => at,
        other => other.to_string(),
    };
    let mut doc = Document::new(&id, text);
    doc.set_date(input.date.as_deref().and_then(string));
    doc.set_record(line);
    Ok(doc)
}
