//! The longest number at an atom.

use crate::atom::Atom;
use crate::context::Context;
use crate::exact::Exact;
use crate::layer::{Kind, NumberValue, Value};
use crate::lexicon::{Cue, Entry, Numeral};
use crate::number::amount::{self, Amount};
use crate::number::measure::{Measure, Sum};
use crate::number::quant::{Quant, quant};
use crate::number::{age, bounds, guard, money, ordinal, prices, range, vague};
use crate::reading::Reading;
use crate::unit::Unit;

/// The number that begins at an atom, in digits or words, without its unit: `12`, `1,500`, `2.5 million`,
/// `twenty-one`, `a hundred and five`, `half a million`, `2½`, `three-quarters`.
pub(crate) fn amount(cx: &Context<'_>, at: usize) -> Option<Amount> {
    amount::amount(cx, at, false)
}

/// The longest number that begins at an atom. Its value is large, so it is not moved through those who ask for it in vain.
#[inline(never)]
pub(crate) fn parse(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let reading = read(cx, at)?;
    Some(if cx.options.bounds { bounds::bounded(cx, reading) } else { reading })
}

fn read(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let sign = usize::from(cx.at(at).is('+'));
    if let Some(end) = guard::no_number(cx, at + sign) {
        return Some(Reading::none(at, end));
    }
    if let Some(reading) = ordinal::read(cx, at).or_else(|| vague::read(cx, at)) {
        return Some(reading);
    }
    let first = quant(cx, at)?;
    if cx.options.local_prices() {
        return Some(prices::read(cx, &first, single(&first)));
    }
    if guard::numbered(cx, at) && first.measure == Measure::None {
        return Some(Reading::none(at, first.end));
    }
    if let Some(reading) = range::read(cx, &first) {
        return Some(reading);
    }
    if guard::is_number(cx, &first) {
        return Some(reading(cx, &first));
    }
    let whole = first.amount.separated || guard::runs_on(cx, &first);
    (first.amount.digits && whole).then(|| Reading::none(at, first.end))
}

/// Whether a word or a mark stands before nothing that counts: most of them do, so this is asked first.
pub(crate) fn leads_nowhere(cx: &Context<'_>, at: usize) -> bool {
    let (atom, next) = (cx.at(at), cx.at(at + 1));
    if atom.is_word() {
        return word_leads_nowhere(cx, atom.entry(), next);
    }
    let mark = matches!(atom.symbol(), Some('-' | '−' | '+' | '.'));
    mark && !(next.is_digits()
        || next.is('.')
        || next.symbol().is_some_and(|mark| money::symbol(mark).is_some())
        || next.starts().number() && next.is_word())
}

/// An article needs a unit or a scale behind it, a currency digits; and `percent of ten` is talk.
fn word_leads_nowhere(cx: &Context<'_>, word: &Entry, next: &Atom) -> bool {
    match word.cue {
        _ if word.numeral.starts() => false,
        Cue::Article => {
            let entry = next.entry();
            entry.numeral == Numeral::None
                && entry.unit.is_none()
                && entry.currency.is_none()
                && !(next.is('$') && next.glued())
        }
        Cue::Minus => false,
        _ => !cx.options.talk() && !(next.is_digits() || next.is('$') || next.is('.')),
    }
}

/// What a number with what it counts says.
fn reading(cx: &Context<'_>, quant: &Quant) -> Reading {
    let mut value = single(quant);
    if quant.measure == Measure::None && age::stands_behind_name(cx, quant) {
        value.kind = Kind::Age;
        value.unit = Some(Unit::new("year"));
        value.rule = "age";
    }
    Reading::new(quant.first, quant.end, value)
}

fn single(quant: &Quant) -> NumberValue {
    let number = counted(&quant.amount.value, quant.measure);
    described(quant.kind(), Value::Number(number), quant)
}

/// A number in the unit it is given in: cents as hundredths.
pub(super) fn counted(value: &Exact, measure: Measure) -> Exact {
    match (value, measure) {
        (_, Measure::Money(Sum { power, .. })) if power != 0 => value.clone().shift(power),
        (Exact::Ratio { numerator, denominator }, Measure::Money(_) | Measure::Unit(..)) => {
            Exact::quotient(*numerator, *denominator)
        }
        _ => value.clone(),
    }
}

/// A value with the unit, origin and confidence of a number.
pub(super) fn described(kind: Kind, value: Value, quant: &Quant) -> NumberValue {
    let (unit, assumed, rule) = match quant.measure {
        Measure::None => (None, false, bare_rule(kind, quant)),
        Measure::Percent => (Some(Unit::new("%")), false, "percent"),
        Measure::Money(sum) => (
            Some(Unit::new(sum.code)),
            sum.assumed,
            if quant.prefixed { "money-before" } else { "money-behind" },
        ),
        Measure::Unit(unit, _) => (Some(unit), false, "quantity"),
        Measure::Age(unit) => (Some(unit), false, "age"),
    };
    let confidence = match (assumed, quant.measure) {
        (true, _) => 0.8,
        (_, Measure::None) if !quant.amount.separated && quant.amount.digits => 0.9,
        _ => 0.97,
    };
    let origin = if quant.foreign { Some("und") } else { None };
    NumberValue { unit, assumed, origin, confidence, ..NumberValue::new(kind, value, rule) }
}

fn bare_rule(kind: Kind, quant: &Quant) -> &'static str {
    match kind {
        Kind::Fraction => "fraction",
        Kind::NumberRange => "range",
        _ if quant.amount.digits => "digits",
        _ => "words",
    }
}
