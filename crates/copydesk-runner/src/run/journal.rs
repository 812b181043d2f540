//! What of a run is finished and on the disk, so that it need not be done again.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::tally::Tally;

/// How the reading of an input ended.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct InputEnd {
    /// Why it could not be read, or not to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
    /// Its size on the disk, as far as it was read.
    pub(crate) bytes: u64,
    /// The digest of these bytes.
    pub(crate) digest: String,
}

/// A finished result.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Output {
    /// Its name in the output folder.
    pub(crate) path: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// Its digest.
    pub(crate) digest: String,
}

/// What has become of an input.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct InputDone {
    /// How its reading ended.
    pub(crate) end: InputEnd,
    /// What became of its records.
    pub(crate) tally: Tally,
    /// Its result.
    pub(crate) output: Option<Output>,
}

/// A point to which a run is done.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Point {
    /// The input that is under way, or comes next.
    pub(crate) input: usize,
    /// How much of it, uncompressed, is done.
    pub(crate) offset: u64,
    /// How much of its result is written.
    pub(crate) written: u64,
    /// How much of the file of rejected records is written.
    pub(crate) rejected: u64,
    /// How much of each flat table is written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tables: Vec<u64>,
    /// What became of the records of the input under way.
    pub(crate) tally: Tally,
    /// What became of all.
    pub(crate) total: Tally,
    /// Inputs that were finished since the point before.
    pub(crate) done: Vec<InputDone>,
    /// Seconds that the run took so far.
    pub(crate) seconds: f64,
}

/// Reads the last point of a journal, with all inputs that are done. What was
/// being written when the run was killed is passed over.
pub(crate) fn read(path: &Path) -> io::Result<Option<Point>> {
    let text = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        text => text?,
    };
    let lines = text.split_inclusive(|byte| *byte == b'\n').filter(|line| line.ends_with(b"\n"));
    let points = lines.map_while(|line| serde_json::from_slice::<Point>(line).ok());
    Ok(points.reduce(|before, mut point| {
        point.done.splice(..0, before.done);
        point
    }))
}

/// A journal that is being written.
pub(crate) struct Journal(File);

impl Journal {
    /// Begins a journal; `point` is where an earlier one had come to.
    pub(crate) fn begin(path: &Path, point: Option<&Point>) -> io::Result<Self> {
        let lines = point.map_or_else(Vec::new, line);
        super::whole::write(path, &lines)?;
        Ok(Self(File::options().append(true).open(path)?))
    }

    /// Writes a point down. What it speaks of must be on the disk.
    pub(crate) fn add(&mut self, point: &Point) -> io::Result<()> {
        self.0.write_all(&line(point))?;
        self.0.sync_data()
    }
}

fn line(point: &Point) -> Vec<u8> {
    let mut line = serde_json::to_vec(point).expect("plain data");
    line.push(b'\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_line_is_passed_over_and_what_is_done_adds_up() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        assert!(read(&path).unwrap().is_none());
        let done = InputDone { end: InputEnd::default(), tally: Tally::default(), output: None };
        let mut journal = Journal::begin(&path, None).unwrap();
        journal.add(&Point { input: 1, done: vec![done.clone()], ..Point::default() }).unwrap();
        journal
            .add(&Point { input: 3, offset: 7, done: vec![done.clone(), done], ..Point::default() })
            .unwrap();
        journal.0.write_all(b"{\"input\":9").unwrap();
        let point = read(&path).unwrap().unwrap();
        assert_eq!((point.input, point.offset, point.done.len()), (3, 7, 3));
    }
}
