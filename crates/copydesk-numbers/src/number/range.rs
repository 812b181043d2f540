//! From one number to another, with a scale and a unit in common: `10-12%`, `$10 to $20 million`, `5 et 6 millions`.

use crate::atom::Gap;
use crate::context::Context;
use crate::exact::Exact;
use crate::layer::{Kind, NumberValue, Value};
use crate::lexicon::Cue;
use crate::number::measure::Measure;
use crate::number::parse::{counted, described};
use crate::number::quant::{Quant, quant};
use crate::number::score;
use crate::reading::Reading;
use crate::unit::Unit;

/// What stands between the ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Dash,
    To,
    /// `and` behind `between`.
    And,
    /// `or` between neighbours.
    Or,
}

/// The range that begins with a number.
pub(crate) fn read(cx: &Context<'_>, low: &Quant) -> Option<Reading> {
    let (link, next, foreign) = link(cx, low)?;
    if let Some(reading) = score::read(cx, low, next, link == Link::Dash) {
        return Some(reading);
    }
    let high = quant(cx, next)?;
    let low = &shared(low, &high)?;
    let sound = ordered(&low.amount.value, &high.amount.value) && fits(cx, low, &high, link);
    sound.then(|| reading(cx, low, &high, foreign))
}

fn link(cx: &Context<'_>, low: &Quant) -> Option<(Link, usize, bool)> {
    let mark = cx.at(low.end);
    if !mark.follows() {
        return None;
    }
    if let Some(dash) = mark.symbol() {
        let next = cx.at(low.end + 1);
        let hung = mark.glued() && cx.at(low.end + 1).cue() == Cue::To && dash == '-';
        if hung {
            let tied = cx.at(low.end + 2).is('-') && cx.at(low.end + 2).glued();
            return Some((Link::To, low.end + 2 + usize::from(tied), false));
        }
        let glued = mark.glued() && next.glued();
        let spaced = matches!(dash, '–' | '-')
            && mark.gap == Gap::Space
            && next.gap == Gap::Space
            && low.amount.digits;
        let dash = matches!(dash, '-' | '–' | '—' | '~' | '‑');
        return (dash && (glued || spaced)).then_some((Link::Dash, low.end + 1, false));
    }
    match mark.cue() {
        Cue::To => Some((Link::To, low.end + 1, false)),
        Cue::LeftoverTo => Some((Link::To, low.end + 1, true)),
        Cue::And if cx.before(low.first, 1).cue() == Cue::Between => {
            Some((Link::And, low.end + 1, mark.len() < 3))
        }
        Cue::Or => Some((Link::Or, low.end + 1, false)),
        _ => None,
    }
}

/// The low end in the scale and the unit of the high one.
fn shared(low: &Quant, high: &Quant) -> Option<Quant> {
    let mut low = low.clone();
    let same = match (low.measure, high.measure) {
        (Measure::None, _) => true,
        (Measure::Money(_), Measure::None) => low.prefixed || low.foreign,
        (_, Measure::None) => false,
        (Measure::Money(a), Measure::Money(b)) => a.code == b.code,
        (a, b) => a == b,
    };
    if !same {
        return None;
    }
    if low.amount.scale == 0 && high.amount.scale > 2 {
        let shifted = low.amount.clone().shifted(high.amount.scale);
        if ordered(&shifted.value, &high.amount.value) {
            low.amount = shifted;
        }
    }
    Some(low)
}

fn ordered(low: &Exact, high: &Exact) -> bool {
    match (low, high) {
        (Exact::Decimal(low), Exact::Decimal(high)) => low.less(*high),
        (Exact::Ratio { .. }, Exact::Ratio { .. }) => true,
        _ => false,
    }
}

/// Whether two numbers are the ends of one range, and not two numbers or something else.
fn fits(cx: &Context<'_>, low: &Quant, high: &Quant, link: Link) -> bool {
    let before = cx.before(low.first, 1);
    let bare = low.measure == Measure::None && high.measure == Measure::None;
    match link {
        Link::Dash => !(before.glued() && before.is('-')) && !tail(cx, high.end),
        Link::To => {
            !from_change(cx, low.first)
                && !(each(low, high) && changed(cx, low.first))
                && !(bare && high.amount.digits != low.amount.digits)
        }
        Link::And => true,
        Link::Or => bare && neighbours(low, high) && !low.amount.digits,
    }
}

/// A dash or digits behind a range make it something else: `555-0199-12`.
fn tail(cx: &Context<'_>, end: usize) -> bool {
    let next = cx.at(end);
    next.glued() && (next.is_digits() || (next.is('-') && cx.at(end + 1).is_digits()))
}

/// `two or three`.
fn neighbours(low: &Quant, high: &Quant) -> bool {
    match (low.amount.whole(), high.amount.whole()) {
        (Some(low), Some(high)) => low > 0 && high - low <= 2,
        _ => false,
    }
}

/// `rose from 5 to 7`: two numbers. `ranging from 5 to 7` is one range.
fn from_change(cx: &Context<'_>, first: usize) -> bool {
    let from = first > 0 && cx.is(first - 1, "from");
    let ranging = (2..=4).any(|back| {
        first >= back
            && matches!(
                cx.word(first - back),
                "ranging" | "range" | "ranges" | "ranged" | "vary" | "varying" | "anywhere"
            )
    });
    from && !ranging && !cx.options.talk()
}

/// Whether both ends say what they count.
fn each(low: &Quant, high: &Quant) -> bool {
    low.measured && high.measure != Measure::None
}

/// `fell 1.07 dollars to 82.11 dollars`: by how much, and to what.
fn changed(cx: &Context<'_>, first: usize) -> bool {
    (1..=2).any(|back| cx.before(first, back).cue() == Cue::Change)
}

fn reading(cx: &Context<'_>, low: &Quant, high: &Quant, foreign: bool) -> Reading {
    let measure = if high.measure == Measure::None { low.measure } else { high.measure };
    let quant = Quant {
        measure,
        first: low.first,
        end: high.end,
        prefixed: low.prefixed,
        measured: true,
        number: low.number,
        foreign: foreign || low.foreign || high.foreign,
        amount: high.amount.clone(),
    };
    let aged = measure == Measure::None && cx.before(low.first, 1).cue() == Cue::Aged;
    let measure = if aged { Measure::Age(Unit::new("year")) } else { measure };
    let quant = Quant { measure, ..quant };
    let kind = if measure == Measure::None { Kind::NumberRange } else { quant.kind() };
    let value =
        Value::Range(Some(counted(&low.amount.value, measure)), Some(counted(&high.amount.value, measure)));
    let value = NumberValue { confidence: 0.9, ..described(kind, value, &quant) };
    Reading::new(quant.first, quant.end, value)
}
