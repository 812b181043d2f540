//! The English for dates and times that translation left in another form: one reading, the same value.

use std::fmt::Write as _;

use crate::context::Context;
use crate::layer::{Kind, NumberValue, Value};
use crate::reading::Reading;

use super::point::Point;
use super::value::{TimeValue, Timex};
use super::word::TimeWord;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Writes the English for a reading that translation left in another form. `false` if it stays as it is.
pub(crate) fn rewrite(cx: &Context<'_>, reading: &Reading, value: &NumberValue, out: &mut String) -> bool {
    out.clear();
    if value.origin.is_none() {
        return false;
    }
    let written = match (value.rule, value.kind) {
        ("clock-h", _) => clock(cx, reading, out),
        ("duration-h", _) => hours(cx, reading, out),
        ("century", _) => century(value, out),
        (_, Kind::Date | Kind::DateRange) => date(cx, reading, out),
        _ => None,
    };
    written.is_some() && !out.is_empty()
}

/// `12:30` for `12h30` and `12 h 30`.
fn clock(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<()> {
    let minutes = cx.at(reading.first + 2).is_digits() && reading.end > reading.first + 2;
    let end = reading.first + if minutes { 3 } else { 2 };
    let minute = if minutes { cx.word(reading.first + 2) } else { "00" };
    write!(out, "{}:{minute}", cx.word(reading.first)).ok()?;
    (end..reading.end).try_for_each(|at| write!(out, " {}", cx.word(at)).ok())
}

/// `2:15 hours` for `2h15`, `1 hour` for `1 h`.
fn hours(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<()> {
    let hours = cx.word(reading.first);
    match reading.end - reading.first {
        2 if hours == "1" => out.push_str("1 hour"),
        2 => write!(out, "{hours} hours").ok()?,
        3 => write!(out, "{hours}:{} hours", cx.word(reading.first + 2)).ok()?,
        _ => return None,
    }
    Some(())
}

/// `21st century` for `XXIe siècle`.
fn century(value: &NumberValue, out: &mut String) -> Option<()> {
    let Some(Value::Time(TimeValue(Timex::At(Point::Century(hundreds))))) = value.value else { return None };
    let n = hundreds + 1;
    let ending = match n {
        1 | 21 => "st",
        2 | 22 => "nd",
        3 => "rd",
        _ => "th",
    };
    write!(out, "{n}{ending} century").ok()
}

/// What a date says, piece by piece.
#[derive(Clone, Copy, Default)]
struct Pieces<'a> {
    weekday: Option<u8>,
    day: Option<u32>,
    month: Option<u8>,
    year: Option<&'a str>,
}

/// `Wednesday, February 22` for `mercredi 22 février`, `March 3 to 5` for `3 to 5 mars`.
fn date(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<()> {
    let joint = (reading.first + 1..reading.end).find(|at| joins(cx, *at));
    let Some(joint) = joint else {
        return write(pieces(cx, reading.first, reading.end)?, out);
    };
    let (mut from, mut to) = (pieces(cx, reading.first, joint)?, pieces(cx, joint + 1, reading.end)?);
    from.month = from.month.or_else(|| to.month.take());
    let year = to.year.take();
    write(from, out)?;
    out.push_str(if cx.at(joint).is_word() { " to " } else { "-" });
    if to.month.is_none() && to.weekday.is_none() {
        write!(out, "{}", to.day?).ok()?;
    } else {
        write(to, out)?;
    }
    year.map_or(Some(()), |year| write!(out, ", {year}").ok())
}

/// What leads from one end of a range to the other. A hyphen in a date of one piece never does.
fn joins(cx: &Context<'_>, at: usize) -> bool {
    let hyphen = matches!(cx.at(at).symbol(), Some('-' | '–')) && cx.at(at + 1).is_digits();
    cx.at(at).time() == TimeWord::To || hyphen || ["au", "à", "bis", "al"].iter().any(|word| cx.is(at, word))
}

fn pieces<'a>(cx: &Context<'a>, first: usize, end: usize) -> Option<Pieces<'a>> {
    let mut found = Pieces::default();
    for at in first..end {
        let (atom, role) = (cx.at(at), cx.at(at).time());
        if let Some(n) = atom.digits() {
            match atom.len() {
                4 => found.year = Some(cx.word(at)),
                1 | 2 if found.day.is_none() => found.day = Some(n),
                _ => return None,
            }
        }
        found.weekday = found.weekday.or(role.weekday());
        found.month = found.month.or(role.month());
    }
    Some(found)
}

fn write(date: Pieces<'_>, out: &mut String) -> Option<()> {
    if let Some(weekday) = date.weekday {
        out.push_str(WEEKDAYS.get(usize::from(weekday) - 1)?);
    }
    let Some(month) = date.month else {
        return (date.day.is_none() && date.year.is_none() && date.weekday.is_some()).then_some(());
    };
    out.push_str(if date.weekday.is_some() { ", " } else { "" });
    out.push_str(MONTHS.get(usize::from(month) - 1)?);
    match (date.day, date.year) {
        (Some(day), Some(year)) => write!(out, " {day}, {year}").ok(),
        (Some(day), None) => write!(out, " {day}").ok(),
        (None, Some(year)) => write!(out, " {year}").ok(),
        (None, None) => Some(()),
    }
}
