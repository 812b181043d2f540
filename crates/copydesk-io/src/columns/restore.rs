//! Gives the records of a written table back as they were read.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt32Type;
use arrow_array::{Array, RecordBatch, StringArray, StructArray};
use copydesk_core::OffsetUnit;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};
use serde::Deserialize;

use super::row_group::{Origin, RECORD};
use super::rows::{with_text, write_lines};
use super::source::RowSource;
use crate::restore::put_back;
use crate::splice::Escapes;
use crate::{Block, FieldPath, Fields, Record};

/// Writes the records of a table that a run has written as they were read: lines of JSONL, or texts.
/// What were rows are written as lines of JSON.
///
/// # Errors
///
/// If no run has written it, or it cannot be read or written.
pub fn restore_file(path: &Path, to: &mut impl Write) -> io::Result<()> {
    let written = Written::of(path)?;
    let mut source = RowSource::open(path, 0)?;
    let (mut block, mut out) = (Block::default(), Vec::new());
    while source.next(&mut block)? {
        let Some(rows) = &block.rows else { continue };
        out.clear();
        written.restore(rows, &mut out)?;
        to.write_all(&out)?;
    }
    Ok(())
}

/// What a run has noted in its table.
pub(super) struct Written {
    text: FieldPath,
    offsets: OffsetUnit,
    /// The columns that the run added, that of the edits last.
    pub(super) columns: Vec<String>,
    origin: Origin,
}

fn changed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("the table is not as a run writes it: {what}"))
}

impl Written {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let file = std::fs::File::open(path)?;
        let metadata =
            ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()).map_err(io::Error::other)?;
        let entries = metadata.metadata().file_metadata().key_value_metadata();
        let entries: HashMap<_, _> = entries
            .into_iter()
            .flatten()
            .filter_map(|entry| Some((entry.key.as_str(), entry.value.as_ref()?)))
            .collect();
        let get = |name: &str| {
            let value = entries.get(name).map(|value| value.as_str());
            value.ok_or_else(|| {
                io::Error::other(format!("no run has written it: its metadata has no `{name}`"))
            })
        };
        let origins = [Origin::Jsonl, Origin::Text, Origin::Parquet];
        let from = get("copydesk.from")?;
        let offsets = OffsetUnit::deserialize(serde_json::Value::from(get("copydesk.offsets")?));
        Ok(Self {
            text: FieldPath::new(get("copydesk.text")?),
            offsets: offsets.map_err(|_| changed("the unit of its offsets is none"))?,
            columns: serde_json::from_str(get("copydesk.columns")?)
                .map_err(|_| changed("the names of its columns are none"))?,
            origin: origins
                .into_iter()
                .find(|o| o.name() == from)
                .ok_or_else(|| changed("its origin is none"))?,
        })
    }

    fn restore(&self, rows: &RecordBatch, to: &mut Vec<u8>) -> io::Result<()> {
        let (rows, edits) = self.parted(rows)?;
        let text = text_of(&rows, &self.text).ok_or_else(|| changed("it has no text"))?;
        let texts: Vec<String> = (0..rows.num_rows())
            .map(|row| self.source(text.value(row), &edits, row))
            .collect::<io::Result<_>>()?;
        if self.origin == Origin::Parquet {
            let texts = StringArray::from_iter_values(&texts);
            return write_lines(&with_text(&rows, &self.text, &texts)?.unwrap_or(rows), to);
        }
        let records = rows.column_by_name(RECORD).and_then(|column| column.as_string_opt::<i32>());
        let records = records.ok_or_else(|| changed("it has no column `record`"))?;
        texts.iter().enumerate().try_for_each(|(row, text)| {
            let record = records.is_valid(row).then(|| records.value(row));
            if self.origin == Origin::Text { around(record, text, to) } else { self.line(record, text, to) }
        })
    }

    /// What was read, and the edits.
    fn parted(&self, rows: &RecordBatch) -> io::Result<(RecordBatch, Edits)> {
        let schema = rows.schema();
        let read = |name: &String| !self.columns.contains(name);
        let kept: Vec<_> = (0..rows.num_columns()).filter(|i| read(schema.field(*i).name())).collect();
        let edits = self.columns.last().and_then(|name| rows.column_by_name(name)).and_then(Edits::of);
        let edits = edits.ok_or_else(|| changed("it has no column of edits"))?;
        Ok((rows.project(&kept).map_err(io::Error::other)?, edits))
    }

    fn source(&self, text: &str, edits: &Edits, row: usize) -> io::Result<String> {
        put_back(text, self.offsets, edits.of_row(row)).map_err(|error| changed(&error.to_string()))
    }

    /// A record of JSONL with its text in it.
    fn line(&self, record: Option<&str>, text: &str, to: &mut Vec<u8>) -> io::Result<()> {
        let line = record.ok_or_else(|| changed("a record is null"))?;
        let fields = Fields { text: self.text.clone(), id: None, date: None };
        let record = Record::read(line, &fields).map_err(|error| changed(&error.to_string()))?;
        if record.raw_text().is_empty() {
            to.extend_from_slice(&line.as_bytes()[..record.text.start]);
            Escapes::Plain.write(text, to);
            to.extend_from_slice(&line.as_bytes()[record.text.end..]);
        } else {
            to.extend_from_slice(line.as_bytes());
        }
        to.push(b'\n');
        Ok(())
    }
}

/// A text with what stood around it.
fn around(record: Option<&str>, text: &str, to: &mut Vec<u8>) -> io::Result<()> {
    #[derive(Default, Deserialize)]
    struct Around {
        before: String,
        after: String,
    }
    let around: Around = record.map_or(Ok(Around::default()), serde_json::from_str)?;
    for part in [&around.before, text, &around.after] {
        to.extend_from_slice(part.as_bytes());
    }
    Ok(())
}

fn text_of(rows: &RecordBatch, field: &FieldPath) -> Option<StringArray> {
    fn inside(rows: &StructArray, field: &FieldPath, depth: usize) -> Option<arrow_array::ArrayRef> {
        use crate::field::Step;
        rows.fields().iter().zip(rows.columns()).rev().find_map(|(known, column)| {
            match field.step(depth, known.name()) {
                Step::Here => Some(column.clone()),
                Step::Inside => inside(column.as_struct_opt()?, field, depth + 1),
                Step::Elsewhere => None,
            }
        })
    }
    let column = inside(&StructArray::from(rows.clone()), field, 0)?;
    let text = arrow_cast::cast(&column, &arrow_schema::DataType::Utf8).ok()?;
    Some(text.as_string().clone())
}

/// The column of edits, as restoring needs it.
struct Edits {
    ends: Vec<i32>,
    start: arrow_array::UInt32Array,
    end: arrow_array::UInt32Array,
    before: StringArray,
}

impl Edits {
    fn of(column: &arrow_array::ArrayRef) -> Option<Self> {
        let list = column.as_list_opt::<i32>()?;
        let edits = list.values().as_struct_opt()?;
        let written = edits.column_by_name("written")?.as_struct_opt()?;
        let place =
            |name: &str| Some(written.column_by_name(name)?.as_primitive_opt::<UInt32Type>()?.clone());
        Some(Self {
            ends: list.value_offsets().to_vec(),
            start: place("start")?,
            end: place("end")?,
            before: edits.column_by_name("before")?.as_string_opt()?.clone(),
        })
    }

    fn of_row(&self, row: usize) -> impl Iterator<Item = ([u32; 2], &str)> {
        let at = |n: i32| usize::try_from(n).unwrap_or(0);
        (at(self.ends[row])..at(self.ends[row + 1]))
            .map(|i| ([self.start.value(i), self.end.value(i)], self.before.value(i)))
    }
}
