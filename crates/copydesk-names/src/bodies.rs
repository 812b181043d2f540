//! Names of organisations, places and peoples: which of them are the same one's.

use crate::cast::{Cast, Part};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::key::Key;
use crate::link::Tie;
use crate::name_keys::{NameKeys, initials};
use crate::rule::{Link, Rule};
use crate::{NameForm, NameKind};

/// The entity that the name of a body is known to be of.
pub(crate) fn known(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize, keys: &NameKeys) -> Option<Tie> {
    let mention = &found[at];
    let fits = |id: &u32| cast.member(*id).kind != NameKind::Person;
    if let Some(id) = cast.known(Part::Whole, keys.whole).find(fits) {
        return Some((id, Link::SameName));
    }
    if let Some(id) = in_brackets(doc, found, at) {
        return Some((id, Link::AcronymInBrackets));
    }
    if let Some(id) = family(doc, cast, found, mention, keys.whole) {
        return Some((id, Link::FamilyName));
    }
    if mention.form == NameForm::Acronym {
        return cast.known(Part::Initials, keys.whole).find(fits).map(|id| (id, Link::Acronym));
    }
    if mention.kind == NameKind::Place {
        return None;
    }
    if let Some(id) = longer(doc, cast, found, mention, keys) {
        return Some((id, Link::PartOfName));
    }
    if keys.words == 1
        && let Some(id) = cast.known(Part::Word, keys.whole).find(fits)
    {
        return Some((id, Link::ShortName));
    }
    let short = initials(doc, mention).and_then(|key| cast.known(Part::Whole, key).find(fits));
    let acronym = short.filter(|id| found[cast.member(*id).best as usize].form == NameForm::Acronym);
    acronym.map(|id| (id, Link::Acronym))
}

/// `World Health Organization (WHO)`: the letters are of what stands before the bracket.
fn in_brackets(doc: Doc<'_>, found: &[Found], at: usize) -> Option<u32> {
    let mention = &found[at];
    let bracket = (mention.first as usize).checked_sub(1).filter(|before| doc.is(*before, "("))?;
    if mention.form != NameForm::Acronym {
        return None;
    }
    let near = found[..at].iter().rev().take(4);
    let body =
        near.filter(|other| other.is_named() && other.kind == NameKind::Organization && other.entity != NONE);
    body.filter(|other| other.last as usize == bracket).map(|other| other.entity).next()
}

/// Whether a word alone may stand for the name that it begins: `Goldman`, not `National` and not `Russian`.
pub(crate) fn has_weight(doc: Doc<'_>, at: usize) -> bool {
    !doc.has(
        at,
        Class::COMMON
            | Class::DEMONYM
            | Class::PLACE
            | Class::ORG
            | Class::FIRST
            | Class::HUMAN
            | Class::PHRASE,
    )
}

/// `Paris said` where the text has named a Valeska Paris in full: the woman, unless behind `in`; `the Paris proposals`.
fn family(doc: Doc<'_>, cast: &Cast, found: &[Found], mention: &Found, key: Key) -> Option<u32> {
    let alone =
        mention.form == NameForm::Acronym || mention.kind == NameKind::Place || mention.rule == Rule::OneWord;
    if !alone || mention.head_len() != 1 {
        return None;
    }
    let before = (mention.first as usize).checked_sub(1);
    let placed =
        before.is_some_and(|at| matches!(doc.text_of(at), "in" | "In" | "to" | "from" | "near" | "across"));
    let article = mention.first != mention.head.0;
    let names_other = article && (mention.rule != Rule::OneWord || mention.stance.speaks);
    if placed || names_other {
        return None;
    }
    let mut people = cast.known(Part::Family, key).filter(|id| {
        let best = &found[cast.member(*id).best as usize];
        let shaped = article && best.rule == Rule::NameByShape;
        best.kind == NameKind::Person && best.head_len() >= 2 && !shaped
    });
    people.next()
}

/// `the Interior Ministry` after `Veldish Interior Ministry`: of the bodies with this noun, the last one whose name has all of
/// these words.
fn longer(doc: Doc<'_>, cast: &Cast, found: &[Found], mention: &Found, keys: &NameKeys) -> Option<u32> {
    let noun = keys.noun?;
    if mention.kind != NameKind::Organization {
        return None;
    }
    let part_of = |id: &u32| {
        let best = &found[cast.member(*id).best as usize];
        let whole = best.head_tokens();
        let has = |key| whole.clone().any(|at| doc.word(at).key == key);
        best.is_named()
            && whole.len() > mention.head_len()
            && mention.head_tokens().all(|at| has(doc.word(at).key))
    };
    let bodies = cast.known(Part::Noun, noun).filter(part_of);
    bodies.max_by_key(|id| cast.member(*id).latest)
}
