//! Sieves for passive verbs: `is expected to …`, `was criticized by NAME`, `was quoted as saying …`, `asked whether …`.

use crate::adjunct::{self, Adjuncts};
use crate::candidate::{Candidate, NOTHING};
use crate::content::{self, Form};
use crate::following::finish;
use crate::frames::Frames;
use crate::phrase;
use crate::roles::Roles;
use crate::subject::Subject;
use crate::tag::Tag;
use crate::unit::{Range, Unit};
use crate::verb::Verb;

/// What a passive verb reports.
pub(crate) fn find(unit: &Unit<'_>, verb: &Verb) -> Option<Candidate> {
    let (cue, after, subject) = (verb.cue, verb.after, verb.subject(unit));
    let next = adjunct::skip(unit, after, Frames::default()).end;
    let end = content::end(unit, next, Form::Clause, true);
    if unit.tag(next) == Tag::That && unit.tag(verb.group) == Tag::Be && is_dummy(unit, subject) {
        // `It was reported that …`.
        let found = Candidate::new("passive-that", 0.7, 0..0, next..end);
        return Some(finish(unit, verb, None, found, Adjuncts::default()));
    }
    if unit.tag(after) == Tag::To && cue.frames.any(Frames::TO.with(Frames::OBJECT_TO).with(Frames::CLAUSE)) {
        let content = [subject?.phrase.clone(), after..end];
        let found = Candidate { content, ..Candidate::new("passive-infinitive", 0.5, 0..0, 0..0) };
        return Some(finish(unit, verb, None, found, Adjuncts::default()));
    }
    if cue.frames.any(Frames::ADDRESSEE.with(Frames::WH))
        && let Some(found) = told(unit, verb)
    {
        return Some(found);
    }
    by_agent(unit, verb, subject?)
}

/// `was asked by NAME whether …`, `were told that …`: the speaker is the agent, or not named.
pub(crate) fn told(unit: &Unit<'_>, verb: &Verb) -> Option<Candidate> {
    let (cue, after) = (verb.cue, verb.after);
    let agent = unit.has_role(after, Roles::BY).then(|| phrase::starting(unit, after + 1)).flatten();
    let from = adjunct::skip(unit, agent.as_ref().map_or(after, |agent| agent.end), cue.frames).end;
    let quote = from + usize::from(matches!(unit.tag(from), Tag::Comma | Tag::Colon));
    if unit.tag(quote) == Tag::Quote && cue.class == "ask" {
        let subject =
            agent.map(|phrase| Subject { start: phrase.start, phrase, antecedent: None, direct: true });
        let found = Candidate::new("passive-told", 0.7, 0..0, quote..quote + 1);
        return Some(finish(unit, verb, subject, found, Adjuncts::default()));
    }
    let frame = content::frame_at(unit, from);
    if frame == Frames::default() || frame == Frames::GERUND || !cue.frames.any(frame) {
        return None;
    }
    let inside = usize::from(!matches!(unit.tag(from), Tag::That | Tag::Wh | Tag::To) && frame != Frames::WH);
    let end = clause_end(unit, from + 1, content::end(unit, from + 1, Form::Clause, true), verb.at);
    if is_answered(unit, from + 1..end) {
        return None;
    }
    let subject = agent.map(|phrase| Subject { start: phrase.start, phrase, antecedent: None, direct: true });
    let rule = if inside == 0 { "passive-told" } else { "passive-about" };
    let found = Candidate::new(rule, 0.7, 0..0, from + inside..end);
    Some(finish(unit, verb, subject, found, Adjuncts::default()))
}

/// `Asked whether it was true, Ms. Lowe said`: a clause at the head ends at its comma.
fn clause_end(unit: &Unit<'_>, from: usize, end: usize, verb: usize) -> usize {
    let opens = verb == 0 || matches!(unit.tag(verb - 1), Tag::Sub | Tag::Wh | Tag::Comma);
    let comma = (from..end).find(|at| unit.tag(*at) == Tag::Comma).filter(|_| opens);
    comma.unwrap_or(end)
}

/// `Asked whether it was true Ms. Lowe said that …`: whether the answer has run into the question.
fn is_answered(unit: &Unit<'_>, mut content: Range) -> bool {
    content.any(|at| {
        let told = matches!(unit.tag(at), Tag::Past | Tag::Third);
        told && matches!(unit.tag(at + 1), Tag::That | Tag::Quote)
            && unit.verb_cue(at).is_some_and(|(cue, _)| !cue.belief)
    })
}

fn is_dummy(unit: &Unit<'_>, subject: Option<&Subject>) -> bool {
    subject.is_some_and(|subject| subject.phrase.len() == 1 && unit.is(subject.phrase.start, "it"))
}

/// `This was said by Ms. Lowe`: who says the words in quotation marks before.
pub(crate) fn lone(unit: &Unit<'_>) -> Option<Candidate> {
    if unit.tag(1) != Tag::Be || !unit.is_any(0, &["this", "that", "so", "it"]) {
        return None;
    }
    let verb = Verb::read(unit, if unit.tag(2) == Tag::Adverb { 3 } else { 2 })?;
    let states = verb.passive && !verb.cue.belief && verb.cue.frames.any(Frames::QUOTE);
    if !states || !unit.has_role(verb.after, Roles::BY) {
        return None;
    }
    let agent = phrase::starting(unit, verb.after + 1)?;
    let subject = Subject { start: agent.start, phrase: agent, antecedent: None, direct: true };
    let found = Candidate::new("quotation-before", 0.8, 0..0, NOTHING);
    Some(finish(unit, &verb, Some(subject), found, Adjuncts::default()))
}

/// `The plan was criticized by the union`.
fn by_agent(unit: &Unit<'_>, verb: &Verb, about: &Subject) -> Option<Candidate> {
    if !unit.has_role(verb.after, Roles::BY) || !verb.cue.frames.any(Frames::NOUN) {
        return None;
    }
    let agent = phrase::starting(unit, verb.after + 1)?;
    let subject = Subject { start: agent.start, phrase: agent, antecedent: None, direct: true };
    let content = about.antecedent.as_ref().unwrap_or(&about.phrase).clone();
    let found = Candidate::new("passive-by", 0.5, 0..0, content);
    Some(finish(unit, verb, Some(subject), found, Adjuncts::default()))
}
