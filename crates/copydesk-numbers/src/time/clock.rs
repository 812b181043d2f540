//! Times of day: `8:04 p.m.`, `1704 GMT`, `noon`, `12h30`.

use super::look::Look;
use super::point::Clock;
use super::word::{TimeWord, Tongue};

/// A time of day and where it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timed {
    pub(crate) clock: Clock,
    pub(crate) end: usize,
    pub(crate) tongue: Option<Tongue>,
    /// Whether its half of the day is said, or its hour can be but one.
    pub(crate) sure: bool,
    pub(crate) rule: &'static str,
}

/// The time of day that begins at an atom.
pub(crate) fn clock(look: Look<'_>, at: usize) -> Option<Timed> {
    match look.cx.at(at).time() {
        TimeWord::Noon => Some(zoned(look, Clock::NOON, at + 1)),
        TimeWord::Midnight => Some(zoned(look, midnight(look), at + 1)),
        TimeWord::Count(hour @ 1..=12) => spoken(look, at, hour),
        _ => digits(look, at),
    }
}

/// `midnight EST`.
fn zoned(look: Look<'_>, clock: Clock, at: usize) -> Timed {
    let (utc, end) = zone(look, at);
    named(Clock { utc, ..clock }, end)
}

/// The end of its day in the TimeML corpora, else the start.
fn midnight(look: Look<'_>) -> Clock {
    if look.cx.options.timeml() { Clock { hour: 24, ..Clock::MIDNIGHT } } else { Clock::MIDNIGHT }
}

fn named(clock: Clock, end: usize) -> Timed {
    Timed { clock, end, tongue: None, sure: true, rule: "named-time" }
}

/// `eight o'clock`, `eight p.m.`
fn spoken(look: Look<'_>, at: usize, hour: u8) -> Option<Timed> {
    let bare = Clock { hour, minute: None, second: None, utc: false };
    if let Some(end) = oclock(look, at + 1) {
        return Some(half_of_day(look, bare, end).unwrap_or(Timed {
            clock: bare,
            end,
            tongue: None,
            sure: false,
            rule: "oclock",
        }));
    }
    half_of_day(look, bare, at + 1)
}

fn digits(look: Look<'_>, at: usize) -> Option<Timed> {
    let (n, len) = look.digits(at)?;
    let small = u8::try_from(n).ok().filter(|_| len <= 2);
    if let Some(hour) = small
        && let Some(found) = with_colon(look, at, hour)
            .or_else(|| french(look, at, hour))
            .or_else(|| uhr(look, Clock { hour, minute: Some(0), second: None, utc: false }, at + 1))
    {
        return Some(found);
    }
    if let Some(hour) = small.filter(|hour| (1..=12).contains(hour)) {
        let bare = Clock { hour, minute: None, second: None, utc: false };
        let marked = oclock(look, at + 1).map(|end| {
            half_of_day(look, bare, end).unwrap_or(Timed {
                clock: bare,
                end,
                tongue: None,
                sure: false,
                rule: "oclock",
            })
        });
        return marked.or_else(|| half_of_day(look, bare, at + 1)).or_else(|| twelve(look, at, hour));
    }
    military(look, at, n, len)
}

/// `12 noon`, `12 midnight`.
fn twelve(look: Look<'_>, at: usize, hour: u8) -> Option<Timed> {
    match (hour, look.role(at + 1)) {
        (12, TimeWord::Noon) => Some(named(Clock::NOON, at + 2)),
        (12, TimeWord::Midnight) => Some(named(midnight(look), at + 2)),
        _ => None,
    }
}

/// `8:04`, `8:04:30 p.m.`, and `8.30 p.m.`, which needs its half of the day.
fn with_colon(look: Look<'_>, at: usize, hour: u8) -> Option<Timed> {
    let point = look.sign(at + 1, '.');
    if !(point || look.sign(at + 1, ':')) || !look.cx.at(at + 1).glued() || hour > 24 {
        return None;
    }
    let minute = two_digits(look, at + 2)?;
    let mut clock = Clock { hour, minute: Some(minute), second: None, utc: false };
    let mut end = at + 3;
    if look.sign(end, ':') && look.cx.at(end).glued() {
        clock.second = Some(two_digits(look, end + 1)?);
        end += 2;
    }
    if let Some(found) = half_of_day(look, clock, end) {
        return Some(found);
    }
    if let Some(found) = uhr(look, clock, end) {
        return Some(found);
    }
    let (utc, zoned) = zone(look, end);
    let split = look.cx.at(end).glued()
        && (look.glued_digits(end + 1).is_some() && !look.sign(end, '-') || look.cx.at(end).is_word());
    if point && zoned == end || split || hour == 24 {
        return None;
    }
    Some(Timed {
        clock: Clock { utc, ..clock },
        end: zoned,
        tongue: None,
        sure: hour > 12 || hour == 0 || zoned > end,
        rule: "clock",
    })
}

/// `14.30 Uhr`.
fn uhr(look: Look<'_>, clock: Clock, at: usize) -> Option<Timed> {
    let german = clock.hour < 24 && look.is(at, "uhr");
    german.then_some(Timed {
        clock,
        end: at + 1,
        tongue: Some(Tongue::German),
        sure: true,
        rule: "clock-uhr",
    })
}

fn two_digits(look: Look<'_>, at: usize) -> Option<u8> {
    look.glued_digits(at).filter(|(n, len)| *len == 2 && *n < 60).and_then(|(n, _)| u8::try_from(n).ok())
}

/// `1704 GMT`, `0800 hours`.
fn military(look: Look<'_>, at: usize, n: u32, len: usize) -> Option<Timed> {
    let (hour, minute) = (u8::try_from(n / 100).ok()?, u8::try_from(n % 100).ok()?);
    let (utc, end) = zone(look, at + 1);
    let hours = look.is(end, "hours") && look.cx.at(at).len() == 4;
    if !(3..=4).contains(&len) || hour > 23 || minute > 59 {
        return None;
    }
    let clock = Clock { hour, minute: Some(minute), second: None, utc };
    if end > at + 1 || hours {
        return Some(Timed { clock, end: end + usize::from(hours), tongue: None, sure: true, rule: "clock" });
    }
    half_of_day(look, clock, end).filter(|_| (1..=12).contains(&hour))
}

/// `12h30`, `12 h 30`, `8h`; also `12h30 GMT`.
fn french(look: Look<'_>, at: usize, hour: u8) -> Option<Timed> {
    if !look.is_any(at + 1, &["h", "heure", "heures"]) || hour > 24 {
        return None;
    }
    let minute =
        look.digits(at + 2).filter(|(n, len)| *len == 2 && *n < 60).and_then(|(n, _)| u8::try_from(n).ok());
    let minute = minute.filter(|_| look.cx.at(at + 2).follows());
    let end = at + 2 + usize::from(minute.is_some());
    if look.cx.at(end).glued() && (look.cx.at(end).is_word() || look.cx.at(end).is_digits()) {
        return None;
    }
    let (utc, end) = zone(look, end);
    let clock = Clock { hour: hour % 24, minute: minute.or(Some(0)), second: None, utc };
    Some(Timed { clock, end, tongue: Some(Tongue::French), sure: true, rule: "clock-h" })
}

fn oclock(look: Look<'_>, at: usize) -> Option<usize> {
    if look.is(at, "oclock") {
        return Some(at + 1);
    }
    let apostrophe = matches!(look.atom(at + 1).symbol(), Some('\'' | '’'));
    (look.is(at, "o") && apostrophe && look.is(at + 2, "clock")).then_some(at + 3)
}

/// `p.m.` and its kin, with the zone after it.
fn half_of_day(look: Look<'_>, clock: Clock, at: usize) -> Option<Timed> {
    if clock.hour > 12 {
        return None;
    }
    let (afternoon, end) = meridiem(look, at)?;
    let hour = clock.hour % 12 + if afternoon { 12 } else { 0 };
    let (utc, end) = zone(look, end);
    Some(Timed { clock: Clock { hour, utc, ..clock }, end, tongue: None, sure: true, rule: "clock" })
}

/// `am`, `p.m.`, `P.M.`
fn meridiem(look: Look<'_>, at: usize) -> Option<(bool, usize)> {
    if look.is_any(at, &["am", "pm"]) {
        return Some((look.is(at, "pm"), at + 1));
    }
    let letter = look.is_any(at, &["a", "p"]);
    let stop = look.sign(at + 1, '.') && look.cx.at(at + 1).glued();
    let m = stop && look.is(at + 2, "m") && look.cx.at(at + 2).glued();
    (letter && m).then(|| (look.is(at, "p"), look.past_stop(at + 3)))
}

/// Whether a zone of Greenwich follows, and the index after any zone. A zone is in capitals.
fn zone(look: Look<'_>, at: usize) -> (bool, usize) {
    let named = look.role(at) == TimeWord::Zone
        && (look.capital(at) || look.cx.options.spoken_times())
        && !look.is_any(at, &["oclock", "uhr"]);
    (named && look.is_any(at, &["gmt", "utc"]), at + usize::from(named))
}
