//! Mentions by a noun: whom `the minister`, `the ministry` and `the 45-year-old` mean.

use crate::cast::{Cast, Member, Part};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::link::{Tie, agrees};
use crate::name_keys::{NameKeys, country_before, field_key};
use crate::pronoun::is_anothers;
use crate::rule::{Link, Rule};
use crate::traits::Trait;
use crate::{Gender, NameForm, NameKind, Number};

/// Further back than this many sentences, a description needs its noun said before.
const NEAR: u32 = 3;

/// The entity that a description points back to.
pub(crate) fn known(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize, keys: &NameKeys) -> Option<Tie> {
    let mention = &found[at];
    if keys.noun.is_none() {
        return aged(cast, found, at);
    }
    if !mention.stance.definite {
        let bare = mention.number == Number::Plural && mention.first == mention.noun;
        return if bare {
            by_noun(doc, cast, found, mention, keys).map(|id| (id, Link::SameNoun))
        } else {
            None
        };
    }
    if possessed(doc, mention) {
        return None;
    }
    by_noun(doc, cast, found, mention, keys)
        .map(|id| (id, Link::Noun))
        .or_else(|| body_at_hand(doc, cast, found, at).map(|id| (id, Link::BodyAtHand)))
        .or_else(|| epithet(doc, cast, found, at).map(|id| (id, Link::Epithet)))
}

/// `the Ohio senator` for whom the text called a Republican from Ohio; `the candidate` for the one person it speaks of: a
/// post or trait that was not said before, of the person who was the subject last.
fn epithet(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize) -> Option<u32> {
    let mention = &found[at];
    if !mention.is_one_person() || !(mention.stance.subject || mention.stance.speaks) || mention.stance.quoted
    {
        return None;
    }
    let country = country_before(doc, mention, mention.noun);
    let near = found[..at].iter().rev().take_while(|other| other.sentence + NEAR >= mention.sentence);
    let mut people = near.filter(|other| {
        other.entity != NONE
            && other.sentence < mention.sentence
            && other.is_one_person()
            && agrees(cast, other.entity, mention)
            && cast.member(other.entity).named
    });
    if country != 0 {
        let from_there = |other: &&Found| cast.member(other.entity).country == country;
        return people.find(from_there).map(|other| other.entity);
    }
    let alone = mention.last - mention.first == 2 || doc.is(mention.last as usize - 2, "of");
    let last = people.find(|other| other.stance.subject || other.stance.speaks)?;
    let open = cast.member(last.entity).country == 0 && last.sentence + 2 >= mention.sentence;
    (alone && open && doc.has_trait(mention.noun as usize, Trait::Epithet)).then_some(last.entity)
}

/// `his wife`, `the ministry's spokesman`: whose it is was said by the possessor.
fn possessed(doc: Doc<'_>, mention: &Found) -> bool {
    is_anothers(doc, mention.first as usize) && mention.kind != NameKind::Organization
}

/// The last entity known by the noun that nothing else rules out.
fn by_noun(doc: Doc<'_>, cast: &Cast, found: &[Found], mention: &Found, keys: &NameKeys) -> Option<u32> {
    let country = country_before(doc, mention, mention.noun);
    let field = keys.field;
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
    cast.known(Part::Noun, keys.noun?).filter(fits).find(|id| !unlike(cast.member(*id)))
}

/// `the company`, `the group`: the organisation mentioned last, if one was a moment ago.
fn body_at_hand(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize) -> Option<u32> {
    let mention = &found[at];
    let short = mention.last - mention.first == 2;
    let trade = Trade::of(doc, mention.noun as usize)?;
    if !short {
        return None;
    }
    let near = found[..at].iter().rev().take_while(|other| other.sentence + NEAR >= mention.sentence);
    let mut bodies = near.filter(|other| {
        other.entity != NONE
            && other.sentence < mention.sentence
            && other.is_named()
            && !other.class.has(Class::SEAT)
            && is_body(cast, other)
    });
    bodies.find(|other| fits_trade(doc, other, trade)).map(|other| other.entity)
}

fn is_body(cast: &Cast, other: &Found) -> bool {
    let member = cast.member(other.entity);
    member.kind == NameKind::Organization
        || other.rule == Rule::OneWord && member.kind == NameKind::Person && member.gender == Gender::Unknown
}

/// What a body does, as far as nouns for it say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trade {
    Company,
    News,
    Any,
}

impl Trade {
    fn of(doc: Doc<'_>, noun: usize) -> Option<Self> {
        let trades = [(Trait::Company, Self::Company), (Trait::News, Self::News), (Trait::Body, Self::Any)];
        trades.into_iter().find(|(one, _)| doc.has_trait(noun, *one)).map(|(_, trade)| trade)
    }
}

/// Whether a body's name says nothing against the trade: `the newspaper` is no ministry. A name without a noun is a
/// newspaper's if everybody knows it or it has said something.
fn fits_trade(doc: Doc<'_>, body: &Found, trade: Trade) -> bool {
    if body.noun == NONE {
        let speaks = body.class.has(Class::KNOWN) || body.stance.speaks;
        return trade != Trade::News || !body.class.has(Class::COMPANY) && speaks;
    }
    let news = doc.has_trait(body.noun as usize, Trait::Masthead);
    match trade {
        Trade::News => news,
        Trade::Company => body.class.has(Class::COMPANY | Class::SUFFIX),
        Trade::Any => !news && !body.class.has(Class::COMPANY),
    }
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
    people.next().map(|other| (other.entity, Link::Age))
}
