//! Amounts that are only an order of magnitude: `hundreds`, `tens of thousands`, `several dozen`.

use crate::context::Context;
use crate::exact::Decimal;
use crate::layer::{Kind, NumberValue};
use crate::lexicon::{Cue, Numeral};
use crate::reading::Reading;

/// The vague amount that begins at an atom.
pub(crate) fn read(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if !cx.options.reads(Kind::Vague) {
        return None;
    }
    if let Some(reading) = several(cx, at) {
        return Some(reading);
    }
    let (value, mut end) = magnitude(cx, at)?;
    let mut total = value;
    // Each turn takes two atoms more: `hundreds of thousands`.
    while cx.at(end).cue() == Cue::Of && cx.at(end + 1).follows() {
        let Some((of, next)) = magnitude(cx, end + 1) else { break };
        let Some(product) = total.times(of).filter(|_| end < at + 6) else { break };
        (total, end) = (product, next);
    }
    let single = end == at + 1;
    let tens = cx.at(at).numeral() == Numeral::Many(1) && single;
    let named = cx.at(at).numeral() == Numeral::Scores
        && !(cx.at(end).cue() == Cue::Of && single && cx.at(end).follows());
    let value = NumberValue { confidence: 0.9, ..NumberValue::new(Kind::Vague, total, "vague") };
    (!tens && !named).then(|| Reading::new(at, end, value))
}

/// `several dozen`, `a few hundred`: from the first of these words.
fn several(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let order = match cx.at(at).numeral() {
        Numeral::Scale(power) => Decimal::from(1).shift(power.into()),
        Numeral::Dozen => Decimal::from(12),
        _ => return None,
    };
    let said =
        |back: usize, word: &str| at >= back && cx.is(at - back, word) && cx.at(at + 1 - back).follows();
    let words = match () {
        () if said(1, "several") => 1,
        () if said(1, "few") => 1 + usize::from(said(2, "a")),
        () => return None,
    };
    let value = NumberValue { confidence: 0.9, ..NumberValue::new(Kind::Vague, order, "vague") };
    Some(Reading::new(at - words, at + 1, value))
}

fn magnitude(cx: &Context<'_>, at: usize) -> Option<(Decimal, usize)> {
    let power = |power: u8| Decimal::from(1).shift(power.into());
    match cx.at(at).numeral() {
        Numeral::Many(n) => Some((power(n), at + 1)),
        Numeral::Dozens => Some((Decimal::from(12), at + 1)),
        Numeral::Scores => Some((Decimal::from(20), at + 1)),
        _ => None,
    }
}
