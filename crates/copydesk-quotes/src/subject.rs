//! Who does what a verb says.

use crate::phrase::{ending, without_time};
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
const REACH: usize = 45;
/// How many verbs may share a subject.
const DEEPEST: usize = 4;

/// The subject of the verb whose group starts at `group`.
pub(crate) fn subject_of(unit: &Unit<'_>, verb: usize) -> Option<Subject> {
    find(unit, verb, DEEPEST)
}

fn find(unit: &Unit<'_>, verb: usize, depth: usize) -> Option<Subject> {
    if depth == 0 {
        return None;
    }
    let mut group = unit.group_start(verb);
    if unit.tag(group) == Tag::SubjectModal {
        return None;
    }
    group = skip_time(unit, group);
    let helped = (group..verb).any(|at| unit.tag(at).is_finite());
    match (unit.tag(verb), unit.tag_before(group)) {
        (Tag::Ing, _) if !helped => participle(unit, group, depth),
        (_, Tag::To) => infinitive(unit, group - 1, depth),
        (_, Tag::Wh | Tag::That) => relative(unit, group - 1).or_else(|| shared(unit, group, depth)),
        (_, Tag::Comma) => across_comma(unit, group - 1).or_else(|| shared(unit, group, depth)),
        (_, Tag::Cc) => shared(unit, group, depth),
        (_, Tag::Close) => plain(unit, group),
        (_, tag) if tag.starts_phrase() || tag == Tag::Ing => plain(unit, group),
        _ => None,
    }
}

/// `Ms. Lowe on Monday said`, `Ms. Lowe later said`.
fn skip_time(unit: &Unit<'_>, group: usize) -> usize {
    let mut at = group;
    while at > 1 && matches!(unit.tag(at - 1), Tag::Time | Tag::Adverb) {
        at -= 1;
    }
    if at < group && at > 1 && unit.tag(at - 1) == Tag::Prep { at - 1 } else if at < group && unit.tag_before(at).is_nominal() { at } else { group }
}

fn plain(unit: &Unit<'_>, end: usize) -> Option<Subject> {
    let phrase = without_time(unit, ending(unit, end)?);
    let start = phrase.start;
    Some(Subject { phrase, antecedent: None, start, direct: true })
}

/// `Ms. Lowe, the mayor, said`; `Ms. Lowe, who runs the port, said`.
fn across_comma(unit: &Unit<'_>, comma: usize) -> Option<Subject> {
    let mut close = comma;
    let mut found = None;
    for _ in 0..4 {
        let open = (comma.saturating_sub(REACH)..close).rev().find(|at| unit.tag(*at) == Tag::Comma);
        let Some(open) = open.filter(|open| *open > 0) else { break };
        let Some(phrase) = ending(unit, open) else { break };
        if !may_stand_aside(unit, open + 1) {
            break;
        }
        let start = phrase.start;
        let named = unit.tag(phrase.end - 1) == Tag::Name || unit.tag(start) == Tag::Det || unit.tag(start) == Tag::Poss || unit.tag(start) == Tag::Name || unit.tag(start) == Tag::Noun || unit.tag(start) == Tag::Plural;
        if !named {
            break;
        }
        found = Some(Subject { phrase: without_time(unit, phrase), antecedent: None, start, direct: true });
        if unit.tag_before(start) != Tag::Comma || unit.tag(start) == Tag::Name {
            break;
        }
        close = start - 1;
        if close == 0 {
            break;
        }
        close += 1;
        if unit.tag(close - 1) != Tag::Comma {
            break;
        }
        close -= 1;
        // The comma before an apposition closes nothing: look at what it follows.
        let Some(before) = ending(unit, close) else { break };
        let start = before.start;
        found = Some(Subject { phrase: without_time(unit, before), antecedent: None, start, direct: true });
        break;
    }
    found
}

/// Whether what starts here may stand between two commas after a noun.
fn may_stand_aside(unit: &Unit<'_>, at: usize) -> bool {
    !matches!(unit.tag(at), Tag::Cc | Tag::Subject | Tag::That | Tag::Base | Tag::Modal | Tag::Quote | Tag::Be)
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
fn shared(unit: &Unit<'_>, group: usize, depth: usize) -> Option<Subject> {
    let from = group.saturating_sub(REACH);
    for at in (from..group.saturating_sub(1)).rev() {
        let tag = unit.tag(at);
        if tag == Tag::Semicolon {
            return None;
        }
        if !(tag.is_finite() || tag == Tag::Base && unit.tag_before(at) != Tag::To) {
            continue;
        }
        let start = unit.group_start(at);
        if matches!(unit.tag_before(start), Tag::Wh | Tag::That) || start != at && unit.tag(start).is_finite() && start + 1 < at {
            continue;
        }
        if let Some(found) = find(unit, at, depth - 1) {
            return Some(Subject { direct: false, ..found });
        }
    }
    None
}

fn infinitive(unit: &Unit<'_>, to: usize, depth: usize) -> Option<Subject> {
    let verb = (to.saturating_sub(10)..to).rev().find(|at| unit.tag(*at).is_verb() || unit.tag(*at) == Tag::Be)?;
    find(unit, verb, depth - 1).map(|found| Subject { direct: verb + 1 == to && found.direct, ..found })
}

/// `…, saying`: whoever does what the clause before says; `a letter saying`: the letter.
fn participle(unit: &Unit<'_>, group: usize, depth: usize) -> Option<Subject> {
    match unit.tag_before(group) {
        tag if tag.is_nominal() && tag != Tag::Time => plain(unit, group),
        Tag::Stop => after_comma(unit, group),
        _ => shared(unit, group, depth).or_else(|| after_comma(unit, group)),
    }
}

/// `Citing costs, the mayor said`: the subject after the comma.
fn after_comma(unit: &Unit<'_>, from: usize) -> Option<Subject> {
    let comma = (from..unit.len().min(from + REACH)).find(|at| unit.tag(*at) == Tag::Comma)?;
    let phrase = crate::phrase::starting(unit, comma + 1)?;
    let start = phrase.start;
    Some(Subject { phrase, antecedent: None, start, direct: false })
}
