//! Price tags: the span of a sum is that of its digits, and any short mark beside them is a currency.

use crate::atom::{Case, Gap};
use crate::context::Context;
use crate::layer::{Kind, NumberValue};
use crate::lexicon::Cue;
use crate::number::measure::Measure;
use crate::number::quant::Quant;
use crate::reading::Reading;
use crate::unit::Unit;

/// The number of a price tag.
pub(crate) fn read(cx: &Context<'_>, quant: &Quant, mut value: NumberValue) -> Reading {
    if quant.measure == Measure::None
        && let Some(unit) = behind(cx, quant.end).or_else(|| before(cx, quant.first))
    {
        value.kind = Kind::Money;
        value.unit = Some(unit);
        value.assumed = true;
        value.rule = "price";
    }
    Reading::new(quant.number, quant.amount.end, value)
}

/// `1 KD`, `336 р.`, `1 RD$`.
fn behind(cx: &Context<'_>, at: usize) -> Option<Unit> {
    let mark = cx.at(at);
    if mark.gap > Gap::Space || !is_mark(cx, at) {
        return None;
    }
    let next = cx.at(at + 1);
    let tied = next.glued() && (next.is('.') || next.is('$'));
    let end = if tied { next.end } else { mark.end };
    Unit::written(&cx.text[mark.start as usize..end as usize])
}

/// `R273`, `KD 5`.
fn before(cx: &Context<'_>, at: usize) -> Option<Unit> {
    let mark = cx.before(at, 1);
    let index = at.checked_sub(1)?;
    let short =
        !mark.is_word() || mark.case() == Case::Upper || mark.len() == 1 || !cx.word(index).is_ascii();
    (cx.at(at).gap <= Gap::Space && short && is_mark(cx, index)).then(|| Unit::written(cx.word(index)))?
}

/// Letters or a symbol that can stand for a currency.
fn is_mark(cx: &Context<'_>, at: usize) -> bool {
    let (atom, word) = (cx.at(at), cx.word(at));
    if atom.is_word() {
        return atom.cue() == Cue::None
            && (atom.len() <= 6 || !word.is_ascii())
            && (atom.unit().is_none() || atom.case() == Case::Upper);
    }
    atom.symbol().is_some_and(|mark| !mark.is_ascii() && !"–—°½¼¾²³“”‘’«»•·×".contains(mark))
}
