//! Dates, times and durations, compared by what they cover.

use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};
use jiff::{SignedDuration, ToSpan};
use num_rational::BigRational;
use num_traits::Zero;

use super::exact::decimal;

/// A point in time, or its text where it has no form that is known; nothing where it is open.
#[derive(Debug, PartialEq)]
pub(super) enum End {
    Open,
    At(DateTime),
    Text(String),
}

/// From where to where, or the text of what is neither.
#[derive(Debug, PartialEq)]
pub(super) enum Time {
    Between(End, End),
    Text(String),
}

/// What a date, a time or a range of them covers.
pub(super) fn time(text: &str) -> Time {
    let text = text.trim();
    if let Some((from, to)) =
        text.split_once('/').filter(|(a, b)| !a.is_empty() && !b.is_empty() && !b.contains('/'))
    {
        let end = |text: &str| match text {
            ".." => End::Open,
            _ => point(text).map_or_else(|| End::Text(text.to_owned()), |(start, _)| End::At(start)),
        };
        return Time::Between(end(from), end(to));
    }
    match point(text) {
        Some((from, to)) => Time::Between(End::At(from), End::At(to)),
        None => Time::Text(text.to_owned()),
    }
}

type Covered = Option<(DateTime, DateTime)>;

/// What one date or time covers; an instant begins and ends at once.
fn point(text: &str) -> Covered {
    let text = text.trim().replace(' ', "T");
    let text = if text.contains('T') { without_zone(&text) } else { &text };
    let text = without_fraction(text);
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let n = |from: usize, to: usize| text[from..to].parse::<i16>().ok();
    match shape.as_str() {
        "0000" => years(n(0, 4)?, 1),
        "000" | "000X" => years(n(0, 3)? * 10, 10),
        "00" | "00XX" => years(n(0, 2)? * 100, 100),
        "0000-Q0" => part(n(0, 4)?, n(6, 7)?, 4),
        "0000-H0" => part(n(0, 4)?, n(6, 7)?, 2),
        "0000-W00" => week(n(0, 4)?, n(6, 8)?, Weekday::Monday, 7),
        "0000-W00-WE" => week(n(0, 4)?, n(6, 8)?, Weekday::Saturday, 2),
        "0000-00" => month(n(0, 4)?, n(5, 7)?),
        "0000-00-00" => days(date(n(0, 4)?, n(5, 7)?, n(8, 10)?)?, 1),
        _ => instant(text, &shape),
    }
}

/// A time of a day, or of any day; hours may run past midnight.
fn instant(text: &str, shape: &str) -> Covered {
    let n = |at: usize| text[at..at + 2].parse::<i16>().ok();
    if let Some(clock) = shape.strip_prefix("0000-00-00T") {
        let day = date(text[..4].parse().ok()?, n(5)?, n(8)?)?;
        let [minutes, seconds] = match clock {
            "00" => [None, None],
            "00:00" => [Some(14), None],
            "0000" => [Some(13), None],
            "00:00:00" => [Some(14), Some(17)],
            "00:0000" => [Some(14), Some(16)],
            "0000:00" => [Some(13), Some(16)],
            "000000" => [Some(13), Some(15)],
            _ => return None,
        };
        return at(day, n(11)?, minutes.map_or(Some(0), n)?, seconds.map_or(Some(0), n)?);
    }
    let (clock, skip) = shape.strip_prefix('T').map_or((shape, 0), |clock| (clock, 1));
    let parts = match clock {
        "00" if skip == 1 => 1,
        "00:00" => 2,
        "00:00:00" => 3,
        _ => return None,
    };
    let part = |i: usize| if i < parts { n(skip + 3 * i) } else { Some(0) };
    at(date(1, 1, 1)?, part(0)?, part(1)?, part(2)?)
}

fn at(day: Date, hours: i16, minutes: i16, seconds: i16) -> Covered {
    let clock = jiff::civil::Time::new(0, minutes.try_into().ok()?, seconds.try_into().ok()?, 0).ok()?;
    let at = day.to_datetime(clock).checked_add(SignedDuration::from_hours(hours.into())).ok()?;
    counted(at, at)
}

fn years(year: i16, count: i16) -> Covered {
    counted(date(year, 1, 1)?.into(), date(year + count, 1, 1)?.into())
}

/// A quarter or a half of a year.
fn part(year: i16, which: i16, of: i16) -> Covered {
    if which < 1 || which > of {
        return None;
    }
    let months = 12 / of;
    let (next, after) = if which == of { (year + 1, 1) } else { (year, which * months + 1) };
    counted(date(year, (which - 1) * months + 1, 1)?.into(), date(next, after, 1)?.into())
}

fn week(year: i16, week: i16, from: Weekday, count: i32) -> Covered {
    let monday = ISOWeekDate::new(year, week.try_into().ok()?, from).ok()?;
    days(monday.date(), count)
}

fn month(year: i16, month: i16) -> Covered {
    let (next, after) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    counted(date(year, month, 1)?.into(), date(next, after, 1)?.into())
}

fn days(from: Date, count: i32) -> Covered {
    counted(from.into(), from.checked_add(count.days()).ok()?.into())
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok().filter(|date| is_counted(date.year()))
}

/// Only the years 1 to 9999 are counted.
fn counted(from: DateTime, to: DateTime) -> Covered {
    (is_counted(from.year()) && is_counted(to.year())).then_some((from, to))
}

fn is_counted(year: i16) -> bool {
    (1..=9999).contains(&year)
}

/// Without `Z`, `+01:00` or `-0500` at its end.
fn without_zone(text: &str) -> &str {
    if let Some(rest) = text.strip_suffix('Z') {
        return rest;
    }
    let zone = |length: usize, form: fn(&[u8]) -> bool| {
        let at = text.len().checked_sub(length)?;
        let (rest, zone) = text.split_at_checked(at)?;
        let signed = zone.starts_with(['+', '-']) && form(&zone.as_bytes()[1..]);
        signed.then_some(rest)
    };
    let colon = |z: &[u8]| z[2] == b':' && [0, 1, 3, 4].iter().all(|i| z[*i].is_ascii_digit());
    let plain = |z: &[u8]| z.iter().all(u8::is_ascii_digit);
    zone(6, colon).or_else(|| zone(5, plain)).unwrap_or(text)
}

/// Without a fraction of a second at its end.
fn without_fraction(text: &str) -> &str {
    match text.rsplit_once('.') {
        Some((rest, digits)) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => rest,
        _ => text,
    }
}

/// Months, days and seconds of `P1Y6M`, `P2W`, `PT1.5H`: none of the three is a number of another.
pub(super) fn duration(text: &str) -> Option<[BigRational; 3]> {
    let rest = text.strip_prefix('P').filter(|rest| !matches!(*rest, "" | "T"))?;
    let (days, clock) = rest.split_once('T').unwrap_or((rest, ""));
    let [years, months, weeks, days] = amounts(days, ['Y', 'M', 'W', 'D'])?;
    let [hours, minutes, seconds] = amounts(clock, ['H', 'M', 'S'])?;
    let times = |amount: BigRational, n: i64| amount * BigRational::from_integer(n.into());
    Some([
        times(years, 12) + months,
        times(weeks, 7) + days,
        times(hours, 3600) + times(minutes, 60) + seconds,
    ])
}

/// The amounts of units that stand in this order, each once at most.
fn amounts<const N: usize>(mut text: &str, units: [char; N]) -> Option<[BigRational; N]> {
    let mut amounts = std::array::from_fn(|_| BigRational::zero());
    for (amount, unit) in amounts.iter_mut().zip(units) {
        let Some((digits, rest)) = text.split_once(unit) else { continue };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(part) {
            return None;
        }
        *amount = decimal(digits)?;
        text = rest;
    }
    text.is_empty().then_some(amounts)
}
