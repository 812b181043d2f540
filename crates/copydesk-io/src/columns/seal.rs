//! Makes one file out of row groups that were written one by one.
//!
//! While a file grows, each of its row groups is a small Parquet file of its
//! own, followed by its length. A growing file can so be cut after any of them
//! and go on. A reader of Parquet looks only where the footer at the end of the
//! file tells it to: the footer that [`seal`] makes points into the small files.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use parquet::errors::ParquetError;
use parquet::file::metadata::{
    ColumnChunkMetaData, FileMetaData, ParquetMetaData, ParquetMetaDataReader, ParquetMetaDataWriter,
    RowGroupMetaData,
};

/// Bytes of a length after a small file.
const LENGTH: u64 = 8;
/// Bytes of the length of a footer and the magic word after it.
const TAIL: u64 = 8;

/// The footer for what a growing file holds. Leaves the file at its end.
///
/// # Errors
///
/// If it cannot be read, or holds something else.
pub fn seal(mut file: &File) -> io::Result<Vec<u8>> {
    let mut end = file.seek(SeekFrom::End(0))?;
    let mut parts = Vec::new();
    while end > 0 {
        let length = u64::from_le_bytes(bytes(file, end.checked_sub(LENGTH).ok_or_else(odd)?)?);
        let start = end.checked_sub(LENGTH + length).ok_or_else(odd)?;
        parts.push((start, part(file, start, end - LENGTH)?));
        end = start;
    }
    file.seek(SeekFrom::End(0))?;
    parts.reverse();
    footer(&parts)
}

fn odd() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the unfinished Parquet file is not as it was written")
}

fn bytes<const N: usize>(mut file: &File, at: u64) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The footer of the small file from `start` to `end`.
fn part(mut file: &File, start: u64, end: u64) -> io::Result<ParquetMetaData> {
    let tail: [u8; 4] = bytes(file, end.checked_sub(TAIL).ok_or_else(odd)?)?;
    let length = u64::from(u32::from_le_bytes(tail));
    let at = end.checked_sub(TAIL + length).filter(|at| *at > start).ok_or_else(odd)?;
    file.seek(SeekFrom::Start(at))?;
    let mut footer = Vec::new();
    file.take(length).read_to_end(&mut footer)?;
    ParquetMetaDataReader::decode_metadata(&footer).map_err(io::Error::other)
}

fn footer(parts: &[(u64, ParquetMetaData)]) -> io::Result<Vec<u8>> {
    let first = parts.first().ok_or_else(odd)?.1.file_metadata().clone();
    let mut groups = Vec::new();
    for (start, part) in parts {
        let start = i64::try_from(*start).map_err(|_| odd())?;
        for group in part.row_groups().iter().filter(|group| group.num_rows() > 0) {
            groups.push(moved(group, start, groups.len()).map_err(io::Error::other)?);
        }
    }
    let metadata = ParquetMetaData::new(of_all(&first, &groups), groups);
    let mut footer = Vec::new();
    ParquetMetaDataWriter::new(&mut footer, &metadata).finish().map_err(io::Error::other)?;
    Ok(footer)
}

fn of_all(first: &FileMetaData, groups: &[RowGroupMetaData]) -> FileMetaData {
    FileMetaData::new(
        first.version(),
        groups.iter().map(RowGroupMetaData::num_rows).sum(),
        first.created_by().map(str::to_owned),
        first.key_value_metadata().cloned(),
        first.schema_descr_ptr(),
        first.column_orders().cloned(),
    )
}

/// A row group that lies `by` bytes further on, the `number`th of its file.
fn moved(group: &RowGroupMetaData, by: i64, number: usize) -> Result<RowGroupMetaData, ParquetError> {
    let columns = group.columns().iter().map(|column| column_moved(column, by)).collect::<Result<_, _>>()?;
    let ordinal = i32::from(i16::try_from(number).unwrap_or(i16::MAX));
    let new = group.clone().into_builder().set_column_metadata(columns).set_ordinal(ordinal);
    match group.file_offset() {
        Some(at) => new.set_file_offset(at + by).build(),
        None => new.build(),
    }
}

fn column_moved(column: &ColumnChunkMetaData, by: i64) -> Result<ColumnChunkMetaData, ParquetError> {
    let moved = |at: Option<i64>| at.map(|at| at + by);
    let new = column
        .clone()
        .into_builder()
        .set_data_page_offset(column.data_page_offset() + by)
        .set_dictionary_page_offset(moved(column.dictionary_page_offset()))
        .set_index_page_offset(moved(column.index_page_offset()))
        .set_bloom_filter_offset(moved(column.bloom_filter_offset()))
        .set_column_index_offset(None)
        .set_column_index_length(None)
        .set_offset_index_offset(None)
        .set_offset_index_length(None);
    new.build()
}
