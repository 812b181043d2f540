//! Powers of ten behind a number in digits: `1e10`, `1.3x10^6`, `2^10`.

use crate::context::Context;
use crate::exact::{Decimal, Exact};
use crate::number::amount::Amount;

/// Greatest exponent that is read.
const GREATEST: u32 = 100;

/// A number times the power behind it.
pub(crate) fn raised(cx: &Context<'_>, amount: Amount) -> Amount {
    let next = cx.at(amount.end);
    if !next.glued() && !(next.follows() && next.is('×')) {
        return amount;
    }
    let Some(base) = amount.value.decimal() else { return amount };
    match cx.word(amount.end) {
        "e" | "E" => match exponent(cx, amount.end + 1) {
            Some((power, end)) => with(amount, base.shift(power), end),
            None => amount,
        },
        "x" | "×" => times_ten(cx, amount, base),
        "^" => to_the_power(cx, amount, base),
        _ => amount,
    }
}

fn with(amount: Amount, value: impl Into<Exact>, end: usize) -> Amount {
    Amount { value: value.into(), end, separated: true, ..amount }
}

/// A signed exponent, tied to what stands before it.
fn exponent(cx: &Context<'_>, at: usize) -> Option<(i16, usize)> {
    let sign = cx.at(at).symbol().filter(|mark| "-−+".contains(*mark));
    let digits = if sign.is_some() { at + 1 } else { at };
    let tied = cx.at(at).glued() && cx.at(digits).glued();
    let power = cx.at(digits).digits().filter(|power| tied && *power <= GREATEST)?;
    let power = i16::try_from(power).ok()?;
    Some((if matches!(sign, Some('-' | '−')) { -power } else { power }, digits + 1))
}

/// `x10^6`, `×10−5`.
fn times_ten(cx: &Context<'_>, amount: Amount, base: Decimal) -> Amount {
    let ten = cx.at(amount.end + 1);
    let caret = usize::from(cx.at(amount.end + 2).is('^'));
    if caret == 1 && ten.digits() == Some(2) {
        return match exponent(cx, amount.end + 3) {
            Some((power @ 0..=100, end)) => match base.times(Decimal::from(1_i128 << power)) {
                Some(product) => with(amount, product, end),
                None => amount,
            },
            _ => amount,
        };
    }
    if ten.digits() != Some(10) || !cx.at(amount.end + 2).glued() {
        return amount;
    }
    match exponent(cx, amount.end + 2 + caret) {
        Some((power, end)) => with(amount, base.shift(power), end),
        None => amount,
    }
}

/// `2^10`.
fn to_the_power(cx: &Context<'_>, amount: Amount, base: Decimal) -> Amount {
    let Some((power, end)) = exponent(cx, amount.end + 1) else { return amount };
    let product = (0..power.unsigned_abs()).try_fold(Decimal::from(1), |product, _| product.times(base));
    match (product, power) {
        (Some(product), 0..) => with(amount, product, end),
        (Some(product), _) => match product.inverse() {
            Some(inverse) => with(amount, inverse, end),
            None => amount,
        },
        (None, _) => amount,
    }
}
