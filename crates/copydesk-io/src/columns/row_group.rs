//! Writes the records of a block as a row group.

use std::io;
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch, StringArray, UInt32Array};
use arrow_schema::{DataType, Field as ArrowField, Schema};
use copydesk_core::{Document, OffsetUnit};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};

use super::annotated::{Added, AddedBuilder};
use super::rows::with_text;
use crate::json::escape;
use crate::{Fields, Record};

/// The column that holds a record of JSONL as it was read.
pub(crate) const RECORD: &str = "record";

/// What a table's rows were before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Lines of JSON.
    Jsonl,
    /// Texts.
    Text,
    /// Rows of a table.
    Parquet,
}

impl Origin {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Text => "text",
            Self::Parquet => "parquet",
        }
    }
}

/// What the tables of a run have in common.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The columns that the run adds.
    pub added: Added,
    /// Which fields hold what.
    pub fields: Fields,
    /// The unit of offsets.
    pub offsets: OffsetUnit,
    /// The digest of the pipeline.
    pub pipeline: String,
}

impl Sheet {
    /// The first added column whose name a table has already; without one, a table of JSONL records.
    #[must_use]
    pub fn clash(&self, names: Option<&[String]>) -> Option<&str> {
        let own: Vec<String> = self.own().map(|field| field.name().clone()).collect();
        let taken = names.unwrap_or(&own);
        self.added.names().iter().find(|name| taken.contains(name)).map(String::as_str)
    }

    /// The columns of records that were no rows before.
    fn own(&self) -> impl Iterator<Item = ArrowField> {
        let text = |name: &str| ArrowField::new(name, DataType::Utf8, true);
        let id = self.fields.id.as_ref().map_or("id", |field| field.name());
        let date = self.fields.date.as_ref().map(|field| text(field.name()));
        [text(id)].into_iter().chain(date).chain([text(self.fields.text.name()), text(RECORD)])
    }

    fn key_values(&self, origin: Origin) -> Vec<KeyValue> {
        let unit = format!("{:?}", self.offsets).to_lowercase();
        let columns = serde_json::to_string(self.added.names()).expect("strings");
        let entries = [
            ("copydesk.version", env!("CARGO_PKG_VERSION").to_owned()),
            ("copydesk.pipeline", self.pipeline.clone()),
            ("copydesk.text", self.fields.text.name().to_owned()),
            ("copydesk.offsets", unit),
            ("copydesk.columns", columns),
            ("copydesk.from", origin.name().to_owned()),
        ];
        entries.map(|(key, value)| KeyValue::new(key.to_owned(), value)).into()
    }

    /// A table without rows; `from` is one with its columns, if its records were rows before.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn nothing(&self, origin: Origin, from: Option<&RecordBatch>) -> io::Result<Vec<u8>> {
        let mut to = Vec::new();
        RowGroup::new(self).finish(origin, from, &mut to)?;
        Ok(to)
    }
}

/// The records of a block, which become a row group.
pub struct RowGroup<'a> {
    sheet: &'a Sheet,
    added: AddedBuilder,
    id: StringBuilder,
    date: StringBuilder,
    text: StringBuilder,
    record: StringBuilder,
    /// Of each record that was a row: which.
    rows: Vec<u32>,
    spare: Vec<u8>,
}

impl<'a> RowGroup<'a> {
    /// Without records.
    #[must_use]
    pub fn new(sheet: &'a Sheet) -> Self {
        Self {
            sheet,
            added: AddedBuilder::new(&sheet.added),
            id: StringBuilder::new(),
            date: StringBuilder::new(),
            text: StringBuilder::new(),
            record: StringBuilder::new(),
            rows: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// Adds a row that was row `row` of the block.
    ///
    /// # Errors
    ///
    /// If a layer's values are not as its schema says.
    pub fn row(&mut self, row: u32, doc: &Document) -> io::Result<()> {
        self.rows.push(row);
        self.text.append_value(doc.text());
        self.added.push(doc, self.sheet.offsets)
    }

    /// Adds a record of JSONL. The column `record` keeps its line with an empty
    /// text where the text can be put back from the others, the whole line otherwise.
    ///
    /// # Errors
    ///
    /// If a layer's values are not as its schema says.
    pub fn record(&mut self, record: &Record<'_>, doc: &Document) -> io::Result<()> {
        self.document(doc)?;
        let line = record.line.strip_suffix('\n').unwrap_or(record.line);
        self.spare.clear();
        escape::plain(doc.source_text(), &mut self.spare);
        if self.spare != record.raw_text().as_bytes() {
            self.record.append_value(line);
            return Ok(());
        }
        let (before, after) = (&line[..record.text.start], &line[record.text.end..]);
        self.record.append_value(format!("{before}{after}"));
        Ok(())
    }

    /// Adds a text, with what stood around it in a file of several.
    ///
    /// # Errors
    ///
    /// If a layer's values are not as its schema says.
    pub fn text(&mut self, around: Option<(&str, &str)>, doc: &Document) -> io::Result<()> {
        self.document(doc)?;
        match around {
            Some((before, after)) if !(before.is_empty() && after.is_empty()) => {
                self.record.append_value(serde_json::json!({ "before": before, "after": after }).to_string());
            }
            _ => self.record.append_null(),
        }
        Ok(())
    }

    fn document(&mut self, doc: &Document) -> io::Result<()> {
        self.id.append_value(doc.id());
        self.date.append_option(doc.date());
        self.text.append_value(doc.text());
        self.added.push(doc, self.sheet.offsets)
    }

    /// Makes `to` the row group, which begins again. `from` is the block, if it was of rows.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn finish(&mut self, origin: Origin, from: Option<&RecordBatch>, to: &mut Vec<u8>) -> io::Result<()> {
        to.clear();
        let count = self.added.len();
        let text = self.text.finish();
        let own = match from {
            Some(from) => self.kept(from, &text)?,
            None => self.of_records(text)?,
        };
        debug_assert_eq!(own.num_rows(), count, "every record has all columns");
        self.write(origin, &own, to)?;
        frame(to);
        Ok(())
    }

    /// The rows of the block that are written, with their texts.
    fn kept(&mut self, from: &RecordBatch, text: &StringArray) -> io::Result<RecordBatch> {
        let rows = UInt32Array::from(std::mem::take(&mut self.rows));
        let kept = arrow_select::take::take_record_batch(from, &rows).map_err(io::Error::other)?;
        Ok(with_text(&kept, &self.sheet.fields.text, text)?.unwrap_or(kept))
    }

    fn of_records(&mut self, text: StringArray) -> io::Result<RecordBatch> {
        let fields: Vec<_> = self.sheet.own().collect();
        let (id, date, record) = (self.id.finish(), self.date.finish(), self.record.finish());
        let mut columns: Vec<ArrayRef> = vec![Arc::new(id)];
        if self.sheet.fields.date.is_some() {
            columns.push(Arc::new(date));
        }
        columns.push(Arc::new(text));
        columns.push(Arc::new(record));
        RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).map_err(io::Error::other)
    }

    fn write(&mut self, origin: Origin, own: &RecordBatch, to: &mut Vec<u8>) -> io::Result<()> {
        let schema = own.schema();
        let added = self.sheet.added.fields();
        let fields: Vec<_> = schema.fields().iter().chain(&added).cloned().collect();
        let schema = Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone()));
        let columns = own.columns().iter().cloned().chain(self.added.finish()).collect();
        let rows = RecordBatch::try_new(Arc::clone(&schema), columns).map_err(io::Error::other)?;
        let mut writer = ArrowWriter::try_new(to, schema, Some(properties())).map_err(io::Error::other)?;
        for entry in self.sheet.key_values(origin) {
            writer.append_key_value_metadata(entry);
        }
        writer.write(&rows).map_err(io::Error::other)?;
        writer.close().map_err(io::Error::other)?;
        Ok(())
    }
}

/// Marks the end of a small file, as [`seal`](super::seal()) needs it.
pub(crate) fn frame(file: &mut Vec<u8>) {
    let length = file.len() as u64;
    file.extend_from_slice(&length.to_le_bytes());
}

/// How tables are written: without the indexes of pages, which could not be moved.
pub(crate) fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3).unwrap_or_default()))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        .build()
}
