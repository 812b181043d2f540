//! Exact numbers, ranges of them, and units under their usual names.

use std::collections::HashMap;
use std::sync::LazyLock;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Pow, Signed, Zero};

/// A number as written: `-12.50`, `1e6`, `2/3`.
pub(super) fn number(text: &str) -> Option<BigRational> {
    let text = text.trim();
    fraction(text).or_else(|| decimal(text))
}

fn fraction(text: &str) -> Option<BigRational> {
    let (above, below) = text.split_once('/')?;
    let (above, below) = (integer(above, true)?, integer(below, false)?);
    (!below.is_zero()).then(|| BigRational::new(above, below))
}

fn integer(text: &str, signed: bool) -> Option<BigInt> {
    let digits = if signed { text.strip_prefix('-').unwrap_or(text) } else { text };
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Exponents beyond are no numbers of any text, and would not fit into memory.
const EXPONENTS: std::ops::RangeInclusive<i32> = -9999..=9999;

pub(super) fn decimal(text: &str) -> Option<BigRational> {
    let text = text.replace('_', "");
    let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((&*text, "0"), |(m, e)| (m, e));
    let (sign, digits) = match mantissa.split_at_checked(1) {
        Some(("-", rest)) => ("-", rest),
        Some(("+", rest)) => ("", rest),
        _ => ("", mantissa),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    if whole.len() + part.len() == 0 || !plain(whole) || !plain(part) {
        return None;
    }
    let exponent: i32 = exponent.parse().ok()?;
    let exponent = exponent.checked_sub(i32::try_from(part.len()).ok()?).filter(|e| EXPONENTS.contains(e))?;
    let n: BigInt = format!("{sign}{whole}{part}").parse().ok()?;
    let scale = BigInt::from(10).pow(exponent.unsigned_abs());
    Some(if exponent < 0 { BigRational::new(n, scale) } else { BigRational::from_integer(n * scale) })
}

/// Whether `b` differs from `a` by no more than a billionth of it.
pub(super) fn per_billion(a: &BigRational, b: &BigRational) -> bool {
    (a - b).abs() <= a.abs() / BigRational::from_integer(1_000_000_000.into())
}

/// An interval: its brackets and its ends; an end that is left out is open.
#[derive(PartialEq)]
pub(super) struct Range {
    brackets: (char, char),
    ends: (Option<BigRational>, Option<BigRational>),
}

/// `[10,20)`, `[5;)`.
pub(super) fn range(text: &str) -> Option<Range> {
    let text = text.trim();
    let (open, rest) = text.split_at_checked(1).filter(|(open, _)| matches!(*open, "[" | "("))?;
    let (inside, close) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    if !matches!(close, "]" | ")") {
        return None;
    }
    let (a, b) = inside.split_once([',', ';'])?;
    if b.contains([',', ';']) {
        return None;
    }
    let (a, b) = (a.trim(), b.trim());
    let bracket = |end: &str, sign: &str, open: char| match end {
        "" => open,
        _ => sign.chars().next().unwrap_or(open),
    };
    Some(Range { brackets: (bracket(a, open, '('), bracket(b, close, ')')), ends: (number(a), number(b)) })
}

/// A unit under the name that stands for all of its names.
pub(super) fn unit(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    let name = words.join(" ").to_lowercase().replace("metre", "meter").replace("litre", "liter");
    UNITS.get(name.as_str()).map_or(name, |usual| (*usual).to_owned())
}

/// Whether a unit, under its usual name, is the hundredth part of a currency's.
pub(super) fn is_minor(unit: &str) -> bool {
    matches!(unit, "cent" | "c" | "¢" | "penny" | "pence" | "p" | "centime")
}

static UNITS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("units.csv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(',')).collect()
});
