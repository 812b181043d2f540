//! Dates counted from dates: weeks, quarters, weekdays near a day.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// Which way from the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The latest one that has begun.
    Past,
    /// The first one that has not ended.
    Future,
    /// Whichever is nearer.
    Nearest,
}

/// A day that may not exist, such as 31 April.
pub(crate) fn day(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

pub(crate) fn month_of(date: Date) -> u8 {
    date.month().unsigned_abs()
}

pub(crate) fn quarter_of(date: Date) -> u8 {
    (month_of(date) - 1) / 3 + 1
}

/// The year and number of the ISO week.
pub(crate) fn week_of(date: Date) -> (i16, u8) {
    let week = date.iso_week_date();
    (week.year(), week.week().unsigned_abs())
}

/// A day of an ISO week, 1 being Monday.
pub(crate) fn day_of_week(year: i16, week: u8, weekday: u8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
    ISOWeekDate::new(year, i8::try_from(week).ok()?, weekday).ok().map(ISOWeekDate::date)
}

/// 1 for Monday to 7 for Sunday.
pub(crate) fn weekday_of(date: Date) -> u8 {
    date.weekday().to_monday_one_offset().unsigned_abs()
}

/// The day `days` after `date`.
pub(crate) fn plus(date: Date, days: i64) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The weekday (1 to 7) near `date`, which may be that day itself.
pub(crate) fn weekday_near(date: Date, weekday: u8, way: Way) -> Option<Date> {
    let back = i64::from((7 + weekday_of(date) - weekday) % 7);
    match way {
        Way::Future if back > 0 => plus(date, 7 - back),
        Way::Nearest if back > 3 => plus(date, 7 - back),
        _ => plus(date, -back),
    }
}

/// The year in which a month, or a day of it, lies near `date`.
pub(crate) fn year_near(date: Date, month: u8, day_of_month: Option<u8>, way: Way) -> i16 {
    let here = (month_of(date), date.day().unsigned_abs());
    let there = (month, day_of_month.unwrap_or(here.1));
    match way {
        Way::Past => date.year() - i16::from(there > here),
        Way::Future => date.year() + i16::from(there < here),
        Way::Nearest => nearest_year(date, there),
    }
}

fn nearest_year(date: Date, (month, day_of_month): (u8, u8)) -> i16 {
    let days = |md: (u8, u8)| i32::from(md.0) * 61 / 2 + i32::from(md.1);
    let ahead = days((month, day_of_month)) - days((month_of(date), date.day().unsigned_abs()));
    match ahead {
        183.. => date.year() - 1,
        ..=-184 => date.year() + 1,
        _ => date.year(),
    }
}

/// The `n`th (from 1) of a weekday in a month; 0 for the last.
pub(crate) fn nth_weekday(year: i16, month: u8, weekday: u8, n: u8) -> Option<Date> {
    if n == 0 {
        let first = day(year, month, 1)?;
        return weekday_near(first.last_of_month(), weekday, Way::Past);
    }
    let first = weekday_near(day(year, month, 1)?, weekday, Way::Future)?;
    plus(first, 7 * (i64::from(n) - 1)).filter(|date| month_of(*date) == month)
}

/// Western Easter Sunday (the computus of Meeus, Jones and Butcher).
#[expect(clippy::many_single_char_names, reason = "the names are those of the published algorithm")]
pub(crate) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day_of_month = (h + l - 7 * m + 33 * month + 19) % 32;
    day(year, u8::try_from(month).ok()?, u8::try_from(day_of_month).ok()?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_weekday_is_the_latest_one_the_day_itself_included() {
        let wednesday = date(2023, 2, 22);
        assert_eq!(weekday_near(wednesday, 3, Way::Past), Some(wednesday));
        assert_eq!(weekday_near(wednesday, 6, Way::Past), Some(date(2023, 2, 18)));
        assert_eq!(weekday_near(wednesday, 5, Way::Future), Some(date(2023, 2, 24)));
        assert_eq!(weekday_near(wednesday, 2, Way::Nearest), Some(date(2023, 2, 21)));
        assert_eq!(weekday_near(wednesday, 4, Way::Nearest), Some(date(2023, 2, 23)));
    }

    #[test]
    fn the_year_of_a_month_follows_the_way() {
        let day = date(2023, 2, 22);
        assert_eq!(year_near(day, 3, None, Way::Past), 2022);
        assert_eq!(year_near(day, 2, None, Way::Past), 2023);
        assert_eq!(year_near(day, 3, None, Way::Future), 2023);
        assert_eq!(year_near(day, 1, None, Way::Future), 2024);
        assert_eq!(year_near(day, 3, Some(3), Way::Nearest), 2023);
        assert_eq!(year_near(day, 12, Some(3), Way::Nearest), 2022);
        assert_eq!(year_near(date(2022, 11, 20), 2, Some(3), Way::Nearest), 2023);
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        assert_eq!(week_of(date(2021, 1, 3)), (2020, 53));
        assert_eq!(day_of_week(2023, 6, 1), Some(date(2023, 2, 6)));
    }

    #[test]
    fn weekdays_of_a_month_are_counted_from_either_end() {
        assert_eq!(nth_weekday(2013, 11, 4, 4), Some(date(2013, 11, 28)));
        assert_eq!(nth_weekday(2013, 3, 1, 0), Some(date(2013, 3, 25)));
        assert_eq!(nth_weekday(2023, 2, 1, 5), None);
    }

    #[test]
    fn easter_falls_where_it_fell() {
        assert_eq!(easter(2018), Some(date(2018, 4, 1)));
        assert_eq!(easter(2023), Some(date(2023, 4, 9)));
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
    }
}
