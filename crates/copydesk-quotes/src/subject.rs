//! Who does what a verb says.

use crate::doer;
use crate::infinitive;
use crate::participle;
use crate::phrase::{ending, without_time};
use crate::roles::Roles;
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
    direct: bool,
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
            .or_else(|| past_relative(unit, group - 1))
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
fn heads_clause(unit: &Unit<'_>, start: usize) -> bool {
    matches!(unit.tag_before(start), Tag::Comma | Tag::Stop | Tag::Quote | Tag::That | Tag::Sub | Tag::Colon)
}

/// `an official who asked not to be named said`, `the man who runs the port said`: the antecedent with its clause.
fn with_relative(unit: &Unit<'_>, end: usize) -> Option<Subject> {
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

/// `Ms. Lowe, the mayor, said`; `Ms. Lowe, who runs the port, said`.
fn across_comma(unit: &Unit<'_>, comma: usize) -> Option<Subject> {
    let open = comma_before(unit, comma).filter(|open| *open > 0 && may_stand_aside(unit, open + 1))?;
    let phrase = ending(unit, open)?;
    let named = matches!(
        unit.tag(phrase.start),
        Tag::Name
            | Tag::Det
            | Tag::Poss
            | Tag::Noun
            | Tag::Plural
            | Tag::Adjective
            | Tag::Number
            | Tag::Pronoun
    );
    // `Ms. Lowe, the mayor, who is 60, said`: the phrase before the last comma may stand aside too.
    let outer = (unit.tag_before(phrase.start) == Tag::Comma && unit.tag(phrase.start) != Tag::Name)
        .then(|| ending(unit, phrase.start - 1))
        .flatten()
        .filter(|outer| unit.tag(outer.end - 1) == Tag::Name);
    let phrase = without_time(unit, outer.unwrap_or(phrase));
    let start = phrase.start;
    named.then_some(Subject { phrase, antecedent: None, start, direct: true })
}

/// `Farmers who have lost their herds, say`: a comma too many behind a relative clause.
fn past_relative(unit: &Unit<'_>, comma: usize) -> Option<Subject> {
    with_relative(unit, comma).filter(|subject| heads_clause(unit, subject.start))
}

/// `Ms. Lowe - the mayor - said`.
fn across_dash(unit: &Unit<'_>, dash: usize) -> Option<Subject> {
    let open = (dash.saturating_sub(REACH)..dash).rev().find(|at| unit.tag(*at) == Tag::Dash)?;
    plain(unit, open)
}

fn comma_before(unit: &Unit<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(REACH)..at).rev().find(|at| unit.tag(*at) == Tag::Comma)
}

/// Whether what starts here may stand between two commas after a noun.
fn may_stand_aside(unit: &Unit<'_>, at: usize) -> bool {
    !matches!(
        unit.tag(at),
        Tag::Cc | Tag::Subject | Tag::That | Tag::Base | Tag::Modal | Tag::Quote | Tag::Be
    )
}

fn relative(unit: &Unit<'_>, pronoun: usize) -> Option<Subject> {
    if !unit.is_any(pronoun, &["who", "which", "that", "whom"]) {
        return None;
    }
    let end = if unit.tag_before(pronoun) == Tag::Comma { pronoun - 1 } else { pronoun };
    let antecedent = ending(unit, end)?;
    let start = antecedent.start;
    Some(Subject { phrase: pronoun..pronoun + 1, antecedent: Some(antecedent), start, direct: true })
}

/// The subject of an earlier verb of the same clause: `The union called a strike and said`.
pub(crate) fn shared(unit: &Unit<'_>, group: usize, depth: Depth) -> Option<Subject> {
    if let Some(relative) = in_relative(unit, group) {
        return Some(relative);
    }
    if depth.direct {
        return None;
    }
    let mut found = None;
    for at in group.saturating_sub(REACH)..group.saturating_sub(1) {
        let tag = unit.tag(at);
        let verb = tag.is_finite() || tag == Tag::Base && unit.tag_before(at) != Tag::To;
        if !verb || tag.helps_verb() && unit.group_start(at) != at {
            continue;
        }
        let Some(subject) = find(unit, at, depth.direct()).filter(|subject| subject.direct) else { continue };
        if subject.antecedent.is_none() && (found.is_none() || starts_clause(unit, subject.start)) {
            found = Some(Subject { direct: false, ..subject });
        }
    }
    found
}

/// Whether a clause that stands beside the first starts here: after `;`, or after `and` or `but`.
fn starts_clause(unit: &Unit<'_>, start: usize) -> bool {
    match unit.tag_before(start) {
        Tag::Semicolon | Tag::Quote | Tag::Stop | Tag::Dash => true,
        Tag::Cc => start > 1 && unit.tag(start - 2) == Tag::Comma,
        Tag::Comma => start > 1 && subordinate(unit, start - 1),
        _ => false,
    }
}

/// Whether the unit opens with a subordinate clause, which ends at this comma.
fn subordinate(unit: &Unit<'_>, comma: usize) -> bool {
    let opens = matches!(
        unit.tag(unit.start()),
        Tag::Sub | Tag::Wh | Tag::Prep | Tag::Ing | Tag::Participle | Tag::To
    );
    opens && !(unit.start()..comma).any(|at| unit.tag(at) == Tag::Comma)
}

/// `fans who love him and say`: the relative pronoun, if nothing but its clause stands between.
fn in_relative(unit: &Unit<'_>, group: usize) -> Option<Subject> {
    let from = group.saturating_sub(15);
    let pronoun = (from..group.saturating_sub(1)).rev().find(|at| unit.is_any(*at, &["who", "which"]))?;
    let between = (pronoun + 1..group - 1)
        .any(|at| matches!(unit.tag(at), Tag::Comma | Tag::Semicolon | Tag::Subject | Tag::That));
    if between || unit.tag_before(group) != Tag::Cc { None } else { relative(unit, pronoun) }
}
