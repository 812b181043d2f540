//! A bare number, in digits or words, without its unit. The grammar of time reads numbers through it.

use crate::atom::{Atom, Gap};
use crate::context::Context;
use crate::exact::{Decimal, Exact};
use crate::lexicon::{Cue, Numeral};
use crate::number::digits::digits;
use crate::number::fraction::{self, Part};
use crate::number::words::{self, joint};
use crate::number::{power, scale};

/// A number and where it ends.
#[derive(Clone, Debug)]
pub(crate) struct Amount {
    pub(crate) value: Exact,
    /// One past its last atom.
    pub(crate) end: usize,
    /// Whether it is written in digits, at least in part.
    pub(crate) digits: bool,
    /// Whether its digits have separators, or a scale follows them: no name has such a number.
    pub(crate) separated: bool,
    /// The power of ten of its last scale word.
    pub(crate) scale: i16,
    /// Whether English does not write it so.
    pub(crate) foreign: bool,
    /// Whether it is a part of a whole.
    pub(crate) fraction: bool,
    /// Whether it counts dozens.
    pub(crate) dozens: bool,
    /// How many atoms it takes.
    pub(crate) atoms: usize,
}

impl Amount {
    fn new(value: impl Into<Exact>, end: usize) -> Self {
        Self {
            value: value.into(),
            end,
            digits: false,
            separated: false,
            scale: 0,
            foreign: false,
            fraction: false,
            dozens: false,
            atoms: 0,
        }
    }

    fn part(part: Part) -> Self {
        Self { fraction: true, ..Self::new(part.value, part.end) }
    }

    /// The whole number it is, if it is one and not huge.
    pub(crate) fn whole(&self) -> Option<u32> {
        u32::try_from(self.value.decimal()?.whole()?).ok()
    }

    /// Times a power of ten.
    pub(crate) fn shifted(mut self, power: i16) -> Self {
        self.value = self.value.shift(power);
        self
    }
}

/// The number that begins at an atom: `12`, `1,500`, `2.5 million`, `twenty-one`, `a hundred and five`, `half a
/// million`, `2½`, `three-quarters`. `money` says that a currency stands before it, so that `m` is a million.
pub(crate) fn amount(cx: &Context<'_>, at: usize, money: bool) -> Option<Amount> {
    let atom = cx.at(at);
    if let Some(plain) = plain(cx, at) {
        return Some(plain);
    }
    let amount = if atom.is_digits() || atom.is('.') {
        in_digits(cx, at, money)?
    } else if let Some(part) = fraction::sign(cx, at) {
        Amount { digits: true, ..Amount::part(part) }
    } else if atom.is_word() {
        in_words(cx, at)?
    } else {
        return None;
    };
    let amount = dozens(cx, amount);
    Some(Amount { atoms: amount.end - at, ..amount })
}

/// One atom before what adds nothing to it: most numbers are this.
fn plain(cx: &Context<'_>, at: usize) -> Option<Amount> {
    let (atom, next) = (cx.at(at), cx.at(at + 1));
    let alone =
        if next.is_word() { next.gap == Gap::Space && adds_nothing(cx, next) } else { closes(cx, at + 1) };
    if !alone {
        return None;
    }
    let (value, digits) = match (atom.digits(), atom.numeral()) {
        (Some(n), _) => (i128::from(n), true),
        (_, Numeral::Small(n) | Numeral::Tens(n)) => (i128::from(n), false),
        _ => return None,
    };
    Some(Amount { digits, atoms: 1, ..Amount::new(Decimal::from(value), at + 1) })
}

/// Whether a word adds nothing to the number before it: it is no numeral and leads to none.
fn adds_nothing(cx: &Context<'_>, word: &Atom) -> bool {
    let entry = word.entry();
    !word.is_known()
        || !cx.options.talk()
            && entry.numeral == Numeral::None
            && matches!(entry.cue, Cue::None | Cue::Function | Cue::Percent | Cue::Per | Cue::The | Cue::To)
}

/// Whether a mark adds nothing to the number before it.
fn closes(cx: &Context<'_>, at: usize) -> bool {
    let (mark, next) = (cx.at(at), cx.at(at + 1));
    let bare = !cx.options.talk() && !cx.options.local_prices();
    match mark.symbol() {
        Some('%' | ')' | ';' | '”' | '?' | '!') => bare && mark.glued(),
        Some(',' | '.') => bare && mark.glued() && !next.glued() && !next.is_digits(),
        _ => false,
    }
}

fn in_digits(cx: &Context<'_>, at: usize, money: bool) -> Option<Amount> {
    if let Some(part) = fraction::bar(cx, at) {
        return Some(Amount { digits: true, ..Amount::part(part) });
    }
    let digits = digits(cx, at)?;
    let mut amount = Amount {
        digits: true,
        separated: digits.separated,
        foreign: digits.foreign,
        ..Amount::new(digits.value, digits.end)
    };
    if !amount.separated {
        if let Some(part) = odds(cx, &amount) {
            return Some(Amount { digits: true, ..Amount::part(part) });
        }
        amount = decimals(cx, mixed(cx, amount));
    }
    amount = power::raised(cx, amount);
    amount = scaled(cx, and_a_half(cx, amount), money);
    Some(trailing(cx, and_a_half(cx, amount)))
}

/// `1 in 5`.
fn odds(cx: &Context<'_>, amount: &Amount) -> Option<Part> {
    let count = amount.value.decimal()?.whole()?;
    fraction::odds(cx, count, amount.end).or_else(|| fraction::under(cx, count, amount.end))
}

/// `2 1/4`, `2½`.
fn mixed(cx: &Context<'_>, whole: Amount) -> Amount {
    let next = cx.at(whole.end);
    if let Some(part) = tied_part(cx, &whole) {
        return plus(whole, &part, 0);
    }
    let glued_sign = matches!(next.gap, Gap::Glued | Gap::Space | Gap::Thin);
    let part = match fraction::sign(cx, whole.end) {
        Some(part) if glued_sign => part,
        _ if matches!(next.gap, Gap::Space | Gap::Thin | Gap::Wide) && next.is_digits() => {
            match fraction::bar(cx, whole.end) {
                Some(part) if part.proper => part,
                _ => return whole,
            }
        }
        _ => return whole,
    };
    plus(whole, &part, 0)
}

/// `1-3/4 cents`.
fn tied_part(cx: &Context<'_>, whole: &Amount) -> Option<Part> {
    let tied = cx.at(whole.end).is('-') && cx.at(whole.end).glued() && cx.at(whole.end + 1).glued();
    if !tied || cx.at(whole.end + 1).len() > 2 {
        return None;
    }
    fraction::bar(cx, whole.end + 1).filter(|part| part.proper && !cx.at(part.end).glued())
}

fn plus(whole: Amount, part: &Part, power: i16) -> Amount {
    match whole.value.plus(&part.value.clone().shift(power)) {
        Some(value) => Amount { value, end: part.end, separated: true, ..whole },
        None => whole,
    }
}

/// `and a half` behind a number, in units of its scale.
fn and_a_half(cx: &Context<'_>, amount: Amount) -> Amount {
    let and = joint(cx, amount.end);
    if cx.at(and).cue() != Cue::And || !cx.at(and).follows() {
        return amount;
    }
    match fraction::added(cx, joint(cx, and + 1)) {
        Some(mut part) => {
            let mut power = if part.article && amount.scale > 2 { amount.scale } else { 0 };
            if let Numeral::Scale(smaller @ 3..) = cx.at(part.end).numeral()
                && i16::from(smaller) < amount.scale
                && cx.at(part.end).follows()
            {
                (power, part.end) = (smaller.into(), part.end + 1);
            }
            plus(amount, &part, power)
        }
        None => amount,
    }
}

/// Times the scale words behind it.
fn scaled(cx: &Context<'_>, mut amount: Amount, money: bool) -> Amount {
    for _ in 0..3 {
        let Some(found) = scale::after(cx, amount.end, &amount, money) else { break };
        amount.value = amount.value.shift(found.power);
        amount.scale += found.power;
        amount.foreign |= found.foreign;
        amount.separated = true;
        amount.end = found.end;
    }
    amount
}

/// `169 thousand 637`, which no English desk writes but translation leaves; `4 thousand 3 hundred and 21` in talk.
fn trailing(cx: &Context<'_>, amount: Amount) -> Amount {
    if cx.options.talk() && amount.scale > 1 {
        return added(cx, amount);
    }
    let rest = cx.at(amount.end);
    let fits = amount.scale == 3 && rest.is_digits() && rest.len() == 3 && rest.gap == Gap::Space;
    if !fits {
        return amount;
    }
    let alone = !cx.at(amount.end + 1).glued()
        || cx.at(amount.end + 1).symbol().is_some_and(|mark| ",.;)".contains(mark));
    match (rest.digits(), amount.value.plus(&Decimal::from(i128::from(rest.payload)).into())) {
        (Some(_), Some(value)) if alone => {
            Amount { value, end: amount.end + 1, foreign: true, scale: 0, ..amount }
        }
        _ => amount,
    }
}

/// `3 hundred and 21`: a smaller number behind a scale, in talk.
fn added(cx: &Context<'_>, amount: Amount) -> Amount {
    let and = cx.at(amount.end).cue() == Cue::And && cx.at(amount.end).follows();
    let next = amount.end + usize::from(and);
    if !cx.at(next).follows() || !(cx.at(next).is_digits() || and && cx.at(next).is_word()) {
        return amount;
    }
    let rest = if cx.at(next).is_digits() {
        digits(cx, next)
            .map(|rest| scaled(cx, Amount { digits: true, ..Amount::new(rest.value, rest.end) }, false))
    } else {
        words::words(cx, next).map(|rest| Amount { scale: rest.scale, ..Amount::new(rest.value, rest.end) })
    };
    let limit = Decimal::from(1).shift(amount.scale);
    let fits = |rest: &Amount| {
        let below = rest.value.decimal().is_some_and(|n| n.is_whole() && n.less(limit));
        let some = rest.value != Exact::from(Decimal::default());
        some && below && rest.scale < amount.scale && cx.at(rest.end).unit().is_none()
    };
    let sum = |rest: Amount| Some((amount.value.plus(&rest.value)?, rest));
    match rest.filter(fits).and_then(sum) {
        Some((value, rest)) => trailing(cx, Amount { value, end: rest.end, scale: rest.scale, ..amount }),
        None => amount,
    }
}

/// `a couple`, `single`: numbers only in talk.
fn loose(cx: &Context<'_>, at: usize) -> Option<Amount> {
    let noun = if cx.at(at).cue() == Cue::Article { at + 1 } else { at };
    match cx.at(noun).numeral() {
        Numeral::Loose(n) if cx.options.talk() && (noun == at || cx.at(noun).follows()) => {
            Some(Amount::new(Decimal::from(i128::from(n)), noun + 1))
        }
        _ => None,
    }
}

fn in_words(cx: &Context<'_>, at: usize) -> Option<Amount> {
    if let Some(amount) = loose(cx, at) {
        return Some(amount);
    }
    if let Some(part) = fraction::in_words(cx, at) {
        return Some(scaled_part(cx, part));
    }
    let dozen = if cx.at(at).cue() == Cue::Article { joint(cx, at + 1) } else { at };
    let meant = dozen > at || cx.options.talk();
    if meant && cx.at(dozen).numeral() == Numeral::Dozen && (cx.at(dozen).follows() || dozen == at) {
        return Some(Amount { dozens: true, ..Amount::new(Decimal::from(12), dozen + 1) });
    }
    let words = words::words(cx, at)?;
    let amount = Amount { scale: words.scale, foreign: words.foreign, ..Amount::new(words.value, words.end) };
    let amount = decimals(cx, amount);
    let scale = amount.scale;
    let amount = and_a_half(cx, amount);
    Some(if scale == 0 { scaled(cx, amount, false) } else { amount })
}

/// `half a million`, `a quarter of a million`, `three-quarters of a billion`.
fn scaled_part(cx: &Context<'_>, part: Part) -> Amount {
    let mut next = joint(cx, part.end);
    if cx.at(next).cue() == Cue::Of {
        next += 1;
    }
    if cx.at(next).cue() == Cue::Article {
        next += 1;
    }
    let whole = match cx.at(next).numeral() {
        _ if !cx.at(next).follows() => None,
        Numeral::Scale(power) if power > 2 => Some(Decimal::from(1).shift(power.into())),
        Numeral::Dozen => Some(Decimal::from(12)),
        _ => None,
    };
    match whole.and_then(|whole| part.value.times(whole)) {
        Some(value) => Amount { scale: 6, ..Amount::new(value, next + 1) },
        None => Amount::part(part),
    }
}

/// `two point five`, `two hundred point zero three`.
fn decimals(cx: &Context<'_>, whole: Amount) -> Amount {
    let point = cx.at(whole.end);
    if point.cue() != Cue::Point || !point.follows() {
        return whole;
    }
    let next = cx.at(whole.end + 1);
    let written = next.digits().filter(|_| cx.options.talk() && next.gap == Gap::Space);
    let written =
        written.map(|n| (Decimal::new(n.into(), -i16::try_from(next.len()).unwrap_or(9)), whole.end + 2));
    match written.or_else(|| spoken_decimals(cx, whole.end + 1)) {
        Some((part, end)) => match whole.value.plus(&part.into()) {
            Some(value) => scaled(cx, Amount { value, end, separated: true, ..whole }, false),
            None => whole,
        },
        None => whole,
    }
}

/// Digits in words behind `point`.
pub(super) fn spoken_decimals(cx: &Context<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (mut digits, mut places, mut end) = (0_i128, 0_i16, at);
    while let Some(digit) = spoken_digit(cx, end).filter(|_| cx.at(end).follows() && places < 18) {
        (digits, places, end) = (digits * 10 + digit, places + 1, end + 1);
    }
    if end > at {
        return Some((Decimal::new(digits, -places), end));
    }
    let words = words::words(cx, at)?;
    let digits = words.value.whole().filter(|n| (10..100).contains(n))?;
    (words.scale == 0).then(|| (Decimal::new(digits, -2), words.end))
}

fn spoken_digit(cx: &Context<'_>, at: usize) -> Option<i128> {
    match cx.at(at).numeral() {
        Numeral::Small(digit @ 0..=9) => Some(digit.into()),
        _ if matches!(cx.word(at), "o" | "oh") && cx.options.talk() => Some(0),
        _ => None,
    }
}

/// `two dozen`, `3 dozens`.
fn dozens(cx: &Context<'_>, amount: Amount) -> Amount {
    let next = joint(cx, amount.end);
    let is = matches!(cx.at(next).numeral(), Numeral::Dozen | Numeral::Dozens) && cx.at(next).follows();
    if !is || amount.dozens {
        return amount;
    }
    match amount.value.times(Decimal::from(12)) {
        Some(value) => Amount { value, end: next + 1, dozens: true, ..amount },
        _ => amount,
    }
}

/// `point 77`, `point five`.
pub(super) fn point(
    cx: &Context<'_>,
    at: usize,
    spoken: fn(&Context<'_>, usize) -> Option<(Decimal, usize)>,
) -> Option<Amount> {
    let next = cx.at(at + 1);
    if let Some(digits) = next.digits().filter(|_| next.gap == Gap::Space) {
        let value = Decimal::new(digits.into(), -i16::try_from(next.len()).ok()?);
        return Some(Amount { digits: true, separated: true, ..Amount::new(value, at + 2) });
    }
    let (value, end) = spoken(cx, at + 1)?;
    Some(Amount { separated: true, ..Amount::new(value, end) })
}

impl Amount {
    /// One, said by an article.
    pub(super) fn one(end: usize) -> Self {
        Self::new(Decimal::from(1), end)
    }
}
