//! What may stand between a reporting word and its content: time, place, medium, the person addressed.

use crate::frames::Frames;
use crate::phrase;
use crate::roles::Roles;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// What was passed over, and where it ended.
#[derive(Clone, Debug, Default)]
pub(crate) struct Adjuncts {
    pub(crate) end: usize,
    pub(crate) addressee: Option<Range>,
    pub(crate) medium: Option<Range>,
}

const CIRCUMSTANCE: [&str; 14] = [
    "on", "in", "at", "during", "through", "via", "after", "before", "from", "outside", "by", "aboard", "of",
    "over",
];

/// Passes over adjuncts from `at`, for a word whose content may follow by `frames`.
pub(crate) fn skip(unit: &Unit<'_>, at: usize, frames: Frames) -> Adjuncts {
    let mut found = Adjuncts { end: at, ..Adjuncts::default() };
    while found.end < unit.len() {
        let next = step(unit, found.end, frames, &mut found);
        if next == found.end {
            break;
        }
        found.end = next;
    }
    found.end = past_aside(unit, found.end);
    found
}

/// `in Arlen, Norland, that …`: past the rest of the place.
pub(crate) fn past_aside(unit: &Unit<'_>, at: usize) -> usize {
    if unit.tag(at) == Tag::Dash {
        let close = (at + 1..unit.len().min(at + 12)).find(|at| unit.tag(*at) == Tag::Dash);
        return close
            .filter(|close| matches!(unit.tag(close + 1), Tag::That | Tag::Quote))
            .map_or(at, |close| close + 1);
    }
    if unit.tag(at) != Tag::Comma {
        return at;
    }
    let end = (at + 1..unit.len().min(at + 8)).find(|at| matches!(unit.tag(*at), Tag::Comma | Tag::Colon));
    let Some(end) = end else { return at };
    let leads = unit.tag(end) == Tag::Colon || matches!(unit.tag(end + 1), Tag::That | Tag::Quote);
    // `, adding, “…”` is an attribution of its own.
    let reports = |at| unit.tag(at) == Tag::Ing && unit.has_role(at, Roles::SPEECH_VERB);
    let plain = |at| !unit.tag(at).is_finite() && unit.tag(at) != Tag::Quote && !reports(at);
    let plain = (at + 1..end).all(plain);
    if !leads || !plain {
        at
    } else if unit.tag(end + 1) == Tag::That {
        end + 1
    } else {
        end
    }
}

fn step(unit: &Unit<'_>, at: usize, frames: Frames, found: &mut Adjuncts) -> usize {
    match unit.tag(at) {
        // `says Monday's vote was late`, `says up to 200 jobs are lost`
        Tag::Time if unit.tag(at + 1) == Tag::Genitive => at,
        Tag::Particle if unit.tag(at + 1) == Tag::To && unit.tag(at + 2) == Tag::Number => at,
        Tag::Adverb | Tag::Time | Tag::Particle => at + 1,
        Tag::Number if unit.tag_before(at) == Tag::Time => at + 1,
        Tag::Adjective | Tag::Det | Tag::Number => time_end(unit, at),
        Tag::To if !is_infinitive(unit, at) => {
            let end = phrase_end(unit, at + 1);
            if end > at + 1 && !unit.tag(at + 1).is_verb() {
                found.addressee = Some(at + 1..end);
                end
            } else {
                at
            }
        }
        Tag::Prep | Tag::Sub if unit.is_any(at, &CIRCUMSTANCE) => circumstance(unit, at, frames, found),
        _ => at,
    }
}

/// `a few years earlier`, `last week`.
fn time_end(unit: &Unit<'_>, at: usize) -> usize {
    let inside = |tag| matches!(tag, Tag::Adjective | Tag::Det | Tag::Number | Tag::Plural | Tag::Noun);
    let end = (at..unit.len().min(at + 4)).find(|at| !inside(unit.tag(*at)));
    let time = |end: &usize| unit.tag(*end) == Tag::Time && unit.tag(end + 1) != Tag::Genitive;
    end.filter(time).map_or(at, |end| end + 1)
}

fn circumstance(unit: &Unit<'_>, at: usize, frames: Frames, found: &mut Adjuncts) -> usize {
    let end = phrase_end(unit, at + 1);
    if end == at + 1 || unit.is_any(at + 1, &["least", "most", "fact", "all"]) {
        return at;
    }
    let medium = is_medium(unit, at, end);
    if frames.any(unit.leads_to(at)) && !medium && !phrase::leads_to_time(unit, at + 1) {
        return at;
    }
    if medium {
        found.medium = Some(at + 1..end);
    }
    end
}

/// Whether a preposition leads to a medium: `in a statement`.
pub(crate) fn names_medium(unit: &Unit<'_>, preposition: usize) -> bool {
    let end = phrase::core_end(unit, preposition + 1);
    unit.tag(preposition + 1) != Tag::Poss && is_medium(unit, preposition, end)
}

/// Whether the phrase after a preposition names a medium.
pub(crate) fn is_medium(unit: &Unit<'_>, preposition: usize, end: usize) -> bool {
    unit.is_any(preposition, &["in", "on", "at", "during", "via", "through", "from"])
        && (preposition + 1..end).any(|at| unit.is_medium(at))
}

fn is_infinitive(unit: &Unit<'_>, to: usize) -> bool {
    let next = if unit.tag(to + 1) == Tag::Adverb { to + 2 } else { to + 1 };
    matches!(unit.tag(next), Tag::Base | Tag::Be | Tag::Have | Tag::Do)
}

fn phrase_end(unit: &Unit<'_>, start: usize) -> usize {
    phrase::starting(unit, start).map_or(start, |phrase| phrase.end)
}
