//! Lengths of time by their counts and units: `two days`, `five-year`, `an hour and a half`, `two to three weeks`.

use crate::layer::Modifier;
use crate::lexicon::Numeral;
use crate::options::Times;

use super::count::{Count, HALF, count};
use super::duration::{Amount, Duration};
use super::look::Look;
use super::unit::Unit;
use super::value::Timex;
use super::word::TimeWord;

/// How far behind the first atom of a count its unit may stand.
const REACH: usize = 10;

/// A length of time and where it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Length {
    pub(crate) duration: Duration,
    /// The longer end of `two to three weeks`.
    pub(crate) upto: Option<Amount>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) end: usize,
}

impl Length {
    pub(crate) const fn timex(&self) -> Timex {
        match (self.upto, self.duration.single()) {
            (Some(upto), Some((amount, unit))) => Timex::LastingBetween(amount, upto, unit),
            _ => Timex::Lasting(self.duration),
        }
    }
}

/// The length of time that begins at a count.
pub(crate) fn length(look: Look<'_>, at: usize) -> Option<Length> {
    if !has_unit(look, at) {
        return None;
    }
    let first = count(look, at)?;
    if let Some(found) = between(look, first) {
        return Some(found);
    }
    let (counted, modifier) = past_plus(look, first.end);
    let mut part = measured(look, at, Count { end: counted, ..first })?;
    let (mut whole, mut end) = (Duration::of(part.0, part.1), part.2);
    loop {
        if let Some(after) = and_a_half(look, end) {
            return Some(Length { duration: with_half(whole)?, upto: None, modifier, end: after });
        }
        let joined = if look.role(end) == TimeWord::And { end + 1 } else { look.past_comma(end) };
        let counts = matches!(look.role(joined), TimeWord::Count(_)) || look.atom(joined).is_digits();
        let next =
            counts.then(|| count(look, joined)).flatten().and_then(|next| measured(look, joined, next));
        part = match next {
            Some(part) => part,
            None => break,
        };
        match whole.and(part.0, part.1) {
            Some(longer) => (whole, end) = (longer, part.2),
            None => break,
        }
    }
    let split = look.cx.at(end).glued()
        && matches!(look.cx.at(end).symbol(), Some('-' | '/'))
        && look.is_any(end + 1, &["to", "night", "by"]);
    (!split).then_some(Length { duration: whole, upto: None, modifier, end })
}

/// Whether a unit follows, with nothing before it but what counts are made of. Asked first, for most numbers count no time.
fn has_unit(look: Look<'_>, at: usize) -> bool {
    use TimeWord::{
        And, Article, Between, Count, Couple, Fiscal, Half, More, Of, Or, ShortUnit, Some, To, Unit, Units,
    };
    for next in at + 1..at + REACH {
        let atom = look.atom(next);
        match atom.time() {
            Unit(_) | Units(_) | ShortUnit(_) => return true,
            And | Article | Between | Count(_) | Couple | Fiscal | Half | More | Of | Or | Some | To => {}
            _ if atom.is_digits() || atom.numeral() != Numeral::None => {}
            _ if matches!(
                atom.symbol(),
                Option::Some('.' | ',' | '-' | '–' | '‑' | '+' | '/' | '½' | '¼' | '¾')
            ) => {}
            _ => return false,
        }
    }
    false
}

/// `15-plus years`, `10+ years`.
fn past_plus(look: Look<'_>, at: usize) -> (usize, Option<Modifier>) {
    let word = look.past_hyphen(at);
    if word > at && look.is(word, "plus") {
        return (word + 1, Some(Modifier::MoreThan));
    }
    if look.sign(at, '+') && look.cx.at(at).glued() {
        return (at + 1, Some(Modifier::MoreThan));
    }
    (at, None)
}

/// `two to three weeks`, `two or three days`, `5-10 years`, `three- to five-year`.
fn between(look: Look<'_>, low: Count) -> Option<Length> {
    let hung =
        if look.sign(low.end, '-') && !look.cx.at(low.end + 1).glued() { low.end + 1 } else { low.end };
    let second = match look.role(hung) {
        TimeWord::To | TimeWord::Or => hung + 1,
        _ => look.hyphen(hung)?,
    };
    let counts = matches!(look.role(second), TimeWord::Count(_)) || look.atom(second).is_digits();
    let high = counts.then(|| count(look, second)).flatten()?;
    let (amount, unit, end) = measured(look, second, high)?;
    let more = low.amount.as_whole()? < amount.as_whole()?;
    more.then(|| Length { duration: Duration::of(low.amount, unit), upto: Some(amount), modifier: None, end })
}

/// The unit of a count that begins at `at`.
fn measured(look: Look<'_>, at: usize, count: Count) -> Option<(Amount, Unit, usize)> {
    let part = matches!(count.amount, Amount::Exact { scale: 1.., .. });
    let of_one =
        part && look.role(count.end) == TimeWord::Of && look.role(count.end + 1) == TimeWord::Article;
    let hyphen = if of_one { count.end + 2 } else { look.past_hyphen(count.end) };
    let named = hyphen
        + usize::from(
            matches!(look.role(hyphen), TimeWord::Between | TimeWord::Fiscal) || look.is(hyphen, "more"),
        );
    let unit = match look.role(named) {
        TimeWord::Unit(unit) | TimeWord::Units(unit) => unit,
        TimeWord::ShortUnit(unit)
            if look.cx.at(count.end - 1).is_digits() || look.cx.options.spoken_times() =>
        {
            unit
        }
        _ => return None,
    };
    let joined = hyphen > count.end && !of_one;
    if is_ordinal(look, at, named, count.amount, joined)
        || is_fraction(look, at, count.end, unit, joined)
        || is_letter(look, named, unit, joined)
    {
        return None;
    }
    let (amount, unit) = halved(count.amount, unit);
    Some((amount, unit, unit_end(look, named)))
}

/// `a second term`, `two second homes`: `second` counts time after a number, and `a second` does not.
fn is_ordinal(look: Look<'_>, at: usize, named: usize, amount: Amount, joined: bool) -> bool {
    let article = look.cx.at(at).time() == TimeWord::Article;
    let one = matches!(amount, Amount::Exact { digits: 1, scale: 0 }) && !article;
    look.is(named, "second") && !joined && !one
}

/// `three quarters` are a part of a whole, `three straight quarters` are not.
fn is_fraction(look: Look<'_>, at: usize, after: usize, unit: Unit, joined: bool) -> bool {
    let vague = matches!(look.cx.at(at).time(), TimeWord::Some | TimeWord::Couple);
    let pointed = matches!(
        look.role_before(at),
        TimeWord::Last | TimeWord::Next | TimeWord::Following | TimeWord::Every
    );
    unit == Unit::Quarter && !vague && !pointed && !look.is_any(after, &["straight", "consecutive"])
        || unit == Unit::Quarter && joined
}

/// Letters that touch their digits are a unit only where they are `h`.
fn is_letter(look: Look<'_>, named: usize, unit: Unit, joined: bool) -> bool {
    let letter = look.cx.at(named).glued() && !joined && look.cx.at(named).len() < 2 && unit != Unit::Hour;
    let capital = look.cx.options.times == Times::Recognizers && look.capital(named) && unit != Unit::Minute;
    letter && !capital
}

fn unit_end(look: Look<'_>, named: usize) -> usize {
    match look.role(named) {
        TimeWord::ShortUnit(_) if look.cx.at(named + 2).follows() && !look.capital(named + 2) => {
            look.past_stop(named + 1)
        }
        _ => named + 1,
    }
}

/// Half of a unit is said in the next smaller one, where that is whole.
fn halved(amount: Amount, unit: Unit) -> (Amount, Unit) {
    match unit {
        _ if amount != HALF => (amount, unit),
        Unit::Hour => (Amount::whole(30), Unit::Minute),
        Unit::Minute => (Amount::whole(30), Unit::Second),
        Unit::Day => (Amount::whole(12), Unit::Hour),
        Unit::Year => (Amount::whole(6), Unit::Month),
        Unit::Decade => (Amount::whole(5), Unit::Year),
        Unit::Century => (Amount::whole(50), Unit::Year),
        _ => (amount, unit),
    }
}

/// `and a half` after a unit.
fn and_a_half(look: Look<'_>, at: usize) -> Option<usize> {
    let article = at + 1;
    let half = article + usize::from(look.role(article) == TimeWord::Article);
    let said = look.role(at) == TimeWord::And && look.role(half) == TimeWord::Half;
    (said && look.role(half + 1).unit().is_none()).then_some(half + 1)
}

fn with_half(duration: Duration) -> Option<Duration> {
    let (amount, unit) = duration.single()?;
    let digits = amount.as_whole()?.checked_mul(10)?.checked_add(5)?;
    Some(Duration::of(Amount::Exact { digits, scale: 1 }, unit))
}
