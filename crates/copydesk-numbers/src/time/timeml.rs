//! What the TimeML corpora mark in another way than news desks need it.

use super::found::{Found, kind_of};
use super::look::Look;
use super::point::{Day, Point};
use super::value::Timex;
use super::word::TimeWord;

/// The same time, marked as in the TimeML corpora.
pub(crate) fn marked(look: Look<'_>, found: Found) -> Found {
    let found = with_article(look, without_relation(found));
    let timex = match found.timex {
        Some(Timex::At(point)) => Some(Timex::At(today(look, point))),
        Some(Timex::Lasting(duration)) => Some(Timex::Lasting(duration.in_decades())),
        timex => timex,
    };
    let kind = match timex {
        Some(Timex::At(point)) if found.kind != crate::Kind::Set => kind_of(point),
        _ => found.kind,
    };
    Found { kind, timex, ..found }
}

/// `two days` of `two days before the vote`.
fn without_relation(found: Found) -> Found {
    let related = matches!(found.rule, "duration-before" | "duration-after");
    Found { end: found.end - usize::from(related), ..found }
}

/// `the 1990s`, `the early 1990s`, `the 19th century`, `the nine months`, but `nine-month` of `the nine-month term`.
fn with_article(look: Look<'_>, found: Found) -> Found {
    let whole = matches!(found.rule, "duration" | "duration-before" | "duration-after")
        && !look.cx.before(found.end, 2).is('-')
        && !look.modifies(found.end)
        && look.hyphen(found.end).is_none();
    let named = matches!(found.rule, "decade" | "century") || whole;
    let the = named && look.role_before(found.first) == TimeWord::The;
    Found { first: found.first - usize::from(the), ..found }
}

/// A time of day is on the day of the story.
fn today(look: Look<'_>, point: Point) -> Point {
    match (point, look.cx.reference.date) {
        (Point::Clock(Day::Any, clock), Some(date)) => Point::Clock(Day::On(date), clock),
        _ => point,
    }
}
