//! What a number counts: per cent, money, units of measure, years of age.

use crate::atom::Case;
use crate::context::Context;
use crate::lexicon::{Cue, Dimension, Numeral, Sense};
use crate::number::amount::Amount;
use crate::number::words::joint;
use crate::number::{money, units};
use crate::unit::Unit;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Nothing said.
    None,
    /// Per cent.
    Percent,
    /// Money.
    Money(Sum),
    /// A unit of measure.
    Unit(Unit, Dimension),
    /// Years of age, or months.
    Age(Unit),
}

/// A currency, as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    /// Its code, or its name.
    pub(crate) code: &'static str,
    /// Whether the code is the likeliest of several.
    pub(crate) assumed: bool,
    /// The power of ten between what is counted and the currency: -2 for cents.
    pub(crate) power: i16,
}

/// A measure and where it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) measure: Measure,
    pub(crate) end: usize,
    /// Whether English does not write it so.
    pub(crate) foreign: bool,
}

/// Whether a scale, a unit, a currency or a per cent follows: so that a comma before it is one of decimals.
pub(crate) fn follows(cx: &Context<'_>, at: usize) -> bool {
    let next = cx.at(at);
    if !next.follows() {
        return false;
    }
    if let Some(mark) = next.symbol() {
        return matches!(mark, '%' | '€' | '$' | '£' | '¥' | '°' | '₽') || money::symbol(mark).is_some();
    }
    let entry = next.entry();
    let scale = matches!(
        entry.numeral,
        Numeral::Scale(_) | Numeral::Many(_) | Numeral::Leftover(_) | Numeral::Abbreviation(_)
    );
    let percent = entry.cue == Cue::Percent || (entry.cue == Cue::Per && cx.at(at + 1).cue() == Cue::Cent);
    let code =
        next.currency().is_some_and(|currency| currency.sense != Sense::Code || next.case() == Case::Upper);
    let unit = entry.unit.is_some() && !cx.is(at, "in");
    scale || percent || code || unit || matches!(entry.cue, Cue::Square | Cue::Cubic) || cx.is(at, "pour")
}

/// Whether a currency stands before a number.
pub(crate) fn precedes(cx: &Context<'_>, at: usize) -> bool {
    let before = cx.before(at, 1);
    before.symbol().and_then(money::symbol).is_some()
        || (before.is_word() && before.case() == Case::Upper && before.currency().is_some())
}

/// Whether a scale of another language follows.
pub(crate) fn foreign_scale(cx: &Context<'_>, at: usize) -> bool {
    cx.at(at).follows() && matches!(cx.at(at).numeral(), Numeral::Leftover(_))
}

/// What stands behind a number and says what it counts.
pub(crate) fn after(cx: &Context<'_>, amount: &Amount) -> Option<Measured> {
    let next = joint(cx, amount.end);
    let atom = cx.at(next);
    if !atom.follows() || atom.is_word() && !atom.is_known() {
        return None;
    }
    percent(cx, next)
        .or_else(|| money::after(cx, amount, next))
        .or_else(|| units::after(cx, amount, next))
        .filter(|_| next == amount.end || cx.at(amount.end).glued())
}

fn percent(cx: &Context<'_>, at: usize) -> Option<Measured> {
    let found = |end, foreign| Some(Measured { measure: Measure::Percent, end, foreign });
    let atom = cx.at(at);
    if atom.is('%') {
        let blank = !atom.glued();
        return if points(cx, at + 1) { None } else { found(at + 1, blank) };
    }
    let word = cx.word(at);
    match atom.cue() {
        Cue::Percent if !points(cx, at + 1) => found(at + 1, false),
        Cue::Per if cx.at(at + 1).cue() == Cue::Cent && !points(cx, at + 2) => found(at + 2, false),
        _ if word == "percentage" && !points(cx, at + 1) && cx.options.talk() => found(at + 1, false),
        _ if (word == "pour" && cx.is(at + 1, "cent")) || (word == "por" && cx.is(at + 1, "ciento")) => {
            found(at + 2, true)
        }
        _ if word == "Prozent" => found(at + 1, true),
        _ => None,
    }
}

fn points(cx: &Context<'_>, at: usize) -> bool {
    let at = joint(cx, at);
    matches!(cx.word(at), "point" | "points") && cx.at(at).follows()
}

/// Sees to the words that make a unit of something else: `percentage points`, `basis points`.
pub(crate) fn of_points(cx: &Context<'_>, at: usize) -> Option<(Unit, usize)> {
    let atom = cx.at(at);
    let (name, next) = match cx.word(at) {
        "percentage" | "percent" | "pct" => ("percentage point", at + 1),
        "basis" => ("basis point", at + 1),
        "bp" | "bps" => return Some((Unit::new("basis point"), at + 1)),
        "pp" | "ppt" | "ppts" => return Some((Unit::new("percentage point"), at + 1)),
        _ if atom.is('%') => ("percentage point", at + 1),
        _ if atom.cue() == Cue::Per && cx.at(at + 1).cue() == Cue::Cent => ("percentage point", at + 2),
        _ => return None,
    };
    points(cx, next).then(|| (Unit::new(name), joint(cx, next) + 1))
}
