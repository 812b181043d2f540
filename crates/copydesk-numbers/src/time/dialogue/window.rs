//! Stretches and days counted from today: `next 3 days`, `two weeks ago`, `in an hour`.

use jiff::civil::Date;

use super::super::calendar::{Way, plus, weekday_near};
use super::super::count::count;
use super::super::duration::{Amount, Duration};
use super::super::found::{Found, next};
use super::super::look::Look;
use super::super::point::{Clock, Day, Point};
use super::super::resolve::grain;
use super::super::unit::Unit;
use super::super::value::Timex;
use super::super::word::TimeWord;
use super::duckling;
use crate::layer::Kind;

/// A length of time, a stretch or a day, counted as dialogue counts it.
pub(super) fn counted(look: Look<'_>, found: Found) -> Found {
    match (found.rule, found.timex) {
        ("window", Some(Timex::Lasting(length))) => stretch(look, found, length).unwrap_or(found),
        ("date-range", Some(Timex::Between(from, Some(after)))) if !duckling(look) => {
            Found { timex: Some(Timex::Between(from, before(after).or(Some(after)))), ..found }
        }
        ("duration" | "rate", Some(Timex::Lasting(length))) => Found {
            kind: if found.rule == "rate" && found.first + 2 == found.end {
                found.kind
            } else {
                Kind::Duration
            },
            timex: Some(Timex::Lasting(few(length))),
            ..found
        },
        ("ago", _) => ago(look, found).unwrap_or(found),
        ("vague-time", Some(Timex::Present)) => {
            now(look).map_or(found, |now| Found { first: found.first, end: found.end, ..now })
        }
        _ => found,
    }
}

/// `5 upcoming years`, `two past weeks`: a stretch whose count stands first.
pub(super) fn pointed(look: Look<'_>, at: usize) -> Option<Found> {
    let count = count(look, at)?;
    if let Some(weekday) = look.role(count.end).weekday() {
        return weekdays(look, at, (i64::from(count.amount.as_whole()?), weekday), count.end + 1);
    }
    let pointing = count.end;
    if !matches!(look.role(pointing), TimeWord::Last | TimeWord::Next) {
        return None;
    }
    let unit = look.role(pointing + 1).unit()?;
    if !duckling(look) && !matches!(look.role(pointing + 1), TimeWord::Units(_)) {
        return None;
    }
    let length = Duration::of(count.amount, unit);
    let end = pointing + 2;
    let (n, today) = (i32::try_from(count.amount.as_whole()?).ok()?, look.cx.reference.date?);
    if duckling(look) && look.is(pointing, "upcoming") {
        return Some(Found::at(at, end, grain(unit.after(n, today)?, unit)?, "upcoming"));
    }
    let found = Found::new(at, end, Kind::Duration, Some(Timex::Lasting(length)), "stretch");
    stretch_from(look, found, length, pointing)
}

/// `3 Fridays from now`, `2 Thursdays ago`.
fn weekdays(look: Look<'_>, at: usize, (n, weekday): (i64, u8), after: usize) -> Option<Found> {
    let today = look.cx.reference.date?;
    let (weeks, end) = match () {
        () if look.is(after, "from") && look.role(after + 1) == TimeWord::Now => (n - 1, after + 2),
        () if look.is_any(after, &["ago", "back"]) => (-n, after + 1),
        () => return None,
    };
    let first = weekday_near(plus(today, 1)?, weekday, Way::Future)?;
    Some(Found::at(at, end, Point::Day(Day::On(plus(first, 7 * weeks)?)), "weekdays"))
}

/// `few` is three.
fn few(length: Duration) -> Duration {
    match length.single() {
        Some((Amount::Some, unit)) => Duration::of(Amount::whole(3), unit),
        _ => length,
    }
}

/// The point one step before the end of a range, where ranges include it as it is named.
fn before(point: Point) -> Option<Point> {
    Some(match point {
        Point::Day(Day::On(date)) => Point::Day(Day::On(plus(date, -1)?)),
        Point::Year(Some(year)) => Point::Year(Some(year - 1)),
        Point::Month(Some(year), 1) => Point::Month(Some(year - 1), 12),
        Point::Month(year, month) if month > 1 => Point::Month(year, month - 1),
        _ => return None,
    })
}

fn stretch(look: Look<'_>, found: Found, length: Duration) -> Option<Found> {
    let pointing = found.first + usize::from(look.cx.is(found.first, "the"));
    let first = if duckling(look) { found.first } else { pointing };
    stretch_from(look, Found { first, ..found }, length, pointing)
}

fn stretch_from(look: Look<'_>, found: Found, length: Duration, pointing: usize) -> Option<Found> {
    let (amount, unit) = few(length).single()?;
    let (n, today) = (i32::try_from(amount.as_whole()?).ok()?, look.cx.reference.date?);
    let first = found.first;
    let last = ["last", "past", "previous"].iter().any(|word| look.cx.is(pointing, word));
    if unit.is_of_clock() {
        return clock_stretch(look, found, (n, unit), last).map(|found| Found { first, ..found });
    }
    if duckling(look) && look.cx.is(pointing, "upcoming") {
        let point = grain(unit.after(n, today)?, unit)?;
        return Some(Found { end: found.end, ..Found::at(first, found.end, point, "window") });
    }
    let aligned = duckling(look) || unit == Unit::Quarter || n == 1 && unit > Unit::Day;
    let (from, to) = if aligned { in_steps(today, unit, n, last)? } else { in_days(today, unit, n, last)? };
    Some(Found { first, kind: Kind::DateRange, timex: Some(Timex::Between(Some(from), Some(to))), ..found })
}

fn in_days(today: Date, unit: Unit, n: i32, last: bool) -> Option<(Point, Point)> {
    let day = |date| Point::Day(Day::On(date));
    if last {
        return Some((day(unit.after(-n, today)?), day(today)));
    }
    let tomorrow = plus(today, 1)?;
    Some((day(tomorrow), day(unit.after(n, tomorrow)?)))
}

fn in_steps(today: Date, unit: Unit, n: i32, last: bool) -> Option<(Point, Point)> {
    let here = grain(today, unit)?;
    if last {
        return Some((grain(unit.after(-n, today)?, unit)?, here));
    }
    let from = next(here)?;
    Some((grain(unit.after(1, today)?, unit).unwrap_or(from), grain(unit.after(n + 1, today)?, unit)?))
}

/// A time of the day of the story, `seconds` from when it was told.
pub(super) fn instant(look: Look<'_>, seconds: i64, unit: Unit) -> Option<Point> {
    let (date, time) = (look.cx.reference.date?, look.cx.reference.time?);
    let then = date.to_datetime(time).checked_add(jiff::Span::new().try_seconds(seconds).ok()?).ok()?;
    let fine = unit == Unit::Second || unit == Unit::Minute || !duckling(look);
    let clock = Clock {
        hour: then.hour().unsigned_abs(),
        minute: (unit < Unit::Day || !duckling(look)).then(|| then.minute().unsigned_abs()),
        second: fine.then(|| then.second().unsigned_abs()),
        utc: false,
    };
    Some(Point::Clock(Day::On(then.date()), clock))
}

fn now(look: Look<'_>) -> Option<Found> {
    instant(look, 0, Unit::Second).map(|point| Found::at(0, 0, point, "moment"))
}

const fn seconds(unit: Unit) -> i64 {
    match unit {
        Unit::Second => 1,
        Unit::Minute => 60,
        Unit::Hour => 3600,
        _ => 86400,
    }
}

fn clock_stretch(look: Look<'_>, found: Found, (n, unit): (i32, Unit), last: bool) -> Option<Found> {
    let step = seconds(unit);
    let (away, past) = (i64::from(n) * step, if duckling(look) { since(look, step)? } else { 0 });
    let next = if duckling(look) { step } else { 0 };
    let (from, to) = if last { (-away - past, -past) } else { (next - past, next + away - past) };
    let timex = Timex::Between(instant(look, from, unit), instant(look, to, unit));
    Some(Found { kind: Kind::DatetimeRange, timex: Some(timex), ..found })
}

/// The seconds since the last whole step.
fn since(look: Look<'_>, step: i64) -> Option<i64> {
    let time = look.cx.reference.time?;
    Some((i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())) % step)
}

/// The day or instant a length away from now.
pub(super) fn away(look: Look<'_>, length: Duration, sign: i32) -> Option<Point> {
    let (date, mut clock) = (look.cx.reference.date?, 0_i64);
    let mut then = date;
    for (amount, unit) in few(length).parts() {
        let whole = amount.as_whole().map(i64::from);
        if unit.is_of_clock() {
            clock += whole.map_or_else(|| fraction(amount, unit), |n| Some(n * seconds(unit)))?;
        } else {
            then = unit.after(sign * i32::try_from(whole?).ok()?, then)?;
        }
    }
    let (_, unit) = length.single().unwrap_or(length.largest()?);
    if clock > 0 {
        return instant(look, i64::from(sign) * clock, unit);
    }
    match unit {
        Unit::Day if duckling(look) => instant(look, i64::from((then - date).get_days()) * 86400, Unit::Day),
        Unit::Fortnight if duckling(look) => {
            instant(look, i64::from((then - date).get_days()) * 86400, Unit::Day)
        }
        Unit::Year | Unit::Quarter if duckling(look) => grain(then, Unit::Month),
        _ => Some(Point::Day(Day::On(then))),
    }
}

fn fraction(amount: Amount, unit: Unit) -> Option<i64> {
    match amount {
        Amount::Exact { digits, scale } => {
            Some(i64::from(digits) * seconds(unit) / 10_i64.pow(u32::from(scale)))
        }
        Amount::Some => None,
    }
}

fn ago(look: Look<'_>, found: Found) -> Option<Found> {
    let length = super::super::length::length(look, found.first)?;
    let point = away(look, length.duration, -1)?;
    Some(Found { end: found.end, ..Found::at(found.first, found.end, point, "ago") })
}
