//! A layer as a table: its columns by its JSON Schema, its rows by the records of a run.

use copydesk_core::LayerId;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// A layer's table.
pub(crate) struct Table {
    layer: &'static str,
    id: String,
    text: String,
    keep: Vec<String>,
    columns: Vec<Column>,
}

/// A column: a field of the layer, or a field of an object in it.
struct Column {
    field: String,
    inner: Option<String>,
    /// Whether the field is a place, whose words the column shows.
    place: bool,
}

impl Table {
    pub(crate) fn new(layer: LayerId, id: &str, text: &str, keep: &[String]) -> Self {
        let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
        let schema = layer.schema(&mut settings.into_generator());
        let fields = schema.as_value()["properties"].as_object().cloned().unwrap_or_default();
        let columns =
            fields.iter().filter(|(name, _)| *name != "spans").flat_map(|(name, field)| columns(name, field));
        Self {
            layer: layer.name(),
            id: id.to_owned(),
            text: text.to_owned(),
            keep: keep.to_vec(),
            columns: columns.collect(),
        }
    }

    /// The line of names.
    pub(crate) fn head(&self) -> String {
        let fixed = ["document"].into_iter().map(str::to_owned).chain(self.keep.iter().cloned());
        let places = ["start", "end", "text"].into_iter().map(str::to_owned);
        line(fixed.chain(places).chain(self.columns.iter().map(Column::name)))
    }

    /// The lines of a record.
    pub(crate) fn rows(&self, record: &str) -> Result<String, String> {
        if record.trim().is_empty() {
            return Ok(String::new());
        }
        let record: Value = serde_json::from_str(record).map_err(|error| error.to_string())?;
        let text = record[&self.text].as_str().ok_or_else(|| format!("no field `{}`", self.text))?;
        let words = Words::new(text, record["copydesk"]["offsets"].as_str());
        let found = record["copydesk"]["annotations"][self.layer].as_array();
        Ok(found.into_iter().flatten().map(|value| self.row(&record, value, &words)).collect())
    }

    fn row(&self, record: &Value, value: &Value, words: &Words<'_>) -> String {
        let fixed = [&self.id].into_iter().chain(&self.keep).map(|field| plain(&record[field]));
        let text = match value["spans"].as_array() {
            Some(spans) => {
                spans.iter().map(|span| words.of(&span[0], &span[1])).collect::<Vec<_>>().join(" … ")
            }
            None => words.of(&value["start"], &value["end"]).to_owned(),
        };
        let places = [plain(&value["start"]), plain(&value["end"]), text];
        let columns = self.columns.iter().map(|column| column.cell(value, words));
        line(fixed.chain(places).chain(columns))
    }
}

impl Column {
    fn name(&self) -> String {
        match &self.inner {
            Some(inner) => format!("{}_{inner}", self.field),
            None => self.field.clone(),
        }
    }

    fn cell(&self, value: &Value, words: &Words<'_>) -> String {
        let field = &value[&self.field];
        match &self.inner {
            Some(inner) => plain(&field[inner]),
            None if self.place => words.of(&field["start"], &field["end"]).to_owned(),
            None => plain(field),
        }
    }
}

/// The columns of a field: more than one if it is a place of which something is known.
fn columns(name: &str, field: &Value) -> Vec<Column> {
    let column = |inner: Option<&str>, place| Column {
        field: name.to_owned(),
        inner: inner.map(str::to_owned),
        place,
    };
    let Some(inner) = properties(field) else { return vec![column(None, false)] };
    if !inner.contains_key("start") || !inner.contains_key("end") {
        return vec![column(None, false)];
    }
    let known = inner.keys().filter(|key| !matches!(key.as_str(), "start" | "end"));
    std::iter::once(column(None, true)).chain(known.map(|key| column(Some(key), false))).collect()
}

/// The fields of an object, or of one that may be missing.
fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    let choices = schema["anyOf"].as_array().into_iter().flatten();
    std::iter::once(schema).chain(choices).find_map(|schema| schema["properties"].as_object())
}

/// A value as a cell: words bare, nothing for null, JSON for a list or an object.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<_> = cells.map(|cell| quoted(&cell)).collect();
    format!("{}\n", cells.join(","))
}

/// A cell as RFC 4180 has it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A text whose places are given in the unit of its record.
struct Words<'a> {
    text: &'a str,
    /// The byte at which each unit starts; empty where the unit is the byte.
    starts: Vec<usize>,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, unit: Option<&str>) -> Self {
        let starts = match unit {
            Some("bytes") => Vec::new(),
            Some("utf16") => {
                text.char_indices().flat_map(|(at, c)| std::iter::repeat_n(at, c.len_utf16())).collect()
            }
            _ => text.char_indices().map(|(at, _)| at).collect(),
        };
        Self { text, starts }
    }

    fn of(&self, start: &Value, end: &Value) -> &'a str {
        let byte = |value: &Value| {
            let at = usize::try_from(value.as_u64()?).ok()?;
            Some(if self.starts.is_empty() {
                at
            } else {
                self.starts.get(at).copied().unwrap_or(self.text.len())
            })
        };
        let range = byte(start).zip(byte(end)).map(|(start, end)| start..end);
        range.and_then(|range| self.text.get(range)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_marks_is_quoted() {
        assert_eq!(
            line(["a".into(), "b,c".into(), "say \"no\"".into()].into_iter()),
            "a,\"b,c\",\"say \"\"no\"\"\"\n"
        );
    }

    #[test]
    fn places_count_in_the_unit_of_the_record() {
        let at = |unit| Words::new("é😀x", unit).of(&Value::from(1), &Value::from(3));
        assert_eq!((at(None), at(Some("utf16"))), ("😀x", "😀"));
    }
}
