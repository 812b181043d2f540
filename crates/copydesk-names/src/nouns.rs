//! Mentions by a noun: whom `the minister`, `the ministry` and `the 45-year-old` mean.

use crate::cast::{Cast, Member, Part};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::key::Key;
use crate::link::{Tie, agrees};
use crate::name_keys::{country_before, field_key, noun_key};
use crate::{NameForm, NameKind, Number};

/// Further back than this many sentences, a description needs its noun said before.
const NEAR: u32 = 3;

/// The entity that a description points back to.
pub(crate) fn known(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize) -> Option<Tie> {
    let mention = &found[at];
    if mention.noun == NONE {
        return aged(cast, found, at);
    }
    let key = noun_key(doc, mention.noun as usize);
    if !mention.stance.definite {
        let bare = mention.number == Number::Plural && mention.first == mention.noun;
        return if bare { by_noun(doc, cast, found, mention, key).map(|id| (id, "same-noun")) } else { None };
    }
    if possessed(doc, mention) {
        return None;
    }
    by_noun(doc, cast, found, mention, key)
        .map(|id| (id, "noun"))
        .or_else(|| body_at_hand(doc, cast, found, mention).map(|id| (id, "body-at-hand")))
}

/// `his wife`, `the ministry's spokesman`: whose it is was said by the possessor.
fn possessed(doc: Doc<'_>, mention: &Found) -> bool {
    let opener = doc.text_of(mention.first as usize);
    matches!(opener, "his" | "her" | "its" | "their" | "His" | "Her" | "Its" | "Their")
        && !matches!(mention.kind, NameKind::Organization)
}

/// The last entity known by the noun that nothing else rules out.
fn by_noun(doc: Doc<'_>, cast: &Cast, found: &[Found], mention: &Found, noun: Key) -> Option<u32> {
    let country = country_before(doc, mention, mention.noun);
    let field = field_key(doc, mention);
    let fits = |id: &u32| {
        let member = cast.member(*id);
        agrees(cast, *id, mention) && (country == 0 || member.country == 0 || country == member.country)
    };
    if let Some(id) = field.and_then(|field| cast.known(Part::Noun, field).find(fits)) {
        return Some(id);
    }
    let unlike = |member: &Member| {
        let best = &found[member.best as usize];
        field.is_some() && best.noun != NONE && field_key(doc, best).is_some_and(|other| Some(other) != field)
    };
    cast.known(Part::Noun, noun).filter(fits).find(|id| !unlike(cast.member(*id)))
}

/// `the company`, `the group`: the organisation mentioned last, if one was a moment ago.
fn body_at_hand(doc: Doc<'_>, cast: &Cast, found: &[Found], mention: &Found) -> Option<u32> {
    let noun = mention.noun as usize;
    let any = matches!(
        doc.text_of(noun),
        "company"
            | "firm"
            | "group"
            | "agency"
            | "organization"
            | "organisation"
            | "body"
            | "association"
            | "union"
            | "bank"
    );
    let short = mention.last - mention.first == 2;
    if !any || !short || mention.kind == NameKind::Person {
        return None;
    }
    let near = found.iter().rev().filter(|other| other.first < mention.first);
    let near = near
        .take_while(|other| other.sentence + NEAR >= mention.sentence)
        .filter(|other| other.entity != NONE);
    let mut bodies = near.filter(|other| {
        let member = cast.member(other.entity);
        member.kind == NameKind::Organization && other.is_named() && !other.class.has(Class::SEAT)
    });
    bodies.next().map(|other| other.entity)
}

/// `the 45-year-old`: the person who was the subject last.
fn aged(cast: &Cast, found: &[Found], at: usize) -> Option<Tie> {
    let mention = &found[at];
    if !mention.stance.definite || mention.kind != NameKind::Person {
        return None;
    }
    let near = found[..at].iter().rev().take_while(|other| other.sentence + NEAR >= mention.sentence);
    let mut people = near.filter(|other| {
        other.entity != NONE
            && other.is_one_person()
            && other.form != NameForm::Description
            && cast.member(other.entity).named
    });
    people.next().map(|other| (other.entity, "age"))
}
