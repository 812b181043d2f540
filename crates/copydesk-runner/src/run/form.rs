//! Puts the records of a block together: as lines, or as the rows of a table.

use std::io;

use copydesk_core::Document;
use copydesk_io::{
    Block, Encoder, Format, Origin, Record, RowGroup, Shape, Sheet, Source, Splicer, Written, column_names,
    empty_rows, write_text,
};

use super::desk::Wanted;
use super::plan::Input;

/// The records of a block, in the form of the result.
pub(crate) enum Form<'a> {
    /// Lines of JSON.
    Lines(Box<Lines>),
    /// Rows of a table.
    Rows(Box<RowGroup<'a>>),
}

/// Lines of JSON.
pub(crate) struct Lines {
    splicer: Splicer,
    encoder: Encoder,
    plain: Vec<u8>,
}

/// Where a record came from.
#[derive(Clone, Copy)]
pub(crate) enum From<'a> {
    /// A record of JSONL.
    Record(&'a Record<'a>),
    /// A row of the block, which a record shows as JSON.
    Row(u32, &'a Record<'a>),
    /// A text, with what stood around it in a file of several.
    Text(Option<(&'a str, &'a str)>),
}

impl<'a> Form<'a> {
    /// For results of a format.
    pub(crate) fn new(format: Format, wanted: &'a Wanted) -> io::Result<Self> {
        if format == Format::Parquet {
            return Ok(Self::Rows(Box::new(RowGroup::new(&wanted.sheet))));
        }
        let encoder = Encoder::new(format.codec())?;
        Ok(Self::Lines(Box::new(Lines { splicer: Splicer::default(), encoder, plain: Vec::new() })))
    }

    /// Forgets what a block that failed has left.
    pub(crate) fn begin(&mut self) {
        if let Self::Lines(lines) = self {
            lines.plain.clear();
        }
    }

    /// Keeps a line that holds no record.
    pub(crate) fn blank(&mut self, line: &str) {
        if let Self::Lines(lines) = self {
            lines.plain.extend_from_slice(line.as_bytes());
        }
    }

    /// Adds a record that no stage runs on. `false` if it needs its document.
    pub(crate) fn untouched(&mut self, record: &Record<'_>) -> bool {
        let Self::Lines(lines) = self else { return false };
        Splicer::untouched(record, &mut lines.plain);
        true
    }

    /// Adds a record.
    pub(crate) fn add(&mut self, from: From<'_>, doc: &Document, wanted: &Wanted) -> io::Result<()> {
        match (self, from) {
            (Self::Lines(lines), From::Record(record) | From::Row(_, record)) => {
                let written = Written { offsets: wanted.offsets, text_field: wanted.fields.text.name() };
                lines.splicer.record(record, doc, written, &mut lines.plain);
                Ok(())
            }
            (Self::Lines(lines), From::Text(around)) => {
                write_text(doc, around, wanted.offsets, &mut lines.plain);
                Ok(())
            }
            (Self::Rows(group), From::Record(record)) => group.record(record, doc),
            (Self::Rows(group), From::Row(row, _)) => group.row(row, doc),
            (Self::Rows(group), From::Text(around)) => group.text(around, doc),
        }
    }

    /// Makes `to` the block as it goes into the file. Whether it ends with a whole line.
    pub(crate) fn finish(&mut self, block: &Block, shape: Shape, to: &mut Vec<u8>) -> io::Result<bool> {
        match self {
            Self::Lines(lines) => {
                let whole = lines.plain.last().is_none_or(|last| *last == b'\n');
                lines.encoder.encode(&mut lines.plain, to)?;
                Ok(whole)
            }
            Self::Rows(group) => {
                group.finish(origin(shape), block.rows.as_ref(), to)?;
                Ok(true)
            }
        }
    }
}

fn origin(shape: Shape) -> Origin {
    match shape {
        Shape::Jsonl => Origin::Jsonl,
        Shape::Text => Origin::Text,
        Shape::Parquet => Origin::Parquet,
    }
}

/// The result of an input that has no record.
pub(crate) fn nothing(input: &Input, format: Format, wanted: &Wanted) -> io::Result<Vec<u8>> {
    if format != Format::Parquet {
        return Encoder::nothing(format.codec());
    }
    let rows = match &input.source {
        Source::File(path) if input.shape == Shape::Parquet => Some(empty_rows(path)?),
        _ => None,
    };
    wanted.sheet.nothing(origin(input.shape), rows.as_ref())
}

/// Says so if a table has a column already that the run would add.
pub(crate) fn check(inputs: &[Input], formats: &[Format], sheet: &Sheet) -> Result<(), String> {
    for (input, _) in inputs.iter().zip(formats).filter(|(_, format)| **format == Format::Parquet) {
        let names = match &input.source {
            // What cannot be read now is told when its turn comes.
            Source::File(path) if input.shape == Shape::Parquet => {
                Some(column_names(path).unwrap_or_default())
            }
            _ => None,
        };
        if let Some(name) = sheet.clash(names.as_deref()) {
            return Err(format!(
                "{} has a column `{name}` already, and the run would add one of that name\n\
                 set `prefix = \"copydesk_\"` under [output]; if a run has written the file, `copydesk restore` takes its columns out",
                input.name
            ));
        }
    }
    Ok(())
}
