//! The forms of files, known by their names.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// How records lie in a file, compression aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A JSON object a line.
    Jsonl,
    /// Plain text.
    Text,
    /// Apache Parquet.
    Parquet,
}

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// It is not.
    Plain,
    /// gzip, of one or more members.
    Gzip,
    /// Zstandard, of one or more frames.
    Zstd,
}

/// A form of result files.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, schemars::JsonSchema, PartialEq, Eq)]
pub enum Format {
    /// A record a line.
    #[serde(rename = "jsonl")]
    Jsonl,
    /// The same, compressed with gzip.
    #[serde(rename = "jsonl.gz")]
    JsonlGz,
    /// The same, compressed with Zstandard.
    #[serde(rename = "jsonl.zst")]
    JsonlZst,
    /// Apache Parquet.
    #[serde(rename = "parquet")]
    Parquet,
}

impl Format {
    /// What follows the dot in a file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::JsonlGz => "jsonl.gz",
            Self::JsonlZst => "jsonl.zst",
            Self::Parquet => "parquet",
        }
    }

    /// How its bytes are compressed as a whole. Parquet compresses its own pages.
    #[must_use]
    pub fn codec(self) -> Codec {
        match self {
            Self::Jsonl | Self::Parquet => Codec::Plain,
            Self::JsonlGz => Codec::Gzip,
            Self::JsonlZst => Codec::Zstd,
        }
    }

    /// The form in which results of such inputs are written where none is asked for.
    #[must_use]
    pub fn following(shape: Shape, codec: Codec) -> Self {
        match (shape, codec) {
            (Shape::Parquet, _) => Self::Parquet,
            (_, Codec::Plain) => Self::Jsonl,
            (_, Codec::Gzip) => Self::JsonlGz,
            (_, Codec::Zstd) => Self::JsonlZst,
        }
    }
}

const NAMES: [(&str, Shape); 5] = [
    (".jsonl", Shape::Jsonl),
    (".ndjson", Shape::Jsonl),
    (".txt", Shape::Text),
    (".parquet", Shape::Parquet),
    (".json", Shape::Jsonl),
];

/// What a file's name says: its stem, and what it holds.
#[must_use]
pub fn named(path: &Path) -> Option<(&str, Shape, Codec)> {
    let name = path.file_name()?.to_str()?;
    let codec = [(".gz", Codec::Gzip), (".zst", Codec::Zstd)];
    let unpacked = codec.iter().find_map(|(end, codec)| Some((name.strip_suffix(end)?, *codec)));
    let (inner, codec) = unpacked.unwrap_or((name, Codec::Plain));
    let (stem, shape) = NAMES.iter().find_map(|(end, shape)| Some((inner.strip_suffix(end)?, *shape)))?;
    let known = shape != Shape::Parquet || codec == Codec::Plain;
    known.then_some((stem, shape, codec))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_stem_shape_and_compression() {
        let of = |name| named(Path::new(name));
        assert_eq!(of("in/news.2024.jsonl.zst"), Some(("news.2024", Shape::Jsonl, Codec::Zstd)));
        assert_eq!(of("seed.txt"), Some(("seed", Shape::Text, Codec::Plain)));
        assert_eq!(of("a.parquet"), Some(("a", Shape::Parquet, Codec::Plain)));
        assert_eq!(of("a.csv"), None);
        assert_eq!(of("a.parquet.gz"), None);
    }
}
