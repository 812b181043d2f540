//! Mentions by a noun alone: `a senior official at the ministry`, `the 45-year-old`.

use copydesk_text::Kind;

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::noun::{Around, class_of};
use crate::noun_phrase::phrase_end;
use crate::pronoun::is_possessive;
use crate::rule::Rule;
use crate::shown_gender::word_gender;
use crate::{NameForm, NameKind, Number};

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
