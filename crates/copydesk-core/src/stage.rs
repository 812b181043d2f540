//! The trait that a stage implements.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::edit::Edits;
use crate::{
    Artifact, ArtifactValue, BuildError, Counter, Counters, Layer, LayerId, Layers, Reason, Rule, Span,
    StageError, StageInfo, View,
};

/// One step of a pipeline: reads a document, writes down what to change.
///
/// A stage is built once for a pipeline and shared by all threads, so `run`
/// takes `&self`. It never changes the document itself: it records edits and
/// annotations in [`Output`], all against the text it sees, and the core
/// applies them together after `run` returns. If `run` fails, none is applied.
pub trait Stage: Sized + Send + Sync + 'static {
    /// The options a pipeline file may set. Let a value that can be wrong
    /// check itself in `Deserialize`: its error then points into the file.
    type Config: serde::de::DeserializeOwned + schemars::JsonSchema;

    /// Working memory of one thread, kept from document to document.
    /// `()` for a stage that needs none.
    type Scratch: Default + Send + 'static;

    /// Builds the stage.
    ///
    /// # Errors
    ///
    /// If something outside the options is missing or wrong, such as a rule file.
    fn new(config: Self::Config, setup: &Setup) -> Result<Self, BuildError>;

    /// Reads one document.
    ///
    /// # Errors
    ///
    /// If this document cannot be handled. The run's `on_error` decides what
    /// becomes of it; a stage that has nothing to say returns `Ok`.
    fn run(&self, doc: View<'_>, out: &mut Output<'_>, scratch: &mut Self::Scratch)
    -> Result<(), StageError>;
}

/// The options of a stage that has none.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoOptions {}

/// What a stage may know of its surroundings while it is built.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    dir: PathBuf,
    resolved: Arc<Mutex<BTreeSet<PathBuf>>>,
}

impl Setup {
    /// For a pipeline file in the folder `dir`.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), resolved: Arc::default() }
    }

    /// A path from the options, taken from the folder of the pipeline file.
    pub fn resolve(&self, path: impl AsRef<Path>) -> PathBuf {
        let path = self.dir.join(path);
        self.files().insert(path.clone());
        path
    }

    /// Every path that a stage resolved: the files, beside the pipeline file, that say what a run does.
    #[must_use]
    pub fn resolved(&self) -> Vec<PathBuf> {
        self.files().iter().cloned().collect()
    }

    fn files(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        self.resolved.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a document stays in the corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// It stays.
    #[default]
    Keep,
    /// It is left out: by which stage, and why.
    Drop {
        /// The stage.
        stage: &'static str,
        /// The reason, which is counted.
        reason: Reason,
    },
}

/// Where a stage writes down what to change.
pub struct Output<'a> {
    pub(crate) info: &'static StageInfo,
    pub(crate) edits: &'a mut Edits,
    pub(crate) layers: &'a mut Layers,
    pub(crate) counters: &'a mut Counters,
    pub(crate) verdict: &'a mut Verdict,
}

impl Output<'_> {
    /// Replaces a span of the text. Edits of one run must not overlap; an
    /// edit that changes nothing is forgotten.
    pub fn replace(&mut self, span: impl Into<Span>, with: &str, rule: &Rule) {
        debug_assert!(self.info.edits, "stage `{}` edits: declare `edits: true`", self.info.name);
        self.edits.push(span.into(), with, rule);
    }

    /// Annotates a span of the text as the stage sees it.
    pub fn annotate<L: Layer>(&mut self, span: impl Into<Span>, value: L::Value) {
        debug_assert!(
            self.info.provides.contains(&LayerId::of::<L>()),
            "stage `{}` writes layer `{}`: name it under `provides`",
            self.info.name,
            L::NAME,
        );
        self.layers.push::<L>(span.into(), value);
    }

    /// Notes a suspicion in the layer `artifact`: what cannot be proved is never edited.
    pub fn flag(&mut self, span: impl Into<Span>, rule: &Rule, suggestion: Option<&str>) {
        let value = ArtifactValue {
            stage: self.info.name,
            rule: rule.id().into(),
            grade: rule.grade(),
            suggestion: suggestion.map(Into::into),
        };
        self.annotate::<Artifact>(span, value);
    }

    /// Counts something once.
    pub fn count(&mut self, counter: Counter) {
        self.counters.add(counter.name(), 1);
    }

    /// Leaves the document out of the corpus.
    pub fn drop_document(&mut self, reason: Reason) {
        *self.verdict = Verdict::Drop { stage: self.info.name, reason };
    }
}
