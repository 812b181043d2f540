//! Puts dates and times of day together: `Friday night`, `8 p.m. Friday`, `Feb. 22 at 8 p.m.`, `early next week`.

use crate::layer::{Kind, Modifier};
use crate::options::Times;

use super::clock::{Timed, clock};
use super::date::{Dated, date, day_of_month};
use super::duration::{Amount, Duration};
use super::found::Found;
use super::look::Look;
use super::point::{Clock, Day, Point};
use super::range;
use super::relative::{half_sign, relative};
use super::resolve::{When, point};
use super::unit::Unit;
use super::value::Timex;
use super::word::{TimeWord, Tongue};
use super::year;

/// The date that begins at an atom, with what belongs to it.
pub(crate) fn dated(look: Look<'_>, first: usize, at: usize, modifier: Option<Modifier>) -> Option<Found> {
    let found = any_date(look, at)?;
    if !look.cx.options.timeml()
        && let Some(range) = range::dates(look, first, at, &found)
    {
        return Some(Found { modifier: modifier.or(range.modifier), ..range });
    }
    let mut found = with_part(look, found);
    found.modifier = modifier.or(found.modifier);
    Some(with_clock(look, first, &found).unwrap_or_else(|| settle(look, first, &found)))
}

/// The date alone that begins at an atom.
pub(crate) fn any_date(look: Look<'_>, at: usize) -> Option<Dated> {
    let atom = look.cx.at(at);
    match atom.time() {
        TimeWord::None if !atom.is_digits() => year::short_decade(look, at),
        TimeWord::None if !look.cx.at(at + 1).glued() => date(look, at).or_else(|| listed(look, at)),
        TimeWord::None | TimeWord::Ordinal(_) | TimeWord::Count(_) | TimeWord::Unit(Unit::Second) => {
            date(look, at)
                .or_else(|| relative(look, at))
                .or_else(|| year::century(look, at))
                .or_else(|| year::short_decade(look, at))
                .or_else(|| listed(look, at))
        }
        TimeWord::Decade(_) => year::named_decade(look, at),
        role if role.month().is_some() || role.weekday().is_some() => date(look, at),
        _ => relative(look, at),
    }
}

/// `27` of `November 26 and 27`: a day that takes its month from the day before it.
fn listed(look: Look<'_>, at: usize) -> Option<Dated> {
    let joined = look.cx.before(at, 1).time() == TimeWord::And || look.cx.before(at, 1).is(',');
    if !joined || !look.cx.at(at).is_digits() {
        return None;
    }
    let day = day_of_month(look, at)?;
    let stop = usize::from(look.cx.before(at, 3).is('.'));
    let (before, month) = (look.cx.before(at, 2), look.cx.before(at, 3 + stop).time().month()?);
    let listed =
        before.digits().is_some_and(|n| n < u32::from(day.0)) && before.len() <= 2 && !look.modifies(day.1);
    listed.then(|| Dated::new(When::MonthDay(month, day.0), day.1, "month-day"))
}

/// `Friday night`, `tomorrow morning`.
fn with_part(look: Look<'_>, mut found: Dated) -> Dated {
    if let (TimeWord::Part(part), None, true) = (look.role(found.end), found.part, of_days(found.when)) {
        found.part = Some(part);
        found.end += 1;
    }
    if let (TimeWord::ForeignPart((tongue, part)), None, true) =
        (look.role(found.end), found.part, of_days(found.when))
    {
        found.part = Some(part);
        found.tongue = Some(tongue);
        found.end += 1;
    }
    found
}

pub(crate) const fn of_days(when: When) -> bool {
    matches!(
        when,
        When::At(Point::Day(_))
            | When::Weekday(_)
            | When::MonthDay(..)
            | When::WeekdayMonthDay(..)
            | When::OfMonth(_)
            | When::WeekdayOfMonth(..)
            | When::Shift(_, Unit::Day)
            | When::FromSeen(_, Unit::Day)
            | When::WeekdayOf(..)
            | When::ComingWeekday(_)
            | When::MonthDayOf(..)
            | When::Feast(_)
    )
}

/// `Feb. 22 at 8 p.m.`, `Friday, 8 p.m.`
fn with_clock(look: Look<'_>, first: usize, dated: &Dated) -> Option<Found> {
    let feast = look.cx.options.times == Times::Recognizers && matches!(dated.when, When::Feast(_));
    if !of_days(dated.when) || feast {
        return None;
    }
    let at = look.past(look.past_comma(dated.end), "at");
    let named = matches!(look.cx.at(at).time(), TimeWord::Noon | TimeWord::Midnight);
    let timed = clock(look, at)
        .filter(|timed| look.cx.at(at).follows() && (timed.sure || timed.clock.minute.is_some()) && !named)?;
    Some(on_day(look, (first, timed.end), dated, &timed))
}

fn on_day(look: Look<'_>, (first, end): (usize, usize), dated: &Dated, timed: &Timed) -> Found {
    let place = match point(look, dated.when, first, end) {
        Some(Point::Day(day)) => Some(Timex::At(Point::Clock(day, timed.clock))),
        _ => None,
    };
    let found = Found::new(first, end, Kind::Datetime, place, "day-and-time");
    Found { tongue: dated.tongue.or(timed.tongue), assumed: dated.assumed, ..found }
}

/// Gives a date its place in the calendar.
pub(crate) fn settle(look: Look<'_>, first: usize, dated: &Dated) -> Found {
    let place = point(look, dated.when, first, dated.end);
    let place = match (place, dated.part) {
        (Some(Point::Day(day)), Some(part)) => Some(Point::Part(day, part)),
        (place, _) => place,
    };
    let kind = if dated.part.is_some() { Kind::Datetime } else { Kind::Date };
    let found = match place {
        Some(place) => Found::at(first, dated.end, place, dated.rule),
        None => Found::new(first, dated.end, kind, None, dated.rule),
    };
    Found { tongue: dated.tongue, modifier: dated.modifier, assumed: dated.assumed, ..found }
}

/// The time of day that begins at an atom, with the day that follows it.
pub(crate) fn timed(look: Look<'_>, at: usize) -> Option<Found> {
    let timed = clock(look, at)?;
    if !look.cx.options.timeml()
        && let Some(range) = range::clocks(look, at, &timed)
    {
        return Some(range);
    }
    if timed.rule == "clock-h" {
        if let Some(half) = half_sign(look, at) {
            return Some(settle(look, at, &half));
        }
        return french(look, at, &timed);
    }
    let on = look.cx.options.timeml() || look.cx.options.talk();
    let comma = look.past_comma(timed.end);
    let day = if on { look.past(comma, "on") } else { comma };
    let dated = (timed.sure && look.cx.at(day).follows())
        .then(|| any_date(look, day))
        .flatten()
        .filter(|dated| of_days(dated.when));
    if let Some(found) = dated.map(|dated| on_day(look, (at, dated.end), &dated, &timed)) {
        return Some(found);
    }
    let place = Point::Clock(Day::Any, timed.clock);
    let plain = timed.rule == "clock" && !timed.sure && !is_said(look, at);
    (!plain).then(|| Found { tongue: timed.tongue, ..Found::at(at, timed.end, place, timed.rule) })
}

/// Hours and minutes without a half of the day are a time only where a word says so.
fn is_said(look: Look<'_>, at: usize) -> bool {
    look.was_any(
        at,
        &[
            "at", "by", "until", "till", "around", "about", "before", "after", "since", "from", "to",
            "between", "past",
        ],
    )
}

/// `at 12h30` is a time of day, `lasted 2h15` a length of time.
fn french(look: Look<'_>, at: usize, timed: &Timed) -> Option<Found> {
    let lasting = look.was_any(
        at,
        &[
            "lasted", "lasts", "last", "for", "took", "takes", "take", "in", "within", "during", "of",
            "than", "after", "about", "nearly", "pendant", "en",
        ],
    );
    let minutes = look.digits(at + 2).is_some_and(|(_, len)| len == 2)
        && look.cx.at(at + 2).follows()
        && timed.end >= at + 3;
    let hour = u32::from(timed.clock.hour);
    if lasting
        || !minutes
            && !look
                .was_any(at, &["at", "à", "until", "by", "from", "before", "since", "to", "vers", "around"])
    {
        let hours = Duration::of(Amount::whole(hour), Unit::Hour);
        let length = match timed.clock.minute {
            Some(minute) if minutes => hours.and(Amount::whole(u32::from(minute)), Unit::Minute)?,
            _ => hours,
        };
        let found = Found::new(at, timed.end, Kind::Duration, Some(Timex::Lasting(length)), "duration-h");
        return Some(Found { tongue: Some(Tongue::French), ..found });
    }
    let found = Found::at(at, timed.end, Point::Clock(Day::Any, Clock { ..timed.clock }), timed.rule);
    Some(Found { tongue: timed.tongue, ..found })
}
