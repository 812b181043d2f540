//! The names of the files that a run writes.

use std::io;
use std::path::{Path, PathBuf};

use copydesk_io::{Format, TableFormat};

use super::shard::Shard;

/// Names in an output folder. Those of a part of a run carry its tag, so that all parts may share a folder.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// The output folder.
    pub(crate) dir: PathBuf,
    tag: String,
}

impl Names {
    pub(crate) fn new(dir: &Path, shard: Option<Shard>) -> Self {
        Self { dir: dir.to_owned(), tag: shard.map_or(String::new(), |shard| format!(".{}", shard.tag())) }
    }

    /// Whether the run is a part of one.
    pub(crate) fn is_part(&self) -> bool {
        !self.tag.is_empty()
    }

    /// The folder of working files, which goes when the run is done.
    pub(crate) fn work(&self) -> PathBuf {
        self.dir.join(format!(".copydesk{}", self.tag))
    }

    /// What has been done, while the run is under way.
    pub(crate) fn journal(&self) -> PathBuf {
        self.work().join("journal.jsonl")
    }

    /// What the run is of, while it is under way.
    pub(crate) fn identity(&self) -> PathBuf {
        self.work().join("run.json")
    }

    /// The result of an input while it is written.
    pub(crate) fn part(&self, input: usize) -> PathBuf {
        self.work().join(format!("part-{input}"))
    }

    /// Rejected records while the run is under way.
    pub(crate) fn rejected_part(&self) -> PathBuf {
        self.work().join("rejected.jsonl")
    }

    /// Rejected records.
    pub(crate) fn rejected(&self) -> PathBuf {
        self.dir.join(format!("rejected{}.jsonl", self.tag))
    }

    /// A flat table while the run is under way.
    pub(crate) fn table_part(&self, number: usize) -> PathBuf {
        self.work().join(format!("table-{number}"))
    }

    /// A flat table, in the output folder.
    pub(crate) fn table(&self, name: &str, format: TableFormat) -> PathBuf {
        format!("{name}{}.{}", self.tag, format.extension()).into()
    }

    /// The manifest.
    pub(crate) fn manifest(&self) -> PathBuf {
        self.dir.join(format!("manifest{}.json", self.tag))
    }

    /// Rejected records of the run, or of every part that shares its folder.
    pub(crate) fn all_rejected(&self) -> io::Result<Vec<PathBuf>> {
        let paths = std::fs::read_dir(&self.dir)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = paths.collect::<io::Result<Vec<_>>>()?;
        paths.retain(|path| is_beside(path, "rejected", ".jsonl"));
        paths.sort();
        Ok(paths)
    }

    /// The result of an input, in the output folder.
    pub(crate) fn result(&self, stem: &Path, format: Format) -> PathBuf {
        let mut name = stem.as_os_str().to_owned();
        name.push(&self.tag);
        name.push(".");
        name.push(format.extension());
        name.into()
    }
}

/// Whether a file is one that a run writes about its records, and no result.
pub(crate) fn is_about_records(path: &Path) -> bool {
    is_beside(path, "rejected", ".jsonl") || is_beside(path, "manifest", ".json")
}

/// Whether a name is made of these two, with at most the tag of a part between.
fn is_beside(path: &Path, head: &str, tail: &str) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let tag = name.and_then(|name| name.strip_prefix(head)?.strip_suffix(tail));
    let part =
        |tag: &str| tag.strip_prefix('.').and_then(|tag| tag.replacen("-of-", "/", 1).parse::<Shard>().ok());
    tag.is_some_and(|tag| tag.is_empty() || part(tag).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_of_records_is_no_result() {
        for (name, about) in [
            ("out/rejected.jsonl", true),
            ("rejected.12-of-13.jsonl", true),
            ("manifest.1-of-2.json", true),
            ("rejected.3-of-2.jsonl", false),
            ("rejected-claims.jsonl", false),
            ("manifest.jsonl", false),
        ] {
            assert_eq!(is_about_records(Path::new(name)), about, "{name}");
        }
    }
}
