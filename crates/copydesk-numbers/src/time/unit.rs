//! Units of calendar and clock.

use jiff::Span as Shift;
use jiff::civil::Date;

/// A unit of calendar or clock, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// How many of which ISO 8601 unit it makes, and that unit's letter.
    pub(crate) const fn iso(self) -> (u32, char) {
        match self {
            Self::Second => (1, 'S'),
            Self::Minute | Self::Month => (1, 'M'),
            Self::Hour => (1, 'H'),
            Self::Day | Self::Weekend => (1, 'D'),
            Self::Week => (1, 'W'),
            Self::Fortnight => (2, 'W'),
            Self::Quarter => (3, 'M'),
            Self::Year => (1, 'Y'),
            Self::Decade => (10, 'Y'),
            Self::Century => (100, 'Y'),
            Self::Millennium => (1000, 'Y'),
        }
    }

    /// Whether it is a part of a day, written after the `T` of a duration.
    pub(crate) const fn is_of_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// The day `n` units after `from`. `None` outside the calendar, and for units of the clock.
    pub(crate) fn after(self, n: i32, from: Date) -> Option<Date> {
        let n = i64::from(n);
        let shift = match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => Shift::new().try_days(n),
            Self::Week | Self::Weekend => Shift::new().try_weeks(n),
            Self::Fortnight => Shift::new().try_weeks(2 * n),
            Self::Month => Shift::new().try_months(n),
            Self::Quarter => Shift::new().try_months(3 * n),
            Self::Year => Shift::new().try_years(n),
            Self::Decade => Shift::new().try_years(10 * n),
            Self::Century => Shift::new().try_years(100 * n),
            Self::Millennium => Shift::new().try_years(1000 * n),
        };
        from.checked_add(shift.ok()?).ok()
    }
}
