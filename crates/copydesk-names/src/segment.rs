//! What a run of name words is: a person behind titles, a body, a place, a post.

use crate::body_name::{body, capitalized_words, is_body, known};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::rule::Rule;
use crate::run::is_family_in_capitals;
use crate::shown_gender::given_gender;
use crate::single::{acronym, single};
use crate::titled::{head_start, titled};
use crate::traits::Trait;
use crate::{Gender, NameForm, NameKind, Number};

/// A run read: its mention, if it is one.
pub(crate) fn segment(doc: Doc<'_>, first: usize, last: usize) -> Option<Found> {
    if let Some(found) = whole_phrase(doc, first, last) {
        return Some(found);
    }
    let split = head_start(doc, first, last, false);
    if split.at > first && !is_body(doc, split.at, last) {
        return Some(titled(doc, first, split, last));
    }
    plain(doc, first, last)
}

fn whole_phrase(doc: Doc<'_>, first: usize, last: usize) -> Option<Found> {
    let phrase = doc.phrase(first, last).filter(|phrase| first + phrase.words == last)?;
    Some(known(doc, first, last, phrase.class, phrase.country))
}

/// A run without a title.
fn plain(doc: Doc<'_>, first: usize, last: usize) -> Option<Found> {
    if last - first == 1 {
        return single(doc, first);
    }
    let end = doc.class(last - 1);
    if opens_with_office(doc, first, last) {
        return None;
    }
    if is_body(doc, first, last) {
        return Some(body(doc, first, last));
    }
    if end.is_one_human() && !doc.has(last - 2, Class::FIRST) || contains_office(doc, first, last) {
        return None;
    }
    if end.has(Class::NAMED_GROUP) || end.has(Class::HUMAN) && end.has(Class::PLURAL) {
        return Some(Found { number: Number::Plural, ..group(doc, first, last) });
    }
    if end.has(Class::GEOGRAPHY) && !given_name_opens(doc, first) {
        return Some(Found::new((first, last), NameKind::Place, NameForm::Full, Rule::PlaceByNoun));
    }
    if end.has(Class::DOCUMENT) && !given_name_opens(doc, first) {
        return None;
    }
    if (first..last).all(|at| doc.has(at, Class::DEMONYM)) {
        return None;
    }
    if last - first == 2 && doc.has_trait(first, Trait::Direction) && doc.has(first + 1, Class::PLACE) {
        return Some(known(doc, first, last, Class::PLACE, 0));
    }
    if !doc.has(first, Class::FIRST) && doc.has_trait(first, Trait::Landmark) {
        return Some(Found::new((first, last), NameKind::Place, NameForm::Full, Rule::PlaceByNoun));
    }
    if let Some(adjective) = (first..last).rfind(|at| doc.is_adjective_of_name(*at)) {
        // `Arlen-based Kern`
        return if adjective + 1 < last { segment(doc, adjective + 1, last) } else { None };
    }
    if last - first == 2 && doc.has(first, Class::PLACE) && !doc.has(first, Class::FIRST) {
        // `a Wisconsin Kern rally`
        return single(doc, first + 1);
    }
    if [first, last - 1].iter().any(|at| doc.has_trait(*at, Trait::Club)) {
        return Some(Found::new(
            (first, last),
            NameKind::Organization,
            NameForm::Full,
            Rule::OrganisationByNoun,
        ));
    }
    let letters = doc.is_upper(last - 1) && doc.text_of(last - 1).len() <= 4;
    let family = doc.text_of(last - 1).len() == 4 && is_family_in_capitals(doc, first, last - 1);
    if letters && !family && !(first..last).all(|at| doc.is_upper(at)) {
        return acronym(doc, last - 1);
    }
    person_or_nothing(doc, first, last)
}

pub(crate) fn given_name_opens(doc: Doc<'_>, first: usize) -> bool {
    doc.has(first, Class::FIRST) && !doc.has(first, Class::COMMON)
}

/// `President of the National Assembly`: the post, not the body.
fn opens_with_office(doc: Doc<'_>, first: usize, last: usize) -> bool {
    let of = (first + 1..last).find(|at| doc.is(*at, "of"));
    of.is_some_and(|of| doc.class(of - 1).is_one_human() && doc.has(of - 1, Class::OFFICE))
}

/// `Secretary of State`, `Director of Research`: a post with its field.
fn contains_office(doc: Doc<'_>, first: usize, last: usize) -> bool {
    (first..last - 1).any(|at| doc.class(at).is_one_human() && doc.is(at + 1, "of"))
}

fn group(doc: Doc<'_>, first: usize, last: usize) -> Found {
    let mut found = Found::new((first, last), NameKind::Group, NameForm::Description, Rule::People);
    found.noun = index(last - 1);
    found.class = doc.class(last - 1);
    found
}

fn person_or_nothing(doc: Doc<'_>, first: usize, last: usize) -> Option<Found> {
    let given =
        given_name_opens(doc, first) || doc.has(first, Class::FIRST) && !doc.has(last - 1, Class::COMMON);
    let eastern = doc.has(first, Class::SURNAME_FIRST) && !doc.has(last - 1, Class::COMMON | Class::HUMAN);
    let names = (first..last).filter(|at| doc.is_name(*at));
    let common =
        names.clone().filter(|at| doc.has(*at, Class::COMMON) && !doc.has(*at, Class::FIRST)).count();
    let count = names.count();
    let upper = (first..last).all(|at| doc.is_upper(at));
    // `Buckeye State`: without a given name, a common word is no family name.
    let closed =
        doc.has(last - 1, Class::COMMON) && !doc.has(first, Class::FIRST) && !doc.has(last - 1, Class::FIRST);
    if !given && !eastern && (common == count || count > 4 || common > 1 || closed) {
        return capitalized_words(doc, first, last);
    }
    let mut found = Found::new((first, last), NameKind::Person, NameForm::Full, Rule::NameByShape);
    found.class = doc.class(first);
    found.gender = if eastern && !given { Gender::Unknown } else { given_gender(doc.class(first)) };
    found.confidence = if given {
        0.95
    } else if eastern {
        0.85
    } else if upper {
        0.5
    } else {
        0.6
    };
    if given {
        found.rule = Rule::GivenName;
    }
    Some(found)
}
