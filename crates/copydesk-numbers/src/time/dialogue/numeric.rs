//! Dates in digits that news would not write: `2/15`, `10-31-74`, `22/04`, `23/Sep/2020`, `20200701`.

use super::super::calendar::day;
use super::super::date::Dated;
use super::super::found::Found;
use super::super::look::Look;
use super::super::point::{Day, Point};
use super::super::resolve::When;
use super::duckling;

/// The date in digits that begins at an atom.
pub(super) fn numeric(look: Look<'_>, at: usize) -> Option<Dated> {
    let (first, len) = look.digits(at)?;
    if len == 8 {
        return whole(first, at);
    }
    let (mark, second_at) = mark(look, at + 1)?;
    if let Some(month) = look.role(second_at).month() {
        return named(look, (first, len), month, (mark, second_at));
    }
    let (second, second_len) = look.digits(second_at).filter(|(_, len)| *len <= 2 || *len == 4)?;
    let third = self::mark(look, second_at + 1)
        .filter(|(again, _)| *again == mark)
        .and_then(|(_, at)| look.digits(at).map(|(n, len)| (n, len, at + 1)));
    match third {
        Some((third, third_len, end)) => full([(first, len), (second, second_len), (third, third_len)], end),
        None if closed(look, second_at + 1) => two((first, len), (second, second_len), mark, second_at + 1),
        None => None,
    }
}

/// `2015-3`, `12-2015`: a month in digits.
pub(super) fn month(look: Look<'_>, at: usize) -> Option<Found> {
    let dated = numeric(look, at).filter(|_| !duckling(look) && !look.cx.at(at).glued())?;
    match dated.when {
        When::At(point @ Point::Month(..)) => Some(Found::at(at, dated.end, point, dated.rule)),
        _ => None,
    }
}

fn whole(digits: u32, at: usize) -> Option<Dated> {
    let date = day(
        i16::try_from(digits / 10000).ok()?,
        u8::try_from(digits / 100 % 100).ok()?,
        u8::try_from(digits % 100).ok()?,
    )?;
    (date.year() > 1900).then(|| Dated::at(Point::Day(Day::On(date)), at + 1, "numeric-date"))
}

fn mark(look: Look<'_>, at: usize) -> Option<(char, usize)> {
    let mark = look.atom(at).symbol().filter(|mark| "/-.".contains(*mark))?;
    let glued = look.cx.at(at).glued() == look.cx.at(at + 1).glued();
    (glued && look.cx.at(at + 1).follows() && (look.cx.at(at).glued() || mark != '.'))
        .then_some((mark, at + 1))
}

fn closed(look: Look<'_>, at: usize) -> bool {
    let next = look.cx.at(at);
    !next.glued()
        || next.is('-') && matches!(look.cx.at(at + 2).symbol(), Some('/'))
        || next.symbol().is_some_and(|mark| ".,;!?)".contains(mark)) && look.glued_digits(at + 1).is_none()
}

/// `23/Sep/2020`, `31-Oct-74`, `12/Dec`.
fn named(
    look: Look<'_>,
    (first, len): (u32, usize),
    month: u8,
    (mark, named): (char, usize),
) -> Option<Dated> {
    let of_month = u8::try_from(first).ok().filter(|n| (1..=31).contains(n) && len <= 2)?;
    match self::mark(look, named + 1)
        .filter(|(again, _)| *again == mark)
        .and_then(|(_, at)| look.digits(at).map(|digits| (digits, at)))
    {
        Some(((year, len), at)) => Some(Dated::at(
            Point::Day(Day::On(day(full_year(year, len)?, month, of_month)?)),
            at + 1,
            "numeric-date",
        )),
        None => Some(Dated::new(When::MonthDay(month, of_month), named + 1, "numeric-date")),
    }
}

fn full_year(year: u32, len: usize) -> Option<i16> {
    match len {
        4 => i16::try_from(year).ok(),
        2 => i16::try_from(if year < 30 { 2000 + year } else { 1900 + year }).ok(),
        _ => None,
    }
}

fn full(parts: [(u32, usize); 3], end: usize) -> Option<Dated> {
    let small = |n: u32| u8::try_from(n).ok();
    let date = match parts {
        [(year, 4), (month, _), (of_month, _)] => {
            day(i16::try_from(year).ok()?, small(month)?, small(of_month)?)
        }
        [(first, 1..=2), (second, 1..=2), (year, len)] => {
            let (month, of_month) = if first > 12 { (second, first) } else { (first, second) };
            day(full_year(year, len)?, small(month)?, small(of_month)?)
        }
        _ => None,
    };
    date.map(|date| Dated::at(Point::Day(Day::On(date)), end, "numeric-date"))
}

/// `2/15`, `22/04`; `2015-3` and `12/2018` are months.
fn two(
    (first, first_len): (u32, usize),
    (second, second_len): (u32, usize),
    mark: char,
    end: usize,
) -> Option<Dated> {
    let small = |n: u32, last: u8| u8::try_from(n).ok().filter(|n| (1..=last).contains(n));
    match (first_len, second_len) {
        (4, 1..=2) => {
            Some(Dated::at(Point::Month(i16::try_from(first).ok(), small(second, 12)?), end, "numeric-date"))
        }
        (1..=2, 4) => {
            Some(Dated::at(Point::Month(i16::try_from(second).ok(), small(first, 12)?), end, "numeric-date"))
        }
        (1..=2, 1..=2) if mark != '-' || first <= 12 && second > 12 => {
            let (month, of_month) = if first > 12 { (second, first) } else { (first, second) };
            Some(Dated::new(When::MonthDay(small(month, 12)?, small(of_month, 31)?), end, "numeric-date"))
        }
        _ => None,
    }
}
