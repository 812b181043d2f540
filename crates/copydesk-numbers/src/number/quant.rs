//! A number with what it counts: `$1.35 billion`, `10 miles`, `45%`, `32 years old`.

use crate::atom::{Case, Gap};
use crate::context::Context;
use crate::exact::{Decimal, Exact};
use crate::layer::Kind;
use crate::lexicon::{Cue, Dimension, Numeral};
use crate::number::amount::{self, Amount, amount, spoken_decimals};
use crate::number::measure::{self, Measure, Sum};
use crate::number::money;
use crate::number::words::joint;
use crate::unit::Unit;

/// A number with what it counts.
#[derive(Clone, Debug)]
pub(crate) struct Quant {
    pub(crate) amount: Amount,
    pub(crate) measure: Measure,
    /// Its first atom.
    pub(crate) first: usize,
    /// One past its last atom.
    pub(crate) end: usize,
    /// Whether its currency stands before it.
    pub(crate) prefixed: bool,
    /// Whether it says itself what it counts.
    pub(crate) measured: bool,
    /// The first atom of its number.
    pub(crate) number: usize,
    /// Whether English does not write it so.
    pub(crate) foreign: bool,
}

impl Quant {
    /// What it is.
    pub(crate) fn kind(&self) -> Kind {
        match self.measure {
            Measure::Percent => Kind::Percent,
            Measure::Money(_) => Kind::Money,
            Measure::Unit(_, _) => Kind::Quantity,
            Measure::Age(_) => Kind::Age,
            Measure::None if self.amount.fraction => Kind::Fraction,
            Measure::None => match self.amount.value.decimal() {
                Some(decimal) if !decimal.is_whole() => Kind::Decimal,
                _ => Kind::Cardinal,
            },
        }
    }
}

/// The number that begins at an atom, with its sign, its currency and what it counts.
pub(crate) fn quant(cx: &Context<'_>, at: usize) -> Option<Quant> {
    let (negative, unsigned) = sign(cx, at);
    if let Some(quant) = reversed_percent(cx, at) {
        return Some(quant);
    }
    let before = if cx.options.reads(Kind::Money) { money::before(cx, unsigned) } else { None };
    let quant = match before {
        Some((sum, number)) => prefixed(cx, at, sum, number, negative)?,
        None => bare(cx, at, unsigned)?,
    };
    Some(if negative { negated(quant) } else { quant })
}

/// `percent of ten`, in talk.
fn reversed_percent(cx: &Context<'_>, at: usize) -> Option<Quant> {
    let per = usize::from(cx.at(at).cue() == Cue::Per && cx.at(at + 1).cue() == Cue::Cent);
    let said = per == 1 || cx.at(at).cue() == Cue::Percent;
    if !said || !cx.options.talk() || cx.at(at + per + 1).cue() != Cue::Of {
        return None;
    }
    let number = at + per + 2;
    let amount = amount(cx, number, false)?;
    let (measure, end) = (Measure::Percent, amount.end);
    Some(Quant { amount, measure, first: at, end, prefixed: false, measured: true, number, foreign: false })
}

fn negated(mut quant: Quant) -> Quant {
    quant.amount.value = quant.amount.value.negated();
    quant
}

/// Whether a minus stands there, and where the number begins.
fn sign(cx: &Context<'_>, at: usize) -> (bool, usize) {
    let (atom, next) = (cx.at(at), cx.at(at + 1));
    let before = cx.before(at, 1);
    let tied = before.is('%') || before.is('/') || before.is(')');
    let free = !(before.is_digits() || before.is('-')) && !(atom.glued() && (before.is_word() || tied));
    let signed = next.glued() || (cx.options.talk() && next.follows());
    match atom.symbol() {
        Some('-' | '−') if free && signed => (true, at + 1),
        Some('+') if free && next.glued() => (false, at + 1),
        None if atom.cue() == Cue::Minus && next.follows() && before.cue() != Cue::Or => {
            let meant = cx.is(at, "minus") || cx.options.talk();
            if meant { (true, at + 1) } else { (false, at) }
        }
        _ => (false, at),
    }
}

/// `$1.35 billion`.
fn prefixed(cx: &Context<'_>, at: usize, sum: Sum, number: usize, negative: bool) -> Option<Quant> {
    let (late, number) = if negative { (false, number) } else { late_sign(cx, number) };
    let gap = cx.at(number).gap;
    if !cx.at(number).follows() || gap > Gap::Wide {
        return None;
    }
    let amount = amount(cx, number, true)?;
    if !amount.digits && !cx.options.talk() && gap == Gap::Glued {
        return None;
    }
    let spaced = cx.at(number).gap != Gap::Glued && cx.before(number, 1).symbol().is_some();
    let foreign = amount.foreign || spaced;
    let end = amount.end;
    let mut quant = Quant {
        measure: Measure::Money(sum),
        first: at,
        end,
        prefixed: true,
        measured: true,
        number,
        foreign,
        amount,
    };
    if late {
        quant = negated(quant);
    }
    Some(with_hundredths(cx, named_again(cx, quant), sum))
}

/// `$-99.99`.
fn late_sign(cx: &Context<'_>, at: usize) -> (bool, usize) {
    let minus = (cx.at(at).is('-') || cx.at(at).is('−')) && cx.at(at).glued() && cx.at(at + 1).glued();
    if minus { (true, at + 1) } else { (false, at) }
}

/// `$10 dollars`, which says its currency twice.
fn named_again(cx: &Context<'_>, mut quant: Quant) -> Quant {
    let again = cx.at(quant.end);
    let dollars = again.follows() && matches!(cx.word(quant.end), "USD" | "CAD" | "AUD" | "US");
    if let Some(currency) = again.currency().filter(|_| dollars && !cx.at(quant.end + 1).is_digits()) {
        quant.measure = Measure::Money(Sum { code: currency.code, assumed: false, power: 0 });
        quant.end += 1;
    }
    quant
}

/// `3 dollars 50 cents`.
fn with_hundredths(cx: &Context<'_>, mut quant: Quant, sum: Sum) -> Quant {
    if quant.amount.scale > 0 || quant.amount.value.decimal().is_none_or(|n| !n.is_whole()) {
        return quant;
    }
    if let Some((cents, end)) = money::hundredths(cx, sum, quant.end)
        && let Some(value) = quant.amount.value.plus(&cents.value.shift(-2))
    {
        quant.amount.value = value;
        quant.end = end;
    }
    quant
}

/// `75 USD million`.
fn with_late_scale(cx: &Context<'_>, mut quant: Quant) -> Quant {
    let scale = cx.at(quant.end);
    if let Numeral::Scale(power @ 3..) = scale.numeral()
        && quant.amount.scale == 0
        && scale.gap == Gap::Space
        && cx.before(quant.end, 1).case() == Case::Upper
    {
        quant.amount = quant.amount.shifted(power.into());
        quant.end += 1;
    }
    quant
}

/// A number with what it counts behind it.
fn bare(cx: &Context<'_>, at: usize, number: usize) -> Option<Quant> {
    let amount = match amount(cx, number, false) {
        Some(amount) => amount,
        None => unit_of_one(cx, number)?,
    };
    let mut quant = Quant {
        measure: Measure::None,
        first: at,
        end: amount.end,
        prefixed: false,
        measured: false,
        number,
        foreign: amount.foreign,
        amount,
    };
    if let Some(of) = part_of_a_unit(cx, &quant.amount) {
        quant.amount.end = of;
        quant.end = of;
    }
    let Some(found) = measure::after(cx, &quant.amount).filter(|found| asked(cx, found.measure)) else {
        return Some(quant);
    };
    if quant.amount.dozens && matches!(found.measure, Measure::Unit(_, Dimension::Time)) {
        return Some(quant);
    }
    quant.measure = found.measure;
    quant.measured = true;
    quant.end = found.end;
    quant.foreign |= found.foreign;
    if let Some((inches, end)) = inches(cx, &quant) {
        quant.amount.value = inches;
        quant.end = end;
    }
    if let Measure::Money(sum) = found.measure {
        quant = with_late_scale(cx, quant);
        quant = with_hundredths(cx, quant, sum);
    }
    Some(quant)
}

/// `5 feet 2 inches`, in feet, and where it ends.
fn inches(cx: &Context<'_>, feet: &Quant) -> Option<(Exact, usize)> {
    let is = |measure, name| matches!(measure, Measure::Unit(unit, _) if unit == Unit::new(name));
    let next = feet.end + usize::from(cx.at(feet.end).cue() == Cue::And);
    if !is(feet.measure, "foot") || !cx.at(next).follows() || feet.amount.separated {
        return None;
    }
    let inches = amount(cx, next, false).filter(|inches| inches.whole().is_some_and(|n| n < 12))?;
    let unit = joint(cx, inches.end);
    let said = cx.at(unit).follows() && cx.at(unit).unit().is_some_and(|unit| unit.name == "inch");
    let total = feet.amount.value.times(Decimal::from(12))?.plus(&inches.value)?.decimal()?.whole()?;
    said.then(|| (Exact::quotient(total, 12), unit + 1))
}

/// Past the article of `half a mile`.
fn part_of_a_unit(cx: &Context<'_>, amount: &Amount) -> Option<usize> {
    let article = cx.at(amount.end);
    if !amount.fraction || amount.digits || article.cue() != Cue::Article || !article.follows() {
        return None;
    }
    let one = Amount { end: amount.end + 1, ..amount.clone() };
    let found = measure::after(cx, &one).filter(|found| asked(cx, found.measure))?;
    matches!(found.measure, Measure::Unit(..)).then_some(one.end)
}

/// Whether a measure is to be read. Time is left to its own grammar, unless that is not asked for.
fn asked(cx: &Context<'_>, measure: Measure) -> bool {
    match measure {
        Measure::Percent => cx.options.reads(Kind::Percent),
        Measure::Money(_) => cx.options.reads(Kind::Money),
        Measure::Age(_) => cx.options.reads(Kind::Age),
        Measure::Unit(_, Dimension::Time) => {
            cx.options.reads(Kind::Quantity) && !cx.options.reads(Kind::Duration)
        }
        Measure::Unit(_, _) => cx.options.reads(Kind::Quantity),
        Measure::None => true,
    }
}

/// `a gallon`, `a dollar`, `point 77`: a number that is only implied.
fn unit_of_one(cx: &Context<'_>, at: usize) -> Option<Amount> {
    if cx.at(at).cue() == Cue::Point && cx.options.talk() {
        return amount::point(cx, at, spoken_decimals);
    }
    let one = cx.at(at).cue() == Cue::Article && cx.at(at + 1).gap == Gap::Space;
    let one = one.then(|| Amount::one(at + 1))?;
    let found = measure::after(cx, &one)?;
    let counts = match found.measure {
        Measure::Money(_) => !cx.at(found.end).is('-') && (cx.options.talk() || !noun_follows(cx, found.end)),
        Measure::Unit(_, dimension) => {
            cx.options.talk() && !matches!(dimension, Dimension::Time | Dimension::Points | Dimension::Angle)
        }
        _ => false,
    };
    counts.then_some(one)
}

/// `a dollar bill` counts no money.
fn noun_follows(cx: &Context<'_>, at: usize) -> bool {
    let next = cx.at(at);
    next.is_word() && next.follows() && next.cue() == Cue::None && next.time() == crate::time::TimeWord::None
}
