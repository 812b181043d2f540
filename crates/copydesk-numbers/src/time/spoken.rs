//! Times and years as people say them to a machine: `eight fifty one`, `quarter past one`, `nineteen ninety four`.

use crate::lexicon::Numeral;

use super::found::Found;
use super::look::Look;
use super::point::{Clock, Day, Point};
use super::word::TimeWord;

/// The time or the year that begins at an atom.
pub(crate) fn spoken(look: Look<'_>, at: usize) -> Option<Found> {
    relative(look, at).or_else(|| clock(look, at)).or_else(|| decade(look, at)).or_else(|| year(look, at))
}

/// A number below a hundred in words.
fn number(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    match look.cx.at(at).numeral() {
        Numeral::Small(n) => Some((n, at + 1)),
        Numeral::Tens(tens) => match look.atom(at + 1).numeral() {
            Numeral::Small(n @ 1..=9) => Some((tens + n, at + 2)),
            _ => Some((tens, at + 1)),
        },
        _ => None,
    }
}

/// Two digits: `fifty one`, `o six`.
fn pair(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    if look.is_any(at, &["o", "oh"]) {
        return number(look, at + 1).filter(|(n, _)| (1..=9).contains(n));
    }
    number(look, at).filter(|(n, _)| *n >= 10)
}

/// `half past three`, `quarter to twelve`, `ten to eleven pm`.
fn relative(look: Look<'_>, at: usize) -> Option<Found> {
    let (minutes, end) = match look.cx.at(at).time() {
        TimeWord::Half => (30, at + 1),
        _ if look.cx.is(at, "quarter") => (15, at + 1),
        _ => number(look, at).filter(|(n, _)| (1..60).contains(n))?,
    };
    let end = if look.is_any(end, &["min", "mins", "minute", "minutes"]) { end + 1 } else { end };
    let before = look.is_any(end, &["to", "till"]);
    if !before && !look.is_any(end, &["past", "after"]) {
        return None;
    }
    let (hour, end) = number(look, end + 1).filter(|(hour, _)| (1..=12).contains(hour))?;
    let (hour, minute) =
        if before { (if hour == 1 { 12 } else { hour - 1 }, 60 - minutes) } else { (hour, minutes) };
    let (half, end) = half_of_day(look, end);
    let midnight = half == Some(false) && before && hour == 12;
    Some(at_clock(at, end, if midnight { 0 } else { hour }, minute, if midnight { None } else { half }))
}

/// `eight fifty one`, `eleven o six p m`, `two p m`.
fn clock(look: Look<'_>, at: usize) -> Option<Found> {
    let (hour, after) = number(look, at).filter(|(hour, end)| (1..=12).contains(hour) && *end == at + 1)?;
    let (minute, end) = pair(look, after).filter(|(minute, _)| *minute < 60).unwrap_or((60, after));
    let (half, past) = half_of_day(look, end);
    let scale = matches!(look.atom(end).numeral(), Numeral::Scale(_));
    match (minute, half) {
        (60, None) => None,
        (60, half) => Some(at_clock(at, past, hour, 0, half)),
        _ if scale || look.atom(past).unit().is_some() || look.atom(past).currency().is_some() => None,
        (minute, half) => Some(at_clock(at, past, hour, minute, half)),
    }
}

/// `p m`, said in letters or written as one.
fn half_of_day(look: Look<'_>, at: usize) -> (Option<bool>, usize) {
    let letters = look.is(at + 1, "m");
    match () {
        () if look.is(at, "pm") => (Some(true), at + 1),
        () if look.is(at, "am") => (Some(false), at + 1),
        () if look.is(at, "p") && letters => (Some(true), at + 2),
        () if look.is(at, "a") && letters => (Some(false), at + 2),
        () => (None, at),
    }
}

fn at_clock(first: usize, end: usize, hour: u8, minute: u8, afternoon: Option<bool>) -> Found {
    let hour = match (afternoon, hour) {
        (Some(true), 1..=11) => hour + 12,
        (Some(false), 12) => 0,
        _ => hour,
    };
    let clock = Clock { hour, minute: Some(minute), second: None, utc: false };
    Found::at(first, end, Point::Clock(Day::Any, clock), "spoken-time")
}

/// The decades of a century but its first two.
const DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/// `nineteen eighties`.
fn decade(look: Look<'_>, at: usize) -> Option<Found> {
    let (century, after) = number(look, at).filter(|(n, end)| (13..=20).contains(n) && *end == at + 1)?;
    let tens = DECADES.iter().position(|word| look.is(after, word))?;
    let decade = i16::from(century) * 10 + 2 + i16::try_from(tens).ok()?;
    Some(Found::at(at, after + 1, Point::Decade(decade), "spoken-year"))
}

/// `nineteen ninety four`, `two thousand and nine`.
fn year(look: Look<'_>, at: usize) -> Option<Found> {
    let (year, end) = numbered_year(look, at)?;
    Some(Found::at(at, end, Point::Year(Some(year)), "spoken-year"))
}

fn numbered_year(look: Look<'_>, at: usize) -> Option<(i16, usize)> {
    let (century, after) = number(look, at).filter(|(_, end)| *end == at + 1)?;
    if (13..=20).contains(&century)
        && let Some((rest, end)) = pair(look, after)
    {
        return Some((i16::from(century) * 100 + i16::from(rest), end));
    }
    let thousand = look.atom(after).numeral() == Numeral::Scale(3);
    let (rest, end) = number(look, look.past(after + 1, "and"))?;
    (thousand && century == 2).then(|| (i16::from(century) * 1000 + i16::from(rest), end))
}

/// A year in words behind a month: also `two thousand`, `seventeen hundred thirty three`.
pub(crate) fn spoken_year(look: Look<'_>, at: usize) -> Option<(i16, usize)> {
    let (century, after) = number(look, at).filter(|(_, end)| *end == at + 1 && look.cx.at(at).follows())?;
    let scale = look.atom(after).numeral();
    let base = match (century, scale) {
        (2, Numeral::Scale(3)) => 2000,
        (13..=20, Numeral::Scale(2)) => i16::from(century) * 100,
        _ => return numbered_year(look, at),
    };
    let rest = number(look, look.past(after + 1, "and")).filter(|_| look.cx.at(after + 1).follows());
    Some(rest.map_or((base, after + 1), |(rest, end)| (base + i16::from(rest), end)))
}
