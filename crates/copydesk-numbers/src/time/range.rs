//! From one date or time to another: `March 7 to March 9`, `7-9 March`, `2010 to 2015`, `8 a.m. to 5 p.m.`

use crate::layer::Kind;

use super::calendar::{day, month_of};
use super::clock::{Timed, clock};
use super::date::{Dated, day_of_month, past_ending};
use super::found::{Found, next};
use super::look::Look;
use super::point::{Day, Point};
use super::resolve::{When, point};
use super::value::Timex;
use super::whole::any_date;
use super::word::TimeWord;
use super::year;

/// The index after a word or mark that leads from one end to the other.
fn joined(look: Look<'_>, first: usize, at: usize) -> Option<usize> {
    if let Some(after) = look.hyphen(at) {
        return Some(after);
    }
    let dash = matches!(look.atom(at).symbol(), Some('–' | '—' | '-'))
        || look.cx.options.spoken_times() && look.sign(at, '~');
    let and = look.role(at) == TimeWord::And && look.was_any(first, &["between"]);
    let to = look.role(at) == TimeWord::To
        || look.is_any(at, &["until", "till", "à", "au"]) && look.was_any(first, &["from"]);
    (dash || and || to).then_some(at + 1)
}

/// A range that begins with a date.
pub(crate) fn dates(look: Look<'_>, first: usize, at: usize, from: &Dated) -> Option<Found> {
    let second = joined(look, at, from.end).filter(|second| look.cx.at(*second).follows())?;
    let whole = || any_date(look, second).map(|to| (to.when, to.end));
    let (to, end) = short_end(look, from, second).or_else(whole)?;
    if !same_grain(from.when, to) {
        return None;
    }
    let (from_point, to_point) = ends(look, (from.when, to), (first, end))?;
    let after = next(to_point)?;
    let ordered = match (from_point.days(), to_point.days()) {
        (Some(from), Some(to)) => from.0 < to.0,
        _ => true,
    };
    let timex = Timex::Between(Some(from_point), Some(after));
    ordered.then(|| Found {
        tongue: from.tongue,
        ..Found::new(first, end, Kind::DateRange, Some(timex), "date-range")
    })
}

/// `9` after `March 7-`, `15` after `2010-`.
fn short_end(look: Look<'_>, from: &Dated, at: usize) -> Option<(When, usize)> {
    match from.when {
        When::MonthDay(month, _) | When::WeekdayMonthDay(_, month, _) => {
            let (of_month, end) = day_of_month(look, at)?;
            let date = look.role(past_ending(look, end)).month().is_none();
            let joined = look.past_comma(end);
            match year::plain(look, joined).filter(|_| !look.cx.at(joined).glued()) {
                _ if !date => None,
                Some(year) => Some((When::At(Point::Day(Day::On(day(year, month, of_month)?))), joined + 1)),
                None => Some((When::MonthDay(month, of_month), end)),
            }
        }
        When::At(Point::Year(Some(year))) => {
            let (n, len) = look.glued_digits(at)?;
            let next = look.cx.at(at + 1);
            let closed =
                !next.glued() || !next.is_word() && look.glued_digits(at + 2).is_none() && !next.is('%');
            let short = i16::try_from(n).ok().filter(|_| len == 2 && closed)?;
            let to = year - year.rem_euclid(100) + short;
            (to > year && to - year < 50).then_some((When::At(Point::Year(Some(to))), at + 1))
        }
        _ => None,
    }
}

/// The kinds of date that may be the two ends of one range.
fn same_grain(from: When, to: When) -> bool {
    use When::{At, Month, MonthDay, OfMonth, Weekday, WeekdayMonthDay};
    match (from, to) {
        (
            At(Point::Day(_)) | MonthDay(..) | WeekdayMonthDay(..),
            At(Point::Day(_)) | MonthDay(..) | WeekdayMonthDay(..),
        )
        | (Month(_), Month(_) | At(Point::Month(..)))
        | (OfMonth(_), OfMonth(_))
        | (Weekday(_), Weekday(_)) => true,
        (At(from), At(to)) => std::mem::discriminant(&from) == std::mem::discriminant(&to),
        _ => false,
    }
}

/// Both ends, in their order: an end without a year takes that of the other.
pub(super) fn ends(
    look: Look<'_>,
    (from, to): (When, When),
    (first, end): (usize, usize),
) -> Option<(Point, Point)> {
    match (from, to) {
        (
            When::MonthDay(month, of_month) | When::WeekdayMonthDay(_, month, of_month),
            When::At(Point::Day(Day::On(date))),
        ) => {
            let year = date.year() - i16::from(month > month_of(date));
            Some((Point::Day(Day::On(day(year, month, of_month)?)), Point::Day(Day::On(date))))
        }
        (When::Month(month), When::At(Point::Month(Some(year), last))) => {
            Some((Point::Month(Some(year - i16::from(month > last)), month), Point::Month(Some(year), last)))
        }
        (
            When::MonthDay(..) | When::WeekdayMonthDay(..),
            When::MonthDay(month, of_month) | When::WeekdayMonthDay(_, month, of_month),
        ) => {
            let from = point(look, from, first, end)?;
            let Point::Day(Day::On(date)) = from else {
                return Some((from, Point::Day(Day::InYear(month, of_month))));
            };
            let year = date.year() + i16::from(month < month_of(date));
            Some((from, Point::Day(Day::On(day(year, month, of_month)?))))
        }
        (When::Month(_), When::Month(last)) => {
            let Some(Point::Month(year, month)) = point(look, from, first, end) else { return None };
            Some((
                Point::Month(year, month),
                Point::Month(year.map(|year| year + i16::from(last < month)), last),
            ))
        }
        (When::Weekday(_), When::Weekday(last)) => {
            let from = point(look, from, first, end)?;
            let Point::Day(Day::On(date)) = from else { return Some((from, Point::Day(Day::Weekday(last)))) };
            let to = super::calendar::weekday_near(date, last, super::calendar::Way::Future)?;
            Some((from, Point::Day(Day::On(to))))
        }
        _ => Some((point(look, from, first, end)?, point(look, to, first, end)?)),
    }
}

/// `7 to 9 March`, `7-9 March`: a day that takes its month from the other end. Begins at digits.
pub(crate) fn days(look: Look<'_>, at: usize) -> Option<Found> {
    let (of_month, after) = day_of_month_first(look, at)?;
    let second = joined(look, at, after).filter(|second| look.cx.at(*second).is_digits())?;
    let to = any_date(look, second)?;
    let from = match to.when {
        When::MonthDay(month, _) => When::MonthDay(month, of_month),
        When::At(Point::Day(Day::On(date))) if to.rule == "day-month-year" => {
            When::At(Point::Day(Day::On(day(date.year(), month_of(date), of_month)?)))
        }
        _ => return None,
    };
    let (from_point, to_point) = ends(look, (from, to.when), (at, to.end))?;
    let after = next(to_point)?;
    let timex = Timex::Between(Some(from_point), Some(after));
    Some(Found { tongue: to.tongue, ..Found::new(at, to.end, Kind::DateRange, Some(timex), "date-range") })
}

fn day_of_month_first(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    let (n, len) = look.digits(at)?;
    let of_month = u8::try_from(n).ok().filter(|n| (1..=31).contains(n) && len <= 2)?;
    Some((of_month, past_ending(look, at + 1)))
}

/// A range that begins with a time of day.
pub(crate) fn clocks(look: Look<'_>, at: usize, from: &Timed) -> Option<Found> {
    let second = joined(look, at, from.end).filter(|second| look.cx.at(*second).follows())?;
    let to = clock(look, second)
        .filter(|to| to.sure || to.clock.minute.is_some() && from.clock.minute.is_some())?;
    let mut start = from.clock;
    if !from.sure && start.hour < 12 && to.clock.hour >= 12 && start.hour + 12 < to.clock.hour {
        start.hour += 12;
    }
    let ends = (Point::Clock(Day::Any, start), Point::Clock(Day::Any, to.clock));
    let timex = Timex::Between(Some(ends.0), Some(ends.1));
    Some(Found { tongue: from.tongue, ..Found::new(at, to.end, Kind::TimeRange, Some(timex), "time-range") })
}

/// `5 to 6 p.m.`, `9-11 a.m.`: an hour that takes its half of the day from the other end. Begins at digits.
pub(crate) fn hours(look: Look<'_>, at: usize) -> Option<Found> {
    let (n, len) = look.digits(at)?;
    let hour = u8::try_from(n).ok().filter(|hour| (1..=12).contains(hour) && len <= 2)?;
    let second = joined(look, at, at + 1).filter(|second| look.cx.at(*second).is_digits())?;
    let to = clock(look, second).filter(|to| to.sure && to.rule == "clock" && to.clock.hour <= 23)?;
    if !(look.cx.at(to.end - 1).is_word() || look.sign(to.end - 1, '.')) {
        return None;
    }
    let noon = if to.clock.hour >= 12 && hour % 12 + 12 < to.clock.hour { 12 } else { 0 };
    let start = super::point::Clock { hour: hour % 12 + noon, minute: None, second: None, utc: to.clock.utc };
    let timex = Timex::Between(Some(Point::Clock(Day::Any, start)), Some(Point::Clock(Day::Any, to.clock)));
    Some(Found::new(at, to.end, Kind::TimeRange, Some(timex), "time-range"))
}
