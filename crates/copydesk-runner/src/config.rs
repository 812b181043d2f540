//! The sections of a pipeline file that say what a run reads and writes and how.

use copydesk_core::{Diagnostic, OffsetUnit, OnError, PipelineFile};
use copydesk_io::{Format, TableFormat};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::run::budget::Budget;
use crate::size::Size;

/// What a run reads: `[input]`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Input {
    /// Files, folders and globs, or `-` for standard input.
    #[schemars(with = "Vec<String>")]
    pub paths: Vec<Spanned<String>>,
    /// The field of the text. A field inside another is named by both: `"article.body"`.
    pub text: String,
    /// The field of the id; `id` where it is left out.
    pub id: Option<String>,
    /// The field of the date.
    pub date: Option<String>,
    /// What parts a text file into documents; each file is one where this is left out.
    pub split: Option<Split>,
}

/// What parts a text file into documents.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Split {
    /// Blank lines.
    BlankLines,
}

impl Default for Input {
    fn default() -> Self {
        Self { paths: Vec::new(), text: "text".to_owned(), id: None, date: None, split: None }
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
    /// The unit of offsets.
    pub offsets: OffsetUnit,
    /// What stands before the names of the columns that a run adds to Parquet, where a table has such names already.
    pub prefix: String,
    /// Layers that are also written as flat tables, one row an annotation: `["quote"]` makes `quotes.csv`.
    #[schemars(with = "Vec<String>")]
    pub tables: Vec<Spanned<String>>,
    /// The form of the flat tables.
    pub table_format: TableFormat,
}

/// How a run goes: `[run]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Run {
    /// Threads; 0 is one for each core.
    pub threads: usize,
    /// What becomes of a document that a stage fails on.
    pub on_error: OnError,
    /// Documents that may fail, as a number or as a part of those read, before the run does: `"3/1000"`.
    pub max_failures: Option<Budget>,
    /// The largest record; what is larger is rejected: `"16MiB"`.
    pub max_document_bytes: Option<Size>,
    /// Seconds after which a document that is still under way is named.
    pub slow_document: Option<f64>,
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
