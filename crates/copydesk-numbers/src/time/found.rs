//! What the grammar of time found, before it becomes a reading.

use crate::layer::{Interval, Kind, Modifier, NumberValue};
use crate::reading::Reading;

use super::calendar::plus;
use super::point::{Day, Point};
use super::value::{TimeValue, Timex};
use super::word::Tongue;

/// A time with its place among the atoms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// `None` if it cannot be told without a reference.
    pub(crate) timex: Option<Timex>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) tongue: Option<Tongue>,
    pub(crate) assumed: bool,
    pub(crate) rule: &'static str,
}

impl Found {
    pub(crate) const fn new(
        first: usize,
        end: usize,
        kind: Kind,
        timex: Option<Timex>,
        rule: &'static str,
    ) -> Self {
        Self { first, end, kind, timex, modifier: None, tongue: None, assumed: false, rule }
    }

    pub(crate) const fn at(first: usize, end: usize, point: Point, rule: &'static str) -> Self {
        Self::new(first, end, kind_of(point), Some(Timex::At(point)), rule)
    }

    /// The reading that it is.
    pub(crate) fn reading(self) -> Reading {
        let value = NumberValue {
            kind: self.kind,
            value: self.timex.map(|timex| TimeValue(timex).into()),
            unit: None,
            interval: self.timex.and_then(interval),
            modifier: self.modifier,
            assumed: self.assumed,
            origin: self.tongue.map(Tongue::code),
            confidence: if self.assumed { 0.6 } else { 0.95 },
            rule: self.rule,
        };
        Reading::new(self.first, self.end, value)
    }
}

/// Of a point: date, time of day, or both.
pub(crate) const fn kind_of(point: Point) -> Kind {
    match point {
        Point::Clock(Day::Any, _) | Point::Part(Day::Any, _) => Kind::Time,
        Point::Clock(..) | Point::Part(..) => Kind::Datetime,
        _ => Kind::Date,
    }
}

/// The whole days that a time covers; of a time on a day, from its minute to the next.
fn interval(timex: Timex) -> Option<Interval> {
    match timex {
        Timex::At(Point::Clock(Day::On(_), _)) => None,
        Timex::At(point) => {
            let (from, to) = point.days()?;
            Some(Interval { start: from, end: to })
        }
        Timex::Between(Some(from), Some(to)) => Some(Interval { start: from.days()?.0, end: to.days()?.0 }),
        _ => None,
    }
}

/// The point right after one of the same grain.
pub(crate) fn next(point: Point) -> Option<Point> {
    let step = |year: Option<i16>, part: u8, parts: u8| match part {
        _ if part < parts => (year, part + 1),
        _ => (year.map(|year| year + 1), 1),
    };
    Some(match point {
        Point::Century(n) => Point::Century(n + 1),
        Point::Decade(n) => Point::Decade(n + 1),
        Point::Year(Some(year)) => Point::Year(Some(year + 1)),
        Point::Half(year, half) => Point::Half(step(year, half, 2).0, step(year, half, 2).1),
        Point::Quarter(year, quarter) => Point::Quarter(step(year, quarter, 4).0, step(year, quarter, 4).1),
        Point::Month(year, month) => Point::Month(step(year, month, 12).0, step(year, month, 12).1),
        Point::Week(..) | Point::Weekend(..) => Point::Day(Day::On(point.days()?.1)),
        Point::Day(Day::On(date)) => Point::Day(Day::On(plus(date, 1)?)),
        Point::Day(Day::InYear(month, day)) => {
            let leap = super::calendar::day(2000, month, day).and_then(|date| plus(date, 1))?;
            Point::Day(Day::InYear(super::calendar::month_of(leap), leap.day().unsigned_abs()))
        }
        Point::Day(Day::Weekday(day)) => Point::Day(Day::Weekday(day % 7 + 1)),
        _ => return None,
    })
}
