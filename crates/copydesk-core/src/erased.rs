//! The object-safe side of [`Stage`], which authors never see.

use std::any::Any;

use crate::{BuildError, Output, Setup, Stage, StageError, View};

/// A stage whose types are erased.
pub trait DynStage: Send + Sync {
    /// Working memory for one thread.
    fn new_scratch(&self) -> Box<dyn Any + Send>;

    /// Runs the stage. `scratch` must come from `new_scratch` of this stage.
    fn run(
        &self,
        doc: View<'_>,
        out: &mut Output<'_>,
        scratch: &mut (dyn Any + Send),
    ) -> Result<(), StageError>;
}

impl<S: Stage> DynStage for S {
    fn new_scratch(&self) -> Box<dyn Any + Send> {
        Box::new(S::Scratch::default())
    }

    fn run(
        &self,
        doc: View<'_>,
        out: &mut Output<'_>,
        scratch: &mut (dyn Any + Send),
    ) -> Result<(), StageError> {
        Stage::run(self, doc, out, scratch.downcast_mut().expect("a worker keeps each stage's own scratch"))
    }
}

/// Why a stage was not built: its options, or something around it.
#[derive(Debug)]
pub enum BuildFailure {
    /// An option is unknown or has a wrong value.
    Options(toml::de::Error),
    /// The options are fine.
    Build(BuildError),
}

/// Builds a stage from its table in a pipeline file.
pub fn build<S: Stage>(
    options: toml::de::ValueDeserializer<'_>,
    setup: &Setup,
) -> Result<Box<dyn DynStage>, BuildFailure> {
    let config = serde::Deserialize::deserialize(options).map_err(BuildFailure::Options)?;
    Ok(Box::new(S::new(config, setup).map_err(BuildFailure::Build)?))
}

/// The JSON Schema of a stage's options.
pub fn schema<S: Stage>(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<S::Config>()
}
