//! Mentions by a noun: `the minister`, `a senior official`, `residents`, `the ministry`, and names behind a noun:
//! `Kremlin spokesman Dmitry Peskov`.

use copydesk_text::Kind;

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::noun_phrase::{phrase_end, phrase_start};
use crate::office::holder;
use crate::pronoun::is_possessive;
use crate::rule::Rule;
use crate::run::{may_start, run_end};
use crate::segment::{person_gender, segment, word_gender};
use crate::traits::Trait;
use crate::{NameForm, NameKind, Number};

/// The sentence at hand: its tokens, and the mentions before the place at hand.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) found: &'a [Found],
}

/// A noun for people, bodies or texts.
pub(crate) const NOUN: Class = Class::SPEAKING_NOUN;

/// The mention whose noun stands at `at`, with the name behind it if one follows.
pub(crate) fn noun(doc: Doc<'_>, at: usize, around: Around<'_>) -> Option<Found> {
    let class = class_of(doc, at);
    if !class.has(NOUN)
        || class.has(Class::FUNCTION)
        || is_modifier(doc, at, around)
        || is_verb(doc, at, around)
    {
        return None;
    }
    let named = class.is_one_human() || class.has(Class::ORG_ALONE) && !class.has(Class::PLURAL);
    if let Some(found) = named.then(|| named_behind(doc, at, at + 1, around)).flatten() {
        return Some(found);
    }
    if is_state_owned(doc, at, around) {
        return None;
    }
    let start = phrase_start(doc, around.start, at, around.found);
    let nobody = start < at && matches!(doc.text_of(start), "no" | "No");
    if nobody || start == at && !stands_bare(doc, at, around) {
        return None;
    }
    let found = described(doc, start, at, around);
    let held = if class.is_one_human() { holder(doc, found, at, around) } else { None };
    held.or(Some(found))
}

/// `the official Xinhua news agency`: the word is no noun before a name.
fn is_state_owned(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    at + 1 < around.end && doc.is(at, "official") && doc.is_name(at + 1)
}

/// The class of a noun where it stands: a `coast guard` is a body, a `guard` a man.
fn class_of(doc: Doc<'_>, at: usize) -> Class {
    let guard = doc.is(at, "guard") || doc.is(at, "guards");
    let of_a_body = |before: usize| {
        matches!(doc.text_of(before), "coast" | "national" | "border" | "home" | "presidential")
    };
    if guard && at > 0 && of_a_body(at - 1) { Class::ORG | Class::ORG_ALONE } else { doc.class(at) }
}

/// Whether the next word is the noun, and this one only stands before it: `police officers`.
fn is_modifier(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    let next = at + 1;
    if next >= around.end || !doc.is_small(next) || doc.has(next, Class::SAYING | Class::FUNCTION) {
        return false;
    }
    let people = doc.has(at, Class::PLURAL) && doc.has(at, Class::HUMAN);
    let mass = !doc.has(at, Class::PLURAL) || doc.is(at, "police");
    doc.has(next, NOUN) && !people || mass && doc.is_plain_noun(next)
}

/// Words that are verbs too (`report`, `state`, `head`, `partner`), where they stand as one: behind a subject, before an object.
fn is_verb(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= around.start) else { return false };
    if !doc.has(before, Class::FUNCTION) {
        return false;
    }
    let word = doc.text_of(before);
    matches!(word, "to" | "will" | "would" | "could" | "can" | "may" | "must" | "not")
        || doc.has(before, Class::PRONOUN) && !is_possessive(doc, before)
}

/// Whether a noun without an article is a mention: plurals and what needs none (`police`).
fn stands_bare(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    let class = doc.class(at);
    if class.has(Class::DOCUMENT) {
        return false;
    }
    let said = |at: usize| at < around.end && doc.has(at, Class::SAYING);
    let plural = class.has(Class::PLURAL) && class.has(Class::HUMAN | Class::GROUP);
    plural
        || doc.has_trait(at, Trait::Bare)
        || class.has(Class::OFFICE) && at > around.start && doc.is(at - 1, ",")
        || said(at + 1)
}

pub(crate) fn described(doc: Doc<'_>, start: usize, noun: usize, around: Around<'_>) -> Found {
    let class = class_of(doc, noun);
    let end = phrase_end(doc, noun, around.end);
    let (kind, form) = nature(class);
    let mut found = Found::new((start, end), kind, form, rule(class));
    found.head = (index(noun), index(noun + 1));
    found.noun = index(noun);
    found.class = class;
    found.gender =
        if kind == NameKind::Person { word_gender(class).unwrap_or_default() } else { found.gender };
    if class.has(Class::PLURAL) {
        found.number = Number::Plural;
    }
    found.stance.definite = is_definite(doc, start, noun);
    found.confidence = 0.8;
    found
}

fn nature(class: Class) -> (NameKind, NameForm) {
    match class {
        _ if class.has(Class::HUMAN | Class::GROUP) && class.has(Class::PLURAL) => {
            (NameKind::Group, NameForm::Description)
        }
        _ if class.has(Class::ROLE) => (NameKind::Person, NameForm::Role),
        _ if class.has(Class::PERSON) => (NameKind::Person, NameForm::Description),
        _ if class.has(Class::ORG_ALONE) && class.has(Class::GROUP) => {
            (NameKind::Organization, NameForm::Description)
        }
        _ if class.has(Class::GROUP) => (NameKind::Group, NameForm::Description),
        _ if class.has(Class::DOCUMENT) && !class.has(Class::ORG) => {
            (NameKind::Document, NameForm::Description)
        }
        _ => (NameKind::Organization, NameForm::Description),
    }
}

fn rule(class: Class) -> Rule {
    match nature(class) {
        (_, NameForm::Role) => Rule::Role,
        (NameKind::Person, _) => Rule::PersonNoun,
        (NameKind::Group, _) => Rule::PeopleNoun,
        (NameKind::Document, _) => Rule::DocumentNoun,
        _ => Rule::OrganisationNoun,
    }
}

/// Whether the phrase points at someone known: an article, a possessive, or none before a post.
fn is_definite(doc: Doc<'_>, start: usize, noun: usize) -> bool {
    let pointing = || {
        let opener = doc.text_of(start);
        matches!(opener, "this" | "This" | "that" | "That" | "these" | "These" | "those" | "Those")
            || is_possessive(doc, start)
    };
    doc.is_the(start)
        || doc.has(start, Class::FUNCTION) && pointing()
        || (start..noun).any(|at| doc.is_clitic(at))
}

/// A name that follows a noun (and what belongs to it) without a comma, with all that stands before it.
fn named_behind(doc: Doc<'_>, noun: usize, name: usize, around: Around<'_>) -> Option<Found> {
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

/// `the 45-year-old`: an age that stands for someone.
pub(crate) fn age(doc: Doc<'_>, at: usize, around: Around<'_>) -> Option<Found> {
    let word = doc.text_of(at);
    let aged = doc.token(at).kind == Kind::Number && word.ends_with("-year-old");
    let next_is_noun = at + 1 < around.end
        && doc.token(at + 1).kind == Kind::Word
        && !doc.has(at + 1, Class::FUNCTION | Class::SAYING);
    if !aged || next_is_noun || at == around.start || !doc.has(at - 1, Class::DETERMINER) {
        return None;
    }
    let mut found = Found::new((at - 1, at + 1), NameKind::Person, NameForm::Description, Rule::Age);
    found.head = (index(at), index(at + 1));
    found.stance.definite = doc.is_the(at - 1);
    Some(found)
}
