//! Documents, stages and pipelines: what a stage author depends on.
//!
//! A [`Stage`] reads a [`Document`] and writes down what it wants changed. The
//! core applies the changes, so that every annotation stays on its words and
//! every edit can be undone. Nothing here reads a file, starts a thread or
//! writes to a terminal.

mod annotation;
mod artifact;
mod carry;
mod counter;
mod deserialize;
mod document;
mod edit;
mod erased;
mod error;
mod info;
mod layer;
mod log;
mod mistake;
mod offsets;
mod pipeline;
mod pipeline_file;
mod reading;
mod record;
mod registry;
mod rule;
mod rule_doc;
mod span;
mod stage;
mod stage_tables;
mod units;
mod worker;

pub use annotation::{Annotation, Layers};
pub use artifact::{Artifact, ArtifactValue};
pub use carry::Carry;
pub use counter::{Counter, Counters, Reason};
pub use document::{Document, View};
pub use error::{BuildError, Diagnostic, Failure, Place, StageError};
pub use info::StageInfo;
pub use layer::{Layer, LayerId};
pub use log::{EarlierEdit, EditLog, EditRecord};
pub use mistake::nearest;
pub use offsets::OffsetMap;
pub use pipeline::{OnError, Pipeline, Step};
pub use pipeline_file::PipelineFile;
pub use reading::Reading;
pub use registry::{Linked, Registry};
pub use rule::{Grade, Lang, Rule};
pub use rule_doc::{RuleDoc, RuleSource, rule_docs};
pub use span::{Span, span_pairs};
pub use stage::{NoOptions, Output, Setup, Stage, Verdict};
pub use units::OffsetUnit;
pub use worker::{StepStats, Worker};

pub mod contract;

/// What a stage crate needs, in one `use`.
pub mod prelude {
    pub use crate::{
        Annotation, Artifact, BuildError, Carry, Counter, Grade, Lang, Layer, NoOptions, Output, Reason,
        Rule, Setup, Span, Stage, StageError, View, declare_stage,
    };
}

#[doc(hidden)]
pub mod __private {
    pub use crate::erased::{BuildFailure, DynStage, build, schema};
    pub use inventory;
}
