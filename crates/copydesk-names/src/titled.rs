//! Where a person's name begins behind titles, posts and their fields.

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::rule::Rule;
use crate::shown_gender::person_gender;
use crate::{NameForm, NameKind};

/// Where the name begins in a run, and the noun of the title before it.
#[derive(Clone, Copy)]
pub(crate) struct Split {
    pub(crate) at: usize,
    noun: Option<usize>,
}

/// The last place in a run where a title, a body or a place ends and a person's name follows. In the field of a post
/// (`head of the Grain Council Enver Solo`) two unknown words behind a body are its holder.
pub(crate) fn head_start(doc: Doc<'_>, first: usize, last: usize, field: bool) -> Split {
    let mut split = Split { at: first, noun: None };
    let mut at = first;
    while at + 1 < last {
        let phrase = doc.phrase(at, last);
        let next = at + phrase.map_or(1, |phrase| phrase.words);
        if next >= last {
            break;
        }
        let named = |at: usize| doc.has(at, Class::FIRST) && !doc.has(at, Class::ORG | Class::ROLE);
        let opens = doc.is_name(next);
        if phrase.is_none() && is_title(doc, at, first) && opens && !doc.has(next, Class::ORG) {
            split = Split { at: next, noun: Some(at) };
        } else if opens
            && leads_person(doc, at, next, last, phrase.is_some())
            && (named(next) || phrase.is_some() || is_holder(doc, (first, at), (next, last), field))
        {
            split.at = next;
        }
        at = next;
    }
    split
}

/// Two unknown words are a person's name behind a body in the field of a post, and behind a body with its place
/// (`University of Arlen Amneh Jafari`).
fn is_holder(doc: Doc<'_>, before: (usize, usize), name: (usize, usize), field: bool) -> bool {
    let (first, at) = before;
    let body = field && doc.has(at, Class::ORG);
    let placed = doc.has(at, Class::PLACE) && (first..at).any(|at| doc.has(at, Class::ORG));
    (body || placed) && unknown(doc, name.0, name.1)
}

/// Whether no word is plain English.
fn unknown(doc: Doc<'_>, first: usize, last: usize) -> bool {
    last - first >= 2 && (first..last).all(|at| !doc.has(at, Class::COMMON | Class::ORG | Class::PLACE))
}

/// A post or title, unless a given name before it makes it a surname (`Larry King`).
fn is_title(doc: Doc<'_>, at: usize, first: usize) -> bool {
    let class = doc.class(at);
    let surname =
        at > first && doc.has(at - 1, Class::FIRST) && !doc.has(at - 1, Class::HUMAN | Class::TITLE);
    let given = at == first && class.has(Class::FIRST) && !class.has(Class::OFFICE);
    (class.is_one_human() || class.has(Class::TITLE)) && !surname && !given
}

/// `State Antony Blinken`, `United States Hamdullah Mohib`: what ends at `at` belongs to the post, the rest is the name.
fn leads_person(doc: Doc<'_>, at: usize, next: usize, last: usize, phrase: bool) -> bool {
    let personal =
        (next..last).all(|at| !doc.has(at, Class::ORG | Class::GEOGRAPHY | Class::SUFFIX | Class::HUMAN));
    if phrase {
        let unknown = (next..last).all(|at| doc.has(at, Class::FIRST) || !doc.has(at, Class::COMMON));
        return personal
            && unknown
            && (doc.has(next - 1, Class::PLACE | Class::COMMON | Class::ORG) || doc.is_small(next - 1))
            && last - next >= 2;
    }
    let class = doc.class(at);
    let body = class.has(Class::ORG | Class::DEMONYM | Class::KNOWN | Class::PLACE)
        || class.has(Class::COMMON) && !class.has(Class::FIRST | Class::PARTICLE);
    personal && body && last - next >= 2
}

pub(crate) fn titled(doc: Doc<'_>, first: usize, split: Split, last: usize) -> Found {
    let form = if last - split.at >= 2 { NameForm::Full } else { NameForm::Surname };
    let mut found = Found::new((first, last), NameKind::Person, form, Rule::TitleAndName);
    found.head = (index(split.at), index(last));
    found.class = doc.class(split.at);
    found.gender = person_gender(doc, first, split.at, last);
    let post = || (first..split.at).rfind(|at| doc.class(*at).is_one_human());
    if let Some(noun) = split.noun.or_else(post) {
        found.noun = index(noun);
    }
    found
}
