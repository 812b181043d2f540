//! Times of day that come again: `every day at 7:13 p.m.`, `3pm each day`.

use super::super::duration::Duration;
use super::super::found::Found;
use super::super::look::Look;
use super::super::point::{Clock, Day, Point};
use super::super::set::set;
use super::super::value::Timex;
use super::clock::spoken;
use crate::layer::Kind;

/// A set with the time of day behind it, or a time of day with the set behind it.
pub(super) fn timed(look: Look<'_>, found: Found) -> Found {
    match (found.kind, found.timex) {
        (Kind::Set, Some(timex)) => {
            let at = look.past(found.end, "at");
            let time = spoken(look, at, at > found.end)
                .filter(|time| look.cx.at(at).follows() && !time.bare || at > found.end);
            time.and_then(|time| joined(found, timex, time.clock, time.end)).unwrap_or(found)
        }
        (Kind::Time, Some(Timex::At(Point::Clock(_, clock)))) => {
            let again = if look.cx.at(found.end).follows() { set(look, found.end) } else { None };
            again.and_then(|again| joined(found, again.timex?, clock, again.end)).unwrap_or(found)
        }
        _ => found,
    }
}

fn joined(found: Found, timex: Timex, clock: Clock, end: usize) -> Option<Found> {
    let day = match timex {
        Timex::Lasting(length) => daily(length).then_some(Day::Any)?,
        Timex::At(Point::Day(day)) => day,
        Timex::At(Point::Part(Day::Any, _)) => Day::Any,
        _ => return None,
    };
    Some(Found { end, kind: Kind::Set, timex: Some(Timex::At(Point::Clock(day, clock))), ..found })
}

fn daily(length: Duration) -> bool {
    length.to_string() == "P1D"
}
