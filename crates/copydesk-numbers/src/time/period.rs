//! Lengths of time and what is counted by them: `two days`, `the past five years`, `a week ago`, `a year earlier`.

use crate::layer::Kind;

use super::count::{HALF, count};
use super::date::date;
use super::duration::{Amount, Duration};
use super::found::Found;
use super::look::Look;
use super::point::{Day, Point};
use super::relative::relative;
use super::resolve::{When, grain, point};
use super::unit::Unit;
use super::value::Timex;
use super::word::TimeWord;

/// Words that may stand between a count and its unit.
const BETWEEN: [&str; 14] = [
    "more",
    "straight",
    "consecutive",
    "full",
    "whole",
    "long",
    "additional",
    "extra",
    "business",
    "working",
    "trading",
    "further",
    "calendar",
    "fiscal",
];

/// A length of time that begins at an atom, and the index after it.
fn duration(look: Look<'_>, at: usize) -> Option<(Duration, usize)> {
    let mut part = one_part(look, at)?;
    let (mut whole, mut end) = (Duration::of(part.0, part.1), part.2);
    loop {
        if let Some(after) = and_a_half(look, end) {
            return Some((with_half(whole)?, after));
        }
        let joined = if look.role(end) == TimeWord::And { end + 1 } else { look.past_comma(end) };
        part = match one_part(look, joined).filter(|_| {
            matches!(look.cx.at(joined).time(), TimeWord::Count(_)) || look.cx.at(joined).is_digits()
        }) {
            Some(part) => part,
            None => return Some((whole, end)),
        };
        match whole.and(part.0, part.1) {
            Some(longer) => (whole, end) = (longer, part.2),
            None => return Some((whole, end)),
        }
    }
}

/// A count and its unit.
fn one_part(look: Look<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
    let count = count(look, at)?;
    let mut named = look.past_hyphen(count.end);
    if look.is_any(named, &BETWEEN) {
        named += 1;
    }
    let unit = match look.role(named) {
        TimeWord::Unit(unit) | TimeWord::Units(unit) => unit,
        TimeWord::ShortUnit(unit) if look.cx.at(count.end - 1).is_digits() => unit,
        _ => return None,
    };
    let hyphen = named > count.end && look.cx.at(count.end).symbol().is_some();
    let one = matches!(look.cx.at(at).time(), TimeWord::Article);
    let vague = matches!(look.cx.at(at).time(), TimeWord::Some | TimeWord::Couple);
    let ordinal = look.is(named, "second")
        && !hyphen
        && !matches!(count.amount, Amount::Exact { digits: 1, .. } if !one);
    let fraction =
        unit == Unit::Quarter && !vague && !look.is_any(count.end, &["straight", "consecutive"]) && !hyphen;
    let number_of = look.cx.at(named).glued() && !hyphen && look.cx.at(named).len() < 2 && unit != Unit::Hour;
    if ordinal || fraction || number_of || one && look.is_any(count.end, &["fiscal"]) {
        return None;
    }
    Some((halved(count.amount, unit), look_unit(count.amount, unit), look_end(look, named)))
}

fn look_end(look: Look<'_>, named: usize) -> usize {
    match look.role(named) {
        TimeWord::ShortUnit(_) if look.cx.at(named + 2).follows() && !look.capital(named + 2) => {
            look.past_stop(named + 1)
        }
        _ => named + 1,
    }
}

/// Half of a unit is said in the next smaller one, where that is whole.
fn halved(amount: Amount, unit: Unit) -> Amount {
    match unit {
        _ if amount != HALF => amount,
        Unit::Hour | Unit::Minute => Amount::whole(30),
        Unit::Day => Amount::whole(12),
        Unit::Year => Amount::whole(6),
        Unit::Decade => Amount::whole(5),
        Unit::Century => Amount::whole(50),
        _ => amount,
    }
}

fn look_unit(amount: Amount, unit: Unit) -> Unit {
    match unit {
        _ if amount != HALF => unit,
        Unit::Hour => Unit::Minute,
        Unit::Minute => Unit::Second,
        Unit::Day => Unit::Hour,
        Unit::Year => Unit::Month,
        Unit::Decade | Unit::Century => Unit::Year,
        _ => unit,
    }
}

/// `and a half` after a unit.
fn and_a_half(look: Look<'_>, at: usize) -> Option<usize> {
    let article = at + 1;
    let half = article + usize::from(look.role(article) == TimeWord::Article);
    (look.role(at) == TimeWord::And
        && look.role(half) == TimeWord::Half
        && look.role(half + 1).unit().is_none())
    .then_some(half + 1)
}

fn with_half(duration: Duration) -> Option<Duration> {
    let (amount, unit) = duration.single()?;
    match amount {
        Amount::Exact { digits, scale: 0 } => Some(Duration::of(
            Amount::Exact { digits: digits.checked_mul(10)?.checked_add(5)?, scale: 1 },
            unit,
        )),
        _ => None,
    }
}

/// A length of time, or the date that is so far from today or from a date named before. Begins at the count.
pub(crate) fn period(look: Look<'_>, at: usize) -> Option<Found> {
    let (length, end) = duration(look, at)?;
    if is_age(look, end) {
        return None;
    }
    if let Some(found) = counted(look, at, length, end) {
        return Some(found);
    }
    let rate = rate(look, at, length);
    let kind = if rate { Kind::Set } else { Kind::Duration };
    let rule = if rate { "rate" } else { "duration" };
    Some(Found::new(at, end, kind, Some(Timex::Lasting(length)), rule))
}

/// `78 years old`, `78-year-old`.
fn is_age(look: Look<'_>, end: usize) -> bool {
    look.is(look.past_hyphen(end), "old") || look.is(end, "of") && look.is(end + 1, "age")
}

/// `$2 million a year`, `10,000 barrels a day`: how often.
fn rate(look: Look<'_>, at: usize, length: Duration) -> bool {
    let article = look.cx.at(at).time() == TimeWord::Article;
    let Some((Amount::Exact { digits: 1, scale: 0 }, _)) = length.single() else { return false };
    if !article || !look.cx.at(at).follows() {
        return false;
    }
    let before = look.cx.before(at, 1);
    let counted = before.is_digits()
        || before.currency().is_some()
        || before.unit().is_some()
        || before.numeral() != crate::lexicon::Numeral::None;
    counted
        || matches!(before.time(), TimeWord::Times | TimeWord::Units(_))
        || before.is('%')
        || look.was_any(at, &["percent", "times", "people", "barrels", "tons", "tonnes"])
}

/// `ago`, `earlier`, `later`, `from now`, `before Christmas`, `before the anniversary`.
fn counted(look: Look<'_>, at: usize, length: Duration, end: usize) -> Option<Found> {
    match look.role(end) {
        TimeWord::Ago => Some(ago(look, at, length, end + 1)),
        TimeWord::Early if look.is(end, "earlier") => from_seen(look, at, length, -1, end + 1),
        TimeWord::Late if look.is(end, "later") => from_seen(look, at, length, 1, end + 1),
        TimeWord::From if look.is(end, "from") && look.role(end + 1) == TimeWord::Now => {
            shifted(look, at, length, 1, end + 2, "from-now")
        }
        TimeWord::Before => beside(look, at, length, -1, end),
        TimeWord::After => beside(look, at, length, 1, end),
        _ => None,
    }
}

/// Any length before today, at its own grain.
fn ago(look: Look<'_>, at: usize, length: Duration, end: usize) -> Found {
    shifted(look, at, length, -1, end, "ago").unwrap_or(Found::new(
        at,
        end,
        Kind::Date,
        Some(Timex::Past),
        "ago",
    ))
}

/// The whole number and the unit of a length that dates are counted by.
fn steps(length: Duration) -> Option<(i32, Unit)> {
    let (amount, unit) = length.single()?;
    let n = i32::try_from(amount.as_whole()?).ok()?;
    (!unit.is_of_clock()).then_some((n, unit))
}

fn shifted(
    look: Look<'_>,
    at: usize,
    length: Duration,
    sign: i32,
    end: usize,
    rule: &'static str,
) -> Option<Found> {
    let today = look.cx.reference.date;
    let Some((n, unit)) = steps(length) else {
        let (amount, unit) = length.single()?;
        let near = amount.as_whole().is_some() && unit.is_of_clock();
        return near.then(|| hours(look, at, sign, (amount, unit), end, rule)).flatten();
    };
    let point = today.and_then(|today| grain(unit.after(sign * n, today)?, unit.min(Unit::Year)));
    Some(Found::new(at, end, Kind::Date, point.map(Timex::At), rule))
}

/// Hours and minutes before or after a reference that has a time; else the day is all that is known.
fn hours(
    look: Look<'_>,
    at: usize,
    sign: i32,
    (amount, unit): (Amount, Unit),
    end: usize,
    rule: &'static str,
) -> Option<Found> {
    let reference = look.cx.reference;
    let (date, time) = (reference.date?, reference.time?);
    let seconds = i64::from(amount.as_whole()?)
        * match unit {
            Unit::Hour => 3600,
            Unit::Minute => 60,
            _ => 1,
        };
    let then = date
        .to_datetime(time)
        .checked_add(jiff::Span::new().try_seconds(i64::from(sign) * seconds).ok()?)
        .ok()?;
    let clock = super::point::Clock {
        hour: then.hour().unsigned_abs(),
        minute: Some(then.minute().unsigned_abs()),
        second: (unit != Unit::Hour).then(|| then.second().unsigned_abs()),
        utc: false,
    };
    Some(Found::at(at, end, Point::Clock(Day::On(then.date()), clock), rule))
}

fn from_seen(look: Look<'_>, at: usize, length: Duration, sign: i32, end: usize) -> Option<Found> {
    let (n, unit) = steps(length)?;
    let point = point(look, When::FromSeen(sign * n, unit.min(Unit::Century)), at, end)?;
    Some(Found::at(at, end, point, "from-date"))
}

/// Before or after a date: the day. Before or after anything else: the length and the relation, for the day is not said.
fn beside(look: Look<'_>, at: usize, length: Duration, sign: i32, preposition: usize) -> Option<Found> {
    let named = preposition + 1;
    let alone = !look.atom(named).is_word() && !look.atom(named).is_digits();
    if alone {
        return from_seen(look, at, length, sign, named);
    }
    let today = look.cx.at(named).time();
    let dated = matches!(today, TimeWord::Deictic(_))
        .then(|| relative(look, named))
        .flatten()
        .or_else(|| date(look, named).filter(|_| look.cx.at(named).is_word()));
    if let Some(dated) = dated
        && let Some((n, unit)) = steps(length)
        && let Some(anchor) = point(look, dated.when, named, dated.end).and_then(Point::days)
        && !look.modifies(dated.end)
    {
        let shifted = unit.after(sign * n, anchor.0).and_then(|date| grain(date, Unit::Day))?;
        return Some(Found::at(at, dated.end, shifted, "from-date"));
    }
    let rule = if sign < 0 { "duration-before" } else { "duration-after" };
    Some(Found::new(at, named, Kind::Duration, Some(Timex::Lasting(length)), rule))
}

/// `the past five years`, `last two weeks`, `the next year`: a length up to now or from now on. Begins at `the`, `last` or `next`.
pub(crate) fn window(look: Look<'_>, at: usize) -> Option<Found> {
    let the = look.cx.at(at).time() == TimeWord::The;
    let pointing = at + usize::from(the);
    let role = if the { look.role(pointing) } else { look.cx.at(pointing).time() };
    if !matches!(role, TimeWord::Last | TimeWord::Next | TimeWord::Following)
        && !look.is(pointing, "first")
        && !look.is(pointing, "final")
    {
        return None;
    }
    let counted = pointing + 1;
    if let Some((length, end)) = duration(look, counted).filter(|_| look.role(counted) != TimeWord::Article) {
        return Some(Found::new(at, end, Kind::Duration, Some(Timex::Lasting(length)), "window"));
    }
    let single = match look.role(counted) {
        TimeWord::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) => {
            Some(Amount::whole(1)).zip(Some(unit))
        }
        TimeWord::Units(unit) if unit > Unit::Second => Some((Amount::Some, unit)),
        _ => None,
    };
    let ordered =
        matches!(role, TimeWord::Following) || look.is_any(pointing, &["previous", "first", "final"]);
    let (amount, unit) = single.filter(|_| the && !ordered)?;
    Some(Found::new(
        at,
        counted + 1,
        Kind::Duration,
        Some(Timex::Lasting(Duration::of(amount, unit))),
        "window",
    ))
}

/// `for years`, `weeks ago`: units without a count.
pub(crate) fn uncounted(look: Look<'_>, at: usize) -> Option<Found> {
    let TimeWord::Units(unit) = look.cx.at(at).time() else { return None };
    if look.role(at + 1) == TimeWord::Ago {
        return Some(Found::new(at, at + 2, Kind::Date, Some(Timex::Past), "ago"));
    }
    let led = look.was_any(at, &["for"]) && unit >= Unit::Day && !look.is_any(at + 1, &["of", "to"]);
    led.then(|| {
        Found::new(
            at,
            at + 1,
            Kind::Duration,
            Some(Timex::Lasting(Duration::of(Amount::Some, unit))),
            "duration",
        )
    })
}
