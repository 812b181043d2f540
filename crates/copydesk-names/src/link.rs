//! Which mentions are the same: every mention in the order of the text, tied to an entity of the cast.

use crate::apposition::apposition;
use crate::cast::{Cast, Part};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE, index};
use crate::human::shows_human;
use crate::name_keys::{NameKeys, initials, origin};
use crate::rule::{Link, Rule};
use crate::{Gender, NameForm, NameKind};
use crate::{bodies, headline_role, nouns, people, refer};

/// What ties a mention to an entity: the entity, and the rule.
pub(crate) type Tie = (u32, Link);

/// Ties every mention of a document.
pub(crate) fn link(doc: Doc<'_>, cast: &mut Cast, found: &mut [Found]) {
    for at in 0..found.len() {
        if found[at].entity == NONE {
            tie(doc, cast, found, at);
        }
    }
    for at in 0..found.len() {
        if found[at].form == NameForm::Pronoun && found[at].entity == NONE {
            own_words(doc, cast, found, at);
        }
    }
}

/// `I` between quotation marks is whoever speaks beside them.
fn own_words(doc: Doc<'_>, cast: &mut Cast, found: &mut [Found], at: usize) {
    if let Some(id) = refer::first_person(doc, found, at) {
        (found[at].entity, found[at].link) = (id, Link::OwnWords);
        cast.member_mut(id).mentions += 1;
    }
}

fn tie(doc: Doc<'_>, cast: &mut Cast, found: &mut [Found], at: usize) {
    let by_place = apposition(doc, found, at);
    if let Some(next) = by_place.filter(|next| *next > at) {
        // `the department's spokesman, Ned Price`: the name says who it is.
        if found[next].entity == NONE {
            settle(doc, cast, found, next, None);
        }
    }
    let neighbour = by_place.map(|other| found[other].entity).filter(|id| *id != NONE);
    let apposed = neighbour.map(|id| (id, Link::Apposition));
    settle(doc, cast, found, at, apposed);
    if let Some(id) = neighbour.filter(|_| found[at].is_one_person()) {
        headline_role::take_in(doc, cast, found, (at, id));
    }
}

/// Ties one mention, by what is known beforehand or by its own words, to an old entity or a new one.
fn settle(doc: Doc<'_>, cast: &mut Cast, found: &mut [Found], at: usize, known: Option<Tie>) {
    let pronoun = found[at].form == NameForm::Pronoun;
    let keys = NameKeys::of(doc, &found[at]);
    let tie = known.or_else(|| {
        if pronoun { refer::pronoun(doc, cast, found, at) } else { named(doc, cast, found, at, &keys) }
    });
    let id = match tie {
        Some((id, rule)) => {
            found[at].link = rule;
            // What one word alone left open, the full name settles.
            if found[cast.member(id).best as usize].head_len() >= 2 && found[at].is_named() {
                found[at].confidence = found[at].confidence.max(0.9);
            }
            if rule == Link::GivenName && found[at].head_len() == 1 {
                found[at].form = NameForm::First;
            }
            if rule == Link::FamilyName && found[at].kind != NameKind::Person {
                found[at].make_person();
            }
            id
        }
        None if is_nobody(doc, &found[at]) => {
            found[at].rule = Rule::None;
            return;
        }
        None if pronoun => {
            found[at].link = Link::Unresolved;
            return;
        }
        None => cast.add(&found[at], index(at)),
    };
    found[at].entity = id;
    remember(doc, cast, found, at, (id, &keys));
}

/// A plain word with a capital that nothing shows to be a name: `War`, `Western`.
fn is_nobody(doc: Doc<'_>, mention: &Found) -> bool {
    let at = mention.head.0 as usize;
    let plain = doc.has(at, Class::COMMON) && !doc.has(at, Class::FIRST | Class::KNOWN);
    let stance = &mention.stance;
    let bare = mention.first == mention.head.0 && mention.head_len() == 1 && mention.noun == NONE;
    mention.rule == Rule::OneWord && plain && bare && !stance.speaks && !stance.possessive
}

fn named(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize, keys: &NameKeys) -> Option<Tie> {
    let mention = &found[at];
    match (mention.is_named(), mention.kind) {
        (true, NameKind::Person) => people::known(doc, cast, found, at, keys),
        (true, _) => bodies::known(doc, cast, found, at, keys),
        (false, _) => nouns::known(doc, cast, found, at, keys),
    }
}

/// Takes down the words by which an entity may be met again.
fn remember(doc: Doc<'_>, cast: &mut Cast, found: &[Found], at: usize, (id, keys): (u32, &NameKeys)) {
    let mention = &found[at];
    cast.touch(id, mention, index(at));
    cast.member_mut(id).human |= shows_human(doc, mention);
    if mention.is_named() {
        cast.know(Part::Whole, keys.whole, id);
        if mention.kind == NameKind::Person {
            remember_person(cast, keys, id);
        } else {
            remember_body(doc, cast, mention, keys, id);
        }
    }
    if let Some(noun) = keys.noun {
        cast.know(Part::Noun, noun, id);
        if let Some(field) = keys.field {
            cast.know(Part::Noun, field, id);
        }
        let country = origin(doc, mention);
        let member = cast.member_mut(id);
        if member.country == 0 {
            member.country = country;
        }
    }
    rank(cast, found, at, id);
}

fn remember_person(cast: &mut Cast, keys: &NameKeys, id: u32) {
    cast.know(Part::Family, keys.family(), id);
    if keys.words >= 2 {
        cast.know(Part::Given, keys.given(), id);
        if keys.eastern {
            cast.know(Part::Family, keys.last, id);
        }
    }
}

fn remember_body(doc: Doc<'_>, cast: &mut Cast, mention: &Found, keys: &NameKeys, id: u32) {
    if mention.rule == Rule::OneWord && keys.words == 2 {
        // `the Globe` after `the Boston Globe`.
        cast.know(Part::Word, keys.last, id);
    }
    if mention.form != NameForm::Full || mention.kind == NameKind::Place {
        return;
    }
    if let Some(key) = initials(doc, mention) {
        cast.know(Part::Initials, key, id);
    }
    if keys.words >= 2 && bodies::has_weight(doc, mention.head.0 as usize) {
        cast.know(Part::Word, keys.first, id);
    }
}

/// Makes a mention the best of its entity if it names it better than the one before.
fn rank(cast: &mut Cast, found: &[Found], at: usize, id: u32) {
    let best = cast.member(id).best as usize;
    let mention = &found[at];
    if best != at && worth(mention) > worth(&found[best]) {
        let member = cast.member_mut(id);
        member.best = index(at);
        member.kind = mention.kind;
        member.named = mention.is_named();
        if member.gender == Gender::None && mention.kind == NameKind::Person {
            member.gender = mention.gender;
        }
    }
}

/// How well a mention names: first by its form, then by its length.
fn worth(mention: &Found) -> (u8, usize) {
    let form = match mention.form {
        NameForm::Full => 6,
        NameForm::Surname | NameForm::Short => 5,
        NameForm::Acronym => 4,
        NameForm::First => 3,
        NameForm::Role => 2,
        NameForm::Description => 1,
        NameForm::Pronoun => 0,
    };
    let length = if mention.is_named() { mention.head_len().min(5) } else { 0 };
    (form, length)
}

/// Whether a mention can be of an entity: one number, one gender, one sort of thing.
pub(crate) fn agrees(cast: &Cast, id: u32, mention: &Found) -> bool {
    let member = cast.member(id);
    let human = |kind| matches!(kind, NameKind::Person);
    member.number == mention.number
        && human(member.kind) == human(mention.kind)
        && !matches!(
            (member.gender, mention.gender),
            (Gender::Female, Gender::Male) | (Gender::Male, Gender::Female)
        )
}
