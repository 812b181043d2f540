//! Names behind a noun: `Kremlin spokesman Dmitry Peskov`, `the airline Jan Roth`.

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::noun::Around;
use crate::noun_phrase::phrase_start;
use crate::rule::Rule;
use crate::run::{may_start, run_end};
use crate::segment::segment;
use crate::shown_gender::{person_gender, word_gender};
use crate::traits::Trait;
use crate::{NameForm, NameKind};

/// A name that follows a noun (and what belongs to it) without a comma, with all that stands before it.
pub(crate) fn named_behind(doc: Doc<'_>, noun: usize, name: usize, around: Around<'_>) -> Option<Found> {
    if name >= around.end
        || !may_start(doc, name, around.end)
        || doc.has(name, Class::DEMONYM | Class::NAMED_GROUP)
    {
        return None;
    }
    let end = run_end(doc, name, around.end);
    let inner = segment(doc, name, end)?;
    let class = doc.class(noun);
    let human = class.is_one_human() && inner.kind == NameKind::Person;
    let body = class.has(Class::ORG) && !class.has(Class::HUMAN) && takes_name(doc, noun, &inner);
    if !(human || body) {
        return None;
    }
    let start = coordinated(doc, phrase_start(doc, around.start, noun, around.found), around);
    let mut found = Found { first: index(start), noun: index(noun), ..inner };
    found.rule = Rule::NounAndName;
    found.confidence = found.confidence.max(0.9);
    if human {
        if inner.rule == Rule::OneWord && inner.head.0 > index(name) {
            // `the official Milan Osk`: behind a noun for a person a place is a given name.
            (found.head.0, found.form) = (index(name), NameForm::Full);
        }
        found.gender = match word_gender(class) {
            Some(gender) => gender,
            None => person_gender(doc, name, inner.head.0 as usize, end),
        };
    } else {
        (found.kind, found.form) = (NameKind::Organization, NameForm::Full);
        found.gender = crate::Gender::None;
    }
    Some(found)
}

/// Whether a noun for a body takes the name behind it: that of a body, or after a few nouns any that is no person's.
fn takes_name(doc: Doc<'_>, noun: usize, name: &Found) -> bool {
    match name.kind {
        NameKind::Organization => true,
        NameKind::Person => name.rule != Rule::GivenName && doc.has_trait(noun, Trait::Introducer),
        _ => false,
    }
}

/// `American academic and professor Ann Hill`: with the role before, joined by `and`.
fn coordinated(doc: Doc<'_>, start: usize, around: Around<'_>) -> usize {
    let joined = start >= around.start + 2 && doc.is(start - 1, "and");
    if joined && doc.is_small(start - 2) && doc.class(start - 2).is_one_human() {
        return phrase_start(doc, around.start, start - 2, around.found);
    }
    start
}
