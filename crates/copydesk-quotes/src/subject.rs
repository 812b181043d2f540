//! Who does what a verb says.

use crate::aside_subject::{across_comma, across_dash, past_comma};
use crate::doer;
use crate::infinitive;
use crate::participle;
use crate::phrase::{ending, without_time};
use crate::roles::Roles;
use crate::shared::shared;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// The subject of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The phrase, or the relative pronoun that stands for it.
    pub(crate) phrase: Range,
    /// What a relative pronoun stands for.
    pub(crate) antecedent: Option<Range>,
    /// Where the subject with all that belongs to it starts.
    pub(crate) start: usize,
    /// Whether it stands right before the verb, rather than before an earlier verb of the clause.
    pub(crate) direct: bool,
}

/// How far back a subject is looked for, in items.
pub(crate) const REACH: usize = 45;

/// How a subject is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Depth {
    /// How many verbs may still share it.
    left: usize,
    /// Whether only one counts that stands right before its verb. Without it, each verb of a list would ask all before it.
    pub(crate) direct: bool,
}

const DEEPEST: Depth = Depth { left: 4, direct: false };

impl Depth {
    /// For another verb that may have the same subject.
    pub(crate) fn next(self) -> Self {
        Self { left: self.left - 1, ..self }
    }

    /// The same, for a subject right before that verb.
    pub(crate) fn direct(self) -> Self {
        Self { direct: true, ..self.next() }
    }
}

/// The subject of the verb whose group starts at `group`.
pub(crate) fn subject_of(unit: &Unit<'_>, verb: usize) -> Option<Subject> {
    find(unit, verb, DEEPEST)
}

pub(crate) fn find(unit: &Unit<'_>, verb: usize, depth: Depth) -> Option<Subject> {
    if depth.left == 0 {
        return None;
    }
    let group = skip_time(unit, unit.group_start(verb));
    if unit.tag(group) == Tag::SubjectModal {
        return None;
    }
    let group = past_adverbs(unit, group);
    let helped = (group..verb).any(|at| unit.tag(at).is_finite());
    match (unit.tag(verb), unit.tag_before(group)) {
        (Tag::Ing, _) if !helped => participle::subject_of(unit, group, depth),
        (_, Tag::To) => infinitive::subject_of(unit, group - 1, depth),
        (_, Tag::Wh | Tag::That) => relative(unit, group - 1).or_else(|| shared(unit, group, depth)),
        (_, Tag::Comma) => across_comma(unit, group - 1)
            .or_else(|| past_comma(unit, group - 1))
            .or_else(|| shared(unit, group, depth)),
        (_, Tag::Cc) => shared(unit, group, depth),
        (_, Tag::Dash) => across_dash(unit, group - 1),
        (_, Tag::Close) => plain(unit, group),
        (_, Tag::Participle | Tag::Past) if group < unit.group_start(verb) => plain(unit, group - 1),
        (_, tag) if tag.starts_phrase() || tag == Tag::Ing => plain(unit, group),
        _ => with_relative(unit, group),
    }
}

/// `…, and then said`: to the conjunction or comma before the adverbs.
fn past_adverbs(unit: &Unit<'_>, group: usize) -> usize {
    let mut at = group;
    while at > 0 && unit.tag(at - 1) == Tag::Adverb {
        at -= 1;
    }
    if matches!(unit.tag_before(at), Tag::Cc | Tag::Comma | Tag::Wh) { at } else { group }
}

/// `Ms. Lowe on Monday said`, `Ms. Lowe later said`, `Ms. Lowe last week said`.
fn skip_time(unit: &Unit<'_>, group: usize) -> usize {
    let mut at = group;
    while at > 1 && matches!(unit.tag(at - 1), Tag::Time | Tag::Adverb) {
        at -= 1;
    }
    if at == group {
        return group;
    }
    while at > 1 && unit.is_any(at - 1, &["last", "this", "next", "the", "same", "earlier", "a", "few"]) {
        at -= 1;
    }
    if at > 1 && unit.tag(at - 1) == Tag::Prep {
        return at - 1;
    }
    let before = unit.tag_before(at);
    if before.is_nominal() || matches!(before, Tag::Close | Tag::Comma | Tag::Past | Tag::Participle) {
        at
    } else {
        group
    }
}

pub(crate) fn plain(unit: &Unit<'_>, end: usize) -> Option<Subject> {
    if let Some(found) = with_relative(unit, end) {
        return Some(found);
    }
    let phrase = joined(unit, ending(unit, end)?, end);
    let phrase = without_time(unit, doer::of_object(unit, &phrase).unwrap_or_else(|| whole(unit, phrase)));
    let start = phrase.start;
    Some(Subject { phrase, antecedent: None, start, direct: true })
}

/// `officials from the bank and the council have said`: a verb in the plural behind a phrase in the singular has all that
/// `and` joins as its subject.
fn joined(unit: &Unit<'_>, phrase: Range, verb: usize) -> Range {
    let plural = unit.is_any(verb, &["are", "were", "have"])
        || unit.tag(verb) == Tag::Base && unit.has_role(verb, Roles::VERB);
    let singular = matches!(unit.tag(phrase.end - 1), Tag::Noun | Tag::Name);
    let and = phrase.start.checked_sub(1).filter(|at| unit.is(*at, "and"));
    let Some(and) = and.filter(|_| plural && singular) else { return phrase };
    match ending(unit, and) {
        Some(left) if heads_clause(unit, left.start) => left.start..phrase.end,
        _ => phrase,
    }
}

/// Whether nothing that belongs to a phrase can stand before it.
pub(crate) fn heads_clause(unit: &Unit<'_>, start: usize) -> bool {
    matches!(unit.tag_before(start), Tag::Comma | Tag::Stop | Tag::Quote | Tag::That | Tag::Sub | Tag::Colon)
}

/// `an official who asked not to be named said`, `the man who runs the port said`: the antecedent with its clause.
pub(crate) fn with_relative(unit: &Unit<'_>, end: usize) -> Option<Subject> {
    let from = end.saturating_sub(14);
    let mut near = (from..end).rev().take_while(|at| unit.tag(*at) != Tag::Comma);
    let who = near.find(|at| unit.has_role(*at, Roles::WHO))?;
    let has_verb = (who + 1..end).any(|at| unit.tag(at).is_finite() || unit.tag(at) == Tag::Base);
    let antecedent = ending(unit, who).filter(|_| has_verb)?;
    let start = antecedent.start;
    Some(Subject { phrase: start..end, antecedent: Some(antecedent), start, direct: true })
}

/// `a report published by the agency`: with the noun that a participle and its agent belong to.
fn whole(unit: &Unit<'_>, phrase: Range) -> Range {
    let Some(participle) = phrase.start.checked_sub(2) else { return phrase };
    let reduced = unit.tag(phrase.start - 1) == Tag::Prep
        && matches!(unit.tag(participle), Tag::Participle | Tag::Past)
        && unit.tag_before(participle).is_nominal()
        && !matches!(unit.tag_before(participle), Tag::Subject | Tag::Pronoun);
    match ending(unit, participle).filter(|_| reduced) {
        Some(outer) if outer.end > outer.start => outer.start..phrase.end,
        _ => phrase,
    }
}

pub(crate) fn relative(unit: &Unit<'_>, pronoun: usize) -> Option<Subject> {
    if !unit.is_any(pronoun, &["who", "which", "that", "whom"]) {
        return None;
    }
    let end = if unit.tag_before(pronoun) == Tag::Comma { pronoun - 1 } else { pronoun };
    let antecedent = ending(unit, end)?;
    let start = antecedent.start;
    Some(Subject { phrase: pronoun..pronoun + 1, antecedent: Some(antecedent), start, direct: true })
}
