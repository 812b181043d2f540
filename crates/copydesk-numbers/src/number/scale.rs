//! The scale behind a number in digits: `million`, `bn`, `k`, `Md`.

use crate::atom::{Atom, Case, Gap};
use crate::context::Context;
use crate::lexicon::{Numeral, Sense};
use crate::number::amount::Amount;
use crate::number::words::joint;

/// A power of ten and where its word ends.
pub(crate) struct Scale {
    pub(crate) power: i16,
    pub(crate) end: usize,
    pub(crate) foreign: bool,
}

/// The scale that stands behind a number.
pub(crate) fn after(cx: &Context<'_>, at: usize, amount: &Amount, money: bool) -> Option<Scale> {
    let next = joint(cx, at);
    let atom = cx.at(next);
    if !atom.is_word() || !atom.follows() {
        return None;
    }
    let (power, foreign) = match atom.numeral() {
        Numeral::Scale(2) if !amount.separated || cx.options.talk() => (2, false),
        Numeral::Scale(power) if power > 2 => (power, false),
        Numeral::Many(power) if power > 2 => (power, true),
        Numeral::Leftover(power) => {
            return Some(Scale { power: power.into(), end: past_stop(cx, next), foreign: true });
        }
        Numeral::Abbreviation(_)
            if cx.word(next) == "mil" && cx.at(next + 1).numeral() == Numeral::Leftover(6) =>
        {
            return Some(Scale { power: 9, end: next + 2, foreign: true });
        }
        Numeral::Abbreviation(power) if next == at && abbreviates(cx, next, atom, money) => {
            (power, cx.at(next + 1).is('€') || leftover_follows(cx, next + 1))
        }
        _ => return None,
    };
    Some(Scale { power: power.into(), end: next + 1, foreign })
}

/// Past a word and the stop of `Mio.`, where the sentence goes on.
fn past_stop(cx: &Context<'_>, at: usize) -> usize {
    let short = matches!(cx.word(at), "Mio" | "Mrd" | "Mia" | "mio" | "mrd" | "Mld" | "mld");
    let stop = cx.at(at + 1).is('.') && cx.at(at + 1).glued();
    let next = cx.at(at + 2);
    let on = next.gap == Gap::Space && (next.case() == Case::Lower || next.currency().is_some());
    if short && stop && on { at + 2 } else { at + 1 }
}

/// `2 mil millones`.
fn leftover_follows(cx: &Context<'_>, at: usize) -> bool {
    matches!(cx.at(at).numeral(), Numeral::Leftover(_))
}

/// Whether a short word is a scale and no unit.
fn abbreviates(cx: &Context<'_>, at: usize, atom: &Atom, money: bool) -> bool {
    let (word, next) = (cx.word(at), cx.at(at + 1));
    let close = atom.gap <= Gap::Space || cx.options.talk();
    let sum = money || money_follows(cx, at + 1);
    let ends = !(next.glued() && (next.is_digits() || next.is_word()));
    let talk = cx.options.talk();
    match word {
        "bn" | "Bn" | "BN" | "mn" | "mln" | "tn" | "trn" | "bln" | "tln" | "mil" => close,
        "MM" => ends && (sum || talk),
        "k" | "K" => ends && ((atom.glued() && !percent_like(next)) || (close && talk) || (sum && close)),
        "m" | "M" | "b" | "B" | "T" | "t" if sum => close && ends && !(word == "t" && !atom.glued()),
        "M" => ends && (atom.glued() || talk),
        "m" => ends && atom.glued() && counted(cx, at + 1),
        "b" | "B" | "T" => ends && talk && atom.glued(),
        "G" | "cr" | "Cr" | "Kr" => ends && talk,
        _ => false,
    }
}

/// `10k/month` is a rate, `10k%` nothing.
fn percent_like(next: &Atom) -> bool {
    next.glued() && next.is('%')
}

/// `5m people`, but not `5m high`.
fn counted(cx: &Context<'_>, at: usize) -> bool {
    let noun = cx.at(at);
    let word = cx.word(at);
    let plural = noun.case() == Case::Lower && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    noun.gap == Gap::Space
        && noun.is_word()
        && (plural || matches!(word, "people" | "children" | "women" | "men"))
}

fn money_follows(cx: &Context<'_>, at: usize) -> bool {
    let next = cx.at(at);
    if next.glued() && matches!(next.symbol(), Some('€' | '$' | '£' | '¥')) {
        return true;
    }
    let word = next.is_word() && next.gap == Gap::Space && next.case() != Case::Capital;
    word && next.currency().is_some_and(|currency| matches!(currency.sense, Sense::Major | Sense::Code))
}
