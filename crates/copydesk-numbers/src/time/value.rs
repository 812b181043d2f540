//! What a date, time, duration or set says.

use std::fmt;

use super::duration::{Amount, Duration};
use super::point::Point;
use super::unit::Unit;

/// A time, written in the forms of ISO 8601, EDTF and TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeValue(pub(crate) Timex);

/// What a time can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Timex {
    /// `PAST_REF`.
    Past,
    /// `PRESENT_REF`.
    Present,
    /// `FUTURE_REF`.
    Future,
    /// A point or stretch of the calendar.
    At(Point),
    /// From one point up to another, which is excluded. An open end is `None` and written `..`.
    Between(Option<Point>, Option<Point>),
    /// A length of time, or the period at which something comes again.
    Lasting(Duration),
    /// A length of time between two amounts of a unit.
    LastingBetween(Amount, Amount, Unit),
}

impl From<Timex> for TimeValue {
    fn from(timex: Timex) -> Self {
        Self(timex)
    }
}

impl From<Point> for TimeValue {
    fn from(point: Point) -> Self {
        Self(Timex::At(point))
    }
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Timex::Past => f.write_str("PAST_REF"),
            Timex::Present => f.write_str("PRESENT_REF"),
            Timex::Future => f.write_str("FUTURE_REF"),
            Timex::At(point) => point.fmt(f),
            Timex::Between(from, to) => {
                write_end(from, f)?;
                f.write_str("/")?;
                write_end(to, f)
            }
            Timex::Lasting(duration) => duration.fmt(f),
            Timex::LastingBetween(low, high, unit) => {
                write!(f, "{}/{}", Duration::of(low, unit), Duration::of(high, unit))
            }
        }
    }
}

fn write_end(end: Option<Point>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match end {
        Some(point) => write!(f, "{point}"),
        None => f.write_str(".."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_written_with_a_slash_and_open_ends_with_dots() {
        let years = Timex::Between(Some(Point::Year(Some(2010))), Some(Point::Year(Some(2016))));
        assert_eq!(TimeValue(years).to_string(), "2010/2016");
        let open = Timex::Between(Some(Point::Year(Some(2018))), None);
        assert_eq!(TimeValue(open).to_string(), "2018/..");
    }
}
