//! What a pipeline file may set.

/// The options of the stage `numbers`.
#[derive(Clone, Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// What to rewrite: nothing (`"none"`), what translation left behind (`"artifacts"`), or also what another style would write (`"style"`).
    pub rewrite: Rewrite,
    /// How a bare weekday or month is read: as news means it (`"news"`), as the one before (`"past"`) or after (`"future"`) the reference date.
    pub prefer: Prefer,
}

/// What to rewrite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rewrite {
    /// Nothing.
    #[default]
    None,
    /// What translation left behind.
    Artifacts,
    /// Also what another style would write.
    Style,
}

/// Which of two readings of a date without a year or a week is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Prefer {
    /// The most recent one, unless the sentence says that it is to come.
    #[default]
    News,
    /// The most recent one.
    Past,
    /// The next one.
    Future,
}
