//! The rows of a flat table, of the documents of a block.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use copydesk_core::{Document, OffsetUnit};
use parquet::arrow::ArrowWriter;
use serde::Deserialize;
use serde::de::DeserializeSeed;
use serde_json::Value;
use serde_json::value::RawValue;

use super::cell::Annotated;
use super::{Table, TableFormat};
use crate::columns::{Builder, frame, properties};

/// Rows that are gathered.
pub struct TableRows<'a> {
    table: &'a Table,
    unit: OffsetUnit,
    rows: Rows,
    json: Vec<u8>,
}

enum Rows {
    Csv(Box<csv::Writer<Vec<u8>>>),
    Parquet(Vec<Builder>),
}

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    annotations: HashMap<&'a str, &'a RawValue>,
}

impl<'a> TableRows<'a> {
    /// Without rows.
    #[must_use]
    pub fn new(table: &'a Table, format: TableFormat, unit: OffsetUnit) -> Self {
        let rows = match format {
            TableFormat::Csv => Rows::Csv(Box::new(csv::Writer::from_writer(Vec::new()))),
            TableFormat::Parquet => {
                Rows::Parquet(table.columns.iter().map(|column| Builder::new(&column.kind)).collect())
            }
        };
        Self { table, unit, rows, json: Vec::new() }
    }

    /// What a table's file begins with, and, if there is no row, all that it holds.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn head(table: &Table, format: TableFormat) -> io::Result<Vec<u8>> {
        match format {
            TableFormat::Csv => {
                let mut writer = csv::Writer::from_writer(Vec::new());
                writer.write_record(table.columns.iter().map(|column| &column.name))?;
                writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
            }
            TableFormat::Parquet => TableRows::new(table, format, OffsetUnit::Chars).written(),
        }
    }

    /// Adds the rows of a document.
    ///
    /// # Errors
    ///
    /// If a layer's values are not as its schema says.
    pub fn push(&mut self, doc: &Document) -> io::Result<()> {
        let shown = self.annotations(doc, self.unit)?;
        if shown.is_empty() {
            return Ok(());
        }
        let placed = self.annotations(doc, OffsetUnit::Bytes)?;
        for (shown, placed) in shown.iter().zip(&placed) {
            let annotated = Annotated { id: doc.id(), date: doc.date(), text: doc.text(), shown, placed };
            self.rows.push(self.table, &annotated)?;
        }
        Ok(())
    }

    fn annotations(&mut self, doc: &Document, unit: OffsetUnit) -> io::Result<Vec<Value>> {
        self.json.clear();
        doc.write_json(&mut self.json, unit);
        let written: Written<'_> = serde_json::from_slice(&self.json)?;
        let layer = written.annotations.get(self.table.layer.name());
        Ok(layer.map_or(Ok(Vec::new()), |layer| serde_json::from_str(layer.get()))?)
    }

    /// The rows as they go into the table's file; they begin again. Nothing, if there are none.
    ///
    /// # Errors
    ///
    /// If they cannot be written.
    pub fn take(&mut self) -> io::Result<Vec<u8>> {
        match &self.rows {
            Rows::Parquet(columns) if columns.first().is_none_or(|column| column.len() == 0) => {
                Ok(Vec::new())
            }
            _ => self.written(),
        }
    }

    fn written(&mut self) -> io::Result<Vec<u8>> {
        match &mut self.rows {
            Rows::Csv(writer) => {
                let full = std::mem::replace(&mut **writer, csv::Writer::from_writer(Vec::new()));
                full.into_inner().map_err(|error| io::Error::other(error.to_string()))
            }
            Rows::Parquet(columns) => parquet(self.table, columns).map_err(io::Error::other),
        }
    }
}

fn parquet(table: &Table, columns: &mut [Builder]) -> Result<Vec<u8>, parquet::errors::ParquetError> {
    let fields: Vec<_> = table.columns.iter().map(|column| column.kind.arrow(&column.name)).collect();
    let schema = Arc::new(Schema::new(fields));
    let columns = columns.iter_mut().map(Builder::finish).collect();
    let rows = RecordBatch::try_new(Arc::clone(&schema), columns)?;
    let mut file = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut file, schema, Some(properties()))?;
    writer.write(&rows)?;
    writer.close()?;
    frame(&mut file);
    Ok(file)
}

impl Rows {
    fn push(&mut self, table: &Table, annotated: &Annotated<'_>) -> io::Result<()> {
        let cells = table.columns.iter().map(|column| annotated.cell(column));
        match self {
            Self::Csv(writer) => Ok(writer.write_record(cells.map(plain))?),
            Self::Parquet(columns) => cells.zip(columns).try_for_each(|(cell, column)| {
                column.deserialize(cell).map_err(|error| {
                    io::Error::other(format!(
                        "the values of the layer `{}` are not as its JSON Schema says: {error}",
                        table.layer.name()
                    ))
                })
            }),
        }
    }
}

fn plain(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}
