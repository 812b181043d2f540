//! The rows of the lexicon's files.

use std::fs;
use std::path::Path;

/// The rows of a file, without comments and its head, in so many columns.
pub(crate) fn rows<const COLUMNS: usize>(file: &str) -> Vec<[String; COLUMNS]> {
    let text = fs::read_to_string(Path::new("lexicon").join(file)).expect("the lexicon is complete");
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| columns(file, line)).collect()
}

fn columns<const COLUMNS: usize>(file: &str, line: &str) -> [String; COLUMNS] {
    let columns: Vec<_> = line.split(',').map(str::to_owned).collect();
    columns.try_into().unwrap_or_else(|_| panic!("{file}: `{line}` has not {COLUMNS} columns"))
}
