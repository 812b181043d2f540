//! Parts of a whole: `½`, `3/4`, `two-thirds`, `a quarter of`, `one in five`.

use crate::atom::Gap;
use crate::context::Context;
use crate::exact::{Decimal, Exact};
use crate::lexicon::{Cue, Numeral};
use crate::number::words::{self, Mode, joint};

/// A part of a whole.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) value: Exact,
    /// One past its last atom.
    pub(crate) end: usize,
    /// Whether it is less than one.
    pub(crate) proper: bool,
    /// Whether it begins with an article, or counts in words.
    pub(crate) article: bool,
}

impl Part {
    fn new(numerator: i128, denominator: u64, end: usize) -> Self {
        let proper = numerator < i128::from(denominator);
        Self { value: Exact::ratio(numerator, denominator), end, proper, article: true }
    }
}

/// Most atoms of a fraction in words.
const LONGEST: usize = 16;

/// `½`.
pub(crate) fn sign(cx: &Context<'_>, at: usize) -> Option<Part> {
    let (numerator, denominator) = match cx.at(at).symbol()? {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(Part::new(numerator, denominator, at + 1))
}

/// `3/4`, but neither `9/11` nor `3/4/2022`.
pub(crate) fn bar(cx: &Context<'_>, at: usize) -> Option<Part> {
    let (over, bar, under) = (cx.at(at), cx.at(at + 1), cx.at(at + 2));
    let is_bar = (bar.is('/') || bar.is('⁄')) && bar.glued() && under.is_digits() && under.glued();
    if !is_bar || over.len() > 4 || under.len() > 4 {
        return None;
    }
    let after = cx.at(at + 3);
    let chained =
        after.glued() && (after.is_digits() || after.is('/') || after.is_word() && after.cue() == Cue::None);
    let before = cx.before(at, 1);
    let behind = over.glued() && (before.is('/') || before.is_word());
    let (numerator, denominator) = (over.digits()?, under.digits()?);
    let plain = numerator < denominator
        && numerator > 0
        && matches!(denominator, 2..=6 | 8 | 10 | 16 | 32 | 64 | 100 | 1000)
        || (numerator == 1 && denominator > 1)
        || cx.options.talk() && denominator > 0;
    (plain && !chained && !behind).then(|| Part::new(numerator.into(), denominator.into(), at + 3))
}

/// What stands behind `and`: `a half`, `three quarters`, `one third`.
pub(crate) fn added(cx: &Context<'_>, at: usize) -> Option<Part> {
    let noun = joint(cx, at + 1);
    let count = match (cx.at(at).cue(), cx.at(at).numeral()) {
        (Cue::Article, _) => 1,
        (_, Numeral::Small(n)) => i128::from(n),
        _ => return compound(cx, at),
    };
    if !cx.at(noun).follows() {
        return None;
    }
    match cx.at(noun).numeral().denominator() {
        Some((denominator, plural)) if plural == (count > 1) => Some(Part::new(count, denominator, noun + 1)),
        _ => compound(cx, at),
    }
}

/// A fraction in words.
pub(crate) fn in_words(cx: &Context<'_>, at: usize) -> Option<Part> {
    let atom = cx.at(at);
    match (atom.cue(), atom.numeral()) {
        (_, Numeral::Half) => half(cx, at),
        (_, Numeral::Quarter) => quarter(cx, at),
        (Cue::Article, _) => one_of(cx, at).or_else(|| compound(cx, at)),
        (_, Numeral::Small(_) | Numeral::Tens(_)) => {
            chance(cx, at).or_else(|| compound(cx, at)).or_else(|| over(cx, at))
        }
        _ => None,
    }
}

/// `half of the seats`, `half a million`, `more than half`.
fn half(cx: &Context<'_>, at: usize) -> Option<Part> {
    let (next, before) = (cx.at(at + 1), cx.before(at, 1));
    let follows = next.follows()
        && (matches!(next.cue(), Cue::Of | Cue::Article | Cue::The | Cue::Pronoun)
            || matches!(next.numeral(), Numeral::Scale(_) | Numeral::Dozen)
            || matches!(
                cx.word(at + 1),
                "its" | "their" | "our" | "his" | "her" | "my" | "your" | "these" | "those"
            ));
    let hyphen = next.is('-') && next.glued();
    let bounded = matches!(
        cx.word(at.wrapping_sub(1)),
        "than" | "nearly" | "almost" | "about" | "over" | "roughly" | "around"
    );
    let bounded = at > 0 && before.is_word() && bounded;
    (!hyphen && (follows || bounded)).then(|| Part::new(1, 2, at + 1))
}

/// `quarter million`, in talk.
fn quarter(cx: &Context<'_>, at: usize) -> Option<Part> {
    let scale = matches!(cx.at(at + 1).numeral(), Numeral::Scale(_));
    (scale && cx.at(at + 1).follows()).then(|| Part::new(1, 4, at + 1))
}

/// `a third of`, `a quarter million`.
fn one_of(cx: &Context<'_>, at: usize) -> Option<Part> {
    if cx.before(at, 1).cue() == Cue::And && cx.at(at).follows() {
        return None;
    }
    let noun = joint(cx, at + 1);
    let (denominator, plural) = cx.at(noun).numeral().denominator()?;
    let next = cx.at(noun + 1);
    let by = at > 0 && cx.is(at - 1, "by") && cx.at(at).follows();
    let of = by || next.follows() && next.cue() == Cue::Of;
    let scaled = next.follows() && matches!(next.numeral(), Numeral::Scale(_));
    let small = matches!(cx.at(noun).numeral(), Numeral::ScaleNth(_));
    let ends = !next.follows() || next.symbol().is_some_and(|mark| ".,;:)".contains(mark));
    let talk = cx.options.talk() && ends;
    let closed = ends || matches!(next.cue(), Cue::Function | Cue::To | Cue::In);
    let about = at > 0
        && cx.at(at).follows()
        && matches!(cx.word(at - 1), "almost" | "nearly" | "about" | "roughly" | "around" | "than" | "over");
    (!plural && cx.at(noun).follows() && (of || scaled || small || talk || about && closed))
        .then(|| Part::new(1, denominator, noun + 1))
}

/// `one in five`, `three out of ten`.
fn chance(cx: &Context<'_>, at: usize) -> Option<Part> {
    if !matches!(cx.at(at + 1).cue(), Cue::In | Cue::Out | Cue::Of) {
        return None;
    }
    let count = words::words(cx, at).filter(|count| count.end == at + 1)?;
    odds(cx, count.value.whole()?, count.end)
}

/// `1 in 5`, behind the count.
pub(crate) fn odds(cx: &Context<'_>, count: i128, at: usize) -> Option<Part> {
    let next = cx.at(at);
    let every = |at: usize| if cx.is(at, "every") { at + 1 } else { at };
    let (of, from) = match next.cue() {
        Cue::In => (false, every(at + 1)),
        Cue::Out if cx.at(at + 1).cue() == Cue::Of => (true, every(at + 2)),
        Cue::Of if cx.is(at + 1, "every") => (true, at + 2),
        _ => return None,
    };
    let total = match cx.at(from).digits() {
        Some(n) if !cx.at(from + 1).glued() || cx.at(from + 1).is('.') || cx.at(from + 1).is(',') => {
            (i128::from(n), from + 1)
        }
        Some(_) => return None,
        None => words::words(cx, from).and_then(|words| Some((words.value.whole()?, words.end)))?,
    };
    let (total, end) = total;
    let common = matches!(
        total,
        2..=10
            | 12
            | 15
            | 20
            | 25
            | 50
            | 100
            | 200
            | 250
            | 300
            | 400
            | 500
            | 1000
            | 10_000
            | 100_000
            | 1_000_000
    ) || cx.options.talk() && count == 1;
    let unit = cx.at(end).follows()
        && (cx.at(end).unit().is_some() || cx.at(end).cue() == Cue::Percent || cx.at(end).is('%'));
    let sound = count < total && (of || common) && !unit && cx.at(from).follows() && next.gap == Gap::Space;
    let few = of || count == 1 || total <= 10 || total == 100;

    (sound && few).then(|| Part::new(count, total.try_into().unwrap_or(1), end))
}

/// `two thirds`, `three twenty-firsts`, `one hundred and thirty-two fifths`.
fn compound(cx: &Context<'_>, at: usize) -> Option<Part> {
    let last = (at..at + LONGEST).find(|index| {
        let atom = cx.at(*index);
        atom.numeral().denominator().is_some() || !belongs(cx, *index, at)
    })?;
    let (denominator, plural) = cx.at(last).numeral().denominator()?;
    let article = cx.at(at).cue() == Cue::Article && before_joint(cx, last) < at + 2;
    if last == at || article || !cx.at(last).follows() || is_mixed(cx, at, last, denominator) {
        return None;
    }
    split(cx, at, last, plural).or_else(|| {
        let count = words::exactly(cx, at, before_joint(cx, last), Mode::Cardinal)?.value.whole()?;
        ((count == 1) != plural).then(|| Part::new(count, denominator, last + 1))
    })
}

/// `one hundred and three quarters`: a whole number and a part of one.
fn is_mixed(cx: &Context<'_>, at: usize, last: usize, denominator: u64) -> bool {
    let and = (at + 1..last).rev().find(|index| cx.at(*index).cue() == Cue::And);
    let count = and.and_then(|and| words::exactly(cx, and + 1, before_joint(cx, last), Mode::Cardinal));
    count.and_then(|count| count.value.whole()).is_some_and(|count| count < i128::from(denominator))
}

/// The end of the words before a hyphen at `last`.
fn before_joint(cx: &Context<'_>, last: usize) -> usize {
    if cx.before(last, 1).is('-') { last - 1 } else { last }
}

/// Whether an atom can stand inside a fraction in words.
fn belongs(cx: &Context<'_>, index: usize, at: usize) -> bool {
    let atom = cx.at(index);
    let numeral = matches!(atom.numeral(), Numeral::Small(_) | Numeral::Tens(_) | Numeral::Scale(_));
    let article = index == at && atom.cue() == Cue::Article;
    (index == at || atom.follows()) && (numeral || article || atom.cue() == Cue::And || atom.is('-'))
}

/// A denominator of several words: the longest that leaves a numerator before it.
fn split(cx: &Context<'_>, at: usize, last: usize, plural: bool) -> Option<Part> {
    (at + 1..last).find_map(|from| {
        let word = matches!(cx.at(from).numeral(), Numeral::Small(_) | Numeral::Tens(_));
        if !word || cx.before(from, 1).is('-') || cx.before(from, 1).cue() == Cue::And {
            return None;
        }
        let under = words::exactly(cx, from, last + 1, Mode::Ordinal)?.value.whole()?;
        let over = words::exactly(cx, at, from, Mode::Cardinal)?.value.whole()?;
        ((over == 1) != plural).then(|| Part::new(over, under.try_into().unwrap_or(1), last + 1))
    })
}

/// `one over three`, in talk.
fn over(cx: &Context<'_>, at: usize) -> Option<Part> {
    if !cx.options.talk() {
        return None;
    }
    let count = words::words(cx, at)?;
    under(cx, count.value.whole()?, count.end)
}

/// `over three`, behind the count.
pub(crate) fn under(cx: &Context<'_>, count: i128, at: usize) -> Option<Part> {
    if cx.at(at).cue() != Cue::Over || !cx.options.talk() {
        return None;
    }
    let (total, end) = match cx.at(at + 1).digits() {
        Some(n) => (i128::from(n), at + 2),
        None => words::words(cx, at + 1).and_then(|words| Some((words.value.whole()?, words.end)))?,
    };
    let unit = cx.at(end).unit().is_some();
    let total = u64::try_from(total).ok().filter(|total| *total > 0 && !unit)?;
    Some(Part::new(count, total, end))
}

impl Exact {
    /// A fraction: a decimal where it is one and was not asked for.
    fn ratio(numerator: i128, denominator: u64) -> Self {
        Self::Ratio { numerator, denominator }
    }

    /// A decimal where it is one, else a fraction.
    pub(crate) fn quotient(numerator: i128, denominator: u64) -> Self {
        reduced(numerator, denominator)
    }

    /// Times a power of ten.
    pub(crate) fn shift(self, power: i16) -> Self {
        match self {
            Self::Decimal(decimal) => Self::Decimal(decimal.shift(power)),
            Self::Ratio { numerator, denominator } => {
                let factor = 10_i128.pow(power.clamp(0, 18).unsigned_abs().into());
                reduced(numerator * factor, denominator)
            }
            Self::Digits(mut digits) => {
                if power > 0 && !digits.contains('.') {
                    digits = format!("{digits}{}", "0".repeat(power.unsigned_abs().into())).into();
                }
                Self::Digits(digits)
            }
        }
    }

    /// The sum, if it fits.
    pub(crate) fn plus(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Decimal(a), Self::Decimal(b)) => Some(a.plus(*b)?.into()),
            (Self::Decimal(whole), Self::Ratio { numerator, denominator }) => {
                let lifted = whole.whole()?.checked_mul(i128::from(*denominator))?;
                Some(reduced(lifted.checked_add(*numerator)?, *denominator))
            }
            _ => None,
        }
    }

    /// The product, if it fits.
    pub(crate) fn times(&self, other: Decimal) -> Option<Self> {
        match self {
            Self::Decimal(decimal) => Some(decimal.times(other)?.into()),
            Self::Ratio { numerator, denominator } => {
                Some(reduced(numerator.checked_mul(other.whole()?)?, *denominator))
            }
            Self::Digits(_) => None,
        }
    }
}

impl Decimal {
    /// One divided by it.
    pub(crate) fn inverse(self) -> Option<Exact> {
        let under = u64::try_from(self.mantissa().unsigned_abs()).ok().filter(|under| *under > 0)?;
        let quotient = reduced(self.mantissa().signum(), under);
        let power = -self.exponent();
        if power >= 0 || matches!(quotient, Exact::Decimal(_)) { Some(quotient.shift(power)) } else { None }
    }
}

/// A quotient as a decimal, if it is one.
fn reduced(numerator: i128, denominator: u64) -> Exact {
    let mut rest = denominator;
    let mut power = 0_i16;
    while rest.is_multiple_of(10) {
        (rest, power) = (rest / 10, power + 1);
    }
    let (mut factor, mut left) = (1_i128, rest);
    while left.is_multiple_of(2) {
        (left, factor, power) = (left / 2, factor * 5, power + 1);
    }
    while left.is_multiple_of(5) {
        (left, factor, power) = (left / 5, factor * 2, power + 1);
    }
    match numerator.checked_mul(factor) {
        Some(mantissa) if left == 1 => Decimal::new(mantissa, -power).into(),
        _ if numerator % i128::from(denominator) == 0 => {
            Decimal::from(numerator / i128::from(denominator)).into()
        }
        _ => Exact::Ratio { numerator, denominator },
    }
}
