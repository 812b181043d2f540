//! Names of bodies, by their nouns and their own.

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::rule::Rule;
use crate::segment::given_name_opens;
use crate::traits::Trait;
use crate::{NameForm, NameKind};

/// Whether the name words are those of a body: its last word or one before `of` says so.
pub(crate) fn is_body(doc: Doc<'_>, first: usize, last: usize) -> bool {
    if doc.has(last - 1, Class::SUFFIX) && last - first >= 2 {
        return true;
    }
    let article = first > 0 && doc.is_the(first - 1);
    let given = given_name_opens(doc, first)
        && last - first == 2
        && !article
        && !doc.has_trait(last - 1, Trait::NoSurname);
    let heads = |at| doc.has(at, Class::ORG) && !doc.has(at, Class::FIRST) && may_head(doc, at, last);
    !given && (first..last).any(heads)
}

/// Whether a word stands where the noun of a name does that ends at `last`.
fn may_head(doc: Doc<'_>, at: usize, last: usize) -> bool {
    at + 1 == last || matches!(doc.text_of(at + 1), "of" | "for" | "on" | "and" | "&")
}

pub(crate) fn body(doc: Doc<'_>, first: usize, last: usize) -> Found {
    let mut found =
        Found::new((first, last), NameKind::Organization, NameForm::Full, Rule::OrganisationByNoun);
    let heads = |at: &usize| doc.has(*at, Class::ORG | Class::SUFFIX) && may_head(doc, *at, last);
    let noun = (first..last).find(heads);
    found.noun = index(noun.unwrap_or(last - 1));
    found.class = doc.class(noun.unwrap_or(last - 1));
    found
}

pub(crate) fn known(doc: Doc<'_>, first: usize, last: usize, class: Class, country: u16) -> Found {
    let (kind, rule) = match class {
        _ if class.has(Class::PLACE) => (NameKind::Place, Rule::Place),
        _ if class.has(Class::NAMED_GROUP) => (NameKind::Group, Rule::People),
        _ => (NameKind::Organization, Rule::KnownOrganisation),
    };
    let mut found = Found { class, country, ..Found::new((first, last), kind, NameForm::Full, rule) };
    // `the church` takes up the Church of England, `the kingdom` no United Kingdom.
    let noun = (first..last).find(|at| last - first > 1 && doc.has(*at, Class::ORG));
    if let Some(noun) = noun.filter(|_| kind == NameKind::Organization) {
        found.noun = index(noun);
    }
    found
}

/// Common words with capitals name a body, if anything; whether they do, the sentence must say.
pub(crate) fn capitalized_words(doc: Doc<'_>, first: usize, last: usize) -> Option<Found> {
    let article = first > 0 && doc.is_the(first - 1);
    let speaks = |at: usize| doc.of_tokens.len() > at && doc.has(at, Class::SAYING) && doc.is_small(at);
    let says = speaks(last) || first > 0 && speaks(first - 1) && !article;
    says.then(|| Found {
        confidence: 0.5,
        ..Found::new((first, last), NameKind::Organization, NameForm::Full, Rule::CapitalsThatSpeak)
    })
}
