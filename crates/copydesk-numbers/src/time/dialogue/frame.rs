//! The words before and behind a time that belong to it in dialogue.

use super::super::found::{Found, kind_of, next};
use super::super::look::Look;
use super::super::point::{Day, Point};
use super::super::resolve::grain;
use super::super::unit::Unit;
use super::super::value::Timex;
use super::super::word::TimeWord;
use super::duckling;
use super::window::{away, instant};
use crate::layer::Kind;

/// A time with the words around it that say more.
pub(super) fn framed(look: Look<'_>, found: Found) -> Found {
    let found = from_now(look, found);
    if duckling(look) {
        return led(look, open(look, found));
    }
    open(look, without_article(look, found))
}

/// `from`, `between`, `since`, `after`, `before`, `until` and `in` before a time.
fn open(look: Look<'_>, found: Found) -> Found {
    let the = found.first - usize::from(look.role_before(found.first) == TimeWord::The);
    let was = |words: &[&str]| look.was_any(the, words);
    let before = Found { first: the.saturating_sub(1), ..found };
    match found.timex {
        Some(Timex::Between(..)) if was(&["from", "between"]) => before,
        Some(Timex::Between(..)) if was(&["in"]) && found.rule == "part-of-day" => before,
        Some(Timex::Lasting(length)) if was(&["in"]) && found.kind == Kind::Duration => away(look, length, 1)
            .map_or(found, |point| Found { kind: kind_of(point), timex: Some(Timex::At(point)), ..before }),
        Some(Timex::Lasting(length)) if was(&["within"]) && found.kind == Kind::Duration => {
            within(look, length, before).unwrap_or(found)
        }
        Some(Timex::At(point)) if is_point(found) => opened(look, point, &before, the).unwrap_or(found),
        _ => found,
    }
}

const fn is_point(found: Found) -> bool {
    matches!(found.kind, Kind::Date | Kind::Datetime | Kind::Time)
}

fn within(look: Look<'_>, length: super::super::duration::Duration, before: Found) -> Option<Found> {
    let to = away(look, length, 1)?;
    let from = match to {
        Point::Clock(..) => instant(look, 0, Unit::Second)?,
        _ => Point::Day(Day::On(look.cx.reference.date?)),
    };
    let kind = if matches!(to, Point::Clock(..)) { Kind::DatetimeRange } else { Kind::DateRange };
    Some(Found { kind, timex: Some(Timex::Between(Some(from), Some(to))), ..before })
}

/// A range that is open at one end.
fn opened(look: Look<'_>, point: Point, before: &Found, at: usize) -> Option<Found> {
    let kind = match before.kind {
        Kind::Date => Kind::DateRange,
        Kind::Time => Kind::TimeRange,
        _ => Kind::DatetimeRange,
    };
    let later = |end| matches!(look.is_any(end, &["or"]), true) && look.is_any(end + 1, &["later", "after"]);
    let start = Some(point);
    let whole = matches!(
        point,
        Point::Year(_) | Point::Month(..) | Point::Decade(_) | Point::Quarter(..) | Point::Week(..)
    );
    let open = |timex, first| Some(Found { kind, timex: Some(timex), first, ..*before });
    match () {
        () if look.was_any(at, &["since", "starting", "beginning"]) => {
            open(Timex::Between(start, None), at - 1)
        }
        () if look.was_any(at, &["after"]) => {
            open(Timex::Between(if whole && !duckling(look) { next(point) } else { start }, None), at - 1)
        }
        () if look.was_any(at, &["before", "until", "till", "by"]) => {
            open(Timex::Between(None, start), at - 1)
        }
        () if look.was_any(at, &["on"]) && look.was_any(at - 1, &["starting", "beginning"]) => {
            open(Timex::Between(start, None), at - 2)
        }
        () if later(before.end) => Some(Found {
            end: before.end + 2,
            kind,
            timex: Some(Timex::Between(start, None)),
            first: at,
            ..*before
        }),
        () => None,
    }
}

/// Recognizers leave the article before `last`, `next` and the ends of a stretch.
fn without_article(look: Look<'_>, found: Found) -> Found {
    let pointing = matches!(
        look.role(found.first + 1),
        TimeWord::Last
            | TimeWord::Next
            | TimeWord::Following
            | TimeWord::Same
            | TimeWord::This
            | TimeWord::End
            | TimeWord::Start
    );
    let article = look.cx.at(found.first).time() == TimeWord::The && pointing;
    Found { first: found.first + usize::from(article), ..found }
}

/// `3 days from today`, `a year from now`.
fn from_now(look: Look<'_>, found: Found) -> Found {
    let Some(Timex::Lasting(length)) = found.timex.filter(|_| found.kind == Kind::Duration) else {
        return found;
    };
    let end = found.end;
    let sign = match () {
        () if look.is_any(end, &["from", "after"]) => 1,
        () if look.is(end, "before") => -1,
        () if look.is_any(end, &["later", "hence"]) => {
            return away(look, length, 1)
                .map_or(found, |point| Found::at(found.first, end + 1, point, "from-now"));
        }
        () => return found,
    };
    let right = look.past(end + 1, "right");
    let anchor = match look.role(right) {
        TimeWord::Now => 0,
        TimeWord::Deictic(days) => i32::from(days),
        _ => return found,
    };
    let moved = away(look, length, sign);
    let moved = match moved {
        Some(Point::Day(Day::On(date))) => {
            Unit::Day.after(anchor, date).and_then(|date| grain(date, Unit::Day))
        }
        Some(point) if anchor == 0 => Some(point),
        _ => None,
    };
    moved.map_or(found, |point| Found::at(found.first, right + 1, point, "from-now"))
}

/// Duckling takes the prepositions and articles before a time.
fn led(look: Look<'_>, found: Found) -> Found {
    let mut first = found.first;
    let leads = [
        "on",
        "at",
        "in",
        "for",
        "during",
        "about",
        "around",
        "the",
        "by",
        "of",
        "approximately",
        "this",
        "from",
        "between",
    ];
    while first > 0 && found.first - first < 3 && look.was_any(first, &leads) {
        first -= 1;
    }
    if first > 0 && look.cx.before(first, 1).is('@') {
        first -= 1;
    }
    Found { first, ..found }
}
