//! A pack as its file writes it.

use copydesk_core::{Grade, Lang};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use crate::setting::Habit;

/// The section `[pack]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PackHead {
    /// The first half of its rules' ids.
    pub(crate) name: String,
    /// The language that its rules are about.
    pub(crate) language: Option<Lang>,
    /// What it is for, in Markdown.
    #[serde(default)]
    #[expect(dead_code, reason = "for the reader of the file")]
    pub(crate) docs: String,
    /// Whether its rules work on the bytes of the text, before all others.
    #[serde(default)]
    pub(crate) decodes: bool,
}

/// What a rule does with a place it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Action {
    /// Replaces it.
    Rewrite,
    /// Takes it out of the text and keeps it as an annotation of layer `furniture`.
    Move,
    /// Deletes it.
    Drop,
    /// Notes it in the layer `artifact`.
    Flag,
    /// Takes it for evidence of the language translated from, and leaves it.
    Evidence,
}

impl Action {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rewrite => "rewrite",
            Self::Move => "move",
            Self::Drop => "drop",
            Self::Flag => "flag",
            Self::Evidence => "evidence",
        }
    }
}

/// A table `[[rule]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    /// The second half of the id.
    pub(crate) id: Spanned<String>,
    /// What kind of mistake it is about.
    pub(crate) class: String,
    pub(crate) action: Action,
    /// `shape`, `document` or `origin:xx`.
    #[serde(deserialize_with = "grade")]
    pub(crate) grade: Grade,
    /// Texts of which one stands in every match: `a|b` is one of two words, `@list` one of a lexicon's, `#` a digit.
    #[serde(default)]
    pub(crate) anchors: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) patterns: Vec<Spanned<String>>,
    pub(crate) replace: Option<Spanned<String>>,
    /// A lexicon whose forms are replaced by what they stand for.
    pub(crate) table: Option<Spanned<String>>,
    /// A lexicon whose forms are whole lines, or with a `*` at the end, their starts.
    pub(crate) lines: Option<Spanned<String>>,
    /// The name of a detector that is written in Rust.
    pub(crate) detector: Option<Spanned<String>>,
    /// How much a match says for the pack's language; 3 is enough to show it.
    #[serde(default)]
    pub(crate) shows: f32,
    /// Sentences that must change, with the result.
    #[serde(default)]
    pub(crate) change: Vec<Spanned<(String, String)>>,
    /// Sentences that must not.
    #[serde(default)]
    pub(crate) keep: Vec<Spanned<String>>,
    /// Its most edits per million words of clean news.
    #[serde(default)]
    pub(crate) harm: f64,
    /// Whether it may change words in quotation marks: for the case of a first letter and the like.
    #[serde(default)]
    pub(crate) quoted: bool,
    /// Whether it needs another repair in the text beside it, or the origin shown: native writers slip so too.
    #[serde(default)]
    pub(crate) company: bool,
    /// What the line of a place must have elsewhere: `articles`, or `capitals` at the start of a sentence.
    pub(crate) line: Option<Habit>,
    /// Texts that show, if they stand near it, that what it is about is the document's style.
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    /// Whether it works where the options do not name it.
    #[serde(default = "yes")]
    pub(crate) enabled: bool,
    pub(crate) docs: String,
}

fn yes() -> bool {
    true
}

fn grade<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Grade, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.as_str() {
        "shape" => Ok(Grade::Shape),
        "document" => Ok(Grade::Document),
        _ => text.strip_prefix("origin:").and_then(Lang::parse).map(Grade::Origin).ok_or_else(|| {
            D::Error::custom(format!("`{text}` is no grade: write `shape`, `document` or `origin:fr`"))
        }),
    }
}
