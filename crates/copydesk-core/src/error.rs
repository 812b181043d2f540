//! Errors. The core only describes them; whoever talks to a person draws them.

use std::any::Any;
use std::ops::Range;
use std::sync::Arc;

use crate::{Rule, Span};

/// Something wrong in a file that the user wrote, and where.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("{message}")]
pub struct Diagnostic {
    /// Bytes of the file it is about.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The file, if it is not the pipeline file.
    pub place: Option<Arc<Place>>,
}

/// A file that the pipeline file refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name to show.
    pub name: String,
    /// All of its text.
    pub text: String,
}

impl Diagnostic {
    /// Something wrong at a place of the pipeline file.
    pub fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None, place: None }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says that the span lies in another file.
    #[must_use]
    pub fn in_file(mut self, place: &Arc<Place>) -> Self {
        self.place = Some(Arc::clone(place));
        self
    }
}

/// A stage could not be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// Something around the stage is missing or wrong.
    #[error("{message}")]
    Message {
        /// What is wrong.
        message: String,
        /// What to do about it.
        help: Option<String>,
    },
    /// Files that the options name are wrong, each at its place.
    #[error("{} mistakes in the files that the options name", .0.len())]
    Files(Vec<Diagnostic>),
}

impl From<&str> for BuildError {
    fn from(message: &str) -> Self {
        message.to_owned().into()
    }
}

impl From<String> for BuildError {
    fn from(message: String) -> Self {
        Self::Message { message, help: None }
    }
}

impl From<Vec<Diagnostic>> for BuildError {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Self::Files(diagnostics)
    }
}

/// A stage could not handle one document.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0}")]
pub struct StageError(String);

impl StageError {
    /// Says what could not be handled.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    pub(crate) fn overlap(rule: &Rule, span: Span) -> Self {
        Self(format!(
            "the edit of bytes {}..{} by rule `{}` overlaps another",
            span.start,
            span.end,
            rule.id()
        ))
    }

    pub(crate) fn off_characters(what: &str, span: Span) -> Self {
        Self(format!(
            "the {what} of bytes {}..{} does not lie on whole characters of the text",
            span.start, span.end
        ))
    }

    pub(crate) fn from_panic(panic: &(dyn Any + Send)) -> Self {
        let what = panic.downcast_ref::<&str>().copied();
        let what = what.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        Self(format!("panicked: {}", what.unwrap_or("(no message)")))
    }
}

impl From<&str> for StageError {
    fn from(message: &str) -> Self {
        Self::new(message)
    }
}

impl From<String> for StageError {
    fn from(message: String) -> Self {
        Self(message)
    }
}

/// A stage failed on a document, and which.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("stage `{stage}`: {error}")]
pub struct Failure {
    /// The stage.
    pub stage: &'static str,
    /// What went wrong.
    pub error: StageError,
}
