//! Where results go: a folder, in files that appear only when whole, or standard output.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use copydesk_io::{Encoder, Format};

/// The folder of a run's working files, in its output folder.
pub(crate) const WORK: &str = ".copydesk";

/// Where results go.
pub(crate) enum Sink {
    /// A file for each input.
    Folder(Folder),
    /// One stream of JSONL.
    Stdout(io::Stdout),
}

/// A folder of results.
pub(crate) struct Folder {
    dir: PathBuf,
    part: Option<File>,
    length: u64,
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finished {
    /// Its name in the output folder.
    pub(crate) name: PathBuf,
    /// Its size.
    pub(crate) bytes: u64,
}

impl Folder {
    /// Makes the folder, and the one for working files in it.
    pub(crate) fn new(dir: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(dir.join(WORK))?;
        Ok(Self { dir: dir.to_owned(), part: None, length: 0 })
    }

    fn part(&self) -> PathBuf {
        self.dir.join(WORK).join("part")
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let part = match &mut self.part {
            Some(part) => part,
            none => none.insert(File::create(self.dir.join(WORK).join("part"))?),
        };
        part.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Ends a file: what it holds is on the disk before its name is.
    fn end(&mut self, stem: &Path, format: Format) -> io::Result<Finished> {
        if self.length == 0 {
            self.write(&Encoder::nothing(format.codec())?)?;
        }
        let name = with_extension(stem, format);
        let path = self.dir.join(&name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        if let Some(part) = self.part.take() {
            part.sync_all()?;
        }
        std::fs::rename(self.part(), &path)?;
        let bytes = std::mem::take(&mut self.length);
        Ok(Finished { name, bytes })
    }
}

/// The name of a result.
pub(crate) fn with_extension(stem: &Path, format: Format) -> PathBuf {
    let mut name = stem.as_os_str().to_owned();
    name.push(".");
    name.push(format.extension());
    name.into()
}

impl Sink {
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.write(bytes),
            Self::Stdout(stdout) => stdout.write_all(bytes),
        }
    }

    /// Ends the result of an input. Standard output has no ends.
    pub(crate) fn end(&mut self, stem: &Path, format: Format) -> io::Result<Option<Finished>> {
        match self {
            Self::Folder(folder) => folder.end(stem, format).map(Some),
            Self::Stdout(stdout) => stdout.flush().map(|()| None),
        }
    }
}
