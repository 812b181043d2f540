//! Reads a Parquet file block by block: the rows of a row group, or some of them where it is large.

use std::fs::File;
use std::io;
use std::path::Path;

use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};

use crate::Block;

/// Uncompressed bytes of a block, by the file's own account.
const BLOCK: u64 = 8 << 20;
/// The most rows of a block: a file counts a text that is often repeated once.
const MOST_ROWS: u64 = 1 << 14;

/// A Parquet file that is being read.
pub struct RowSource {
    file: File,
    metadata: ArrowReaderMetadata,
    groups: Vec<Group>,
    at: usize,
    /// The reader of the row group at hand.
    reader: Option<ParquetRecordBatchReader>,
    /// Rows of it that were read.
    read: u64,
    /// Blocks so far.
    blocks: u64,
}

/// A row group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Group {
    number: usize,
    /// Its first row.
    row: u64,
    rows: u64,
    /// Where its bytes begin in the uncompressed file.
    offset: u64,
    bytes: u64,
    /// Rows of each of its blocks.
    step: u64,
}

impl Group {
    /// Where a row begins in the uncompressed file, were all of its group of one size.
    fn offset_of(&self, row: u64) -> u64 {
        let part = u128::from(self.bytes) * u128::from(row) / u128::from(self.rows.max(1));
        self.offset + u64::try_from(part).unwrap_or(self.bytes)
    }
}

impl RowSource {
    /// Opens a file and goes to `skip`, where a block ended.
    ///
    /// # Errors
    ///
    /// If it is no Parquet file, or has no block that ends there.
    pub fn open(path: &Path, skip: u64) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata =
            ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()).map_err(io::Error::other)?;
        let groups = groups(&metadata);
        let mut source = Self { file, metadata, groups, at: 0, reader: None, read: 0, blocks: 0 };
        source.skip_to(skip)?;
        Ok(source)
    }

    fn skip_to(&mut self, skip: u64) -> io::Result<()> {
        while skip > 0 && self.end_of_last() < skip {
            let Some(group) = self.groups.get(self.at).copied() else {
                return Err(io::ErrorKind::UnexpectedEof.into());
            };
            self.advance(group.step.min(group.rows - self.read));
        }
        Ok(())
    }

    /// Where the block before the next one ends.
    fn end_of_last(&self) -> u64 {
        match self.groups.get(self.at) {
            Some(group) => group.offset_of(self.read),
            None => self.groups.last().map_or(0, |group| group.offset + group.bytes),
        }
    }

    fn advance(&mut self, rows: u64) {
        self.blocks += 1;
        self.read += rows;
        if self.groups.get(self.at).is_none_or(|group| self.read >= group.rows) {
            (self.at, self.read, self.reader) = (self.at + 1, 0, None);
        }
    }

    /// How much of the file was read, from 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "for a progress bar")]
    pub fn part(&self) -> f64 {
        let all = self.groups.last().map_or(0, |group| group.offset + group.bytes);
        if all == 0 { 1.0 } else { self.end_of_last() as f64 / all as f64 }
    }

    /// Puts the next block into `block`. `false` at the end. A file without rows has one block without rows.
    ///
    /// # Errors
    ///
    /// If the file is broken.
    pub fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        *block = Block { bytes: std::mem::take(&mut block.bytes), ..Block::default() };
        block.bytes.clear();
        let Some(group) = self.groups.get(self.at).copied() else { return Ok(false) };
        if self.reader.is_none() {
            self.reader = Some(self.reader_of(group)?);
        }
        let next = self.reader.as_mut().and_then(Iterator::next).transpose().map_err(io::Error::other)?;
        let rows = match next {
            Some(rows) => rows,
            None if group.rows == 0 => arrow_array::RecordBatch::new_empty(self.metadata.schema().clone()),
            None => return Err(io::ErrorKind::UnexpectedEof.into()),
        };
        block.index = self.blocks;
        block.offset = group.offset_of(self.read);
        block.line = group.row + self.read + 1;
        self.advance(rows.num_rows() as u64);
        block.end = self.end_of_last();
        block.rows = Some(rows);
        Ok(true)
    }

    fn reader_of(&self, group: Group) -> io::Result<ParquetRecordBatchReader> {
        let file = self.file.try_clone()?;
        let number = if group.rows == 0 { Vec::new() } else { vec![group.number] };
        ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone())
            .with_row_groups(number)
            .with_batch_size(usize::try_from(group.step).unwrap_or(usize::MAX))
            .with_offset(usize::try_from(self.read).unwrap_or(usize::MAX))
            .build()
            .map_err(io::Error::other)
    }
}

/// The names of a file's columns.
///
/// # Errors
///
/// If it is no Parquet file.
pub fn names(path: &Path) -> io::Result<Vec<String>> {
    let metadata = ArrowReaderMetadata::load(&File::open(path)?, ArrowReaderOptions::new());
    let metadata = metadata.map_err(io::Error::other)?;
    Ok(metadata.schema().fields().iter().map(|field| field.name().clone()).collect())
}

/// No rows, of a file's columns.
///
/// # Errors
///
/// If it is no Parquet file.
pub fn empty_rows(path: &Path) -> io::Result<arrow_array::RecordBatch> {
    let metadata = ArrowReaderMetadata::load(&File::open(path)?, ArrowReaderOptions::new());
    Ok(arrow_array::RecordBatch::new_empty(metadata.map_err(io::Error::other)?.schema().clone()))
}

fn groups(metadata: &ArrowReaderMetadata) -> Vec<Group> {
    let (mut groups, mut row, mut offset) = (Vec::new(), 0, 0);
    for (number, group) in metadata.metadata().row_groups().iter().enumerate() {
        let of = |n: i64| u64::try_from(n).unwrap_or(0);
        let (rows, bytes) = (of(group.num_rows()), of(group.total_byte_size()).max(of(group.num_rows())));
        if rows == 0 {
            continue;
        }
        let step = (BLOCK / (bytes / rows).max(1)).clamp(1, MOST_ROWS);
        groups.push(Group { number, row, rows, offset, bytes, step });
        (row, offset) = (row + rows, offset + bytes);
    }
    if groups.is_empty() {
        groups.push(Group { number: 0, row: 0, rows: 0, offset: 0, bytes: 0, step: 1 });
    }
    groups
}
