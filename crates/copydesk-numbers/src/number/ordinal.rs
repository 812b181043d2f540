//! Places in an order: `second`, `21st`, `twenty-first`, and `21e` left by translation.

use crate::atom::Case;
use crate::context::Context;
use crate::exact::Decimal;
use crate::layer::{Kind, NumberValue};
use crate::lexicon::{Cue, Numeral};
use crate::number::words;
use crate::reading::Reading;

/// The ordinal that begins at an atom.
pub(crate) fn read(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if !cx.options.reads(Kind::Ordinal) {
        return None;
    }
    if cx.at(at).is_digits() { in_digits(cx, at) } else { in_words(cx, at) }
}

fn in_digits(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let suffix = cx.at(at + 1);
    if !suffix.glued() || !suffix.is_word() || cx.at(at).glued() && cx.before(at, 1).is_word() {
        return None;
    }
    let origin = match suffix.numeral() {
        Numeral::Suffix => None,
        Numeral::LeftoverSuffix => Some("fr"),
        _ if matches!(cx.word(at + 1), "e" | "è") => Some("fr"),
        _ => return None,
    };
    let value = Decimal::from(i128::from(cx.at(at).digits().filter(|n| *n > 0)?));
    Some(Reading::new(
        at,
        at + 2,
        NumberValue { origin, ..NumberValue::new(Kind::Ordinal, value, "ordinal") },
    ))
}

fn in_words(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let numeral = cx.at(at).numeral();
    if !matches!(numeral, Numeral::Nth(_) | Numeral::ScaleNth(_) | Numeral::Small(_) | Numeral::Tens(_)) {
        return None;
    }
    let counts_on = cx.at(words::joint(cx, at + 1)).numeral() != Numeral::None;
    if matches!(numeral, Numeral::Small(_) | Numeral::Tens(_)) && !counts_on && !cx.options.talk() {
        return None;
    }
    let words = words::ordinal(cx, at)?;
    let counts = words.end > at + 1 || cx.options.talk() || is_place(cx, at);
    let value = NumberValue::new(Kind::Ordinal, words.value, "ordinal");
    counts.then(|| Reading::new(at, words.end, value))
}

/// `first announced`, `country-first`, `first, we meet`: no place in an order.
fn first_of_all(cx: &Context<'_>, at: usize) -> bool {
    if cx.at(at).numeral() != Numeral::Nth(1) {
        return false;
    }
    let (before, next, word) = (cx.before(at, 1), cx.at(at + 1), cx.word(at + 1));
    let verb = word.ends_with("ed") && word.len() > 4
        || matches!(word, "came" | "learned" | "met" | "began" | "took" | "went" | "saw" | "heard");
    let placed =
        matches!(cx.word(at.saturating_sub(1)), "came" | "finished" | "placed" | "ranked" | "in" | "finish");
    let open = !next.is_word()
        || !next.follows()
        || matches!(next.cue(), Cue::Function | Cue::To | Cue::In | Cue::The | Cue::Article | Cue::And);
    (before.is('-') && before.glued())
        || (verb && before.cue() != Cue::The)
        || (open && before.cue() != Cue::The && !placed)
}

/// Whether a word says a place in an order: `second visit`, but not `at first`, `second-hand`, `third party`.
fn is_place(cx: &Context<'_>, at: usize) -> bool {
    let (next, word) = (cx.at(at + 1), cx.word(at + 1));
    // `four hundredths of a second`
    let of_a = at > 2 && cx.before(at, 1).cue() == Cue::Article && cx.before(at, 2).cue() == Cue::Of;
    if of_a && cx.before(at, 3).numeral().denominator().is_some() {
        return false;
    }
    let lists = cx.at(at).case() != Case::Lower || cx.before(at, 1).is(';');
    if next.is('-') && next.glued() || (next.is(',') || next.is(':')) && lists {
        return false;
    }
    if first_of_all(cx, at) {
        return false;
    }
    let phrase = matches!(
        word,
        "lady"
            | "name"
            | "names"
            | "aid"
            | "hand"
            | "thought"
            | "thoughts"
            | "party"
            | "parties"
            | "of"
            | "responders"
            | "Lady"
            | "degree"
            | "glance"
            | "Amendment"
            | "World"
            | "Army"
            | "Division"
            | "Avenue"
            | "Street"
            | "person"
            | "principles"
            | "officer"
    );
    let first = cx.at(at).numeral() == Numeral::Nth(1);
    let phrase =
        phrase && !(word == "of" && !first) && !(word == "person" && cx.before(at, 1).cue() == Cue::The);
    let at_first = cx.is(at.wrapping_sub(1), "at") && at > 0 && !next.is_word();
    !(phrase || at_first)
}
