//! How many: the number before a unit of time.

use crate::exact::Exact;
use crate::number;

use super::duration::Amount;
use super::look::Look;
use super::unit::Unit;
use super::word::TimeWord;

/// An amount and where it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count {
    pub(crate) amount: Amount,
    pub(crate) end: usize,
}

/// `half`, as an amount.
pub(crate) const HALF: Amount = Amount::Exact { digits: 5, scale: 1 };

/// The amount that begins at an atom: `a`, `two`, `2.5`, `a few`, `several`, `a couple of`, `half a`.
pub(crate) fn count(look: Look<'_>, at: usize) -> Option<Count> {
    match look.cx.at(at).time() {
        TimeWord::Article => Some(article(look, at)),
        TimeWord::Half => half(look, at),
        TimeWord::Some if !look.was_any(at, &["as"]) => Some(some(look, at)),
        TimeWord::Couple => Some(couple(look, at)),
        _ => number(look, at),
    }
}

fn article(look: Look<'_>, at: usize) -> Count {
    match look.role(at + 1) {
        TimeWord::Some if !look.is(at + 1, "several") => some(look, at + 1),
        TimeWord::Couple => couple(look, at + 1),
        TimeWord::Half => Count { amount: HALF, end: at + 2 },
        TimeWord::Unit(Unit::Quarter)
            if look.role(at + 2) == TimeWord::Of && look.role(at + 3) == TimeWord::Article =>
        {
            Count { amount: Amount::Exact { digits: 25, scale: 2 }, end: at + 2 }
        }
        TimeWord::Count(100) => number(look, at).unwrap_or(Count { amount: Amount::whole(1), end: at + 1 }),
        _ => Count { amount: Amount::whole(1), end: at + 1 },
    }
}

fn half(look: Look<'_>, at: usize) -> Option<Count> {
    let hyphen = look.past_hyphen(at + 1);
    let end = if look.role(hyphen) == TimeWord::Article { hyphen + 1 } else { hyphen };
    look.role(end).unit().map(|_| Count { amount: HALF, end })
}

fn some(look: Look<'_>, at: usize) -> Count {
    let end = if look.is(at + 1, "more") { at + 2 } else { at + 1 };
    Count { amount: Amount::Some, end }
}

fn couple(look: Look<'_>, at: usize) -> Count {
    let of = look.past(at + 1, "of");
    Count { amount: Amount::whole(2), end: look.past(of, "more") }
}

fn number(look: Look<'_>, at: usize) -> Option<Count> {
    let read = number::amount(look.cx, at).filter(|read| !read.dozens)?;
    if let TimeWord::Count(n) = look.cx.at(at).time()
        && read.fraction
        && look.role(at + 1) == TimeWord::Units(Unit::Quarter)
    {
        return Some(Count { amount: Amount::whole(u32::from(n)), end: at + 1 });
    }
    let amount = match read.value {
        Exact::Decimal(decimal) => exact(decimal.mantissa(), decimal.exponent())?,
        Exact::Ratio { numerator, denominator } => ratio(numerator, denominator)?,
        Exact::Digits(_) => return None,
    };
    Some(Count { amount, end: read.end })
}

fn exact(mantissa: i128, exponent: i16) -> Option<Amount> {
    let digits = u32::try_from(mantissa).ok()?;
    match exponent {
        0.. => digits.checked_mul(10_u32.checked_pow(u32::try_from(exponent).ok()?)?).map(Amount::whole),
        _ => Some(Amount::Exact { digits, scale: u8::try_from(-exponent).ok()? }),
    }
}

/// Halves, quarters, fifths and tenths are decimals.
fn ratio(numerator: i128, denominator: u64) -> Option<Amount> {
    let thousand = numerator.checked_mul(1000)?;
    let (rest, whole) = (thousand % i128::from(denominator), thousand / i128::from(denominator));
    (rest == 0).then(|| u32::try_from(whole).ok())?.map(|digits| Amount::Exact { digits, scale: 3 }.trimmed())
}
