//! Scores of games and votes: `won 3-1`, `voted 52 to 48`.

use crate::context::Context;
use crate::layer::{Kind, NumberValue, Value};
use crate::lexicon::Cue;
use crate::number::measure::Measure;
use crate::number::quant::Quant;
use crate::reading::Reading;

/// How many atoms back a word of games or votes may stand.
const REACH: usize = 8;

/// The score whose second number begins at an atom.
pub(crate) fn read(cx: &Context<'_>, ours: &Quant, at: usize, dash: bool) -> Option<Reading> {
    let plain = ours.measure == Measure::None && !ours.amount.separated && !ours.amount.fraction;
    let named = cx.before(ours.first, 1).cue() == Cue::Name;
    if !plain || !ours.amount.digits || named || !cx.options.reads(Kind::Score) {
        return None;
    }
    let (ours_n, theirs) = (ours.amount.whole()?, cx.at(at).digits()?);
    let after = cx.at(at + 1);
    let ends = !(after.glued()
        && (after.is_word()
            || after.is('%')
            || after.is('-')
            || after.is('/')
            || after.is_digits()
            || decimals(cx, at + 1)));
    let unit = after.follows()
        && (after.unit().is_some() && !cx.is(at + 1, "in")
            || after.cue() == Cue::Percent
            || after.currency().is_some());
    let bracketed = cx.before(ours.first, 1).is('(') && after.is(')');
    let said = bracketed || spoken_of(cx, ours.first);
    let meant = if dash {
        said || ours_n >= theirs && ours_n < 200 && !count_follows(cx, at + 1)
    } else {
        said && ours_n > theirs
    };
    if !(ends && !unit && meant && ours_n < 1000 && theirs < 1000) || cx.at(ours.first).is('-') {
        return None;
    }
    let value = Value::Score(ours_n, theirs);
    Some(Reading::new(
        ours.first,
        at + 1,
        NumberValue { confidence: 0.85, ..NumberValue::new(Kind::Score, value, "score") },
    ))
}

fn decimals(cx: &Context<'_>, at: usize) -> bool {
    cx.at(at).is('.') && cx.at(at + 1).is_digits() && cx.at(at + 1).glued()
}

/// A plural noun behind it makes it a count.
fn count_follows(cx: &Context<'_>, at: usize) -> bool {
    cx.at(at).follows() && cx.at(at).is_word() && cx.word(at) == "people"
}

/// Whether a word of games or votes stands close before.
fn spoken_of(cx: &Context<'_>, first: usize) -> bool {
    (1..=REACH)
        .take_while(|back| cx.before(first, *back).symbol() != Some('.'))
        .any(|back| cx.before(first, back).cue() == Cue::Score)
}
