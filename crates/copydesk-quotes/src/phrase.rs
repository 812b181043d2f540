//! Noun phrases, read from their first word; `phrase_back` reads them from their last.

pub(crate) use crate::phrase_back::ending;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// The longest phrase, in items.
pub(crate) const LONGEST: usize = 40;

/// The end of the noun phrase that starts at `start`, with the prepositional phrases that belong to it.
pub(crate) fn starting(unit: &Unit<'_>, start: usize) -> Option<Range> {
    match unit.tag(start) {
        Tag::Adverb if unit.tag(start + 1) == Tag::Adjective => {}
        Tag::Subject | Tag::Object => return Some(start..start + 1),
        // `told cheering supporters`
        Tag::Ing if unit.tag(start + 1) == Tag::Plural => {
            return starting(unit, start + 1).map(|phrase| start..phrase.end);
        }
        Tag::Pronoun if !unit.is(start + 1, "of") => return Some(start..start + 1),
        tag if tag.starts_phrase() && tag != Tag::SubjectModal && tag != Tag::There => {}
        _ => return None,
    }
    // `one of two witnesses`
    let mut at = core_end(unit, start).max(start + usize::from(unit.tag(start) == Tag::Pronoun));
    while at - start < LONGEST && at < unit.len() {
        let attach = match unit.tag(at) {
            Tag::Prep => {
                unit.is_any(at, &["of", "for", "at", "in", "from", "with", "into"])
                    && !leads_to_time(unit, at + 1)
            }
            // `a person close to the owner`
            Tag::To => unit.tag_before(at) == Tag::Adjective,
            Tag::Cc => unit.is_any(at, &["and", "or"]),
            _ => false,
        };
        let next = if attach { core_end(unit, at + 1) } else { at };
        if next <= at + 1 {
            break;
        }
        at = next;
    }
    (at > start).then_some(start..at)
}

/// The end of a phrase without prepositions.
pub(crate) fn core_end(unit: &Unit<'_>, start: usize) -> usize {
    let mut at = start;
    while at < unit.len() && at - start < LONGEST {
        let inside = match unit.tag(at) {
            Tag::Noun
            | Tag::Plural
            | Tag::Name
            | Tag::Number
            | Tag::Adjective
            | Tag::Genitive
            | Tag::Other => true,
            Tag::Det | Tag::Poss => at == start || unit.tag_before(at) == Tag::Det,
            Tag::Time => {
                at == start
                    || matches!(
                        unit.tag_before(at),
                        Tag::Det | Tag::Adjective | Tag::Number | Tag::Genitive | Tag::Poss | Tag::Time
                    )
            }
            Tag::Adverb => matches!(unit.tag(at + 1), Tag::Adjective),
            Tag::Ing | Tag::Participle => {
                matches!(unit.tag_before(at), Tag::Det | Tag::Adjective | Tag::Poss) && at > start
            }
            _ => false,
        };
        if !inside {
            break;
        }
        at += 1;
    }
    at
}

pub(crate) fn leads_to_time(unit: &Unit<'_>, at: usize) -> bool {
    let end = core_end(unit, at).max(at);
    unit.tag(at) == Tag::Time || unit.tag(end) == Tag::Time || (at..end).any(|at| unit.tag(at) == Tag::Time)
}

/// A phrase without the time or the medium at its end: `Ms. Lowe on Monday`.
pub(crate) fn without_time(unit: &Unit<'_>, phrase: Range) -> Range {
    let mut end = phrase.end;
    while end > phrase.start + 1 && unit.tag(end - 1) == Tag::Time {
        end -= 1;
    }
    if end < phrase.end
        && end > phrase.start + 1
        && unit.is_any(end - 1, &["last", "next", "this", "late", "early"])
    {
        end -= 1;
    }
    let preposition = (phrase.start + 1..end).rev().find(|at| unit.tag(*at) == Tag::Prep);
    match preposition {
        Some(at) if end < phrase.end && at + 1 == end => phrase.start..at,
        Some(at) if leads_to_time(unit, at + 1) && unit.is_any(at, &["on", "in", "at", "during"]) => {
            phrase.start..at
        }
        _ => phrase.start..end,
    }
}
