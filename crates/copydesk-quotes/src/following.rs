//! Sieves for content that follows a verb: `NAME said (that) …`, `urged X to …`, `called X “…”`, `, adding that …`.

use crate::adjunct::Adjuncts;
use crate::candidate::Candidate;
use crate::clause;
use crate::complement::complement;
use crate::content::{self, Form};
use crate::frames::Frames;
use crate::passive;
use crate::subject::Subject;
use crate::tag::Tag;
use crate::unit::{Range, Unit};
use crate::verb::Verb;

/// Content that follows a verb.
pub(crate) fn find(unit: &Unit<'_>, verb: &Verb) -> Option<Candidate> {
    if verb.passive {
        return passive::find(unit, verb);
    }
    if unit.tag(verb.at) == Tag::Participle && !verb.is_helped_by(unit, &[Tag::Have, Tag::SubjectModal]) {
        return if verb.cue.class == "ask" { passive::told(unit, verb) } else { None };
    }
    let subject = verb.subject(unit)?;
    if let Some(content) = relative_object(unit, subject.start, verb.after) {
        let found = Candidate { content, ..Candidate::new("relative", 0.6, 0..0, 0..0) };
        return Some(finish(unit, verb, Some(subject.clone()), found, Adjuncts::default()));
    }
    let (mut rule, mut score, mut content, adjuncts) = complement(unit, verb)?;
    let head =
        unit.tag(verb.at) == Tag::Ing && (verb.at == 0 || verb.at == 1 && !unit.tag(0).starts_phrase());
    let end = content::within(unit, subject.start, head, content.start, content.end);
    // `While maintaining order, the police saw …`: the verb was of the clause behind.
    if rule == "cue-clause" && end < content.end && !clause::is_clause(unit, content.start, end) {
        (rule, score) = Some(("cue-noun", 0.5)).filter(|_| verb.cue.frames.any(Frames::NOUN))?;
    }
    content.end = end;
    if is_titled(unit, verb, subject, &content) || is_idiom(unit, verb, subject) || points(unit, subject) {
        return None;
    }
    if verb.cue.class == "seem" {
        let content = [subject.phrase.clone(), content];
        let found = Candidate { content, ..Candidate::new("seems", 0.5, 0..0, 0..0) };
        return Some(finish(unit, verb, None, found, adjuncts));
    }
    if subject.start > 0 && unit.is(subject.start - 1, "what") {
        rule = "cue-term";
    }
    Some(finish(unit, verb, Some(subject.clone()), Candidate::new(rule, score, 0..0, content), adjuncts))
}

/// `a play called “…”`: the play calls nothing anything. Who does has what is called before: `a play she called “…”`.
/// Nor does `a biologist called Ida Berg was …`.
fn is_titled(unit: &Unit<'_>, verb: &Verb, subject: &Subject, content: &Range) -> bool {
    if verb.cue.lemma == "call" && unit.tag(content.start) == Tag::Name {
        let name = (content.start..content.end).find(|at| unit.tag(*at) != Tag::Name);
        return name.is_some_and(|end| unit.tag(end).is_finite());
    }
    if unit.tag(content.start) != Tag::Quote || content.start != verb.after {
        return false;
    }
    let cue = verb.cue;
    let names = cue.lemma == "call" && cue.particle.is_none()
        || cue.lemma != "name" && cue.frames.any(Frames::NAMED) && !cue.frames.any(Frames::QUOTE);
    let before = unit.tag_before(subject.start);
    let gap =
        before.is_nominal() || matches!(before, Tag::Wh | Tag::That | Tag::Sub | Tag::Quote | Tag::Close);
    names && !gap
}

/// `This means that …`: what was said before says nothing.
fn points(unit: &Unit<'_>, subject: &Subject) -> bool {
    subject.phrase.len() == 1 && unit.is(subject.phrase.start, "this")
}

/// `Only time will tell whether …`.
fn is_idiom(unit: &Unit<'_>, verb: &Verb, subject: &Subject) -> bool {
    verb.cue.lemma == "tell" && subject.phrase.end.checked_sub(1).is_some_and(|last| unit.is(last, "time"))
}

/// `, which the union says is late`: the relative pronoun and the rest of its clause.
fn relative_object(unit: &Unit<'_>, subject: usize, after: usize) -> Option<[Range; 2]> {
    let pronoun =
        subject.checked_sub(1).filter(|at| unit.is_any(*at, &["which", "who", "whom", "that", "what"]))?;
    if !unit.tag(after).is_finite() && !unit.is(after, "as") {
        return None;
    }
    let end = content::end(unit, after, Form::Clause, false);
    let comma = (after..end).find(|at| unit.tag(*at) == Tag::Comma && unit.tag(at + 1).is_finite());
    Some([pronoun..subject, after..comma.unwrap_or(end)])
}

/// A candidate with all that is known of its cue.
pub(crate) fn finish(
    unit: &Unit<'_>,
    verb: &Verb,
    subject: Option<Subject>,
    candidate: Candidate,
    adjuncts: Adjuncts,
) -> Candidate {
    let negated = (verb.group..verb.at).any(|at| {
        unit.tag(at) == Tag::Neg || unit.word(at).ends_with("n't") || unit.word(at).ends_with("n’t")
    });
    Candidate {
        cue: verb.at..verb.after,
        word: Some(verb.cue),
        subject,
        addressee: adjuncts.addressee,
        medium: adjuncts.medium,
        negated,
        ..candidate
    }
}
