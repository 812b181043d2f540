//! A quotation on its way from the sieves to the layer.

use copydesk_core::Span;

use crate::candidate::Candidate;
use crate::layer::{
    Alternative, Attribution, CueValue, Polarity, QuoteType, QuoteValue, SpeakerValue, Tense,
};
use crate::lexicon::CueKind;
use crate::options::Quotes;
use crate::tag::Tag;
use crate::unit::Unit;

/// A quotation, with what later units may still add to it.
pub(crate) struct Found {
    pub(crate) value: QuoteValue,
    /// What a relative pronoun that speaks stands for.
    pub(crate) antecedent: Option<Span>,
    pub(crate) paragraph: usize,
    /// Whether words in quotation marks right after it go on with it.
    pub(crate) goes_on: bool,
}

impl Found {
    /// Where the speaker stands.
    pub(crate) fn speaker(&self) -> Option<Span> {
        self.value.speaker.as_ref().map(|speaker| speaker.span)
    }

    /// Whether it is what somebody thinks, rather than says.
    pub(crate) fn is_belief(&self) -> bool {
        self.value.scope == Attribution::Belief
    }

    /// Words in quotation marks behind this one without an attribution, as its speaker's.
    pub(crate) fn spoken_after(&self, spans: Vec<Span>, paragraph: usize) -> Self {
        let value = QuoteValue {
            r#type: QuoteType::Direct,
            spans,
            cue: None,
            polarity: Polarity::Positive,
            confidence: 0.6,
            rule: "quotation-after",
            ..self.value.clone()
        };
        Self { value, antecedent: self.antecedent, paragraph, goes_on: true }
    }

    /// Notes what the candidates that lost would have made of the same words.
    pub(crate) fn explain(&mut self, unit: &Unit<'_>, beaten: &[Candidate]) {
        let Some(last) = self.value.spans.last() else { return };
        let whole = self.value.spans[0].cover(*last);
        let spans = beaten.iter().filter_map(|other| Some((other, unit.span(&other.content[0])?)));
        let others = spans.filter(|(_, span)| span.overlaps(whole)).map(|(other, span)| Alternative {
            rule: other.rule,
            span,
            confidence: rounded(other.score),
        });
        self.value.alternatives = others.collect();
    }
}

fn rounded(score: f32) -> f32 {
    (score * 100.0).round() / 100.0
}

/// What a chosen candidate says, in bytes of the text.
pub(crate) fn found(
    unit: &Unit<'_>,
    paragraph: usize,
    candidate: &Candidate,
    options: Quotes,
) -> Option<Found> {
    let waits = candidate.content.iter().all(std::ops::Range::is_empty);
    let (kind, goes_on) = if waits { (QuoteType::Direct, true) } else { kind(unit, candidate) };
    let spans = if waits { Vec::new() } else { spans(unit, candidate, options) };
    let cue_span = unit.span(&candidate.cue)?;
    let subject = candidate.subject.as_ref();
    let cue = CueValue {
        span: cue_span,
        lemma: candidate.word.map_or(wordless(candidate.rule), |cue| cue.lemma),
        tense: tense(unit, candidate),
        class: candidate.word.map_or("say", |cue| cue.class),
    };
    let speaker = subject.and_then(|subject| unit.span(&subject.phrase));
    let negative = candidate.word.is_some_and(|cue| cue.negative) != candidate.negated;
    let belief = candidate.word.is_some_and(|cue| cue.belief);
    Some(Found {
        value: QuoteValue {
            r#type: kind,
            spans,
            cue: Some(cue),
            speaker: speaker.map(|span| SpeakerValue { span, name: None, entity: None, gender: None }),
            addressee: candidate.addressee.as_ref().and_then(|range| unit.span(range)),
            medium: candidate.medium.as_ref().and_then(|range| unit.span(range)),
            polarity: if negative { Polarity::Negative } else { Polarity::Positive },
            scope: if belief { Attribution::Belief } else { Attribution::Speech },
            echoes: None,
            confidence: rounded(candidate.score),
            rule: candidate.rule,
            alternatives: Vec::new(),
        },
        antecedent: subject.and_then(|subject| unit.span(subject.antecedent.as_ref()?)),
        paragraph,
        goes_on,
    })
}

/// What stands for the lemma of a cue that is not in the lexicon.
fn wordless(rule: &str) -> &'static str {
    match rule {
        "name-colon" | "colon-paragraph" => ":",
        "quotation-signed" => "–",
        "hearsay" => "reportedly",
        _ => "according to",
    }
}

fn spans(unit: &Unit<'_>, candidate: &Candidate, options: Quotes) -> Vec<Span> {
    let mut parts = candidate.content.clone();
    if !options.keep_that && unit.tag(parts[0].start) == Tag::That && parts[0].len() > 1 {
        // `that, if need be, it will close`
        let aside = parts[0].clone().skip(1).take_while(|at| unit.tag(*at) == Tag::Comma).count();
        parts[0].start += 1 + aside;
    }
    parts.iter().filter_map(|part| unit.span(part)).collect()
}

fn kind(unit: &Unit<'_>, candidate: &Candidate) -> (QuoteType, bool) {
    let items = || candidate.content.iter().flat_map(Clone::clone);
    let some = items().any(|at| unit.tag(at) == Tag::Quote);
    let all = items().all(|at| matches!(unit.tag(at), Tag::Quote | Tag::Comma | Tag::Stop | Tag::Dash));
    let kind = match (all, some) {
        (true, _) => QuoteType::Direct,
        (_, true) => QuoteType::Mixed,
        _ => QuoteType::Indirect,
    };
    (kind, some)
}

fn tense(unit: &Unit<'_>, candidate: &Candidate) -> Option<Tense> {
    candidate.word.filter(|cue| cue.kind == CueKind::Verb)?;
    let verb = candidate.cue.start;
    let helper =
        unit.helpers(verb).map(|at| unit.tag(at)).find(|tag| matches!(tag, Tag::Have | Tag::Modal | Tag::Do));
    match (unit.tag(verb), helper) {
        (_, Some(Tag::Modal)) => Some(Tense::Modal),
        (Tag::Participle, Some(Tag::Have)) => Some(Tense::Perfect),
        (Tag::Past | Tag::Participle, _) => Some(Tense::Past),
        (Tag::Base, _) if unit.tag_before(verb) == Tag::To => Some(Tense::Infinitive),
        (Tag::Base | Tag::Third, _) => Some(Tense::Present),
        (Tag::Ing, _) => Some(Tense::Participle),
        _ => None,
    }
}
