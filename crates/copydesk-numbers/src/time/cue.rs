//! Which way a date without a year or a week lies: what the words around it say.

use crate::atom::{Atom, Shape};

use super::calendar::Way;
use super::look::Look;
use super::word::TimeWord;

/// How far to look for a verb, in atoms.
const REACH: usize = 14;

/// What the sentence says of the place of a date in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// It is to come.
    ToCome,
    /// It has been.
    HasBeen,
    /// It was said then; what was said lies either way.
    Said,
    /// Nothing.
    Nothing,
}

impl Cue {
    /// The way, where the words give one.
    pub(crate) const fn way(self) -> Option<Way> {
        match self {
            Self::ToCome => Some(Way::Future),
            Self::HasBeen | Self::Said => Some(Way::Past),
            Self::Nothing => None,
        }
    }
}

/// What the words around the atoms `first..end` say.
pub(crate) fn cue(look: Look<'_>, first: usize, end: usize) -> Cue {
    match before(look, first, end) {
        Cue::Nothing => after(look, end),
        cue => cue,
    }
}

/// Looks back to the governing preposition or verb.
fn before(look: Look<'_>, first: usize, end: usize) -> Cue {
    if look.was_any(first, &["by", "until", "till", "for"]) && !held_before(look, first - 1) {
        let opens = !look.cx.before(first, 2).is_word() || !look.cx.at(first - 1).follows();
        return if opens && look.was_any(first, &["by"]) { done_by(look, end) } else { Cue::ToCome };
    }
    let mut at = first;
    while at > 0 && first - at < REACH && look.cx.at(at).follows() {
        at -= 1;
        let atom = look.cx.at(at);
        if ends_clause(look, at) {
            return Cue::Nothing;
        }
        match verb(look, atom, at) {
            Cue::Nothing => {}
            cue => return cue,
        }
    }
    Cue::Nothing
}

/// `By April the snow had gone` against `By April the snow will go`.
fn done_by(look: Look<'_>, end: usize) -> Cue {
    match after(look, end) {
        Cue::HasBeen => Cue::HasBeen,
        _ => Cue::ToCome,
    }
}

/// `lasted until Friday`, `was held for Friday's victims`: a verb of the past right before the preposition.
fn held_before(look: Look<'_>, preposition: usize) -> bool {
    let before = look.cx.before(preposition, 1);
    let planned = before.time() == TimeWord::ToCome;
    !planned
        && before.is_word()
        && (before.time() == TimeWord::HasBeen || before.text(look.cx.text).ends_with("ed"))
}

/// Looks on to the first verb, for a date that opens its clause.
fn after(look: Look<'_>, end: usize) -> Cue {
    for at in end..end + REACH {
        let atom = look.atom(at);
        if !atom.follows() || matches!(atom.symbol(), Some('.' | ';' | '!' | '?')) {
            break;
        }
        match verb(look, atom, at) {
            Cue::Nothing => {}
            cue => return cue,
        }
    }
    Cue::Nothing
}

fn ends_clause(look: Look<'_>, at: usize) -> bool {
    let atom = look.cx.at(at);
    match atom.shape {
        Shape::Lower | Shape::Capital | Shape::Upper => {
            atom.time() == TimeWord::Clause || look.cx.is(at, "that")
        }
        Shape::Symbol => match atom.symbol() {
            Some('.') => look.cx.before(at, 1).len() > 3 && !look.cx.at(at + 1).glued(),
            symbol => matches!(symbol, Some(';' | ':' | '!' | '?' | '“' | '”' | '"' | '(' | '—' | '–')),
        },
        Shape::Digits => false,
    }
}

fn verb(look: Look<'_>, atom: &Atom, at: usize) -> Cue {
    match atom.time() {
        TimeWord::ToCome if look.cx.is(at, "expected") && !leads_on(look, at + 1) => Cue::HasBeen,
        TimeWord::ToCome | TimeWord::Opens => Cue::ToCome,
        TimeWord::HasBeen => Cue::HasBeen,
        TimeWord::Said => Cue::Said,
        TimeWord::None if atom.is_word() && is_past(atom.text(look.cx.text)) => Cue::HasBeen,
        TimeWord::To if look.is(at + 1, "be") => Cue::ToCome,
        _ => Cue::Nothing,
    }
}

/// `expected to`, `expected on Friday`, against `analysts expected the profit`.
fn leads_on(look: Look<'_>, at: usize) -> bool {
    matches!(
        look.role(at),
        TimeWord::To | TimeWord::Preposition | TimeWord::Ahead | TimeWord::Weekday(_) | TimeWord::Next
    )
}

/// Regular verbs of the past.
fn is_past(word: &str) -> bool {
    word.len() > 3
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && word.starts_with(|c: char| c.is_ascii_lowercase())
}
