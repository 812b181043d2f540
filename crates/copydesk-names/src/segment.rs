//! What a run of name words is: a person behind titles, a body, a place, a post.

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::rule::Rule;
use crate::single::{acronym, single};
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

/// Where the name begins in a run, and the noun of the title before it.
#[derive(Clone, Copy)]
pub(crate) struct Split {
    pub(crate) at: usize,
    noun: Option<usize>,
}

fn whole_phrase(doc: Doc<'_>, first: usize, last: usize) -> Option<Found> {
    let phrase = doc.phrase(first, last).filter(|phrase| first + phrase.words == last)?;
    Some(known(doc, first, last, phrase.class, phrase.country))
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

fn titled(doc: Doc<'_>, first: usize, split: Split, last: usize) -> Found {
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

/// The gender that titles and the given name show.
pub(crate) fn person_gender(doc: Doc<'_>, first: usize, head: usize, last: usize) -> Gender {
    let titles = (first..head).filter(|at| !doc.has(*at, Class::PARTICLE)).map(|at| doc.class(at));
    let shown = titles.filter(|class| class.has(Class::TITLE | Class::HUMAN)).find_map(word_gender);
    shown.unwrap_or_else(|| if last - head >= 2 { given_gender(doc.class(head)) } else { Gender::Unknown })
}

/// The gender of a noun or title.
pub(crate) fn word_gender(class: Class) -> Option<Gender> {
    match (class.has(Class::FEMALE), class.has(Class::MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// The gender that a given name shows.
pub(crate) fn given_gender(class: Class) -> Gender {
    match (class.has(Class::FIRST_F), class.has(Class::FIRST_M)) {
        (true, false) => Gender::Female,
        (false, true) => Gender::Male,
        _ => Gender::Unknown,
    }
}

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
    let before_of =
        |at: &usize| at + 1 == last || matches!(doc.text_of(at + 1), "of" | "for" | "on" | "and" | "&");
    let heads =
        (first..last).filter(before_of).filter(|at| doc.has(*at, Class::ORG) && !doc.has(*at, Class::FIRST));
    !given && heads.count() > 0
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
    if !(first..last).all(|at| doc.is_upper(at)) && doc.is_upper(last - 1) && doc.text_of(last - 1).len() <= 4
    {
        return acronym(doc, last - 1);
    }
    person_or_nothing(doc, first, last)
}

fn given_name_opens(doc: Doc<'_>, first: usize) -> bool {
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

pub(crate) fn body(doc: Doc<'_>, first: usize, last: usize) -> Found {
    let mut found =
        Found::new((first, last), NameKind::Organization, NameForm::Full, Rule::OrganisationByNoun);
    let noun = (first..last).find(|at| {
        doc.has(*at, Class::ORG | Class::SUFFIX) && {
            at + 1 == last || matches!(doc.text_of(at + 1), "of" | "for" | "on" | "and" | "&")
        }
    });
    found.noun = index(noun.unwrap_or(last - 1));
    found.class = doc.class(noun.unwrap_or(last - 1));
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

/// Common words with capitals name a body, if anything; whether they do, the sentence must say.
fn capitalized_words(doc: Doc<'_>, first: usize, last: usize) -> Option<Found> {
    let article = first > 0 && doc.is_the(first - 1);
    let speaks = |at: usize| doc.of_tokens.len() > at && doc.has(at, Class::SAYING) && doc.is_small(at);
    let says = speaks(last) || first > 0 && speaks(first - 1) && !article;
    says.then(|| Found {
        confidence: 0.5,
        ..Found::new((first, last), NameKind::Organization, NameForm::Full, Rule::CapitalsThatSpeak)
    })
}
