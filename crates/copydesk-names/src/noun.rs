//! Mentions by a noun: `the minister`, `a senior official`, `residents`, `the ministry`, and names behind a noun:
//! `Kremlin spokesman Dmitry Peskov`.

use crate::class::Class;
use crate::description::described;
use crate::doc::Doc;
use crate::found::Found;
use crate::noun_and_name::named_behind;
use crate::noun_phrase::{phrase_end, phrase_start};
use crate::office::holder;
use crate::pronoun::is_possessive;
use crate::run::may_start;
use crate::traits::Trait;

/// The sentence at hand: its tokens, and the mentions before the place at hand.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) found: &'a [Found],
}

/// A noun for people, bodies or texts.
pub(crate) const NOUN: Class = Class::SPEAKING_NOUN;

/// The mention whose noun stands at `at`, with the name behind it if one follows.
pub(crate) fn noun(doc: Doc<'_>, at: usize, around: Around<'_>) -> Option<Found> {
    let class = class_of(doc, at);
    if !class.has(NOUN)
        || class.has(Class::FUNCTION)
        || is_modifier(doc, at, around)
        || is_verb(doc, at, around)
    {
        return None;
    }
    let named = class.is_one_human() || class.has(Class::ORG_ALONE) && !class.has(Class::PLURAL);
    if let Some(found) = named.then(|| named_behind(doc, at, at + 1, around)).flatten() {
        return Some(found);
    }
    if is_state_owned(doc, at, around) {
        return None;
    }
    let start = phrase_start(doc, around.start, at, around.found);
    let nobody = start < at && matches!(doc.text_of(start), "no" | "No");
    if nobody || start == at && !stands_bare(doc, at, around) {
        return None;
    }
    let found = described(doc, start, at, around);
    let held = if class.is_one_human() { holder(doc, found, at, around) } else { None };
    held.or(Some(found))
}

/// `the official Xinhua news agency`: the word is no noun before a name.
fn is_state_owned(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    at + 1 < around.end && doc.is(at, "official") && doc.is_name(at + 1)
}

/// The class of a noun where it stands: a `coast guard` is a body, a `guard` a man.
pub(crate) fn class_of(doc: Doc<'_>, at: usize) -> Class {
    let guard = doc.is(at, "guard") || doc.is(at, "guards");
    let of_a_body = |before: usize| {
        matches!(doc.text_of(before), "coast" | "national" | "border" | "home" | "presidential")
    };
    if guard && at > 0 && of_a_body(at - 1) { Class::ORG | Class::ORG_ALONE } else { doc.class(at) }
}

/// Whether the next word is the noun, and this one only stands before it: `police officers`.
fn is_modifier(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    let next = at + 1;
    if next >= around.end || !doc.is_small(next) || doc.has(next, Class::SAYING | Class::FUNCTION) {
        return false;
    }
    let people = doc.has(at, Class::PLURAL) && doc.has(at, Class::HUMAN);
    let mass = !doc.has(at, Class::PLURAL) || doc.is(at, "police");
    doc.has(next, NOUN) && !people || mass && doc.is_plain_noun(next)
}

/// Words that are verbs too (`report`, `state`, `head`, `partner`), where they stand as one: behind a subject, before an object.
fn is_verb(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= around.start) else { return false };
    // `, engineers report.`
    let said = doc.has(at, Class::SAYING) && doc.has(before, Class::PLURAL) && doc.has(before, Class::HUMAN);
    if !doc.has(before, Class::FUNCTION) {
        return said;
    }
    let word = doc.text_of(before);
    matches!(
        word,
        "to" | "will" | "would" | "could" | "can" | "may" | "must" | "not" | "did" | "does" | "should"
    ) || word.ends_with("n't")
        || word.ends_with("n’t")
        || doc.has(before, Class::PRONOUN) && !is_possessive(doc, before)
}

/// Whether a noun without an article is a mention: plurals and what needs none (`police`).
fn stands_bare(doc: Doc<'_>, at: usize, around: Around<'_>) -> bool {
    let class = doc.class(at);
    if class.has(Class::DOCUMENT) {
        return false;
    }
    let said = |at: usize| at < around.end && doc.has(at, Class::SAYING);
    let plural = class.has(Class::PLURAL) && class.has(Class::HUMAN | Class::GROUP);
    plural
        || doc.has_trait(at, Trait::Bare)
        || class.has(Class::OFFICE) && at > around.start && doc.is(at - 1, ",")
        || said(at + 1)
        || class.is_one_human() && is_named_aside(doc, at, around)
}

/// `But spokesman for the council, Jo Kern, said`: whether a name stands aside behind what belongs to the noun.
fn is_named_aside(doc: Doc<'_>, noun: usize, around: Around<'_>) -> bool {
    let comma = phrase_end(doc, noun, around.end);
    comma > noun + 1
        && comma + 1 < around.end
        && doc.is_comma(comma)
        && may_start(doc, comma + 1, around.end)
        && doc.has(comma + 1, Class::FIRST)
}
