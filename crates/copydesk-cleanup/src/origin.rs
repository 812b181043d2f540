//! The language that a text was translated from, by the evidence in it.

use std::ops::Range;

use copydesk_core::prelude::*;
use copydesk_core::span_pairs;

use crate::word_hash::hash;

/// The language that the text was translated from.
pub struct Origin;

/// An origin and its evidence.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct OriginValue {
    /// The language, as an ISO 639-1 code.
    pub language: Lang,
    /// How sure it is, from 0 to 1. 1 if the options or the record say so.
    pub score: f32,
    /// The places that show it.
    #[serde(serialize_with = "span_pairs")]
    pub evidence_spans: Vec<Span>,
}

impl Layer for Origin {
    type Value = OriginValue;
    const NAME: &'static str = "origin";
    const SUMMARY: &'static str =
        "the language that the text was translated from, with the places that show it";
    const SURVIVES_DELETION: bool = true;

    fn carry(value: &mut OriginValue, carry: &mut dyn Carry) -> bool {
        carry.list(&mut value.evidence_spans);
        true
    }
}

/// The weight of evidence that shows an origin.
const ENOUGH: f32 = 3.0;

/// A longer text, in bytes, needs more of it.
const LONG: usize = 12_000;

/// One piece of evidence.
#[derive(Debug)]
struct Piece {
    lang: Lang,
    weight: f32,
    /// The rule that found it, and the hash of what it found: the same again says little.
    kind: (usize, u64),
    span: Range<usize>,
}

/// More kinds of what one rule finds add no weight.
const MOST_KINDS: usize = 4;

/// Evidence for languages, as it is gathered.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    list: Vec<Piece>,
}

impl Evidence {
    pub(crate) fn clear(&mut self) {
        self.list.clear();
    }

    /// A rule of a language's pack has found a text.
    pub(crate) fn add(&mut self, (lang, weight): (Lang, f32), unit: usize, text: &str, span: Range<usize>) {
        let kind = (unit, hash(text[span.clone()].as_bytes()));
        self.list.push(Piece { lang, weight, kind, span });
    }

    /// The language that more speaks for than for any other, if it is enough for a text of so many bytes, with the weight.
    pub(crate) fn language(&self, bytes: usize) -> Option<(Lang, f32)> {
        let enough = ENOUGH * f32::from(u16::try_from(bytes / LONG).unwrap_or(u16::MAX)).max(1.0);
        let mut langs: Vec<Lang> = self.list.iter().map(|piece| piece.lang).collect();
        langs.sort_unstable();
        langs.dedup();
        let mut weighed: Vec<_> = langs.into_iter().map(|lang| (lang, self.weight(lang))).collect();
        weighed.sort_by(|a, b| b.1.total_cmp(&a.1));
        let alone = |first: &(Lang, f32)| weighed.get(1).is_none_or(|second| second.1 < first.1);
        weighed.first().copied().filter(|first| first.1 >= enough && alone(first))
    }

    /// The weight of all evidence for a language; each further kind that a rule finds adds half.
    fn weight(&self, lang: Lang) -> f32 {
        let mut kinds: Vec<_> =
            self.list.iter().filter(|piece| piece.lang == lang).map(|p| (p.kind, p.weight)).collect();
        kinds.sort_unstable_by_key(|(kind, _)| *kind);
        kinds.dedup_by_key(|(kind, _)| *kind);
        let of_rule = |same: &[((usize, u64), f32)]| {
            let more = same.len().min(MOST_KINDS) - 1;
            same[0].1 * (1.0 + 0.5 * f32::from(u8::try_from(more).expect("bounded")))
        };
        kinds.chunk_by(|a, b| a.0.0 == b.0.0).map(of_rule).sum()
    }

    /// The places that speak for a language, in text order.
    pub(crate) fn spans(&self, lang: Lang) -> Vec<Range<usize>> {
        let mut spans: Vec<_> =
            self.list.iter().filter(|piece| piece.lang == lang).map(|piece| piece.span.clone()).collect();
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup();
        spans
    }
}

/// A weight as a score from 0 to 1.
pub(crate) fn score(weight: f32) -> f32 {
    let score = weight / (weight + 1.0);
    (score * 100.0).round() / 100.0
}
