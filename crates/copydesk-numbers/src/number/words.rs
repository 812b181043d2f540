//! Whole numbers in words.

use crate::context::Context;
use crate::exact::Decimal;
use crate::lexicon::{Cue, Numeral};

/// A whole number in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(crate) value: Decimal,
    /// One past its last atom.
    pub(crate) end: usize,
    /// The power of ten of its last scale.
    pub(crate) scale: i16,
    /// Whether English does not write it so.
    pub(crate) foreign: bool,
}

/// How the last word of a number may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// `twenty-one`.
    Cardinal,
    /// `twenty-first`, `twenty-firsts`.
    Ordinal,
}

/// A reader of number words, up to an atom.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    cx: &'a Context<'a>,
    mode: Mode,
    /// No word at or beyond this is read.
    limit: usize,
}

/// Most groups in one number; more are another number, or none.
const GROUPS: usize = 8;

/// The whole number that begins at an atom.
pub(crate) fn words(cx: &Context<'_>, at: usize) -> Option<Words> {
    Reader { cx, mode: Mode::Cardinal, limit: usize::MAX }.read(at)
}

/// The whole number that the atoms `at..end` are, all of them.
pub(crate) fn exactly(cx: &Context<'_>, at: usize, end: usize, mode: Mode) -> Option<Words> {
    Reader { cx, mode, limit: end }.read(at).filter(|words| words.end == end)
}

/// The place in an order that begins at an atom, in words.
pub(crate) fn ordinal(cx: &Context<'_>, at: usize) -> Option<Words> {
    let words = Reader { cx, mode: Mode::Ordinal, limit: usize::MAX }.read(at)?;
    let last = cx.at(words.end - 1).numeral();
    matches!(last, Numeral::Nth(_) | Numeral::ScaleNth(_)).then_some(words)
}

/// The next word, behind a hyphen perhaps.
pub(crate) fn joint(cx: &Context<'_>, at: usize) -> usize {
    let hyphen = cx.at(at);
    if !(hyphen.is('-') || hyphen.is('‑')) || !cx.at(at + 1).is_word() {
        return at;
    }
    let tight = hyphen.glued() && cx.at(at + 1).glued();
    if tight || (cx.options.talk() && hyphen.follows()) { at + 1 } else { at }
}

impl Reader<'_> {
    fn numeral(&self, at: usize) -> Numeral {
        if at >= self.limit || !self.cx.at(at).is_word() {
            return Numeral::None;
        }
        match (self.cx.at(at).numeral(), self.mode) {
            (Numeral::Nth(n) | Numeral::Nths(n), Mode::Ordinal) if n < 20 => Numeral::Small(n),
            (Numeral::Nth(n) | Numeral::Nths(n), Mode::Ordinal) => Numeral::Tens(n),
            (Numeral::ScaleNth(power) | Numeral::ScaleNths(power), Mode::Ordinal) => Numeral::Scale(power),
            (numeral, _) => numeral,
        }
    }

    /// Whether the number ends with the word before this atom, because it is an ordinal.
    fn closed(&self, at: usize) -> bool {
        let ordinal = |numeral| {
            matches!(
                numeral,
                Numeral::Nth(_) | Numeral::Nths(_) | Numeral::ScaleNth(_) | Numeral::ScaleNths(_)
            )
        };
        self.mode == Mode::Ordinal && at > 0 && ordinal(self.cx.at(at - 1).numeral())
    }

    fn read(&self, at: usize) -> Option<Words> {
        let mut total = Words { value: Decimal::default(), end: at, scale: i16::MAX, foreign: false };
        let mut next = at;
        for _ in 0..GROUPS {
            let Some(group) = self.group(next, next == at) else { break };
            if group.scale >= total.scale || (next > at && self.part_follows(group.end)) {
                break;
            }
            let value = if next == at { group.value } else { total.value.plus(group.value)? };
            total = Words { value, foreign: total.foreign | group.foreign, ..group };
            if group.scale == 0 || self.closed(group.end) {
                break;
            }
            next = self.link(group.end);
        }
        (total.end > at).then_some(total)
    }

    /// Whether a denominator follows, so that the words before it count parts.
    fn part_follows(&self, at: usize) -> bool {
        let next = joint(self.cx, at);
        self.numeral(next).denominator().is_some() && self.cx.at(next).follows() && !self.closed(at)
    }

    /// Past a hyphen and an `and`.
    fn link(&self, at: usize) -> usize {
        let next = joint(self.cx, at);
        let and = self.cx.at(next);
        if and.cue() == Cue::And && and.follows() && self.cx.at(next).len() == 3 {
            return joint(self.cx, next + 1);
        }
        if self.cx.options.talk() && (and.is(',') || and.is('&')) {
            return self.link(next + 1);
        }
        next
    }

    /// A number below a thousand and its scales.
    fn group(&self, at: usize, first: bool) -> Option<Words> {
        if !first && !self.cx.at(at).follows() {
            return None;
        }
        let (n, end) = match self.hundreds(at) {
            Some(found) => found,
            None if first => self.bare_scale(at)?,
            None => return None,
        };
        Some(self.scaled(Decimal::from(n), end))
    }

    /// `a` of `a hundred`, or nothing before `hundred` in talk.
    fn bare_scale(&self, at: usize) -> Option<(i128, usize)> {
        let article = self.cx.at(at).cue() == Cue::Article;
        let next = if article { joint(self.cx, at + 1) } else { at };
        let scale =
            matches!(self.numeral(next), Numeral::Scale(_)) && (self.cx.at(next).follows() || !article);
        let meant = article || self.cx.options.talk() || self.closed(next + 1);
        (scale && meant).then_some((1, next)).and_then(|(n, at)| self.hundred(n, at).or(Some((n, at))))
    }

    /// `three hundred and five`; `nineteen seventy-three` in talk.
    fn hundreds(&self, at: usize) -> Option<(i128, usize)> {
        let (n, end) = self.below_hundred(at)?;
        let said_in_two =
            self.cx.options.talk() && (1..20).contains(&n) && end == at + 1 && self.cx.at(end).follows();
        if let Some((rest @ 10..100, end)) =
            self.below_hundred(end).filter(|_| said_in_two && !self.closed(end))
        {
            return Some((n * 100 + rest, end));
        }
        self.hundred(n, joint(self.cx, end)).or(Some((n, end)))
    }

    /// `hundred and five`, after its count.
    fn hundred(&self, count: i128, at: usize) -> Option<(i128, usize)> {
        if self.numeral(at) != Numeral::Scale(2) || self.closed(at) {
            return None;
        }
        let (n, end) = (count * 100, at + 1);
        if self.closed(end) {
            return Some((n, end));
        }
        let next = self.link(end);
        match self.below_hundred(next) {
            Some((rest, after))
                if self.cx.at(next).follows() && !(next > end && self.part_follows(after)) =>
            {
                Some((n + rest, after))
            }
            _ => Some((n, end)),
        }
    }

    fn below_hundred(&self, at: usize) -> Option<(i128, usize)> {
        match self.numeral(at) {
            Numeral::Small(n) => Some((n.into(), at + 1)),
            Numeral::Tens(tens) if self.closed(at + 1) => Some((tens.into(), at + 1)),
            Numeral::Tens(tens) => {
                let next = joint(self.cx, at + 1);
                match self.numeral(next) {
                    Numeral::Small(n @ 1..=9) if self.cx.at(next).follows() => {
                        Some((i128::from(tens + n), next + 1))
                    }
                    _ => Some((tens.into(), at + 1)),
                }
            }
            _ => None,
        }
    }

    /// A number times the scales behind it.
    fn scaled(&self, n: Decimal, end: usize) -> Words {
        let mut words = Words { value: n, end, scale: 0, foreign: false };
        for _ in 0..3 {
            let next = joint(self.cx, words.end);
            if self.closed(words.end) || !self.cx.at(next).follows() {
                break;
            }
            let (power, foreign) = match self.numeral(next) {
                Numeral::Scale(power) if power > 2 => (i16::from(power), false),
                Numeral::Many(power) if power > 2 || self.cx.options.talk() => (i16::from(power), true),
                Numeral::Leftover(power) => (i16::from(power), true),
                _ => break,
            };
            words = Words {
                value: words.value.shift(power),
                end: next + 1,
                scale: words.scale + power,
                foreign: words.foreign | foreign,
            };
        }
        words
    }
}
