//! Who does what a participle says: `…, saying it was late`.

use crate::frames::Frames;
use crate::phrase::{self, ending};
use crate::shared::shared;
use crate::subject::{Depth, REACH, Subject, find, plain};
use crate::tag::Tag;
use crate::unit::Unit;

/// `…, saying`: whoever does what the clause before says; `a letter saying`: the letter.
pub(crate) fn subject_of(unit: &Unit<'_>, group: usize, depth: Depth) -> Option<Subject> {
    if let Some(quoted) = quoted(unit, group) {
        return Some(quoted);
    }
    match unit.tag_before(group) {
        tag if tag.is_nominal() && tag != Tag::Time => plain(unit, group),
        Tag::Stop => after_comma(unit, group),
        Tag::Comma if let Some(speaker) = attributed(unit, group - 1, depth) => Some(speaker),
        _ => shared(unit, group, depth).or_else(|| after_comma(unit, group)),
    }
}

/// `quoted Ms. Lowe as saying`: whom the verb before is about.
fn quoted(unit: &Unit<'_>, group: usize) -> Option<Subject> {
    let role = group.checked_sub(1).filter(|role| unit.is(*role, "as"))?;
    let phrase = ending(unit, role)?;
    let verb = phrase.start.checked_sub(1)?;
    unit.verb_cue(verb).filter(|(cue, _)| cue.frames.any(Frames::AS))?;
    Some(Subject { start: phrase.start, phrase, antecedent: None, direct: false })
}

/// How far before its comma the verb of an attribution stands that ends what it reports, in items.
const ATTRIBUTION: usize = 14;

/// `The ferry is late, Lowe said, adding`; `“…,” said Lowe, the mayor, adding`: whoever said what stands before.
fn attributed(unit: &Unit<'_>, comma: usize, depth: Depth) -> Option<Subject> {
    let reports = |at: &usize| {
        matches!(unit.tag(*at), Tag::Past | Tag::Third)
            && unit.verb_cue(*at).is_some_and(|(cue, _)| !cue.belief && cue.frames.any(Frames::QUOTE))
    };
    let verb = (comma.saturating_sub(ATTRIBUTION)..comma).rev().find(reports)?;
    let upright = || {
        find(unit, verb, depth.direct())
            .filter(|subject| subject.direct && parts(unit.tag_before(subject.start)))
    };
    let behind_quote = unit.tag_before(unit.group_start(verb)) == Tag::Quote;
    let subject = if behind_quote { None } else { upright() };
    subject.or_else(|| inverted(unit, verb)).map(|subject| Subject { direct: false, ..subject })
}

/// What stands between what was said and who said it.
fn parts(tag: Tag) -> bool {
    matches!(tag, Tag::Comma | Tag::Quote | Tag::Dash)
}

/// `said Lowe` behind what was said.
fn inverted(unit: &Unit<'_>, verb: usize) -> Option<Subject> {
    let group = unit.group_start(verb);
    let (_, after) = unit.verb_cue(verb).filter(|(cue, _)| cue.lemma != "tell")?;
    let phrase = phrase::starting(unit, after).filter(|_| parts(unit.tag_before(group)))?;
    if unit.tag(phrase.start) == Tag::Time {
        return None;
    }
    Some(Subject { start: phrase.start, phrase, antecedent: None, direct: true })
}

/// `Citing costs, the mayor said`: the subject after the comma.
fn after_comma(unit: &Unit<'_>, from: usize) -> Option<Subject> {
    let comma = (from..unit.len().min(from + REACH)).find(|at| unit.tag(*at) == Tag::Comma)?;
    let phrase = phrase::starting(unit, comma + 1)?;
    let start = phrase.start;
    Some(Subject { phrase, antecedent: None, start, direct: false })
}
