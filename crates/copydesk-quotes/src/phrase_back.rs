//! Noun phrases, read from their last word.

use crate::phrase::LONGEST;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// Prepositions that hold a noun phrase together: `a spokesman for the union`.
const ATTACHING: [&str; 19] = [
    "of",
    "for",
    "at",
    "in",
    "from",
    "with",
    "to",
    "between",
    "against",
    "on",
    "about",
    "near",
    "behind",
    "under",
    "among",
    "by",
    "within",
    "across",
    "throughout",
];

/// The noun phrase that ends before `end`.
pub(crate) fn ending(unit: &Unit<'_>, end: usize) -> Option<Range> {
    let last = end.checked_sub(1)?;
    if unit.tag(last) == Tag::Close {
        let open = (last.saturating_sub(12)..last).rev().find(|at| unit.tag(*at) == Tag::Open)?;
        return ending(unit, open);
    }
    if matches!(unit.tag(last), Tag::Object | Tag::Pronoun | Tag::Poss) && joins_back(unit, last) {
        // `a source close to him`.
        return ending(unit, last - 1).map(|phrase| phrase.start..end);
    }
    if matches!(unit.tag(last), Tag::Subject | Tag::Pronoun | Tag::Object | Tag::SubjectModal) {
        return Some(last..end);
    }
    if matches!(unit.tag(last), Tag::Det | Tag::Poss) {
        // `Many said`, `all said`, `those said`.
        return Some(last..end);
    }
    if !matches!(
        unit.tag(last),
        Tag::Noun | Tag::Plural | Tag::Name | Tag::Number | Tag::Time | Tag::Adjective | Tag::Ing
    ) {
        return None;
    }
    let start = walk(unit, last);
    (start < end).then_some(start..end)
}

fn joins_back(unit: &Unit<'_>, last: usize) -> bool {
    last > 1
        && matches!(unit.tag(last - 1), Tag::Prep | Tag::To)
        && matches!(unit.tag(last - 2), Tag::Noun | Tag::Plural | Tag::Adjective)
}

/// The first item of the phrase whose last is `at`.
fn walk(unit: &Unit<'_>, last: usize) -> usize {
    let mut at = last;
    while at > 0 && last - at < LONGEST {
        let left = at - 1;
        let goes_on = match (unit.tag(left), unit.tag(at)) {
            (_, Tag::Det | Tag::Poss) => {
                matches!(unit.tag(left), Tag::Prep | Tag::To | Tag::Cc) && joins(unit, left)
                    || unit.tag(left) == Tag::Det
            }
            (tag, _) if is_nominal(tag) || tag == Tag::Other => true,
            (Tag::Time, Tag::Name | Tag::Genitive | Tag::Number | Tag::Prep | Tag::Noun | Tag::Plural) => {
                true
            }
            (Tag::Ing | Tag::Participle, Tag::Noun | Tag::Plural) => {
                let named = unit.tag(at + 1) == Tag::Name && unit.tag_before(left) == Tag::Noun;
                named
                    || matches!(unit.tag_before(left), Tag::Det | Tag::Adjective | Tag::Poss | Tag::Genitive)
            }
            (Tag::Adverb, Tag::Adjective) => unit.tag_before(left) == Tag::Det,
            // `the “Lighthouse” owner`, but not `“It was dark” Lowe said`.
            (Tag::Quote, _) => !unit.is_parted(left) && (left > unit.start() || unit.words_inside(left) < 4),
            (Tag::Prep | Tag::To | Tag::Cc, _) => joins(unit, left),
            (Tag::Pronoun, Tag::Prep) => unit.is(at, "of"),
            _ => false,
        };
        if !goes_on {
            break;
        }
        at = left;
    }
    while at < last && matches!(unit.tag(at), Tag::Prep | Tag::To | Tag::Cc | Tag::Genitive) {
        at += 1;
    }
    at
}

/// Whether a word of this kind can stand in front of a noun in its phrase, or is the noun.
fn is_nominal(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Noun
            | Tag::Plural
            | Tag::Name
            | Tag::Number
            | Tag::Adjective
            | Tag::Genitive
            | Tag::Poss
            | Tag::Det
    )
}

/// Whether a preposition or a conjunction joins the nouns around it.
fn joins(unit: &Unit<'_>, at: usize) -> bool {
    let Some(left) = at.checked_sub(1) else { return false };
    let noun = matches!(
        unit.tag(left),
        Tag::Noun | Tag::Plural | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Time
    );
    let close = unit.tag(at) == Tag::To
        && left > 0
        && matches!(unit.tag(left - 1), Tag::Noun | Tag::Plural | Tag::Name);
    let elliptic = match unit.tag(left) {
        Tag::Det => unit.tag(at) == Tag::Prep,
        // `people close to the owner`
        Tag::Adjective => unit.tag(at) == Tag::Prep || close,
        _ => false,
    };
    if !noun && !elliptic {
        return false;
    }
    if unit.tag(at) != Tag::Cc {
        return unit.is_any(at, &ATTACHING);
    }
    unit.is_any(at, &["and", "or"]) && !is_object(unit, left)
}

/// Whether the noun at `last` ends the object of a verb, so that an `and` after it starts a new clause.
fn is_object(unit: &Unit<'_>, last: usize) -> bool {
    let start = short_walk(unit, last);
    let before = unit.tag_before(start);
    before.is_verb()
        || matches!(before, Tag::Be | Tag::Have | Tag::To | Tag::Particle)
        || before == Tag::Prep
            && (0..start).rev().take(12).any(|at| unit.tag(at).is_verb() || unit.tag(at) == Tag::Be)
}

fn short_walk(unit: &Unit<'_>, last: usize) -> usize {
    let mut at = last;
    while at > 0
        && last - at < 12
        && (is_nominal(unit.tag(at - 1)) || unit.tag(at - 1) == Tag::Time || unit.is(at - 1, "of"))
    {
        at -= 1;
    }
    at
}
