//! Stages in order.

use crate::erased::DynStage;
use crate::{Document, Failure, StageInfo, Verdict, Worker};

/// What becomes of a document that a stage cannot handle.
#[derive(
    Clone, Copy, Debug, Default, serde::Deserialize, serde::Serialize, schemars::JsonSchema, PartialEq, Eq,
)]
#[serde(rename_all = "lowercase")]
pub enum OnError {
    /// The run ends.
    Fail,
    /// The document is left out and kept aside.
    #[default]
    Skip,
    /// The document goes on as it was before the stage.
    Keep,
}

/// One stage of a pipeline.
pub struct Step {
    /// What is known of the stage.
    pub info: &'static StageInfo,
    pub(crate) stage: Box<dyn DynStage>,
}

/// Stages in the order in which they run. Read from a file with [`PipelineFile`](crate::PipelineFile).
#[derive(Default)]
pub struct Pipeline {
    /// The stages.
    pub steps: Vec<Step>,
    /// What becomes of a document that a stage cannot handle.
    pub on_error: OnError,
}

impl Pipeline {
    /// Working memory for one thread.
    #[must_use]
    pub fn worker(&self) -> Worker {
        Worker::new(self.steps.iter().map(|step| step.stage.as_ref()))
    }

    /// Runs every stage on one document, with a worker of this pipeline.
    ///
    /// # Errors
    ///
    /// If a stage could not handle it, unless `on_error` is `keep`. The
    /// document is then as it was before that stage.
    pub fn run(&self, doc: &mut Document, worker: &mut Worker) -> Result<Verdict, Failure> {
        for (i, step) in self.steps.iter().enumerate() {
            match worker.step(i, step.info, step.stage.as_ref(), doc) {
                Ok(Verdict::Keep) => {}
                Ok(verdict) => return Ok(verdict),
                Err(_) if self.on_error == OnError::Keep => {}
                Err(error) => return Err(Failure { stage: step.info.name, error }),
            }
        }
        Ok(Verdict::Keep)
    }
}
