//! The layer of what is suspected but cannot be proved.

use crate::{Grade, Layer};

/// Something that looks wrong and was left as it is: a suspicion, with the
/// rule that has it. Any stage may write it, through [`Output::flag`](crate::Output::flag).
pub struct Artifact;

/// What is suspected of a place.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct ArtifactValue {
    /// The stage that suspects it.
    pub stage: &'static str,
    /// The id of its rule.
    pub rule: Box<str>,
    /// The evidence there is.
    pub grade: Grade,
    /// What should perhaps stand there.
    pub suggestion: Option<Box<str>>,
}

impl Layer for Artifact {
    type Value = ArtifactValue;
    const NAME: &'static str = "artifact";
    const SUMMARY: &'static str = "what looks like a mistake but cannot be proved: flagged, never edited";
}
