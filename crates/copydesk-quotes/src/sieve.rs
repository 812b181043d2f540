//! All sieves over one unit, and the choice among what they propose.

use crate::candidate::{Candidate, NOTHING};
use crate::options::{Quotes, Scope};
use crate::pick::{SET, pick};
use crate::roles::Roles;
use crate::starts::Starts;
use crate::tag::Tag;
use crate::unit::Unit;
use crate::verb::Verb;
use crate::{aside, distant, following, hearsay, label, nominal, preposed, source};

/// Collects what the sieves propose for a unit; `heads_paragraph` is whether it is the first of its paragraph.
pub(crate) fn propose(
    unit: &Unit<'_>,
    heads_paragraph: bool,
    starts: Starts,
    options: Quotes,
    found: &mut Vec<Candidate>,
) {
    found.clear();
    if heads_paragraph {
        found.extend(label::find(unit));
    }
    let all = starts.all();
    for from in (0..unit.len()).step_by(SET) {
        let set = &unit.items[from..unit.len().min(from + SET)];
        for at in pick(set, |item| item.roles.any(all)) {
            propose_at(unit, from + at, starts, options, found);
        }
    }
}

/// Collects what they propose for the word at `at`.
fn propose_at(unit: &Unit<'_>, at: usize, starts: Starts, options: Quotes, found: &mut Vec<Candidate>) {
    let item = &unit.items[at];
    let roles = item.roles;
    if roles.any(starts.verb) && item.tag.is_verb() {
        let wanted = |verb: &Verb| options.scope == Scope::All || !verb.cue.belief;
        if let Some(verb) = Verb::read(unit, at).filter(wanted) {
            found.extend(preposed::find(unit, &verb));
            found.extend(following::find(unit, &verb));
            found.extend(aside::find(unit, &verb));
            found.extend(distant::find(unit, &verb));
        }
    } else if roles.any(starts.noun) {
        found.extend(nominal::noun(unit, at));
    }
    if roles.any(starts.adjective) {
        found.extend(nominal::adjective(unit, at));
    }
    if roles.any(starts.hearsay) && item.tag == Tag::Adverb {
        found.push(hearsay::find(unit, at));
    }
    if roles.any(Roles::SOURCE) && unit.tag(at + 1) == Tag::Prep {
        found.extend(source::find(unit, at));
    }
}

/// Moves to `kept` the candidates that agree with each other, the surest and then the outermost first; what is left in
/// `found` lost to them.
pub(crate) fn choose(
    unit: &Unit<'_>,
    options: Quotes,
    found: &mut Vec<Candidate>,
    kept: &mut Vec<Candidate>,
) {
    kept.clear();
    found.retain(|candidate| is_wanted(unit, options, candidate));
    for at in 0..found.len() {
        found[at].in_subject = is_in_subject(&found[at], found);
    }
    found.sort_by_key(|candidate| (!is_sure(candidate), candidate.in_subject, candidate.cue.start));
    found.retain_mut(|candidate| {
        let chosen = agrees(unit, options, candidate, kept);
        if chosen {
            kept.push(candidate.clone());
        }
        !chosen
    });
    kept.sort_by_key(|candidate| candidate.cue.start);
}

/// Whether a candidate can stand beside those that are kept, if need be with less content.
fn agrees(unit: &Unit<'_>, options: Quotes, candidate: &mut Candidate, kept: &[Candidate]) -> bool {
    if kept.iter().any(|other| other.cue.start == candidate.cue.start) {
        return false;
    }
    if let Some(outer) = kept.iter().find(|other| other.holds(candidate.cue.start)) {
        return options.nested && candidate.lies_in(outer);
    }
    for other in kept {
        yield_to(unit, candidate, other);
    }
    candidate.content.iter().any(|part| !part.is_empty())
}

/// Ends a candidate's content where a surer attribution starts.
fn yield_to(unit: &Unit<'_>, candidate: &mut Candidate, other: &Candidate) {
    let start = other.start();
    if !candidate.overlaps(other) && !candidate.holds(other.cue.start) {
        return;
    }
    for part in &mut candidate.content {
        if part.start < start && start < part.end {
            part.end = start;
            while part.end > part.start
                && matches!(unit.tag(part.end - 1), Tag::Comma | Tag::Cc | Tag::Dash | Tag::Colon)
            {
                part.end -= 1;
            }
            if part.len() == 1 && unit.tag(part.start) == Tag::That {
                *part = NOTHING;
            }
        } else if part.start >= start {
            *part = NOTHING;
        }
    }
}

/// `Officials briefed on the plan said`: whether the cue belongs to who says something else.
fn is_in_subject(candidate: &Candidate, all: &[Candidate]) -> bool {
    all.iter().any(|other| {
        other.score > candidate.score
            && other
                .subject
                .as_ref()
                .is_some_and(|subject| subject.direct && subject.phrase.contains(&candidate.cue.start))
    })
}

/// Content around or before its attribution, which holds whatever other sieves find inside it.
fn is_sure(candidate: &Candidate) -> bool {
    candidate.score > 0.905
}

fn is_wanted(unit: &Unit<'_>, options: Quotes, candidate: &Candidate) -> bool {
    if candidate.content.iter().all(std::ops::Range::is_empty) || candidate.score < options.min_confidence {
        return false;
    }
    if options.scope == Scope::All {
        return true;
    }
    if candidate.rule == "cue-term" {
        return false;
    }
    if candidate.rule == "noun-that" && candidate.subject.is_none() {
        return false;
    }
    let belief = candidate.word.is_some_and(|cue| cue.belief);
    let least = if matches!(candidate.rule, "cue-as" | "cue-named") { 1 } else { 3 };
    !belief && (states(candidate.rule) || quotes_words(unit, candidate, least))
}

/// Rules whose content is always what somebody said, rather than what it was about.
fn states(rule: &str) -> bool {
    !matches!(
        rule,
        "cue-noun"
            | "cue-as"
            | "cue-named"
            | "cue-preposition"
            | "cue-gerund"
            | "passive-by"
            | "passive-about"
            | "passive-infinitive"
            | "noun-preposition"
            | "noun-infinitive"
            | "seems"
            | "hearsay"
            | "relative"
            | "adjective"
    )
}

/// Whether the content holds at least so many words in quotation marks.
fn quotes_words(unit: &Unit<'_>, candidate: &Candidate, least: usize) -> bool {
    let items = candidate.content.iter().flat_map(Clone::clone);
    items.filter(|at| unit.tag(*at) == Tag::Quote).any(|at| unit.words_inside(at) >= least)
}
