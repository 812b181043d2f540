//! Every mention of a document, in the order of the text.

use copydesk_text::Kind;

use crate::body_name::known;
use crate::class::Class;
use crate::description::age;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::noun::{Around, NOUN, noun};
use crate::office::office_run;
use crate::pronoun::pronoun;
use crate::rule::Rule;
use crate::run::{may_start, run_end};
use crate::segment::segment;
use crate::{NameForm, NameKind};

/// Finds the mentions of all paragraphs that are written as sentences.
pub(crate) fn find(doc: Doc<'_>, found: &mut Vec<Found>) {
    let (mut sentence, mut next) = (0, 0);
    for place in &doc.words.places {
        let at = *place as usize;
        if at < next {
            continue;
        }
        while doc.outline.sentences[sentence].last_token <= *place {
            sentence += 1;
        }
        let tokens = doc.outline.sentences[sentence].tokens();
        let around = Around { start: tokens.start, end: tokens.end, found };
        let (mention, after) = at_token(doc, at, around);
        if let Some(mention) = mention {
            found.push(mention);
        }
        next = after;
    }
}

/// The mention at a token, if one starts or has its noun there, and the token to go on with.
fn at_token(doc: Doc<'_>, at: usize, around: Around<'_>) -> (Option<Found>, usize) {
    match doc.token(at).kind {
        Kind::Word => at_word(doc, at, around),
        Kind::Number => (age(doc, at, around), at + 1),
        _ => (None, at + 1),
    }
}

fn at_word(doc: Doc<'_>, at: usize, around: Around<'_>) -> (Option<Found>, usize) {
    let class = doc.class(at);
    if !doc.is_small(at) && may_start(doc, at, around.end) {
        let end = run_end(doc, at, around.end);
        return (run(doc, at, end, around), end);
    }
    if doc.word(at).key == doc.lexicon.latter && doc.is(at, "latter") && at > around.start {
        return (latter(doc, at), at + 1);
    }
    if class.has(Class::PRONOUN) {
        return (pronoun(doc, at, around.start), at + 1);
    }
    if !class.has(NOUN) {
        return (None, at + 1);
    }
    let mention = noun(doc, at, around);
    // A name behind the noun is part of its mention.
    let next = mention.filter(Found::is_named).map_or(at + 1, |found| found.last as usize);
    (mention, next)
}

fn run(doc: Doc<'_>, first: usize, end: usize, around: Around<'_>) -> Option<Found> {
    let before = first.checked_sub(1).filter(|at| *at >= around.start);
    let Some(mut found) = segment(doc, first, end) else {
        return demonym(doc, first, end, around).or_else(|| office_run(doc, first, end, around));
    };
    if before.is_some_and(|at| is_in_state(doc, (at, end), &found)) {
        return Some(known(doc, first, end, Class::PLACE, 0));
    }
    if found.form == NameForm::Description {
        let start = crate::noun_phrase::phrase_start(doc, around.start, first, around.found);
        found.first = index(start);
        return Some(found);
    }
    let is_possessed = |at: usize| doc.has(at, Class::MODIFIER | Class::DETERMINER) || doc.is_clitic(at);
    let titled = found.noun != crate::found::NONE && found.kind == NameKind::Person;
    if titled && before.is_some_and(is_possessed) {
        found.first = index(crate::noun_phrase::phrase_start(doc, around.start, first, around.found));
    }
    if found.kind != NameKind::Person {
        take_article(doc, before, &mut found, around);
        take_possessor(doc, &mut found, around);
    } else if let Some(article) = before.filter(|at| doc.is_the(*at))
        && found.noun == crate::found::NONE
        && found.first == found.head.0
        && !is_before_noun(doc, end, around)
    {
        let town = found.first as usize == article + 2 && doc.has(article + 1, Class::PLACE);
        // `the Boston Globe`: with an article the place is part of a body's name.
        let head = (found.head.0 - u32::from(town), found.head.1);
        return behind_article(doc, Found { first: index(article), head, ..found });
    }
    Some(found)
}

/// `in Modesto, Calif.`: what lies in a state is a place.
fn is_in_state(doc: Doc<'_>, (before, end): (usize, usize), found: &Found) -> bool {
    let shaped = matches!(found.rule, Rule::OneWord | Rule::NameByShape | Rule::GivenName);
    let led = matches!(doc.text_of(before), "in" | "In" | "near" | "from" | "outside" | "at" | "of");
    let state = end + 1 < doc.of_tokens.len() && doc.is_comma(end) && doc.has(end + 1, Class::PLACE);
    // `in the eyes of Kern, Arlen is …`
    let closed =
        || doc.of_tokens.get(end + 2).is_none_or(|next| next.token.kind == Kind::Mark || next.at_start());
    shaped && led && state && closed()
}

fn take_article(doc: Doc<'_>, before: Option<usize>, found: &mut Found, around: Around<'_>) {
    let article = before.is_some_and(|at| doc.is_the(at));
    if article && !is_before_noun(doc, found.last as usize, around) {
        found.first -= 1;
    }
}

/// `the Ohio senator`, `the Kern campaign`: the article is the noun's.
fn is_before_noun(doc: Doc<'_>, next: usize, around: Around<'_>) -> bool {
    next < around.end
        && doc.is_small(next)
        && !doc.is_clitic(next)
        && !doc.has(next, Class::SAYING | Class::FUNCTION)
        && (doc.has(next, Class::SPEAKING_NOUN) || doc.is_plain_noun(next))
}

/// `Tarsia's Foreign Ministry`: a body whose own words name no one is told from others by whose it is.
fn take_possessor(doc: Doc<'_>, found: &mut Found, around: Around<'_>) {
    let clitic = (found.first as usize).checked_sub(1).filter(|at| *at > around.start && doc.is_clitic(*at));
    let plain = found.head_tokens().all(|at| doc.has(at, Class::COMMON | Class::ORG));
    let owner = around.found.last().filter(|owner| Some(owner.last as usize) == clitic && owner.is_named());
    if let Some(owner) = owner.filter(|_| plain && found.kind == crate::NameKind::Organization) {
        found.first = owner.first;
        found.head.0 = owner.head.0;
        found.country = owner.country;
    }
}

/// `the Kerns` are people; `the Alster Herald` and other names with an article are no one's.
fn behind_article(doc: Doc<'_>, mut found: Found) -> Option<Found> {
    if found.form == NameForm::Surname && doc.text_of(found.head.1 as usize - 1).ends_with('s') {
        found.kind = NameKind::Group;
        found.number = crate::Number::Plural;
    } else {
        found.kind = NameKind::Organization;
        found.gender = crate::Gender::None;
        found.confidence = 0.5;
    }
    if found.form == NameForm::Surname {
        found.form = NameForm::Short;
    }
    (found.rule != Rule::GivenName).then_some(found)
}

/// `the Texan said`: where someone is from, standing for them.
fn demonym(doc: Doc<'_>, at: usize, end: usize, around: Around<'_>) -> Option<Found> {
    let alone = end - at == 1 && doc.has(at, Class::DEMONYM) && at > around.start;
    if !alone || !doc.is_the(at - 1) || end >= around.end {
        return None;
    }
    let acts = doc.has(end, Class::SAYING)
        || matches!(doc.text_of(end), "," | "has" | "had" | "was" | "is" | "may" | "will");
    let mut found = Found::new((at - 1, end), NameKind::Person, NameForm::Description, Rule::Demonym);
    found.head = (index(at), index(end));
    found.class = doc.class(at);
    found.country = doc.word(at).country;
    found.stance.definite = true;
    acts.then_some(found)
}

/// `The latter`: whoever was mentioned last.
fn latter(doc: Doc<'_>, at: usize) -> Option<Found> {
    if !doc.is_the(at - 1) {
        return None;
    }
    let mut found = Found::new((at - 1, at + 1), NameKind::Person, NameForm::Description, Rule::Latter);
    found.head = (index(at), index(at + 1));
    found.stance.definite = true;
    Some(found)
}
