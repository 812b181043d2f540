//! Powers of ten behind a number in digits: `1e10`, `1.3x10^6`, `2^10`.

use crate::context::Context;
use crate::exact::{Decimal, Exact};
use crate::number::amount::Amount;

/// Greatest exponent that is read.
const GREATEST: u32 = 100;

/// A number times the power behind it.
pub(crate) fn raised(cx: &Context<'_>, amount: Amount) -> Amount {
    match power(cx, &amount) {
        Some((value, end)) => Amount { value, end, separated: true, ..amount },
        None => amount,
    }
}

fn power(cx: &Context<'_>, amount: &Amount) -> Option<(Exact, usize)> {
    let (at, next) = (amount.end, cx.at(amount.end));
    if !next.glued() && !(next.follows() && next.is('×')) {
        return None;
    }
    let base = amount.value.decimal()?;
    match cx.word(at) {
        "e" | "E" => exponent(cx, at + 1).map(|(power, end)| (base.shift(power).into(), end)),
        "x" | "×" => times(cx, at + 1, base),
        "^" => to_the_power(cx, at + 1, base),
        _ => None,
    }
}

/// A signed exponent, tied to what stands before it.
fn exponent(cx: &Context<'_>, at: usize) -> Option<(i16, usize)> {
    let sign = cx.at(at).symbol().filter(|mark| "-−+".contains(*mark));
    if sign == Some('-') && cx.at(at + 1).is('-') && cx.at(at + 1).glued() {
        return exponent(cx, at + 2);
    }
    let digits = if sign.is_some() { at + 1 } else { at };
    let tied = cx.at(at).glued() && cx.at(digits).glued();
    let power = cx.at(digits).digits().filter(|power| tied && *power <= GREATEST)?;
    let power = i16::try_from(power).ok()?;
    Some((if matches!(sign, Some('-' | '−')) { -power } else { power }, digits + 1))
}

/// `x10^6`, `×10−5`, `x2^10`.
fn times(cx: &Context<'_>, at: usize, base: Decimal) -> Option<(Exact, usize)> {
    let caret = cx.at(at + 1).is('^');
    let (power, end) = exponent(cx, at + 1 + usize::from(caret)).filter(|_| cx.at(at + 1).glued())?;
    match cx.at(at).digits()? {
        10 => Some((base.shift(power).into(), end)),
        2 if caret && (0..=GREATEST as i16).contains(&power) => {
            Some((base.times(Decimal::from(1_i128 << power))?.into(), end))
        }
        _ => None,
    }
}

/// `2^10`.
fn to_the_power(cx: &Context<'_>, at: usize, base: Decimal) -> Option<(Exact, usize)> {
    let (power, end) = exponent(cx, at)?;
    let product = (0..power.unsigned_abs()).try_fold(Decimal::from(1), |product, _| product.times(base))?;
    Some((if power < 0 { product.inverse()? } else { product.into() }, end))
}
