//! The sieve `according to NAME`.

use crate::candidate::{Candidate, NOTHING};
use crate::clause;
use crate::content::{self, Form};
use crate::groups::Groups;
use crate::phrase;
use crate::subject::Subject;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// `according to NAME` at `at`, with its content before, after or around it.
pub(crate) fn find(unit: &Unit<'_>, at: usize) -> Option<Candidate> {
    if !unit.is(at + 1, "to") {
        return None;
    }
    let phrase = phrase::starting(unit, at + 2)?;
    let noun = phrase::core_end(unit, at + 2).checked_sub(1)?;
    if unit.is_of(noun, Groups::MEASURE) {
        return None;
    }
    let close = close(unit, phrase.end);
    let start = phrase.start;
    let subject = Subject { phrase, antecedent: None, start, direct: true };
    let begin = unit.start();
    let content = if at <= begin {
        let from = close + usize::from(unit.tag(close) == Tag::Comma);
        [from..content::end(unit, from, Form::Clause, true), NOTHING]
    } else {
        let last = at - usize::from(unit.tag_before(at) == Tag::Comma);
        [begin..last, after(unit, close, begin..last)]
    };
    if content[0].is_empty() {
        return None;
    }
    // `…. according to NAME`: a sentence of its own, whose full stop is a slip.
    let apart = unit.tag_before(at) == Tag::Stop && at > begin;
    let score = if apart || passes_on(unit, begin..at, subject.phrase.clone()) { 0.6 } else { 0.93 };
    let found = Candidate {
        content,
        subject: Some(subject),
        ..Candidate::new("according-to", score, at..at + 2, NOTHING)
    };
    Some(found)
}

/// `Lowe said …, according to remarks reported by Newswire`: the source passes on what another attribution states.
fn passes_on(unit: &Unit<'_>, before: Range, mut source: Range) -> bool {
    let remarks = source.any(|at| unit.is_of(at, Groups::REMARK));
    remarks
        && before.into_iter().any(|at| {
            let told = matches!(unit.tag(at), Tag::Past | Tag::Third);
            told && unit.verb_cue(at).is_some_and(|(cue, _)| !cue.belief)
        })
}

/// The mark at which the phrase with all that belongs to it closes.
fn close(unit: &Unit<'_>, from: usize) -> usize {
    (from..unit.len())
        .find(|at| matches!(unit.tag(*at), Tag::Comma | Tag::Semicolon | Tag::Stop | Tag::Colon))
        .unwrap_or(unit.end())
}

/// Content that goes on after the attribution: only if what stands before is no clause yet.
fn after(unit: &Unit<'_>, close: usize, before: Range) -> Range {
    let from = close + 1;
    if unit.tag(close) != Tag::Comma || from >= unit.end() || is_whole(unit, &before) {
        return NOTHING;
    }
    from..content::end(unit, from, Form::Clause, true)
}

/// Whether content is a clause with its verb, so that nothing of it stands behind the attribution.
fn is_whole(unit: &Unit<'_>, content: &Range) -> bool {
    clause::is_clause(unit, content.start, content.end) && !clause::lacks_verb(unit, content.end)
}
