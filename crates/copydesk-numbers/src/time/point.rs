//! A point or stretch of the calendar at the grain at which it was said.

use std::fmt;

use jiff::civil::Date;

use super::calendar::{day, day_of_week, plus};

/// A day, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// Not at all.
    Any,
    /// Fully.
    On(Date),
    /// `XXXX-02-22`.
    InYear(u8, u8),
    /// `XXXX-WXX-5`, 1 being Monday.
    Weekday(u8),
    /// `XXXX-XX-24`.
    OfMonth(u8),
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A season of the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: Option<u8>,
    pub(crate) second: Option<u8>,
    /// Whether it is of Greenwich.
    pub(crate) utc: bool,
}

impl Clock {
    /// `T12:00`.
    pub(crate) const NOON: Self = Self { hour: 12, minute: Some(0), second: None, utc: false };
    /// `T00:00`.
    pub(crate) const MIDNIGHT: Self = Self { hour: 0, minute: Some(0), second: None, utc: false };
}

/// A year, where it is known.
pub(crate) type Year = Option<i16>;

/// A point or stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    /// By its first two digits: 18 for the 19th.
    Century(i16),
    /// By its first three digits: 199 for the 1990s.
    Decade(i16),
    Year(Year),
    Half(Year, u8),
    Quarter(Year, u8),
    Season(Year, Season),
    Month(Year, u8),
    /// Of ISO 8601.
    Week(i16, u8),
    Weekend(i16, u8),
    Day(Day),
    Part(Day, DayPart),
    Clock(Day, Clock),
}

impl Point {
    /// The first day it covers and the first after it, where it is of whole days.
    pub(crate) fn days(self) -> Option<(Date, Date)> {
        match self {
            Self::Century(century) => years(century.checked_mul(100)?, 100),
            Self::Decade(decade) => years(decade.checked_mul(10)?, 10),
            Self::Year(year) => years(year?, 1),
            Self::Half(year, half) => months(year?, 6 * half - 5, 6),
            Self::Quarter(year, quarter) => months(year?, 3 * quarter - 2, 3),
            Self::Season(year, season) => months(year?, season.first_month(), 3),
            Self::Month(year, month) => months(year?, month, 1),
            Self::Week(year, week) => stretch(day_of_week(year, week, 1)?, 7),
            Self::Weekend(year, week) => stretch(day_of_week(year, week, 6)?, 2),
            Self::Day(day) | Self::Part(day, _) | Self::Clock(day, _) => stretch(day.date()?, 1),
        }
    }
}

impl Day {
    pub(crate) const fn date(self) -> Option<Date> {
        match self {
            Self::On(date) => Some(date),
            _ => None,
        }
    }
}

impl Season {
    const fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

fn stretch(from: Date, days: i64) -> Option<(Date, Date)> {
    Some((from, plus(from, days)?))
}

fn years(from: i16, count: i16) -> Option<(Date, Date)> {
    Some((day(from, 1, 1)?, day(from.checked_add(count)?, 1, 1)?))
}

fn months(year: i16, from: u8, count: u8) -> Option<(Date, Date)> {
    let past = from + count;
    let to = if past > 12 { (year.checked_add(1)?, past - 12) } else { (year, past) };
    Some((day(year, from, 1)?, day(to.0, to.1, 1)?))
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Century(century) => write!(f, "{century:02}XX"),
            Self::Decade(decade) => write!(f, "{decade:03}X"),
            Self::Year(year) => write_year(year, f),
            Self::Half(year, half) => write_year(year, f).and_then(|()| write!(f, "-H{half}")),
            Self::Quarter(year, quarter) => write_year(year, f).and_then(|()| write!(f, "-Q{quarter}")),
            Self::Season(year, season) => {
                write_year(year, f)?;
                f.write_str(match season {
                    Season::Spring => "-SP",
                    Season::Summer => "-SU",
                    Season::Autumn => "-FA",
                    Season::Winter => "-WI",
                })
            }
            Self::Month(year, month) => write_year(year, f).and_then(|()| write!(f, "-{month:02}")),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Weekend(year, week) => write!(f, "{year:04}-W{week:02}-WE"),
            Self::Day(day) => day.fmt(f),
            Self::Part(day, part) => write!(f, "{day}T{part}"),
            Self::Clock(day, clock) => write!(f, "{day}T{clock}"),
        }
    }
}

fn write_year(year: Year, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match year {
        Some(year) => write!(f, "{year:04}"),
        None => f.write_str("XXXX"),
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Any => Ok(()),
            Self::On(date) => write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
            Self::InYear(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::Weekday(weekday) => write!(f, "XXXX-WXX-{weekday}"),
            Self::OfMonth(day) => write!(f, "XXXX-XX-{day:02}"),
        }
    }
}

impl fmt::Display for DayPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        })
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.hour)?;
        if let Some(minute) = self.minute {
            write!(f, ":{minute:02}")?;
        }
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        f.write_str(if self.utc { "Z" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn points_are_written_at_their_grain() {
        let friday = Day::On(date(2013, 3, 22));
        let cases = [
            (Point::Century(18), "18XX"),
            (Point::Decade(199), "199X"),
            (Point::Year(None), "XXXX"),
            (Point::Quarter(Some(2013), 3), "2013-Q3"),
            (Point::Half(Some(2019), 2), "2019-H2"),
            (Point::Season(Some(2016), Season::Summer), "2016-SU"),
            (Point::Month(None, 2), "XXXX-02"),
            (Point::Week(2013, 11), "2013-W11"),
            (Point::Weekend(2013, 11), "2013-W11-WE"),
            (Point::Day(Day::Weekday(5)), "XXXX-WXX-5"),
            (Point::Part(friday, DayPart::Night), "2013-03-22TNI"),
            (Point::Clock(Day::Any, Clock { hour: 17, minute: Some(4), second: None, utc: true }), "T17:04Z"),
            (
                Point::Clock(friday, Clock { hour: 15, minute: None, second: None, utc: false }),
                "2013-03-22T15",
            ),
        ];
        for (point, written) in cases {
            assert_eq!(point.to_string(), written);
        }
    }

    #[test]
    fn points_cover_whole_days_and_exclude_the_end() {
        let days = |point: Point| point.days().map(|(from, to)| format!("{from}/{to}"));
        assert_eq!(days(Point::Decade(199)).as_deref(), Some("1990-01-01/2000-01-01"));
        assert_eq!(days(Point::Quarter(Some(2013), 4)).as_deref(), Some("2013-10-01/2014-01-01"));
        assert_eq!(days(Point::Week(2023, 6)).as_deref(), Some("2023-02-06/2023-02-13"));
        assert_eq!(days(Point::Season(Some(2013), Season::Winter)).as_deref(), Some("2013-12-01/2014-03-01"));
        assert_eq!(days(Point::Month(None, 2)), None);
    }
}
