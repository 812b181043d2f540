//! What a pipeline file may set.

use serde::Deserialize;

/// The options of the stage `names`.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// Whether pronouns are written down as mentions. They are resolved all the same: an entity owes its gender to them.
    pub pronouns: bool,
    /// Whether those whom the text never names are written down: `a senior official`, `residents`, `the report`.
    pub unnamed: bool,
    /// Leaves out mentions less sure than this, 0 to 1. Above 0 it leaves out pronouns that nothing answers.
    pub min_confidence: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { pronouns: true, unnamed: true, min_confidence: 0.0 }
    }
}
