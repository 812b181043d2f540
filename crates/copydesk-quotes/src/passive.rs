//! Sieves for passive verbs: `is expected to …`, `was criticized by NAME`, `was quoted as saying …`, `asked whether …`.

use crate::adjunct::{self, Adjuncts};
use crate::candidate::Candidate;
use crate::content::{self, Form};
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
    let end = content::end(unit, next, Form::Clause, true);
    if unit.tag(next) == Tag::That
        && unit.tag(unit.group_start(verb)) == Tag::Be
        && is_dummy(unit, subject.as_ref())
    {
        // `It was reported that …`.
        return Some(finish(
            unit,
            verb,
            after,
            cue,
            None,
            Candidate::new("passive-that", 0.7, 0..0, next..end),
            Adjuncts::default(),
        ));
    }
    if unit.tag(after) == Tag::To && cue.frames.any(Frames::TO.with(Frames::OBJECT_TO).with(Frames::CLAUSE)) {
        let subject = subject?;
        let found = Candidate {
            content: [subject.phrase, after..end],
            ..Candidate::new("passive-infinitive", 0.5, 0..0, 0..0)
        };
        return Some(finish(unit, verb, after, cue, None, found, Adjuncts::default()));
    }
    if cue.frames.any(Frames::ADDRESSEE.with(Frames::WH))
        && let Some(found) = told(unit, verb, cue, after)
    {
        return Some(found);
    }
    by_agent(unit, verb, cue, after, subject?)
}

/// `was asked by NAME whether …`, `were told that …`: the speaker is the agent, or not named.
pub(crate) fn told(unit: &Unit<'_>, verb: usize, cue: &'static Cue, after: usize) -> Option<Candidate> {
    let agent =
        unit.items.get(after).filter(|item| item.is_by).and_then(|_| phrase::starting(unit, after + 1));
    let from = adjunct::skip(unit, agent.as_ref().map_or(after, |agent| agent.end), cue.frames).end;
    let quote = from + usize::from(matches!(unit.tag(from), Tag::Comma | Tag::Colon));
    if unit.tag(quote) == Tag::Quote && cue.class == "ask" {
        let subject =
            agent.map(|phrase| Subject { start: phrase.start, phrase, antecedent: None, direct: true });
        let found = Candidate::new("passive-told", 0.7, 0..0, quote..quote + 1);
        return Some(finish(unit, verb, after, cue, subject, found, Adjuncts::default()));
    }
    let frame = content::frame_at(unit, from);
    if frame == Frames::default() || frame == Frames::GERUND || !cue.frames.any(frame) {
        return None;
    }
    let inside = usize::from(!matches!(unit.tag(from), Tag::That | Tag::Wh | Tag::To) && frame != Frames::WH);
    let end = clause_end(unit, from + 1, content::end(unit, from + 1, Form::Clause, true), verb);
    let subject = agent.map(|phrase| Subject { start: phrase.start, phrase, antecedent: None, direct: true });
    let rule = if inside == 0 { "passive-told" } else { "passive-about" };
    let found = Candidate::new(rule, 0.7, 0..0, from + inside..end);
    Some(finish(unit, verb, after, cue, subject, found, Adjuncts::default()))
}

/// `Asked whether it was true, Ms. Lowe said`: a clause at the head ends at its comma.
fn clause_end(unit: &Unit<'_>, from: usize, end: usize, verb: usize) -> usize {
    let opens = verb == 0 || matches!(unit.tag(verb - 1), Tag::Sub | Tag::Wh | Tag::Comma);
    let comma = (from..end).find(|at| unit.tag(*at) == Tag::Comma).filter(|_| opens);
    comma.unwrap_or(end)
}

fn is_dummy(unit: &Unit<'_>, subject: Option<&Subject>) -> bool {
    subject.is_some_and(|subject| subject.phrase.len() == 1 && unit.is(subject.phrase.start, "it"))
}

/// `The plan was criticized by the union`.
fn by_agent(
    unit: &Unit<'_>,
    verb: usize,
    cue: &'static Cue,
    after: usize,
    about: Subject,
) -> Option<Candidate> {
    if !unit.items.get(after)?.is_by || !cue.frames.any(Frames::NOUN) {
        return None;
    }
    let agent = phrase::starting(unit, after + 1)?;
    let subject = Subject { start: agent.start, phrase: agent, antecedent: None, direct: true };
    let content = about.antecedent.unwrap_or(about.phrase);
    Some(finish(
        unit,
        verb,
        after,
        cue,
        Some(subject),
        Candidate::new("passive-by", 0.5, 0..0, content),
        Adjuncts::default(),
    ))
}
