//! The layer `quote`.

use copydesk_core::prelude::*;
use copydesk_core::span_pairs;
use schemars::JsonSchema;
use serde::Serialize;

/// Who said what.
pub struct Quote;

/// One quotation: its words, and how they are attributed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuoteValue {
    /// How much of it stands in quotation marks.
    pub r#type: QuoteType,
    /// The content, marks included; several stretches where the attribution or a paragraph parts it.
    #[serde(serialize_with = "span_pairs")]
    pub spans: Vec<Span>,
    /// The word that reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<CueValue>,
    /// Who is quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SpeakerValue>,
    /// Whom it was said to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Span>,
    /// Where it was said: an interview, a statement, a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Span>,
    /// Whether it was said or denied.
    pub polarity: Polarity,
    /// What kind of attribution it is.
    pub scope: Attribution,
    /// For the quotation in a heading: the words of the story that it repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub echoes: Option<Span>,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// The sieve that decided.
    pub rule: &'static str,
    /// What other sieves proposed, with the option `explain`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
}

/// How much of a quotation stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuoteType {
    /// All of it.
    Direct,
    /// Some words.
    Mixed,
    /// None.
    Indirect,
}

/// The word or phrase that reports.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CueValue {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// Its dictionary form.
    pub lemma: &'static str,
    /// Its tense; none for a noun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tense: Option<Tense>,
    /// What it does: `say`, `deny`, `promise`, `criticize`, …
    pub class: &'static str,
}

/// The tense of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tense {
    /// `said`.
    Past,
    /// `says`.
    Present,
    /// `has said`.
    Perfect,
    /// `will say`.
    Modal,
    /// `saying`.
    Participle,
    /// `to say`.
    Infinitive,
}

/// Who is quoted.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SpeakerValue {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// The fullest name that the story gives them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The entity of the layer `entity`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// Their gender, where the story shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<&'static str>,
}

/// Whether something was said or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// `said`.
    Positive,
    /// `denied`, `did not say`.
    Negative,
}

/// What kind of attribution a quotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    /// Somebody said or wrote it.
    Speech,
    /// Somebody thinks, feels, knows, wants or shows it.
    Belief,
}

/// What another sieve proposed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Alternative {
    /// The sieve.
    pub rule: &'static str,
    /// Its content.
    pub span: Span,
    /// How sure it was.
    pub confidence: f32,
}

impl Layer for Quote {
    type Value = QuoteValue;
    const NAME: &'static str = "quote";
    const SUMMARY: &'static str = "who said what: direct, mixed and indirect quotations";

    const TABLE: &'static [(&'static str, &'static str)] = &[
        ("speaker", "speaker.name|speaker"),
        ("entity", "speaker.entity"),
        ("gender", "speaker.gender"),
        ("type", "type"),
        ("text", "spans"),
        ("cue", "cue"),
        ("confidence", "confidence"),
    ];

    fn carry(value: &mut QuoteValue, carry: &mut dyn Carry) -> bool {
        value.cue = value.cue.take().and_then(|mut cue| carry.span(&mut cue.span).then_some(cue));
        value.speaker = value.speaker.take().and_then(|mut who| carry.span(&mut who.span).then_some(who));
        carry.keep(&mut value.addressee);
        carry.keep(&mut value.medium);
        carry.keep(&mut value.echoes);
        value.alternatives.retain_mut(|other| carry.span(&mut other.span));
        carry.list(&mut value.spans)
    }
}
