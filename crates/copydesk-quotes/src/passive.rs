//! Sieves for passive verbs: `is expected to …`, `was criticized by NAME`, `was quoted as saying …`, `asked whether …`.

use crate::adjunct::{self, Adjuncts};
use crate::candidate::Candidate;
use crate::content;
use crate::following::finish;
use crate::frames::Frames;
use crate::lexicon::Cue;
use crate::phrase;
use crate::subject::{Subject, subject_of};
use crate::tag::Tag;
use crate::unit::Unit;

/// What the passive verb at `verb` reports.
pub(crate) fn find(unit: &Unit<'_>, verb: usize, cue: &'static Cue, after: usize) -> Option<Candidate> {
    let subject = subject_of(unit, verb);
    let next = adjunct::skip(unit, after, Frames::default()).end;
    let end = content::end(unit, next, Some(cue), true);
    if unit.tag(next) == Tag::That && unit.tag(unit.group_start(verb)) == Tag::Be && is_dummy(unit, subject.as_ref()) {
        // `It was reported that …`.
        return Some(finish(unit, verb, after, cue, None, Candidate::new("passive-that", 0.7, 0..0, next..end), Adjuncts::default()));
    }
    if unit.tag(after) == Tag::To && cue.frames.any(Frames::TO.with(Frames::OBJECT_TO).with(Frames::CLAUSE)) {
        let subject = subject?;
        let found = Candidate { content: [subject.phrase, after..end], ..Candidate::new("passive-infinitive", 0.5, 0..0, 0..0) };
        return Some(finish(unit, verb, after, cue, None, found, Adjuncts::default()));
    }
    by_agent(unit, verb, cue, after, subject?)
}

fn is_dummy(unit: &Unit<'_>, subject: Option<&Subject>) -> bool {
    subject.is_some_and(|subject| subject.phrase.len() == 1 && unit.is(subject.phrase.start, "it"))
}

/// `The plan was criticized by the union`.
fn by_agent(unit: &Unit<'_>, verb: usize, cue: &'static Cue, after: usize, about: Subject) -> Option<Candidate> {
    if !unit.items.get(after)?.is_by || !cue.frames.any(Frames::NOUN) {
        return None;
    }
    let agent = phrase::starting(unit, after + 1)?;
    let subject = Subject { start: agent.start, phrase: agent, antecedent: None, direct: true };
    let content = about.antecedent.unwrap_or(about.phrase);
    Some(finish(unit, verb, after, cue, Some(subject), Candidate::new("passive-by", 0.5, 0..0, content), Adjuncts::default()))
}
