//! A document as a case shows it: the text, then a line for each edit and annotation.

use std::fmt::Write;

use copydesk_core::{Document, OffsetUnit};
use serde_json::{Map, Value};

/// The text, and below `---` its edits and its annotations of `layers` (all, if none is named).
pub(crate) fn show(doc: &Document, layers: &[&str]) -> String {
    let mut json = Vec::new();
    doc.write_json(&mut json, OffsetUnit::Bytes);
    let record: Value = serde_json::from_slice(&json).expect("the core writes JSON");
    let edits = record["edits"].as_array().into_iter().flatten().map(show_edit);
    let annotations = record["annotations"].as_object().into_iter().flatten();
    let shown = annotations.filter(|(layer, _)| layers.is_empty() || layers.contains(&layer.as_str()));
    let shown =
        shown.flat_map(|(layer, list)| list.as_array().into_iter().flatten().map(move |a| (layer, a)));
    let lines: String = edits.chain(shown.map(|(layer, a)| show_annotation(doc, layer, a))).collect();
    let rule = if lines.is_empty() { "" } else { "---\n" };
    format!("{}\n{rule}{lines}", doc.text())
}

fn show_edit(edit: &Value) -> String {
    let text = |key: &str| edit[key].as_str().unwrap_or_default().to_owned();
    let (before, after) = (edit["before"].clone(), edit["after"].clone());
    format!("edit: {before} -> {after} ({}/{}, {})\n", text("stage"), text("rule"), text("grade"))
}

fn show_annotation(doc: &Document, layer: &str, annotation: &Value) -> String {
    let mut fields = annotation.as_object().cloned().unwrap_or_default();
    let span = take_span(&mut fields, doc.text());
    let source = fields.remove("source").and_then(|pair| pair_text(&pair, doc.source_text()));
    let mut line = match (span.as_deref(), source) {
        (Some("") | None, Some(source)) if !source.is_empty() => format!("{layer}: deleted {source:?}"),
        (text, _) => format!("{layer}: {:?}", text.unwrap_or_default()),
    };
    for (key, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
        let value = with_texts(key, value, doc.text());
        write!(line, " {key}={value}").expect("a String takes all");
    }
    line + "\n"
}

/// A value with its spans replaced by what they cover: offsets tell a reader nothing.
fn with_texts(key: &str, value: &Value, text: &str) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields = fields.clone();
            let span = take_span(&mut fields, text).map(|covered| ("text".to_owned(), Value::from(covered)));
            let rest = fields.iter().filter(|(_, value)| !value.is_null());
            span.into_iter()
                .chain(rest.map(|(key, value)| (key.clone(), with_texts(key, value, text))))
                .collect()
        }
        Value::Array(list) if key.ends_with("spans") => {
            list.iter().map(|pair| pair_text(pair, text).map_or(pair.clone(), Value::from)).collect()
        }
        Value::Array(list) => list.iter().map(|value| with_texts("", value, text)).collect(),
        other => other.clone(),
    }
}

fn take_span(fields: &mut Map<String, Value>, text: &str) -> Option<String> {
    let (start, end) = (offset(fields.get("start")?)?, offset(fields.get("end")?)?);
    let covered = text.get(start..end)?.to_owned();
    fields.remove("start");
    fields.remove("end");
    Some(covered)
}

fn pair_text(pair: &Value, text: &str) -> Option<String> {
    let [start, end] = pair.as_array()?.as_slice() else { return None };
    text.get(offset(start)?..offset(end)?).map(str::to_owned)
}

fn offset(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}
