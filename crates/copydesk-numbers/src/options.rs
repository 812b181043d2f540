//! What a pipeline file may set.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use crate::Kind;

/// The options of the stage `numbers`.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// What to rewrite: nothing (`false`), what translation left behind (`"artifacts"`), or also what the style of a wire
    /// writes otherwise (`"style"`: `percent` for `per cent`, `$4 billion` for `$4bn`, commas in numbers of five digits and more).
    pub rewrite: Rewrite,
    /// How a bare weekday or month is read: as news means it (`"news"`), as the one before (`"past"`) or after
    /// (`"future"`) the reference date.
    pub prefer: Prefer,
    /// By whose rules dates and times are marked: as news desks need them (`"news"`), or as the TimeML corpora mark them
    /// (`"timeml"`): a time of day on the day of the story, each end of a range by itself, `two days` of `two days
    /// before`, articles before decades and centuries, decades as `DE`.
    pub times: Times,
    /// Whether `now`, `recently`, `the future` and their like are marked, as `PRESENT_REF`, `PAST_REF` and `FUTURE_REF`.
    pub vague_times: VagueTimes,
    /// Which kinds to read; all, if it is empty. What is not asked for is read as the simpler kind it contains: money
    /// and per cent as a number, a duration as a quantity, a year as a number.
    pub kinds: Vec<Kind>,
    /// Whether words that bound a number belong to it: `under seven euros` is `(,7]`, and `between` and `from` begin a range.
    pub bounds: bool,
    /// What kind of text it is, which decides what counts as a number.
    pub genre: Genre,
}

/// By whose rules dates and times are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Times {
    /// As news desks need them.
    #[default]
    News,
    /// As the TimeML corpora mark them.
    Timeml,
    /// As the specifications of Recognizers-Text mark them: talk to a machine, prepositions included.
    Recognizers,
    /// As the corpora of Duckling mark them: talk to a machine, the next time of day that fits.
    Duckling,
}

/// Whether times that name no date are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
pub struct VagueTimes(pub bool);

impl Default for VagueTimes {
    fn default() -> Self {
        Self(true)
    }
}

/// Kinds of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Genre {
    /// News: pronouns, names and figures of speech are no numbers.
    #[default]
    News,
    /// What people say to a machine: nearly every number word counts, and years, sums and lists are said in pieces.
    Dialogue,
    /// Price tags: local decimal commas, and the span of a sum is that of its digits.
    Prices,
}

impl Options {
    /// Whether number words count that news would not count.
    pub(crate) fn talk(&self) -> bool {
        self.genre == Genre::Dialogue
    }

    /// Whether times are marked as in the TimeML corpora.
    pub(crate) fn timeml(&self) -> bool {
        self.times == Times::Timeml
    }

    /// Whether times are what people say to a machine.
    pub(crate) fn spoken_times(&self) -> bool {
        matches!(self.times, Times::Recognizers | Times::Duckling)
    }

    /// Whether a comma is before decimals wherever it can be.
    pub(crate) fn local_prices(&self) -> bool {
        self.genre == Genre::Prices
    }

    /// Whether a pound is money only, because quantities are not asked for.
    pub(crate) fn weighs(&self) -> bool {
        self.genre == Genre::Prices || (!self.kinds.is_empty() && !self.reads(Kind::Quantity))
    }

    /// Whether a kind is asked for.
    pub(crate) fn reads(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// What to rewrite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rewrite {
    /// Nothing.
    #[default]
    None,
    /// What translation left behind.
    Artifacts,
    /// Also what another style would write.
    Style,
}

impl<'de> Deserialize<'de> for Rewrite {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RewriteVisitor)
    }
}

struct RewriteVisitor;

impl Visitor<'_> for RewriteVisitor {
    type Value = Rewrite;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("`false`, \"artifacts\" or \"style\"")
    }

    fn visit_bool<E: Error>(self, rewrite: bool) -> Result<Rewrite, E> {
        if rewrite {
            return Err(E::custom("say what to rewrite: \"artifacts\" or \"style\""));
        }
        Ok(Rewrite::None)
    }

    fn visit_str<E: Error>(self, rewrite: &str) -> Result<Rewrite, E> {
        match rewrite {
            "artifacts" => Ok(Rewrite::Artifacts),
            "style" => Ok(Rewrite::Style),
            other => Err(E::custom(format!("unknown `{other}`: `false`, \"artifacts\" or \"style\""))),
        }
    }
}

impl schemars::JsonSchema for Rewrite {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rewrite".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": [false, "artifacts", "style"] })
    }
}

/// Which of two readings of a date without a year or a week is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
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
