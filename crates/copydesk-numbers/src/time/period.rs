//! Lengths of time and what is counted by them: `two days`, `the past five years`, `a week ago`, `a year earlier`.

use crate::layer::{Kind, Modifier};
use crate::options::Times;

use super::date::{Dated, date};
use super::duration::{Amount, Duration};
use super::found::Found;
use super::length::{Length, length};
use super::look::Look;
use super::point::{Day, Point};
use super::relative::relative;
use super::resolve::{When, coming, grain, point};
use super::unit::Unit;
use super::value::Timex;
use super::word::TimeWord;

/// A length of time, or the date that is so far from today or from a date named before. Begins at the count.
pub(crate) fn period(look: Look<'_>, at: usize) -> Option<Found> {
    let length = length(look, at)?;
    if is_age(look, length.end) {
        return None;
    }
    let found = counted(look, at, &length).unwrap_or_else(|| {
        let (kind, rule) = if length.end == at + 2 && rate(look, at, length.duration) {
            (Kind::Set, "rate")
        } else {
            (Kind::Duration, "duration")
        };
        Found::new(at, length.end, kind, Some(length.timex()), rule)
    });
    let (first, bound) = bounded(look, at);
    Some(Found { first, modifier: bound.or(length.modifier), ..found })
}

/// `at least six months`, `up to a year`: where it begins and what it says.
fn bounded(look: Look<'_>, at: usize) -> (usize, Option<Modifier>) {
    let first = at.saturating_sub(2);
    let two = |one: &str, other: &str| look.was_any(at, &[other]) && look.was_any(at - 1, &[one]);
    match look.cx.before(at, 1).len() {
        5 if two("at", "least") => (first, Some(Modifier::AtLeast)),
        4 if two("at", "most") => (first, Some(Modifier::AtMost)),
        2 if two("up", "to") => (first, Some(Modifier::AtMost)),
        _ => (at, None),
    }
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
        || before.unit().is_some() && before.time() == TimeWord::None
        || before.numeral() != crate::lexicon::Numeral::None;
    counted
        || matches!(before.time(), TimeWord::Times | TimeWord::Units(_))
        || before.is('%')
        || look.was_any(at, &["percent", "times", "people", "barrels", "tons", "tonnes"])
}

/// `ago`, `earlier`, `later`, `from now`, `before Christmas`, `before the anniversary`.
fn counted(look: Look<'_>, at: usize, length: &Length) -> Option<Found> {
    let (end, duration) = (length.end, length.duration);
    match look.role(end) {
        TimeWord::Ago => Some(ago(look, at, length, end + 1)),
        TimeWord::Early if look.is(end, "earlier") => from_seen(look, at, duration, -1, end + 1),
        TimeWord::Late if look.is(end, "later") => from_seen(look, at, duration, 1, end + 1),
        TimeWord::From if look.is(end, "from") && look.role(end + 1) == TimeWord::Now => {
            shifted(look, at, duration, 1, end + 2, "from-now")
                .or_else(|| Some(Found::new(at, end + 2, Kind::Date, Some(Timex::Future), "from-now")))
        }
        TimeWord::Before => beside(look, at, length, -1),
        TimeWord::After => beside(look, at, length, 1),
        _ => None,
    }
}

/// Any length before today, at its own grain.
fn ago(look: Look<'_>, at: usize, length: &Length, end: usize) -> Found {
    let exact = if length.upto.is_none() { shifted(look, at, length.duration, -1, end, "ago") } else { None };
    exact.unwrap_or(Found::new(at, end, Kind::Date, Some(Timex::Past), "ago"))
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

/// Counted from a date named before. How far a few weeks are is not said.
fn from_seen(look: Look<'_>, at: usize, length: Duration, sign: i32, end: usize) -> Option<Found> {
    let Some((n, unit)) = steps(length) else {
        let vague = length.single().is_some_and(|(amount, _)| amount == Amount::Some);
        let timex = if sign < 0 { Timex::Past } else { Timex::Future };
        return vague.then(|| Found::new(at, end, Kind::Date, Some(timex), "from-date"));
    };
    match point(look, When::FromSeen(sign * n, unit.min(Unit::Century)), at, end) {
        Some(point) => Some(Found::at(at, end, point, "from-date")),
        None if look.cx.options.timeml() => Some(Found::new(at, end, Kind::Date, None, "from-date")),
        None => {
            let rule = if sign < 0 { "duration-before" } else { "duration-after" };
            Some(Found::new(at, end, Kind::Duration, Some(Timex::Lasting(length)), rule))
        }
    }
}

/// Before or after a date: the day. Before or after anything else: the length and the relation, for the day is not said.
fn beside(look: Look<'_>, at: usize, length: &Length, sign: i32) -> Option<Found> {
    let named = length.end + 1;
    let alone = !look.atom(named).is_word() && !look.atom(named).is_digits();
    if alone {
        return from_seen(look, at, length.duration, sign, named);
    }
    let today = look.cx.at(named).time();
    let points = look.cx.options.spoken_times()
        && matches!(today, TimeWord::Holiday | TimeWord::Next | TimeWord::Last | TimeWord::This);
    let dated = (points || matches!(today, TimeWord::Deictic(_)))
        .then(|| relative(look, named))
        .flatten()
        .or_else(|| date(look, named).filter(|_| look.cx.at(named).is_word()));
    if let Some(dated) = dated
        && let Some((n, unit)) = steps(length.duration)
        && let Some(anchor) = anchor(look, &dated, named).and_then(Point::days)
        && !look.modifies(dated.end)
    {
        let shifted = unit.after(sign * n, anchor.0).and_then(|date| grain(date, Unit::Day))?;
        return Some(Found::at(at, dated.end, shifted, "from-date"));
    }
    let rule = if sign < 0 { "duration-before" } else { "duration-after" };
    Some(Found::new(at, named, Kind::Duration, Some(length.timex()), rule))
}

/// The date that a length is counted from: to a machine, the one to come.
fn anchor(look: Look<'_>, dated: &Dated, named: usize) -> Option<Point> {
    if look.cx.options.times == Times::Recognizers {
        return coming(look, dated.when, named, dated.end);
    }
    point(look, dated.when, named, dated.end)
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
    if !the && lasts(look, at) {
        return None;
    }
    if let Some(length) = length(look, counted).filter(|_| look.role(counted) != TimeWord::Article) {
        return Some(Found::new(at, length.end, Kind::Duration, Some(length.timex()), "window"));
    }
    let single = match look.role(counted) {
        TimeWord::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) => {
            Some(Amount::whole(1)).zip(Some(unit))
        }
        TimeWord::Units(unit) if unit > Unit::Second && role != TimeWord::Next => Some((Amount::Some, unit)),
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

/// `will last two weeks`: `last` as a verb.
fn lasts(look: Look<'_>, at: usize) -> bool {
    look.cx.is(at, "last")
        && (matches!(look.role_before(at), TimeWord::ToCome | TimeWord::To)
            || look.was_any(at, &["not", "can", "did", "typically", "usually", "often"]))
}

/// Words before units without a count that the TimeML corpora mark.
const LEADS: &[&str] =
    &["in", "after", "over", "of", "within", "through", "take", "takes", "took", "last", "spent"];

/// `for years`, `weeks ago`: units without a count.
pub(crate) fn uncounted(look: Look<'_>, at: usize) -> Option<Found> {
    let TimeWord::Units(unit) = look.cx.at(at).time() else { return None };
    if look.role(at + 1) == TimeWord::Ago {
        return Some(Found::new(at, at + 2, Kind::Date, Some(Timex::Past), "ago"));
    }
    let led = (look.was_any(at, &["for"]) || look.cx.options.timeml() && look.was_any(at, LEADS))
        && unit >= Unit::Day
        && !look.is(at + 1, "to")
        && (look.cx.options.timeml() || !look.is(at + 1, "of"));
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
