//! Who does what an infinitive says.

use crate::frames::Frames;
use crate::groups::Groups;
use crate::phrase::starting;
use crate::subject::{Depth, Subject, find};
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// `tried to say`: whoever does what the verb before says; `allowed users to say`: the users.
pub(crate) fn subject_of(unit: &Unit<'_>, to: usize, depth: Depth) -> Option<Subject> {
    let verb =
        (to.saturating_sub(10)..to).rev().find(|at| unit.tag(*at).is_verb() || unit.tag(*at) == Tag::Be)?;
    if let Some(phrase) = told(unit, verb, to) {
        return Some(Subject { start: phrase.start, phrase, antecedent: None, direct: false });
    }
    // `It is safe to say`: nobody; but `It was ready to announce`.
    let minded = |at: usize| unit.is_of(at, Groups::MINDED);
    let nobody = |found: &Subject| {
        unit.tag(verb) == Tag::Be && unit.is(found.phrase.start, "it") && !(verb..to).any(minded)
    };
    let found = find(unit, verb, depth.next()).filter(|found| !nobody(found));
    found.map(|found| Subject { direct: verb + 1 == to && found.direct, ..found })
}

/// `allowed users to tell`, `urged voters to say`: whoever stands between such a verb and its infinitive.
fn told(unit: &Unit<'_>, verb: usize, to: usize) -> Option<Range> {
    let object = verb + 1..to;
    let reports = || unit.verb_cue(verb).is_some_and(|(cue, _)| cue.frames.any(Frames::OBJECT_TO));
    let held = !object.is_empty() && !unit.is_passive(verb) && (reports() || unit.is_of(verb, Groups::CAUSE));
    let himself =
        |phrase: &Range| unit.word(phrase.start).ends_with("self") || unit.is(phrase.start, "themselves");
    starting(unit, verb + 1).filter(|phrase| held && phrase.end == to && !himself(phrase))
}
