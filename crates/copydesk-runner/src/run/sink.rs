//! Where results go: a folder, in files that appear only when whole, or standard output.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use copydesk_io::{Format, TableFormat, seal};

use super::journal::{Journal, Output, Point};
use super::keeper::{Keep, Keeper};
use super::names::Names;
use super::tables::TableFile;

/// Makes the file of a result without records.
pub(crate) type Nothing<'a> = &'a dyn Fn() -> io::Result<Vec<u8>>;

/// Where results go.
pub(crate) enum Sink {
    /// A file for each input.
    Folder(Box<Folder>),
    /// One stream of JSONL.
    Stdout(io::Stdout),
}

/// A folder of results.
pub(crate) struct Folder {
    names: Names,
    part: Option<Growing>,
    rejected: Option<Growing>,
    tables: Vec<(TableFile, Option<Growing>)>,
    keeper: Keeper,
}

/// A file that grows, and its digest.
struct Growing {
    file: Arc<File>,
    bytes: u64,
    digest: blake3::Hasher,
}

impl Growing {
    /// Opens a file and cuts it to the part that is known to be good.
    fn open(path: &Path, bytes: u64) -> io::Result<Self> {
        let mut file = File::options().create(true).truncate(false).read(true).write(true).open(path)?;
        if file.metadata()?.len() < bytes {
            return Err(io::Error::other(format!("{} is shorter than the run left it", path.display())));
        }
        file.set_len(bytes)?;
        let mut digest = blake3::Hasher::new();
        digest.update_reader(&mut file)?;
        file.seek(SeekFrom::Start(bytes))?;
        Ok(Self { file: Arc::new(file), bytes, digest })
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        (&*self.file).write_all(bytes)?;
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(())
    }
}

impl Folder {
    /// Begins or, from a point, goes on.
    pub(crate) fn open(names: Names, tables: Vec<TableFile>, point: Option<&Point>) -> io::Result<Self> {
        let keeper = Keeper::start(Journal::begin(&names.journal(), point)?)?;
        let tables = tables.into_iter().map(|table| (table, None)).collect();
        let mut folder = Self { names, part: None, rejected: None, tables, keeper };
        if let Some(point) = point {
            folder.go_on(point)?;
        }
        Ok(folder)
    }

    fn go_on(&mut self, point: &Point) -> io::Result<()> {
        if point.written > 0 {
            self.part = Some(Growing::open(&self.names.part(point.input), point.written)?);
        }
        if point.rejected > 0 {
            let path = self.names.rejected_part();
            if !path.exists() {
                std::fs::rename(self.names.rejected(), &path)?;
            }
            self.rejected = Some(Growing::open(&path, point.rejected)?);
        }
        for (number, written) in point.tables.iter().enumerate().filter(|(_, written)| **written > 0) {
            let Some((table, part)) = self.tables.get_mut(number) else { break };
            let path = self.names.table_part(number);
            if !path.exists() {
                std::fs::rename(self.names.dir.join(&table.name), &path)?;
            }
            *part = Some(Growing::open(&path, *written)?);
        }
        Ok(())
    }

    fn write(&mut self, input: usize, bytes: &[u8]) -> io::Result<()> {
        growing(&mut self.part, &self.names.part(input))?.write(bytes)
    }

    fn tables(&mut self, tables: &[Vec<u8>]) -> io::Result<()> {
        for (number, rows) in tables.iter().enumerate().filter(|(_, rows)| !rows.is_empty()) {
            let (table, part) = &mut self.tables[number];
            let part = growing(part, &self.names.table_part(number))?;
            if part.bytes == 0 && table.format == TableFormat::Csv {
                part.write(&table.head)?;
            }
            part.write(rows)?;
        }
        Ok(())
    }

    /// Ends a result. It gets its name when all of it is on the disk.
    fn end(&mut self, input: usize, stem: &Path, format: Format, nothing: Nothing<'_>) -> io::Result<Output> {
        if self.part.as_ref().is_none_or(|part| part.bytes == 0) {
            self.write(input, &nothing()?)?;
        }
        if let (Format::Parquet, Some(part)) = (format, &mut self.part) {
            part.write(&seal(&part.file)?)?;
        }
        let from = self.names.part(input);
        let part = match self.part.take() {
            Some(part) => part,
            None => Growing::open(&from, 0)?,
        };
        let name = self.names.result(stem, format);
        let named = Some((from, self.names.dir.join(&name)));
        self.keeper.keep(Keep { files: vec![part.file], named, point: None })?;
        let digest = part.digest.finalize().to_hex().to_string();
        Ok(Output { path: name.to_string_lossy().into_owned(), bytes: part.bytes, digest })
    }

    fn checkpoint(&mut self, mut point: Point) -> io::Result<()> {
        let size = |file: &Option<Growing>| file.as_ref().map_or(0, |file| file.bytes);
        (point.written, point.rejected) = (size(&self.part), size(&self.rejected));
        point.tables = self.tables.iter().map(|(_, part)| size(part)).collect();
        let tables = self.tables.iter().map(|(_, part)| part);
        let files = [&self.part, &self.rejected].into_iter().chain(tables).flatten();
        let files = files.map(|growing| Arc::clone(&growing.file));
        self.keeper.keep(Keep { files: files.collect(), named: None, point: Some(point) })
    }
}

fn growing<'a>(file: &'a mut Option<Growing>, path: &Path) -> io::Result<&'a mut Growing> {
    match file {
        Some(file) => Ok(file),
        none => Ok(none.insert(Growing::open(path, 0)?)),
    }
}

/// Ends a flat table that holds all of its rows, and gives it its name.
pub(crate) fn end_table(names: &Names, number: usize, table: &TableFile) -> io::Result<Output> {
    let path = names.table_part(number);
    let written = std::fs::metadata(&path).map_or(0, |meta| meta.len());
    let mut part = Growing::open(&path, written)?;
    if written == 0 {
        part.write(&table.head)?;
    }
    if table.format == TableFormat::Parquet {
        part.write(&seal(&part.file)?)?;
    }
    part.file.sync_all()?;
    super::whole::rename(&path, &names.dir.join(&table.name))?;
    let digest = part.digest.finalize().to_hex().to_string();
    Ok(Output { path: table.name.to_string_lossy().into_owned(), bytes: part.bytes, digest })
}

impl Sink {
    /// Writes a part of an input's result.
    pub(crate) fn write(&mut self, input: usize, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Folder(folder) if !bytes.is_empty() => folder.write(input, bytes),
            Self::Folder(_) => Ok(()),
            Self::Stdout(stdout) => stdout.write_all(bytes),
        }
    }

    /// Keeps a rejected record. Beside standard output there is no place for it.
    pub(crate) fn reject(&mut self, line: &[u8]) -> io::Result<()> {
        match self {
            Self::Folder(folder) => growing(&mut folder.rejected, &folder.names.rejected_part())?.write(line),
            Self::Stdout(_) => Ok(()),
        }
    }

    /// Writes rows of the flat tables.
    pub(crate) fn tables(&mut self, tables: &[Vec<u8>]) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.tables(tables),
            Self::Stdout(_) => Ok(()),
        }
    }

    /// Ends the result of an input. `nothing` is the file of one that has no record. Standard output has no ends.
    pub(crate) fn end(
        &mut self,
        input: usize,
        stem: &Path,
        format: Format,
        nothing: Nothing<'_>,
    ) -> io::Result<Option<Output>> {
        match self {
            Self::Folder(folder) => folder.end(input, stem, format, nothing).map(Some),
            Self::Stdout(stdout) => stdout.flush().map(|()| None),
        }
    }

    /// Writes down what is done, when it is on the disk.
    pub(crate) fn checkpoint(&mut self, point: Point) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.checkpoint(point),
            Self::Stdout(_) => Ok(()),
        }
    }

    /// Waits until all is on the disk.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.keeper.finish(),
            Self::Stdout(mut stdout) => stdout.flush(),
        }
    }
}
