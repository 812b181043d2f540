//! The options of the stage.

use schemars::JsonSchema;
use serde::Deserialize;

/// Options of the stage `quotes`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Quotes {
    /// What to find: `speech`, or `all`, which adds beliefs, wishes, knowledge and judgements.
    pub scope: Scope,
    /// Whether the content of an indirect quotation starts with its `that`.
    pub keep_that: bool,
    /// Whether quotations inside the content of others are written down too.
    pub nested: bool,
    /// The confidence below which nothing is written down, from 0 to 1.
    pub min_confidence: f32,
    /// Whether each quotation says what other sieves proposed for its words.
    pub explain: bool,
}

/// What counts as a quotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// What somebody said or wrote.
    #[default]
    Speech,
    /// Also what somebody thinks, feels, knows, wants or shows.
    All,
}

impl Default for Quotes {
    fn default() -> Self {
        Self { scope: Scope::Speech, keep_that: false, nested: false, min_confidence: 0.3, explain: false }
    }
}
