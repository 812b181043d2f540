//! The English for dates and times that translation left in another form: one reading, the same value.

use std::fmt::Write as _;

use crate::atom::Case;
use crate::context::Context;
use crate::layer::{Kind, NumberValue, Value};
use crate::lexicon::Cue;
use crate::number::in_a_quoted_name;
use crate::reading::Reading;

use super::point::{DayPart, Point};
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
    // `12 et 19 mars`: the month belongs to both days, and English says it before the first.
    let shared = cx.before(reading.first, 1).cue() == Cue::And && cx.before(reading.first, 2).is_digits();
    if value.origin.is_none() || shared || in_a_quoted_name(cx, reading) {
        return false;
    }
    let written = match (value.rule, value.kind) {
        ("clock-h", _) => clock(cx, reading, out),
        ("clock-uhr", _) => uhr(cx, reading, out),
        ("duration-h", _) => hours(cx, reading, out),
        ("century", _) => century(value, out),
        ("decade", _) => decade(value, out),
        ("day-and-time", _) => date_and_clock(cx, reading, out),
        (_, Kind::Date | Kind::DateRange | Kind::Datetime) => after_prefix(cx, reading, out),
        _ => None,
    };
    written.is_some() && !out.is_empty()
}

/// The article before a day, which English does without, and what stands in its place.
///
/// `the 1er janvier` loses it; `le 5 mai` is `on May 5`, but after a preposition it loses it too.
pub(crate) fn article(cx: &Context<'_>, reading: &Reading, written: &str) -> Option<(usize, &'static str)> {
    use TimeWord::{After, Ahead, Before, From, Of, Preposition};
    let at = reading.first.checked_sub(1)?;
    if !cx.at(reading.first).follows() || !written.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    if cx.is(at, "the") {
        return Some((at, ""));
    }
    let foreign = ["le", "el", "il", "am"].iter().any(|article| cx.is(at, article));
    if !foreign || !written.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let led = matches!(cx.before(at, 1).time(), Preposition | From | Of | Ahead | Before | After);
    Some((
        at,
        match cx.at(at).case() {
            Case::Capital => "On ",
            _ if led => "",
            _ => "on ",
        },
    ))
}

/// `12:30` for `12h30` and `12 h 30`.
fn clock(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<()> {
    let minutes = cx.at(reading.first + 2).is_digits() && reading.end > reading.first + 2;
    let end = reading.first + if minutes { 3 } else { 2 };
    let minute = if minutes { cx.word(reading.first + 2) } else { "00" };
    write!(out, "{}:{minute}", cx.word(reading.first)).ok()?;
    (end..reading.end).try_for_each(|at| write!(out, " {}", cx.word(at)).ok())
}

/// `14:30` for `14.30 Uhr`.
fn uhr(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<()> {
    let minute = if cx.at(reading.first + 2).is_digits() { cx.word(reading.first + 2) } else { "00" };
    write!(out, "{}:{minute}", cx.word(reading.first)).ok()
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

/// `1990s` for `années 90`.
fn decade(value: &NumberValue, out: &mut String) -> Option<()> {
    let Some(Value::Time(TimeValue(Timex::At(Point::Decade(decade))))) = value.value else { return None };
    write!(out, "{decade}0s").ok()
}

/// What a date says, piece by piece.
#[derive(Clone, Copy, Default)]
struct Pieces<'a> {
    weekday: Option<u8>,
    day: Option<u32>,
    month: Option<u8>,
    year: Option<&'a str>,
    part: Option<&'static str>,
}

/// Words inside a date that say nothing.
const PARTICLES: [&str; 15] =
    ["of", "the", "le", "de", "del", "di", "er", "st", "nd", "rd", "th", "º", "den", "el", "il"];

const fn part_of_day(role: TimeWord) -> Option<&'static str> {
    match role {
        TimeWord::ForeignPart((_, DayPart::Morning)) => Some("morning"),
        TimeWord::ForeignPart((_, DayPart::Afternoon)) => Some("afternoon"),
        TimeWord::ForeignPart((_, DayPart::Evening)) => Some("evening"),
        TimeWord::ForeignPart((_, DayPart::Night)) => Some("night"),
        _ => None,
    }
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

/// `the end of March` for `the end of mars`: words of English before the date stay.
fn after_prefix(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<()> {
    let core = |at: &usize| {
        cx.at(*at).is_digits() || cx.at(*at).time().month().is_some() || cx.at(*at).time().weekday().is_some()
    };
    let first = (reading.first..reading.end).find(core)?;
    let before = cx.before(first, 1);
    if first == reading.first
        && cx.at(first).follows()
        && ["fin", "début", "mi", "mitte", "ende", "anfang"]
            .iter()
            .any(|word| before.text(cx.text).eq_ignore_ascii_case(word))
        || before.is('-')
    {
        return None;
    }
    let lone = first + 1 == reading.end && first == reading.first;
    if lone && !in_english(cx, first) {
        return None;
    }
    out.push_str(&cx.text[cx.at(reading.first).start as usize..cx.at(first).start as usize]);
    date(cx, &Reading { first, end: reading.end, value: None }, out)
}

/// A month or weekday alone is English in all but its name only where it stands at a sentence's start, before a comma,
/// or after a word that leads to a date.
fn in_english(cx: &Context<'_>, at: usize) -> bool {
    use TimeWord::{After, Ahead, Before, Early, From, Last, Late, Next, Of, Preposition, This};
    let before = cx.before(at, 1);
    let led = matches!(
        before.time(),
        Preposition | From | Ahead | Last | Next | This | Of | Before | After | Early | Late
    );
    led || cx.at(at + 1).is(',') || !cx.at(at).follows() || before.is('.')
}

/// `December 24 at 20:30` for `24 décembre at 20h30`.
fn date_and_clock(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<()> {
    let tied = |at: usize| cx.is(at, "h") || cx.at(at).is(':') && cx.at(at).glued();
    let hour = (reading.first + 1..reading.end).find(|at| cx.at(*at).is_digits() && tied(at + 1))?;
    let joined = cx.is(hour - 1, "at") || cx.at(hour - 1).is(',');
    date(cx, &Reading { first: reading.first, end: hour - usize::from(joined), value: None }, out)?;
    out.push_str(" at ");
    if cx.at(hour + 1).is(':') {
        out.push_str(&cx.text[cx.at(hour).start as usize..cx.at(reading.end - 1).end as usize]);
        return Some(());
    }
    clock(cx, &Reading { first: hour, end: reading.end, value: None }, out)
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
        let known = role.month().is_some()
            || role.weekday().is_some()
            || part_of_day(role).is_some()
            || !atom.is_word();
        if !known && !PARTICLES.iter().any(|particle| cx.is(at, particle)) {
            return None;
        }
        found.part = found.part.or(part_of_day(role));
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
        let alone = date.day.is_none() && date.year.is_none() && date.weekday.is_some();
        return alone.then(|| part(date, out));
    };
    out.push_str(if date.weekday.is_some() { ", " } else { "" });
    out.push_str(MONTHS.get(usize::from(month) - 1)?);
    let written = match (date.day, date.year) {
        (Some(day), Some(year)) => write!(out, " {day}, {year}").ok(),
        (Some(day), None) => write!(out, " {day}").ok(),
        (None, Some(year)) => write!(out, " {year}").ok(),
        (None, None) => Some(()),
    };
    part(date, out);
    written
}

fn part(date: Pieces<'_>, out: &mut String) {
    if let Some(part) = date.part {
        out.push(' ');
        out.push_str(part);
    }
}
