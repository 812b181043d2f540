//! Mentions that stand beside another of the same one: `Ned Price, the department's spokesman`, `the Alster Herald newspaper`.

use copydesk_text::Kind;

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE, index};
use crate::rule::Link;
use crate::traits::Trait;
use crate::{NameForm, NameKind, Number};

/// The mention that names the one whom a description describes.
pub(crate) fn apposition(doc: Doc<'_>, found: &[Found], at: usize) -> Option<usize> {
    let mention = &found[at];
    if mention.is_named() || mention.form == NameForm::Pronoun {
        return None;
    }
    let other =
        if mention.is_one_person() { second_role(doc, found, at) } else { name_inside(doc, found, at) };
    other.or_else(|| name_beside(doc, found, at))
}

/// `Jo Kern, a chemist and former mayor`: the mention of the role before `and`, if it was tied to a name.
fn second_role(doc: Doc<'_>, found: &[Found], at: usize) -> Option<usize> {
    let (mention, earlier) = (&found[at], at.checked_sub(1)?);
    let role = &found[earlier];
    let joined = role.last + 1 == mention.first && doc.is(role.last as usize, "and");
    (joined && role.link == Link::Apposition && !opens_other(doc, mention.first as usize)).then_some(earlier)
}

/// `the Alster Herald newspaper`, `Nordpress news agency`: the name before a noun that only says what it is.
fn name_inside(doc: Doc<'_>, found: &[Found], at: usize) -> Option<usize> {
    let mention = &found[at];
    if mention.noun == NONE || mention.number == Number::Plural {
        return None;
    }
    let names_it = |other: &usize| {
        let other = &found[*other];
        other.is_named()
            && other.kind == NameKind::Organization
            && !other.class.has(Class::SEAT | Class::DEMONYM)
            && other.first >= mention.first
            && says_what(doc, other.last, mention)
    };
    (at.saturating_sub(2)..found.len().min(at + 3)).find(names_it)
}

/// Whether the words from `from` to the noun only say what sort of body it is.
fn says_what(doc: Doc<'_>, from: u32, mention: &Found) -> bool {
    let noun = doc.text_of(mention.noun as usize);
    match mention.noun.checked_sub(from) {
        Some(0) => {
            doc.has_trait(mention.noun as usize, Trait::Sort) || noun == "group" && mention.stance.definite
        }
        Some(1) => match doc.text_of(from as usize) {
            "news" | "press" => matches!(noun, "agency" | "service" | "channel" | "network"),
            "TV" | "television" | "radio" => {
                matches!(noun, "channel" | "network" | "station" | "broadcaster")
            }
            "militant" | "rebel" | "opposition" => matches!(noun, "group" | "movement" | "party"),
            _ => false,
        },
        _ => false,
    }
}

/// The mention that stands beside another as its other name: `Ned Price, the department's spokesman` and the reverse.
fn name_beside(doc: Doc<'_>, found: &[Found], at: usize) -> Option<usize> {
    let mention = &found[at];
    let body = mention.kind == NameKind::Organization && mention.stance.definite;
    if !(body || mention.is_one_person()) {
        return None;
    }
    let is_name = |other: &Found| {
        other.is_named()
            && other.sentence == mention.sentence
            && other.is_one_person() == mention.is_one_person()
            && (other.kind == NameKind::Person || other.kind == NameKind::Organization)
    };
    let ends_before = |other: &usize| {
        let other = &found[*other];
        is_near(other.last, mention.first) && is_name(other) && beside(doc, other.last, mention.first)
    };
    let before = (at.saturating_sub(6)..at).rev().find(ends_before);
    let before = before.filter(|other| !found[*other].stance.possessive && !listed(doc, found, at));
    let starts_after = |other: &usize| {
        let other = &found[*other];
        is_near(mention.last, other.first)
            && is_name(other)
            && (other.head_len() >= 2 || doc.text_of(other.last as usize - 1).len() >= 3)
            && beside(doc, mention.last, other.first)
    };
    before.or_else(|| (at + 1..found.len().min(at + 6)).find(starts_after))
}

/// No apposition is parted from its name by more tokens.
const NEAR: u32 = 6;

fn is_near(last: u32, first: u32) -> bool {
    (1..=NEAR).contains(&first.wrapping_sub(last))
}

/// Whether nothing but a comma stands between two tokens, with an age (`Kern, 45, the mayor`) or where someone is (`a
/// chemist at the harbour, Jo Kern`).
fn beside(doc: Doc<'_>, last: u32, first: u32) -> bool {
    let (last, first) = (last as usize, first as usize);
    let comma = |at: usize| doc.is_comma(at);
    let small = |at: usize| doc.is_small(at) && !doc.has(at, Class::SAYING | Class::PRONOUN);
    match first.checked_sub(last) {
        Some(1) => comma(last) || doc.is(last, "Me"),
        Some(3) if comma(last) => doc.token(last + 1).kind == Kind::Number && comma(last + 2),
        Some(gap @ 3..=6) => {
            doc.has(last, Class::PREPOSITION) && comma(first - 1) && (last..last + gap - 1).all(small)
        }
        _ => false,
    }
}

/// Whether a description closes a list (`Price, the minister and a deputy`; `Price, mayor and bank manager Jo Kern`), so that
/// it is somebody else. What goes on without an article or a name (`Price, a chemist and former mayor`) is more of the same.
fn listed(doc: Doc<'_>, found: &[Found], at: usize) -> bool {
    let last = found[at].last;
    let named = |next: &Found| {
        next.is_named() && next.is_one_person() && next.head_len() >= 2 && next.first <= last + 4
    };
    last < index(doc.of_tokens.len())
        && doc.is(last as usize, "and")
        && (opens_other(doc, last as usize + 1) || found[at + 1..].iter().take(3).any(named))
}

/// Whether somebody else is brought in at a token.
fn opens_other(doc: Doc<'_>, at: usize) -> bool {
    at >= doc.of_tokens.len()
        || doc.token(at).kind != Kind::Word
        || !doc.is_small(at)
        || doc.has(at, Class::FUNCTION | Class::DETERMINER | Class::PLURAL | Class::GROUP)
}
