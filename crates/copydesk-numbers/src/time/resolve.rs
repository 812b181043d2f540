//! Turns what a date says into a point of the calendar.

use jiff::civil::Date;

use crate::context::Context;
use crate::options::{Options, Prefer, Times};

use super::calendar::{self, Way, day, month_of, quarter_of, week_of, weekday_near, year_near};
use super::cue::{Cue, cue};
use super::holiday::Feast;
use super::look::Look;
use super::point::{Day, Point, Season};
use super::unit::Unit;

/// A date before it is given its place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// Its place is said.
    At(Point),
    Weekday(u8),
    MonthDay(u8, u8),
    /// A day that says its weekday too.
    WeekdayMonthDay(u8, u8, u8),
    OfMonth(u8),
    /// A day of a month that says its weekday too.
    WeekdayOfMonth(u8, u8),
    Month(u8),
    Season(Season),
    Quarter(u8),
    /// So many units from the day of the story, at the grain of the unit.
    Shift(i32, Unit),
    /// So many units from a date mentioned before.
    FromSeen(i32, Unit),
    /// That of the week, year or years before (-1), now (0) or after (1).
    WeekdayOf(i8, u8),
    MonthOf(i8, u8),
    SeasonOf(i8, Season),
    /// The one after today.
    ComingWeekday(u8),
    Weekend,
    /// A named day, and which of them: the one before (-1), of this year (0) or after (1), or as the sentence says.
    Feast(Feast),
    FeastOf(i8, Feast),
    /// A day or a month of the year after, before or at hand: `next March 3`.
    MonthDayOf(i8, u8, u8),
}

/// Where a date lies. `first..end` are its atoms.
pub(crate) fn point(look: Look<'_>, when: When, first: usize, end: usize) -> Option<Point> {
    if let When::At(point) = when {
        return Some(point);
    }
    let Some(today) = look.cx.reference.date else { return unresolved(look, when) };
    let said = || cue(look, first, end);
    match when {
        When::At(point) => Some(point),
        When::Weekday(weekday) | When::WeekdayOf(0, weekday) if look.cx.options.times == Times::Duckling => {
            weekday_near(calendar::plus(today, 1)?, weekday, Way::Future)
                .map(|date| Point::Day(Day::On(date)))
        }
        When::Weekday(weekday) => {
            weekday_near(today, weekday, way(look, said(), Way::Past)).map(|date| Point::Day(Day::On(date)))
        }
        When::MonthDay(month, of_month) => month_day(look, today, (month, of_month), said()),
        When::WeekdayMonthDay(weekday, month, of_month) => {
            let years = [0, -1, 1, -2, 2, -3, 3].map(|years| today.year() + years);
            let found = years.iter().filter_map(|year| day(*year, month, of_month));
            let exact = found.into_iter().find(|date| calendar::weekday_of(*date) == weekday);
            exact.map_or_else(
                || month_day(look, today, (month, of_month), said()),
                |date| Some(Point::Day(Day::On(date))),
            )
        }
        When::OfMonth(of_month) => {
            let cue = match look.cx.options.prefer {
                Prefer::News => said(),
                Prefer::Past => Cue::HasBeen,
                Prefer::Future => Cue::ToCome,
            };
            day_of_month(today, of_month, cue).map(|date| Point::Day(Day::On(date)))
        }
        When::WeekdayOfMonth(weekday, of_month) => {
            let named = look.cx.options.times == Times::Recognizers && look.is(first + 1, "the");
            let way = if named { Way::Nearest } else { way(look, said(), Way::Nearest) };
            weekday_of_month(today, (weekday, of_month), way).map(|date| Point::Day(Day::On(date)))
        }
        When::Month(month) => {
            Some(Point::Month(Some(year_near(today, month, None, way(look, said(), Way::Past))), month))
        }
        When::Season(season) => {
            Some(Point::Season(Some(season_year(today, season, way(look, said(), Way::Past))), season))
        }
        When::Quarter(quarter) => {
            let here = quarter_of(today);
            let way = if is_over(look, end) { Way::Past } else { way(look, said(), Way::Past) };
            Some(Point::Quarter(Some(part_year(today, here, quarter, way)), quarter))
        }
        When::Shift(n, unit) => grain(unit.after(n, today)?, unit),
        When::FromSeen(n, unit) => from_seen(look, n, unit),
        When::WeekdayOf(step, weekday) => {
            weekday_of(today, step, weekday, by_week(look, first)).map(|date| Point::Day(Day::On(date)))
        }
        When::ComingWeekday(weekday) => weekday_near(calendar::plus(today, 1)?, weekday, Way::Future)
            .map(|date| Point::Day(Day::On(date))),
        When::Weekend => weekend(today, way(look, said(), Way::Past)),
        When::Feast(feast) => {
            let soon = |here: Date| (1..=31).contains(&(here - today).get_days());
            let ahead =
                look.cx.options.prefer == Prefer::News && feast.in_year(today.year()).is_some_and(soon);
            let way = if ahead { Way::Nearest } else { way(look, said(), Way::Nearest) };
            feast_near(today, feast, way).map(|date| Point::Day(Day::On(date)))
        }
        When::FeastOf(step, feast) => feast_of(today, feast, step).map(|date| Point::Day(Day::On(date))),
        When::MonthOf(step, month) => Some(Point::Month(Some(month_year(today, step, month)), month)),
        When::SeasonOf(step, season) => Some(Point::Season(Some(step_season(today, step, season)), season)),
        When::MonthDayOf(step, month, of_month) => {
            day(month_year(today, step, month), month, of_month).map(|date| Point::Day(Day::On(date)))
        }
    }
}

/// The same, where what is said is to come.
pub(crate) fn coming(look: Look<'_>, when: When, first: usize, end: usize) -> Option<Point> {
    let options = Options { prefer: Prefer::Future, kinds: Vec::new(), ..*look.cx.options };
    let cx = Context { options: &options, ..*look.cx };
    point(Look { cx: &cx, ..look }, when, first, end)
}

/// `expects to report income for the third quarter ended Sept. 30`: what is to come is the report.
fn is_over(look: Look<'_>, end: usize) -> bool {
    look.is_any(end, &["ended", "results", "earnings"])
}

fn way(look: Look<'_>, cue: Cue, default: Way) -> Way {
    match look.cx.options.prefer {
        Prefer::News => cue.way().unwrap_or(default),
        Prefer::Past => Way::Past,
        Prefer::Future => Way::Future,
    }
}

/// Days to come of which a verb of the past may still speak: `the vote moved to March 3`.
const SOON: i32 = 14;

/// A day without a year is the nearest one: `March 3` in February is next week's, whatever the verb.
fn month_day(look: Look<'_>, today: Date, (month, of_month): (u8, u8), cue: Cue) -> Option<Point> {
    let ahead =
        |days: i32| day(today.year(), month, of_month).is_some_and(|date| (date - today).get_days() > days);
    let way = match cue {
        Cue::ToCome => Way::Future,
        Cue::HasBeen if ahead(SOON) => Way::Past,
        _ => Way::Nearest,
    };
    let way = match look.cx.options.prefer {
        Prefer::News => way,
        Prefer::Past => Way::Past,
        Prefer::Future => Way::Future,
    };
    // A story that says "will" of a day just gone speaks of that day.
    let nearest = day(year_near(today, month, Some(of_month), Way::Nearest), month, of_month);
    let just_gone = look.cx.options.prefer == Prefer::News
        && nearest.is_some_and(|date| (0..=31).contains(&(today - date).get_days()));
    let way = if just_gone { Way::Nearest } else { way };
    day(year_near(today, month, Some(of_month), way), month, of_month).map(|date| Point::Day(Day::On(date)))
}

/// `the 24th`: of this month, the one before or the one after.
fn day_of_month(today: Date, of_month: u8, cue: Cue) -> Option<Date> {
    let here = |months: i32| {
        let first = Unit::Month.after(months, today.first_of_month())?;
        day(first.year(), month_of(first), of_month)
    };
    match cue {
        Cue::ToCome => here(0).filter(|date| *date >= today).or_else(|| here(1)),
        Cue::HasBeen => here(0).filter(|date| *date <= today).or_else(|| here(-1)),
        Cue::Said | Cue::Nothing => {
            let away = |date: &Date| (*date - today).get_days().unsigned_abs();
            [here(0), here(-1), here(1)].into_iter().flatten().min_by_key(away)
        }
    }
}

/// `Monday the 13th`: the nearest month in which that day is a Monday.
fn weekday_of_month(today: Date, (weekday, of_month): (u8, u8), way: Way) -> Option<Date> {
    let in_month = |months: i32| {
        let first = Unit::Month.after(months, today.first_of_month())?;
        day(first.year(), month_of(first), of_month).filter(|date| calendar::weekday_of(*date) == weekday)
    };
    let (past, ahead) = (
        (0..=24).find_map(|back| in_month(-back).filter(|date| *date <= today)),
        (0..=24).find_map(|on| in_month(on).filter(|date| *date >= today)),
    );
    match way {
        Way::Past => past,
        Way::Future => ahead,
        Way::Nearest => {
            [past, ahead].into_iter().flatten().min_by_key(|date| (*date - today).get_days().unsigned_abs())
        }
    }
}

/// The year of a quarter or half that lies the given way from the one at hand.
fn part_year(today: Date, here: u8, there: u8, way: Way) -> i16 {
    match way {
        Way::Future => today.year() + i16::from(there < here),
        _ => today.year() - i16::from(there > here),
    }
}

fn season_at(today: Date) -> (i16, u8) {
    match month_of(today) {
        1 | 2 => (today.year() - 1, 3),
        3..=5 => (today.year(), 0),
        6..=8 => (today.year(), 1),
        9..=11 => (today.year(), 2),
        _ => (today.year(), 3),
    }
}

fn season_year(today: Date, season: Season, way: Way) -> i16 {
    let (year, here) = season_at(today);
    part_year(day(year, 6, 15).unwrap_or(today), here, season as u8, way)
}

fn step_season(today: Date, step: i8, season: Season) -> i16 {
    let (year, here) = season_at(today);
    match step {
        0 if season == Season::Winter && here == 3 => year,
        0 => today.year(),
        -1 => year - i16::from(season as u8 >= here),
        _ => year + i16::from(season as u8 <= here),
    }
}

fn month_year(today: Date, step: i8, month: u8) -> i16 {
    let here = month_of(today);
    match step {
        0 => today.year(),
        -1 => today.year() - i16::from(month >= here),
        _ => today.year() + i16::from(month <= here),
    }
}

fn feast_near(today: Date, feast: Feast, way: Way) -> Option<Date> {
    let here = feast.in_year(today.year())?;
    let year = match way {
        Way::Past => today.year() - i16::from(here > today),
        Way::Future => today.year() + i16::from(here < today),
        Way::Nearest => {
            today.year() + i16::from((today - here).get_days() > 182)
                - i16::from((here - today).get_days() > 182)
        }
    };
    feast.in_year(year)
}

fn feast_of(today: Date, feast: Feast, step: i8) -> Option<Date> {
    match step {
        0 => feast.in_year(today.year()),
        -1 => feast_near(calendar::plus(today, -1)?, feast, Way::Past),
        _ => feast_near(calendar::plus(today, 1)?, feast, Way::Future),
    }
}

/// Saturday and Sunday, those at hand included.
fn weekend(today: Date, way: Way) -> Option<Point> {
    let saturday = match way {
        Way::Future if calendar::weekday_of(today) == 7 => calendar::plus(today, -1)?,
        _ => weekday_near(today, 6, way)?,
    };
    grain(saturday, Unit::Weekend)
}

/// Whether `last Friday` is that of the week before, as Recognizers has it; `past Friday` never is.
fn by_week(look: Look<'_>, first: usize) -> bool {
    let past = look.cx.is(first, "past") || look.is(first + 1, "past");
    look.cx.options.times == Times::Recognizers && !past
}

/// `last Friday` is the one before today; `this Friday` that of this week; `next Friday` that of the week after.
fn weekday_of(today: Date, step: i8, weekday: u8, by_week: bool) -> Option<Date> {
    match step {
        -1 if by_week => {
            let (year, week) = week_of(calendar::plus(today, -7)?);
            calendar::day_of_week(year, week, weekday)
        }
        -1 => weekday_near(calendar::plus(today, -1)?, weekday, Way::Past),
        0 => {
            let (year, week) = week_of(today);
            calendar::day_of_week(year, week, weekday)
        }
        _ => {
            let (year, week) = week_of(calendar::plus(today, 7)?);
            calendar::day_of_week(year, week, weekday)
        }
    }
}

/// The stretch of a unit that holds a day.
pub(crate) fn grain(date: Date, unit: Unit) -> Option<Point> {
    let year = date.year();
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => Point::Day(Day::On(date)),
        Unit::Week | Unit::Fortnight => Point::Week(week_of(date).0, week_of(date).1),
        Unit::Weekend => Point::Weekend(week_of(date).0, week_of(date).1),
        Unit::Month => Point::Month(Some(year), month_of(date)),
        Unit::Quarter => Point::Quarter(Some(year), quarter_of(date)),
        Unit::Year | Unit::Millennium => Point::Year(Some(year)),
        Unit::Decade => Point::Decade(year.div_euclid(10)),
        Unit::Century => Point::Century(year.div_euclid(100)),
    })
}

/// `a year earlier` is a year before what the report is about, at its grain; `two days later` is from the day named last.
fn from_seen(look: Look<'_>, n: i32, unit: Unit) -> Option<Point> {
    let anchor = if unit >= Unit::Year { look.seen.period } else { look.seen.last };
    match anchor {
        Some(Point::Quarter(Some(year), quarter)) if unit == Unit::Year && n != 0 => {
            Some(Point::Quarter(Some(step(year, n)?), quarter))
        }
        Some(Point::Half(Some(year), half)) if unit == Unit::Year && n != 0 => {
            Some(Point::Half(Some(step(year, n)?), half))
        }
        Some(Point::Month(Some(year), month)) if unit == Unit::Year && n != 0 => {
            Some(Point::Month(Some(step(year, n)?), month))
        }
        Some(point) if coarser(point, unit) => None,
        Some(point) => {
            let shifted = unit.after(n, point.days()?.0)?;
            grain(shifted, unit)
        }
        None if unit >= Unit::Month && n < 0
            || look.cx.options.spoken_times()
            || look.cx.options.timeml() && n != 0 =>
        {
            grain(unit.after(n, look.cx.reference.date?)?, unit)
        }
        None => None,
    }
}

/// Whether a date says less than a unit: nothing is two days after 2015.
fn coarser(point: Point, unit: Unit) -> bool {
    let most = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => 1,
        Unit::Weekend | Unit::Week | Unit::Fortnight => 7,
        Unit::Month => 31,
        Unit::Quarter => 92,
        _ => return false,
    };
    point.days().is_none_or(|(from, to)| (to - from).get_days() > most)
}

fn step(year: i16, n: i32) -> Option<i16> {
    year.checked_add(i16::try_from(n).ok()?)
}

/// What can be said without a reference.
fn unresolved(look: Look<'_>, when: When) -> Option<Point> {
    Some(match when {
        When::At(point) => point,
        When::Weekday(weekday) => Point::Day(Day::Weekday(weekday)),
        When::MonthDay(month, day) | When::WeekdayMonthDay(_, month, day) => {
            Point::Day(Day::InYear(month, day))
        }
        When::OfMonth(day) | When::WeekdayOfMonth(_, day) => Point::Day(Day::OfMonth(day)),
        When::Month(month) => Point::Month(None, month),
        When::Season(season) => Point::Season(None, season),
        When::Quarter(quarter) => Point::Quarter(None, quarter),
        When::FromSeen(n, unit) => return from_seen(look, n, unit),
        _ => return None,
    })
}
