//! Days and weeks by their place in a month or year: `the first Monday in October`, `the last week of July`.

use jiff::civil::Date;

use crate::options::Times;

use super::calendar::{self, Way, day, month_of, nth_weekday, plus, week_of, weekday_near};
use super::date::{Dated, date};
use super::look::Look;
use super::point::{Day, Point};
use super::relative::pointed;
use super::resolve::point;
use super::unit::Unit;
use super::word::TimeWord;
use super::year;

/// The day or week that begins at its place: `first`, `last`, `3rd`.
pub(crate) fn ordinal(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, named) = if look.cx.is(at, "last") { (0, at + 1) } else { year::place(look, at)? };
    let what = look.role(named);
    if !matches!(what, TimeWord::Weekday(_) | TimeWord::Unit(Unit::Week | Unit::Day))
        || !look.is_any(named + 1, &["of", "in"])
    {
        return None;
    }
    let whole = date(look, named + 2).or_else(|| pointed(look, named + 2))?;
    let (from, to) = point(look, whole.when, named + 2, whole.end)?.days()?;
    let months = (to - from).get_days();
    let found = match what {
        TimeWord::Weekday(weekday) if (28..=31).contains(&months) => {
            Point::Day(Day::On(nth_weekday(from.year(), month_of(from), weekday, n)?))
        }
        TimeWord::Unit(Unit::Week) if months > 27 => {
            week((from, to), n, look.cx.options.times == Times::Duckling)?
        }
        TimeWord::Unit(Unit::Day) if months > 6 => Point::Day(Day::On(nth_day(from, to, n)?)),
        _ => return None,
    };
    Some(Dated::at(found, whole.end, "nth"))
}

/// The last week is the last that begins in a month or year; or, if it has to be whole, that ends in it.
fn week((from, to): (Date, Date), n: u8, whole: bool) -> Option<Point> {
    let monday = match n {
        0 if whole => plus(weekday_near(plus(to, -1)?, 7, Way::Past)?, -6)?,
        0 => weekday_near(plus(to, -1)?, 1, Way::Past)?,
        _ => plus(weekday_near(from, 1, Way::Future)?, 7 * (i64::from(n) - 1))?,
    };
    let first_of_year = n > 0 && (to - from).get_days() > 31;
    let monday = if first_of_year {
        plus(calendar::day_of_week(from.year(), 1, 1)?, 7 * (i64::from(n) - 1))?
    } else {
        monday
    };
    let (year, week) = week_of(monday);
    Some(Point::Week(year, week))
}

fn nth_day(from: Date, to: Date, n: u8) -> Option<Date> {
    match n {
        0 => plus(to, -1),
        _ => day(from.year(), month_of(from), n).filter(|date| *date < to),
    }
}
