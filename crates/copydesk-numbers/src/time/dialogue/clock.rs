//! Times of day as they are spoken: `3ish`, `9p`, `half past three pm`, `a quarter to noon`, `3 in the afternoon`.

use super::super::clock::clock;
use super::super::look::Look;
use super::super::point::{Clock, DayPart};
use super::super::word::TimeWord;
use crate::lexicon::Numeral;

/// A time of day as spoken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    pub(super) clock: Clock,
    pub(super) end: usize,
    /// Whether its half of the day is said.
    pub(super) sure: bool,
    /// Whether it is no more than a number.
    pub(super) bare: bool,
}

const fn at(hour: u8, minute: Option<u8>) -> Clock {
    Clock { hour, minute, second: None, utc: false }
}

/// The time of day that begins at an atom. `led` says that a word before it makes a bare number an hour.
pub(super) fn spoken(look: Look<'_>, first: usize, led: bool) -> Option<Spoken> {
    let found = past_hour(look, first)
        .or_else(|| written(look, first))
        .or_else(|| short_half(look, first))
        .or_else(|| words(look, first))
        .or_else(|| bare(look, first, led))?;
    Some(blurred(look, found))
}

/// `nine fifty nine a m`, `seven thirty p.m.`
fn words(look: Look<'_>, first: usize) -> Option<Spoken> {
    let (hour, after) = number(look, first).filter(|(hour, _)| (1..=12).contains(hour))?;
    let (minute, end) = number(look, after)
        .filter(|(minute, _)| (1..60).contains(minute) && !look.cx.at(after).is_digits())?;
    let stopped = look.past_stop(end + 1);
    let letters = look.is_any(end, &["a", "p"]) && look.is(stopped, "m");
    let whole = look.is_any(end, &["am", "pm"]);
    let afternoon = look.is_any(end, &["p", "pm"]);
    let end = if letters { look.past_stop(stopped + 1) } else { end + 1 };
    let hour = hour % 12 + if afternoon { 12 } else { 0 };
    (letters || whole).then_some(Spoken { clock: at(hour, Some(minute)), end, sure: true, bare: false })
}

fn written(look: Look<'_>, first: usize) -> Option<Spoken> {
    let found = clock(look, first)
        .filter(|found| found.rule != "clock-h" || !look.was_any(first, &["in", "for", "within"]))?;
    let hour = found.clock.hour;
    let named = found.rule == "named-time";
    Some(Spoken {
        clock: found.clock,
        end: found.end,
        sure: named || found.sure && (hour > 12 || found.end > first + 1),
        bare: false,
    })
}

/// `ish`, `sharp`, `approximately` behind a time.
fn blurred(look: Look<'_>, found: Spoken) -> Spoken {
    let end = found.end;
    let behind = look.is_any(end, &["ish", "sharp", "approximately", "exactly"]);
    if behind { Spoken { end: end + 1, ..found } } else { found }
}

/// `9a`, `3:18p`, `9a.`
fn short_half(look: Look<'_>, first: usize) -> Option<Spoken> {
    let (hour, _) = look.digits(first).filter(|(hour, len)| *len <= 2 && (1..=12).contains(hour))?;
    let minute = look
        .sign(first + 1, ':')
        .then(|| look.digits(first + 2))
        .flatten()
        .filter(|(n, len)| *len == 2 && *n < 60);
    let letter = if minute.is_some() { first + 3 } else { first + 1 };
    let afternoon = look.is(letter, "p");
    let glued = look.cx.at(letter).glued() && look.is_any(letter, &["a", "p"]);
    let hour = u8::try_from(hour).ok()? % 12 + if afternoon { 12 } else { 0 };
    let minute = minute.and_then(|(n, _)| u8::try_from(n).ok());
    glued.then_some(Spoken { clock: at(hour, minute), end: letter + 1, sure: true, bare: false })
}

/// A number in digits or words.
pub(super) fn number(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    match look.cx.at(at).numeral() {
        Numeral::Small(n) => Some((n, at + 1)),
        Numeral::Tens(tens) => match look.atom(look.past_hyphen(at + 1)).numeral() {
            Numeral::Small(n @ 1..=9) => Some((tens + n, look.past_hyphen(at + 1) + 1)),
            _ => Some((tens, at + 1)),
        },
        _ => {
            let (n, len) = look.digits(at)?;
            let next = look.cx.at(at + 1);
            let split = next.glued()
                && (next.is_word() && !look.is(at + 1, "ish")
                    || next.symbol().is_some_and(|mark| "/.:%".contains(mark))
                        && look.glued_digits(at + 2).is_some());
            (len <= 2 && !split).then(|| u8::try_from(n).ok())?.map(|n| (n, at + 1))
        }
    }
}

/// `10`, after a word that leads to an hour; `3 15`, `three twenty`.
fn bare(look: Look<'_>, first: usize, led: bool) -> Option<Spoken> {
    let (hour, end) = number(look, first)?;
    let parted = part(look, end).is_some_and(|(_, _, phrase)| phrase) || look.role(end) == TimeWord::Tonight;
    if !(led || parted) || hour > 24 || hour == 0 {
        return None;
    }
    let ish = look.is(end, "ish");
    let parted = parted || ish;
    match number(look, end)
        .filter(|(minute, _)| (10..60).contains(minute) && led && !ish && look.cx.at(end).follows())
    {
        Some((minute, end)) if look.role(end).unit().is_none() => {
            Some(Spoken { clock: at(hour, Some(minute)), end, sure: hour > 12, bare: false })
        }
        _ if look.role(end).unit().is_some() || look.role(end).month().is_some() => None,
        _ => Some(Spoken { clock: at(hour, None), end, sure: hour > 12, bare: !parted }),
    }
}

/// `half past three`, `15 minutes past 3pm`, `a quarter to noon`, `twenty after 3pm`.
fn past_hour(look: Look<'_>, first: usize) -> Option<Spoken> {
    let article = usize::from(look.cx.at(first).time() == TimeWord::Article);
    let start = first + article;
    let (minutes, end) = match () {
        () if look.cx.is(start, "half") => (30, start + 1),
        () if look.cx.is(start, "quarter") => (15, start + 1),
        () => number(look, start).filter(|(n, _)| (1..60).contains(n))?,
    };
    let in_minutes = look.is_any(end, &["min", "mins", "minute", "minutes"]);
    let end = end + usize::from(in_minutes);
    let range = look.was_any(first, &["from", "between"]) || minutes < 10 && !in_minutes;
    if range && !look.is(end, "past") {
        return None;
    }
    let before = look.is_any(end, &["to", "till", "before", "of"]);
    let after = look.is_any(end, &["past", "after", "from"]);
    if !before && !after {
        return None;
    }
    let hour = spoken_hour(look, end + 1)?;
    let minute = if before { 60 - minutes } else { minutes };
    let base = hour.clock.hour;
    let hours = if !before {
        base
    } else if base == 0 {
        23
    } else if base == 1 && !hour.sure {
        12
    } else {
        base - 1
    };
    (hour.clock.minute.unwrap_or(0) == 0).then_some(Spoken { clock: at(hours, Some(minute)), ..hour })
}

/// The hour after `past`: no more than an hour, with its half of the day.
fn spoken_hour(look: Look<'_>, first: usize) -> Option<Spoken> {
    written(look, first).or_else(|| short_half(look, first)).or_else(|| {
        let (hour, end) = number(look, first).filter(|(hour, _)| (1..=24).contains(hour))?;
        Some(Spoken { clock: at(hour, None), end, sure: hour > 12, bare: false })
    })
}

/// A part of a day: it, where it ends, and whether it is said with `in the`.
pub(super) fn part(look: Look<'_>, first: usize) -> Option<(DayPart, usize, bool)> {
    let early = first + usize::from(look.cx.is(first, "early"));
    let phrase = look.is(early, "in");
    let named = look.past(look.past(early, "in"), "the");
    let this = named == first && look.cx.is(first, "this");
    let named = named + usize::from(this);
    match look.cx.at(named).time() {
        TimeWord::Part(part) if named == first || look.cx.at(named).follows() => {
            Some((part, named + 1, phrase || this))
        }
        TimeWord::Tonight if !this && named == first => Some((DayPart::Night, named + 1, false)),
        _ if phrase && look.is_any(named, &["am", "pm"]) => {
            let part = if look.is(named, "am") { DayPart::Morning } else { DayPart::Afternoon };
            Some((part, named + 1, true))
        }
        _ => None,
    }
}
