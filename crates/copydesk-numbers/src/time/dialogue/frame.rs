//! The words before and behind a time that belong to it in dialogue.

use super::super::duration::{Amount, Duration};
use jiff::civil::Date;

use super::super::calendar::{day, plus};
use super::super::date::Dated;
use super::super::found::{Found, kind_of, next};
use super::super::length::length;
use super::super::look::Look;
use super::super::point::{Clock, Day, Point};
use super::super::resolve::{grain, point};
use super::super::unit::Unit;
use super::super::value::Timex;
use super::super::whole::{any_date, of_days};
use super::super::word::TimeWord;
use super::clock::spoken;
use super::duckling;
use super::window::{away, instant};
use crate::layer::{Kind, Modifier};

/// A time with the words around it that say more.
pub(super) fn framed(look: Look<'_>, found: Found) -> Found {
    let found = edged(look, lasting(look, right_now(look, starting(look, from_now(look, found)))));
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
        Some(Timex::Between(Some(from), Some(to)))
            if found.rule == "edge" || found.first + 6 > found.end && found.kind == Kind::DateRange =>
        {
            opened_range(look, (from, to), &before, the).unwrap_or(found)
        }
        Some(Timex::At(Point::Clock(Day::Any, _))) if was(&["in"]) && starts_with_part(look, found) => before,
        Some(Timex::Lasting(length)) if was(&["in"]) && found.kind == Kind::Duration => away(look, length, 1)
            .map_or(found, |point| Found { kind: kind_of(point), timex: Some(Timex::At(point)), ..before }),
        Some(Timex::Lasting(length)) if was(&["within"]) && found.kind == Kind::Duration => {
            within(look, length, before).unwrap_or(found)
        }
        Some(Timex::At(_)) if was(&["around", "about"]) && found.kind != Kind::Date && !duckling(look) => {
            before
        }
        Some(Timex::At(point)) if is_point(found) => opened(look, point, &before, the).unwrap_or(found),
        _ => found,
    }
}

/// `the morning at 7`.
fn starts_with_part(look: Look<'_>, found: Found) -> bool {
    let part = found.first + usize::from(look.cx.at(found.first).time() == TimeWord::The);
    matches!(look.cx.at(part).time(), TimeWord::Part(_))
}

/// `since the end of 1989`, `before early September`.
fn opened_range(look: Look<'_>, (from, to): (Point, Point), before: &Found, at: usize) -> Option<Found> {
    let early = matches!(look.cx.at(before.first + 1).time(), TimeWord::Early | TimeWord::Start)
        || matches!(look.role(before.first + 2), TimeWord::Start);
    let late = matches!(look.cx.at(before.first + 1).time(), TimeWord::Late | TimeWord::End)
        || matches!(look.role(before.first + 2), TimeWord::End);
    let timex = match () {
        () if look.was_any(at, &["since"]) => Timex::Between(Some(from), None),
        () if look.was_any(at, &["after"]) => Timex::Between(Some(if early { from } else { to }), None),
        () if look.was_any(at, &["before", "until", "till"]) => {
            Timex::Between(None, Some(if late { to } else { from }))
        }
        () => return None,
    };
    Some(Found { timex: Some(timex), ..*before })
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
    let later = |end| look.is_any(end, &["or", "and"]) && look.is_any(end + 1, &["later", "after"]);
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
            let from = if duckling(look) && look.was_any(at, &["by"]) {
                instant(look, 0, Unit::Second)
            } else {
                None
            };
            open(Timex::Between(from, start), at - 1)
        }
        () if look.was_any(at, &["on"]) && look.was_any(at - 1, &["starting", "beginning"]) => {
            open(Timex::Between(start, None), at - 2)
        }
        () if look.was_any(at, &["than"]) && look.was_any(at - 1, &["later", "greater"]) => {
            let no = look.was_any(at - 2, &["no"]);
            let last = if whole { next(point) } else { start };
            let timex = if no { Timex::Between(None, start) } else { Timex::Between(last, None) };
            open(timex, at - 2 - usize::from(no))
        }
        () if look.was_any(at, &["as"])
            && look.was_any(at - 1, &["early", "late"])
            && look.was_any(at - 2, &["as"]) =>
        {
            let early = look.was_any(at - 1, &["early"]);
            let timex = if early { Timex::Between(start, None) } else { Timex::Between(None, start) };
            open(timex, at - 3)
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

/// `end of April`, `the beginning of this week`, `early March`: the days it means.
fn edged(look: Look<'_>, found: Found) -> Found {
    let found = with_edge(look, found);
    let (Some(Timex::At(point)), Some(modifier)) = (found.timex, found.modifier) else { return found };
    let Some(ends) = cut(point, modifier, duckling(look)) else { return found };
    let (from, to) = at_hand(look, found, ends).unwrap_or(ends);
    let day = |date| Some(Point::Day(Day::On(date)));
    let by = duckling(look) && modifier == Modifier::Late && look.was_any(found.first, &["by"]);
    let from = if by { instant(look, 0, Unit::Second) } else { day(from) };
    let kind = if by { Kind::DatetimeRange } else { Kind::DateRange };
    Found { kind, timex: Some(Timex::Between(from, day(to))), modifier: None, ..found }
}

/// Of the year, month or week at hand, `later` is what is left of it and `earlier` what is over; the year has two halves.
fn at_hand(look: Look<'_>, found: Found, (from, to): (Date, Date)) -> Option<(Date, Date)> {
    let today = look.cx.reference.date.filter(|_| !duckling(look))?;
    let Some(Timex::At(point)) = found.timex else { return None };
    let (start, end) = point.days().filter(|(start, end)| (*start..*end).contains(&today))?;
    let (from, to) = match (point, found.modifier) {
        (Point::Year(Some(year)), Some(Modifier::Late)) => (day(year, 7, 1)?, to),
        (Point::Year(Some(year)), Some(Modifier::Early)) => (from, day(year, 7, 1)?),
        _ => (from, to),
    };
    let word = |word| look.cx.is(found.first, word);
    Some(match () {
        () if word("later") => (from.max(today), end),
        () if word("earlier") => (start, today.min(to)),
        () => (from, to),
    })
}

/// `end of` before a date without an article.
fn with_edge(look: Look<'_>, found: Found) -> Found {
    let the =
        found.first - usize::from(look.role_before(found.first) == TimeWord::The && found.modifier.is_none());
    let edge = the.saturating_sub(2);
    if !look.was_any(the, &["of"]) || found.modifier.is_some() || the < 2 {
        return found;
    }
    let modifier = match look.cx.at(edge).time() {
        TimeWord::End => Modifier::Late,
        TimeWord::Start => Modifier::Early,
        _ => return found,
    };
    Found { first: edge, modifier: Some(modifier), ..found }
}

/// The first, middle or last days of a week, month or year.
fn cut(point: Point, modifier: Modifier, duckling: bool) -> Option<(Date, Date)> {
    let (from, to) = point.days()?;
    let at = |days: i64| plus(from, days);
    let month = |month: u8| day(from.year(), month, 1);
    let (first, second) = match (point, duckling) {
        (Point::Week(..), true) => (at(3)?, at(4)?),
        (Point::Week(..), false) => (at(3)?, at(3)?),
        (Point::Month(..), true) => (at(10)?, at(20)?),
        (Point::Month(..), false) => (at(15)?, at(15)?),
        (Point::Year(_), true) => (month(4)?, month(9)?),
        (Point::Year(_), false) => (month(5)?, month(9)?),
        _ => return None,
    };
    Some(match modifier {
        Modifier::Early => (from, first),
        Modifier::Late => (second, to),
        Modifier::Mid if matches!(point, Point::Month(..)) => (at(if duckling { 10 } else { 9 })?, at(20)?),
        Modifier::Mid => (first, second),
        _ => return None,
    })
}

/// `right now`, `just now`.
fn right_now(look: Look<'_>, found: Found) -> Found {
    let now = look.cx.at(found.end - 1).time() == TimeWord::Now && found.end == found.first + 1;
    let led = now && look.was_any(found.first, &["right", "just"]);
    Found { first: found.first - usize::from(led), ..found }
}

/// `2 weeks starting May 20th`, `for 1 week, from 20th dec`.
fn stretch_from(look: Look<'_>, found: Found) -> Option<Found> {
    let Some(Timex::Lasting(length)) = found.timex.filter(|_| found.kind == Kind::Duration) else {
        return None;
    };
    let comma = look.past_comma(found.end);
    let starting = look.past(comma, "starting");
    let from = look.past(look.past(starting, "from"), "on");
    if from == comma {
        return None;
    }
    let dated = any_date(look, from).filter(|dated| of_days(dated.when))?;
    let day =
        point(look, dated.when, from, dated.end).filter(|point| matches!(point, Point::Day(Day::On(_))))?;
    let led = look.was_any(found.first, &["for"]);
    if !duckling(look) && comma == found.end && starting == comma && !led && look.is(comma, "from") {
        return shifted_from(look, found, length, (from, &dated));
    }
    let (to, kind) = after(day, length)?;
    let first = found.first - usize::from(starting == comma && led);
    Some(Found { first, end: dated.end, kind, timex: Some(Timex::Between(Some(day), Some(to))), ..found })
}

/// `3 days from Tuesday`: a day, counted from one to come.
fn shifted_from(
    look: Look<'_>,
    found: Found,
    length: Duration,
    (from, dated): (usize, &Dated),
) -> Option<Found> {
    let anchor = super::super::resolve::coming(look, dated.when, from, dated.end)?;
    let (to, _) = after(anchor, length)?;
    Some(Found { end: dated.end, ..Found::at(found.first, dated.end, to, "from-date") })
}

/// `for 2.5 hours from 9`.
fn starting(look: Look<'_>, found: Found) -> Found {
    if let Some(stretch) = stretch_from(look, found) {
        return stretch;
    }
    let (Some(Timex::Lasting(length)), true) = (found.timex, look.is(found.end, "from")) else {
        return found;
    };
    let Some(start) = spoken(look, found.end + 1, true) else { return found };
    let point = Point::Clock(Day::Any, start.clock);
    let Some((to, kind)) = after(point, length) else { return found };
    let first = found.first - usize::from(look.was_any(found.first, &["for"]));
    Found { first, end: start.end, kind, timex: Some(Timex::Between(Some(point), Some(to))), ..found }
}

/// `from 2pm for 2 hours`, `14th Feb for 3 days`.
fn lasting(look: Look<'_>, found: Found) -> Found {
    let Some(Timex::At(point)) = found.timex.filter(|_| look.is(found.end, "for")) else { return found };
    let Some(length) = length(look, found.end + 1) else { return found };
    if !duckling(look) && matches!(point, Point::Day(_)) {
        return found;
    }
    let Some((to, kind)) = after(point, length.duration) else { return found };
    let first = found.first - usize::from(look.was_any(found.first, &["from"]));
    let to = if duckling(look) { past(to).unwrap_or(to) } else { to };
    Found { first, end: length.end, kind, timex: Some(Timex::Between(Some(point), Some(to))), ..found }
}

fn past(point: Point) -> Option<Point> {
    match point {
        Point::Clock(day, clock) => {
            Some(Point::Clock(day, Clock { minute: Some(clock.minute.unwrap_or(0) + 1), ..clock }))
        }
        point => next(point),
    }
}

/// A length after a point.
fn after(point: Point, length: Duration) -> Option<(Point, Kind)> {
    match point {
        Point::Day(Day::On(date)) => {
            let (amount, unit) = length.single()?;
            let to = unit.after(i32::try_from(amount.as_whole()?).ok()?, date)?;
            Some((Point::Day(Day::On(to)), Kind::DateRange))
        }
        Point::Clock(day, clock) => {
            let mut minutes = u32::from(clock.hour) * 60 + u32::from(clock.minute.unwrap_or(0));
            for (amount, unit) in length.parts() {
                minutes += match (amount, unit) {
                    (Amount::Exact { digits, scale: 0 }, Unit::Hour) => digits * 60,
                    (Amount::Exact { digits, scale: 1 }, Unit::Hour) => digits * 6,
                    (Amount::Exact { digits, scale: 0 }, Unit::Minute) => digits,
                    _ => return None,
                };
            }
            let hour = u8::try_from(minutes / 60).ok().filter(|hour| *hour < 24)?;
            let clock = Clock { hour, minute: u8::try_from(minutes % 60).ok(), ..clock };
            Some((
                Point::Clock(day, clock),
                if day == Day::Any { Kind::TimeRange } else { Kind::DatetimeRange },
            ))
        }
        _ => None,
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
    let numbered = found.rule == "week"
        || found.rule == "year" && found.end == found.first + 3
        || found.rule == "fiscal";
    let article =
        look.cx.at(found.first).time() == TimeWord::The && (pointing || numbered) && found.rule != "nth";
    let week = found.rule == "nth" && matches!(found.timex, Some(Timex::At(Point::Week(..))));
    let led = week && look.role_before(found.first) == TimeWord::The;
    Found { first: found.first + usize::from(article) - usize::from(led), ..found }
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
