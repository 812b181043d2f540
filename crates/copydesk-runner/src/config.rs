//! The sections of a pipeline file that say what a run reads and writes and how.

use copydesk_core::{Diagnostic, PipelineFile};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// What a run reads: `[input]`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Input {
    /// Files, folders and globs, or `-` for standard input.
    #[schemars(with = "Vec<String>")]
    pub paths: Vec<Spanned<String>>,
    /// The field of the text.
    pub text: String,
    /// The field of the id.
    pub id: Option<String>,
    /// The field of the date.
    pub date: Option<String>,
}

impl Default for Input {
    fn default() -> Self {
        Self { paths: Vec::new(), text: "text".to_owned(), id: None, date: None }
    }
}

/// What a run writes: `[output]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Output {
    /// The folder of the results.
    pub dir: Option<String>,
    /// The form of the results; that of each input where it is left out.
    pub format: Option<Format>,
}

/// A form of files of records.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
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

/// How a run goes: `[run]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Run {
    /// Threads; 0 is one for each core.
    pub threads: usize,
    /// What becomes of a document that a stage fails on.
    pub on_error: OnError,
    /// Failed documents, of those read, past which the run fails: `"3/1000"`.
    pub max_failures: Option<String>,
    /// The largest document: `"16MiB"`.
    pub max_document_bytes: Option<String>,
}

/// What becomes of a document that a stage fails on.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum OnError {
    /// The run ends.
    Fail,
    /// The document is rejected.
    #[default]
    Skip,
    /// The document goes on as it was before the stage.
    Keep,
}

/// Every section but the stages.
#[derive(Debug, Default)]
pub struct Sections {
    /// What is read.
    pub input: Input,
    /// What is written.
    pub output: Output,
    /// How the run goes.
    pub run: Run,
}

impl Sections {
    /// Reads the sections, and notes their mistakes in the file.
    pub fn read(file: &mut PipelineFile<'_>) -> Self {
        let sections =
            Self { input: file.section("input"), output: file.section("output"), run: file.section("run") };
        for path in &sections.input.paths {
            if let Err(error) = globset::Glob::new(path.get_ref()) {
                file.mistake(not_a_glob(path, &error));
            }
        }
        sections
    }
}

fn not_a_glob(path: &Spanned<String>, error: &globset::Error) -> Diagnostic {
    let message = format!("`{}` is no glob: {}", path.get_ref(), error.kind());
    Diagnostic::new(path.span(), message)
        .help("`*` stands for any name, `**/` for any folders, `{a,b}` for one of two; write `[[]` for the sign `[`")
}
