//! Names of people: which of them are the same person's.

use crate::cast::{Cast, Part};
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::key::{Key, fold};
use crate::link::{Tie, agrees};
use crate::name_keys::NameKeys;
use crate::rule::Link;
use crate::{Gender, NameForm, NameKind};

/// The entity that a person's name is known to be of.
pub(crate) fn known(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize, keys: &NameKeys) -> Option<Tie> {
    let mention = &found[at];
    if let Some(id) = latest(cast, Part::Whole, keys.whole, mention) {
        return Some((id, Link::SameName));
    }
    if keys.words >= 2 {
        return full(doc, cast, found, mention, keys).or_else(|| introduced(doc, cast, found, at));
    }
    one_word(cast, mention, keys)
}

/// Of those known by a word, the one mentioned last.
fn latest(cast: &Cast, part: Part, key: Key, mention: &Found) -> Option<u32> {
    let fitting = cast.known(part, key).filter(|id| agrees(cast, *id, mention));
    // Of two namesakes, the one whom the text calls by the bare name goes on being called so.
    let bare = mention.is_bare_surname();
    fitting.max_by_key(|id| (bare && cast.member(*id).bare, cast.member(*id).latest))
}

/// A full name, of whom the text so far knows another form.
fn full(doc: Doc<'_>, cast: &Cast, found: &[Found], mention: &Found, keys: &NameKeys) -> Option<Tie> {
    let same = cast.known(Part::Family, keys.family()).filter(|id| agrees(cast, *id, mention)).find(|id| {
        let best = &found[cast.member(*id).best as usize];
        best.kind == NameKind::Person && same_given(doc, mention, keys, best)
    });
    if let Some(id) = same {
        return Some((id, Link::FamilyName));
    }
    let first_only = cast.known(Part::Whole, keys.given()).find(|id| {
        let best = &found[cast.member(*id).best as usize];
        best.head_len() == 1 && agrees(cast, *id, mention) && best.form == NameForm::First
    })?;
    Some((first_only, Link::GivenName))
}

/// Whether two names of one family may be one person's: the other gives no given name, the same, its short form or its initial.
fn same_given(doc: Doc<'_>, mention: &Found, keys: &NameKeys, other: &Found) -> bool {
    let others = NameKeys::of_name(doc, other);
    if others.words < 2 {
        return true;
    }
    if others.eastern != keys.eastern {
        return false;
    }
    let (a, b) = (keys.given(), others.given());
    a == b
        || doc.lexicon.is_nickname(a, b)
        || initial_of(doc, mention, other)
        || same_sound(doc.text_of(mention.head.0 as usize), doc.text_of(other.head.0 as usize))
}

/// Whether two spellings come from one name in another script: `Sergei` and `Sergey`, `Yulia` and `Julija`.
fn same_sound(a: &str, b: &str) -> bool {
    a.len() >= 4 && b.len() >= 4 && sounds(a).eq(sounds(b))
}

/// The letters of a name without what transliterations differ in.
fn sounds(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().map(fold).filter(|c| *c != '\'' && *c != 'h');
    let plain = letters.map(|c| match c {
        'y' | 'j' | 'e' => 'i',
        'w' => 'v',
        'c' | 'q' => 'k',
        other => other,
    });
    let mut before = ' ';
    plain.filter(move |c| std::mem::replace(&mut before, *c) != *c)
}

/// `J. Kern` and `Joan Kern`.
fn initial_of(doc: Doc<'_>, a: &Found, b: &Found) -> bool {
    let given = |found: &Found| doc.text_of(found.head.0 as usize);
    let (a, b) = (given(a), given(b));
    let is_initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    (is_initial(a) || is_initial(b)) && a.chars().next() == b.chars().next()
}

/// One word: a family name met before, a given name, a part of a body's name.
fn one_word(cast: &Cast, mention: &Found, keys: &NameKeys) -> Option<Tie> {
    if let Some(id) = latest(cast, Part::Family, keys.last, mention) {
        return Some((id, Link::FamilyName));
    }
    let titled = mention.noun != NONE || mention.first != mention.head.0;
    let given = cast.known(Part::Given, keys.last).filter(|id| agrees(cast, *id, mention));
    if let Some(id) = given.filter(|_| !titled).max_by_key(|id| cast.member(*id).latest) {
        return Some((id, Link::GivenName));
    }
    let body = if titled { None } else { cast.known(Part::Word, keys.last).next() };
    body.map(|id| (id, Link::ShortName))
}

/// `the spokesman for the ministry said …`, and a line later `“…”, said Ned Price`: a name without any role that speaks right
/// after a role without any name is the name of that role's holder.
fn introduced(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize) -> Option<Tie> {
    let mention = &found[at];
    if !mention.stance.speaks || mention.noun != NONE || mention.stance.quoted {
        return None;
    }
    let sentences = mention.sentence.saturating_sub(2)..mention.sentence;
    let earlier = found[..at].iter().rev().take_while(|other| other.sentence >= sentences.start);
    let mut others = earlier.filter(|other| {
        other.is_one_person()
            && other.form != NameForm::Pronoun
            && other.stance.speaks
            && other.entity != NONE
    });
    let role = others.next()?;
    let member = cast.member(role.entity);
    let nameless = !member.named
        && member.kind == NameKind::Person
        && role.form == NameForm::Role
        && role.stance.definite;
    let paragraph = |other: &Found| doc.outline.sentences[other.sentence as usize].paragraph;
    let near = paragraph(role) + 1 >= paragraph(mention) && sentences.contains(&role.sentence);
    let fits = mention.gender == Gender::Unknown
        || member.gender == Gender::Unknown
        || mention.gender == member.gender;
    (nameless && near && fits).then_some((role.entity, Link::RoleThenName))
}
