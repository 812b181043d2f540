//! Days, times of day and parts of days in any order, and from one to another.

use jiff::civil::Date;

use super::super::calendar::{day, month_of, plus};
use super::super::date::{Dated, past_ending};
use super::super::found::{Found, next};
use super::super::look::Look;
use super::super::point::{Clock, Day, DayPart, Point};
use super::super::range::ends;
use super::super::resolve::{When, grain, point};
use super::super::unit::Unit;
use super::super::value::Timex;
use super::super::whole::{any_date, of_days};
use super::super::word::TimeWord;
use super::clock::{Spoken, part, spoken};
use super::duckling;
use super::numeric::numeric;
use crate::layer::Kind;

/// What is said of one point in time.
#[derive(Clone, Copy, Debug)]
struct Moment {
    day: Option<Dated>,
    clock: Option<Spoken>,
    part: Option<DayPart>,
    first: usize,
    end: usize,
}

/// Words that may join a day and a time of day.
const JOINTS: [&str; 8] = ["at", "on", "for", "about", "the", "by", "around", "of"];

/// A point in time or a range that begins at an atom.
pub(super) fn moments(look: Look<'_>, at: usize) -> Option<Found> {
    let the = at - usize::from(look.role_before(at) == TimeWord::The);
    let led = look.was_any(the, &["from", "between"]);
    let hour = led && look.is(at + 1, "for")
        || look.was_any(at, &["at", "@"])
        || look.cx.before(at, 1).is('@') && look.cx.at(at).follows();
    day_range(look, at, led)
        .or_else(|| range(look, at, led, false))
        .or_else(|| point_range(look, at, led))
        .or_else(|| single(look, &moment(look, at, hour)?))
}

fn moment(look: Look<'_>, first: usize, led: bool) -> Option<Moment> {
    let mut found = Moment { day: None, clock: None, part: None, first, end: first };
    let mut hour = led;
    let mut at = first;
    while let Some(end) = found.take(look, at, hour) {
        found.end = end;
        let comma = look.past_comma(end);
        let joint = if look.is_any(comma, &JOINTS) || look.sign(comma, '@') { comma + 1 } else { comma };
        hour = look.is(comma, "at") || look.sign(comma, '@');
        at = look.past(joint, "the");
        if !look.cx.at(at).follows() {
            break;
        }
    }
    (found.end > first).then_some(found)
}

impl Moment {
    /// Takes the day, time or part of a day that begins at an atom, if it has none yet. Where it ends.
    fn take(&mut self, look: Look<'_>, at: usize, hour: bool) -> Option<usize> {
        if self.clock.is_none()
            && (self.day.is_some() || numeric(look, at).is_none())
            && let Some(clock) = spoken(look, at, hour)
        {
            self.clock = Some(clock);
            return Some(clock.end);
        }
        if self.part.is_none()
            && (self.end > self.first
                || look.cx.is(at, "this")
                || look.cx.at(at).time() == TimeWord::Tonight
                || look.was_any(at, &["in", "the"]))
            && let Some((part, end, _)) = part(look, at)
        {
            self.part = Some(part);
            let today = look.is(at, "this") || look.is(end - 1, "tonight");
            self.day =
                self.day
                    .or(today
                        .then(|| Dated::new(When::Shift(0, super::super::unit::Unit::Day), end, "relative")));
            return Some(end);
        }
        if self.day.is_none()
            && let Some(day) = within(look, at)
        {
            self.day = Some(day);
            return Some(day.end);
        }
        if self.day.is_none()
            && let Some(day) = numeric(look, at).or_else(|| any_date(look, at)).filter(|day| {
                of_days(day.when) && day.end > at && (duckling(look) || !matches!(day.when, When::Feast(_)))
            })
        {
            self.day = Some(day);
            self.part = self.part.or(day.part);
            return Some(day.end);
        }
        None
    }

    #[expect(clippy::option_option, reason = "no day, and a day that cannot be told, are two things")]
    fn date(&self, look: Look<'_>) -> Option<Option<Day>> {
        let Some(day) = self.day else { return Some(None) };
        match point(look, day.when, self.first, self.end)? {
            Point::Day(day) => Some(Some(day)),
            _ => None,
        }
    }

    /// Its time of day, in the half of the day that its part says.
    fn time(&self, look: Look<'_>) -> Option<Clock> {
        let clock = self.clock?.clock;
        let late = matches!(self.part, Some(DayPart::Afternoon | DayPart::Evening | DayPart::Night));
        let hour = if late
            && clock.hour < 12
            && !(self.part == Some(DayPart::Night) && clock.hour < 5 && !duckling(look))
        {
            clock.hour + 12
        } else {
            clock.hour
        };
        Some(zoned(look, Clock { hour, ..clock }, self.clock?.end))
    }
}

/// Duckling tells every time in the zone of the reference.
fn zoned(look: Look<'_>, clock: Clock, end: usize) -> Clock {
    let zone = match look.cx.word(end - 1).to_ascii_lowercase().as_str() {
        "gmt" | "utc" => 0,
        "bst" | "cet" => 1,
        "cest" => 2,
        "edt" => -4,
        "est" | "cdt" => -5,
        "cst" | "mdt" => -6,
        "mst" | "pdt" => -7,
        "pst" => -8,
        _ => return clock,
    };
    match look.cx.reference.offset {
        Some(here) if duckling(look) => {
            let hour = (i16::from(clock.hour) - zone + here / 60).rem_euclid(24);
            Clock { hour: u8::try_from(hour).unwrap_or(clock.hour), utc: false, ..clock }
        }
        _ => clock,
    }
}

/// One point in time.
fn single(look: Look<'_>, moment: &Moment) -> Option<Found> {
    let day = moment.date(look)?;
    let at = |point| Some(Found::at(moment.first, moment.end, point, "moment"));
    match (day, moment.time(look), moment.part) {
        (None, Some(_), _) if moment.clock.is_some_and(|clock| clock.bare) && moment.part.is_none() => None,
        (None, Some(clock), _) if duckling(look) => {
            at(Point::Clock(Day::On(soon(look, clock, moment)?.0), soon(look, clock, moment)?.1))
        }
        (day, Some(clock), _) => at(Point::Clock(day.unwrap_or(Day::Any), clock)),
        (day, None, Some(part)) => parted(look, moment, day, part),
        (Some(day), None, None) => Some(Found {
            kind: Kind::Date,
            ..Found::at(moment.first, moment.end, Point::Day(day), moment.day?.rule)
        }),
        (None, None, None) => None,
    }
}

/// The day on which a time of day comes next, in the half of the day that comes first.
fn soon(look: Look<'_>, clock: Clock, moment: &Moment) -> Option<(Date, Clock)> {
    let (today, now) = (look.cx.reference.date?, look.cx.reference.time);
    let now = now.map_or((0, 0), |time| (time.hour().unsigned_abs(), time.minute().unsigned_abs()));
    let here = |clock: Clock| (clock.hour, clock.minute.unwrap_or(0));
    if here(clock) > now {
        return Some((today, clock));
    }
    let later = Clock { hour: clock.hour + 12, ..clock };
    let sure = moment.clock.is_some_and(|clock| clock.sure) || moment.part.is_some();
    if !sure && clock.hour < 12 && here(later) > now {
        return Some((today, later));
    }
    Some((plus(today, 1)?, clock))
}

/// `tomorrow morning` as hours.
fn parted(look: Look<'_>, moment: &Moment, day: Option<Day>, part: DayPart) -> Option<Found> {
    let hours = if duckling(look) {
        match part {
            DayPart::Morning => (0, 12),
            DayPart::Afternoon => (12, 19),
            _ => (18, 24),
        }
    } else {
        hours(part)
    };
    let day = match day {
        None if duckling(look) => Day::On(look.cx.reference.date?),
        day => day.unwrap_or(Day::Any),
    };
    let end = match (hours.1, day) {
        (24, _) if !duckling(look) => {
            Point::Clock(day, Clock { hour: 23, minute: Some(59), second: Some(59), utc: false })
        }
        (24, Day::On(date)) => Point::Clock(Day::On(plus(date, 1)?), hour(0)),
        (last, _) => Point::Clock(day, hour(last)),
    };
    let kind = if day == Day::Any { Kind::TimeRange } else { Kind::DatetimeRange };
    Some(Found::new(
        moment.first,
        moment.end,
        kind,
        Some(Timex::Between(Some(Point::Clock(day, hour(hours.0))), Some(end))),
        "part-of-day",
    ))
}

/// The hours of a part of a day, as Recognizers has them.
pub(super) const fn hours(part: DayPart) -> (u8, u8) {
    match part {
        DayPart::Morning => (8, 12),
        DayPart::Afternoon => (12, 16),
        DayPart::Evening => (16, 20),
        DayPart::Night => (20, 24),
    }
}

pub(super) const fn hour(hour: u8) -> Clock {
    Clock { hour, minute: Some(0), second: None, utc: false }
}

fn joined(look: Look<'_>, at: usize, led: bool) -> Option<usize> {
    if let Some(after) = look.hyphen(at) {
        return Some(after);
    }
    let dash = matches!(look.atom(at).symbol(), Some('-' | '–' | '~'));
    let and = led && look.role(at) == TimeWord::And;
    let to = look.role(at) == TimeWord::To || look.is_any(at, &["until", "till", "til", "untill"]);
    (dash || and || to).then(|| look.past(at + 1, "the"))
}

/// From one point in time to another.
fn range(look: Look<'_>, at: usize, led: bool, nested: bool) -> Option<Found> {
    let from = moment(look, at, true)?;
    // `Thursday from 9:30 to 11:00`: the day stands before the range.
    let inner = if look.is_any(from.end, &["from", "between"]) { from.end + 1 } else { from.end };
    if inner > from.end && from.clock.is_none() && !nested {
        let hours = range(look, inner, true, true)?;
        return on_day(look, &from, hours);
    }
    if from.day.is_some()
        && from.clock.is_none()
        && from.part.is_none()
        && !nested
        && let Some(hours) = hours_after(look, from.end)
    {
        return on_day(look, &from, hours);
    }
    if let Some(open) = open_clock(look, &from) {
        return Some(open);
    }
    let second = joined(look, from.end, led).filter(|second| look.cx.at(*second).follows())?;
    let to = moment(look, second, true)?;
    match (from.time(look), to.time(look)) {
        (Some(_), Some(_)) => clocks(look, &from, &to, led),
        (None, None) if from.part.is_none() && to.part.is_none() => days(look, &from, &to),
        _ => None,
    }
}

/// `today before 4pm`, `Feb 1st no later than 6:00`.
fn open_clock(look: Look<'_>, from: &Moment) -> Option<Found> {
    if from.clock.is_some() {
        return None;
    }
    let day = from.date(look)??;
    let no = look.past(from.end, "no");
    let (late, at) = match () {
        () if look.is(no, "later") && look.is(no + 1, "than") => (no == from.end, no + 2),
        () if look.is(from.end, "after") => (true, no + 1),
        () if look.is_any(from.end, &["before", "by", "until", "till"]) => (false, no + 1),
        () => return None,
    };
    let clock = moment(look, at, true)?;
    let time = Some(Point::Clock(day, clock.time(look).filter(|_| clock.day.is_none())?));
    let timex = if late { Timex::Between(time, None) } else { Timex::Between(None, time) };
    Some(Found::new(from.first, clock.end, Kind::DatetimeRange, Some(timex), "moment-range"))
}

/// `Monday 8-9am`: a range of hours right behind a day.
fn hours_after(look: Look<'_>, at: usize) -> Option<Found> {
    let at = look.past_comma(at);
    look.cx
        .at(at)
        .follows()
        .then(|| range(look, at, false, true))
        .flatten()
        .filter(|found| found.kind == Kind::TimeRange)
}

fn on_day(look: Look<'_>, from: &Moment, nested: Found) -> Option<Found> {
    let day = from.date(look)??;
    let Some(Timex::Between(Some(Point::Clock(_, start)), Some(Point::Clock(_, end)))) = nested.timex else {
        return None;
    };
    let late =
        matches!(from.part, Some(DayPart::Afternoon | DayPart::Evening | DayPart::Night)) && end.hour < 12;
    let shift = |clock: Clock| Clock { hour: clock.hour + if late { 12 } else { 0 }, ..clock };
    let (start, end) = (shift(start), shift(end));
    let timex = Timex::Between(Some(Point::Clock(day, start)), Some(Point::Clock(day, end)));
    Some(Found::new(from.first, nested.end, Kind::DatetimeRange, Some(timex), "moment-range"))
}

fn clocks(look: Look<'_>, from: &Moment, to: &Moment, led: bool) -> Option<Found> {
    let (start, end) = (from.time(look)?, to.time(look)?);
    let (first, last) = (from.clock?, to.clock?);
    let day = (from.date(look)?, to.date(look)?);
    let said = led
        || first.sure
        || last.sure
        || !first.bare
        || day.0.is_some()
        || day.1.is_some()
        || to.part.is_some();
    if !said || first.bare && last.bare && to.part.is_none() && day == (None, None) && !led {
        return None;
    }
    let afternoon = !first.sure
        && start.hour < 12
        && end.hour >= 12
        && start.hour + 12 <= end.hour
        && (last.sure || to.part.is_some());
    let start = Clock { hour: if afternoon { start.hour + 12 } else { start.hour }, ..start };
    let later = !last.sure
        && to.part.is_none()
        && end.hour < 12
        && (end.hour, end.minute.unwrap_or(0)) <= (start.hour, start.minute.unwrap_or(0));
    let end = Clock { hour: if later { end.hour + 12 } else { end.hour }, ..end };
    let today = if duckling(look) { look.cx.reference.date.map(Day::On) } else { None };
    let start_day = day.0.or(day.1).or(today);
    let end_day = day.1.or(start_day);
    let kind = if start_day.is_some() { Kind::DatetimeRange } else { Kind::TimeRange };
    let minutes = if end.minute.is_none() && start.minute.is_some() { Some(0) } else { end.minute };
    let end = if duckling(look) { past(Clock { minute: minutes, ..end }) } else { end };
    let ends =
        (Point::Clock(start_day.unwrap_or(Day::Any), start), Point::Clock(end_day.unwrap_or(Day::Any), end));
    Some(Found::new(
        from.first,
        to.end,
        kind,
        Some(Timex::Between(Some(ends.0), Some(ends.1))),
        "moment-range",
    ))
}

/// Duckling's ranges end after their last minute or hour.
const fn past(clock: Clock) -> Clock {
    match clock.minute {
        Some(59) => Clock { hour: clock.hour + 1, minute: Some(0), ..clock },
        Some(minute) => Clock { minute: Some(minute + 1), ..clock },
        None => Clock { hour: clock.hour + 1, ..clock },
    }
}

fn days(look: Look<'_>, from: &Moment, to: &Moment) -> Option<Found> {
    let (start, end) = ends(look, (from.day?.when, to.day?.when), (from.first, to.end))?;
    between(look, (start, end), (from.first, to.end))
}

/// From one point to another; Duckling ends after the last.
fn between(look: Look<'_>, (start, end): (Point, Point), (first, last): (usize, usize)) -> Option<Found> {
    let end = if duckling(look) { next(end)? } else { end };
    Some(Found::new(
        first,
        last,
        Kind::DateRange,
        Some(Timex::Between(Some(start), Some(end))),
        "moment-range",
    ))
}

/// `13th to the 15 of July`: a day that takes its month from the other end.
fn day_range(look: Look<'_>, at: usize, led: bool) -> Option<Found> {
    let (of_month, after) = day_number(look, at)?;
    let second = joined(look, after, led)?;
    let to = any_date(look, second)?;
    let from = match to.when {
        When::MonthDay(month, _) => When::MonthDay(month, of_month),
        When::At(Point::Day(Day::On(date))) => {
            When::At(Point::Day(Day::On(day(date.year(), month_of(date), of_month)?)))
        }
        _ => return None,
    };
    between(look, ends(look, (from, to.when), (at, to.end))?, (at, to.end))
}

/// `between Jan 2019 and now`, `from April until the end of June`.
fn point_range(look: Look<'_>, at: usize, led: bool) -> Option<Found> {
    if !led {
        return None;
    }
    let (start, _, after) = stretch(look, at)?;
    let second = joined(look, after, led)?;
    let (from, to, last) = stretch(look, second)?;
    let late = look.cx.at(second - 1).time() == TimeWord::The && look.role(second) == TimeWord::End;
    let end = if late || duckling(look) { to } else { from };
    let end = if end < start { super::super::unit::Unit::Year.after(1, end)? } else { end };
    let day = |date| Some(Point::Day(Day::On(date)));
    Some(Found::new(at, last, Kind::DateRange, Some(Timex::Between(day(start), day(end))), "moment-range"))
}

/// The days of a date of any grain, or today for `now`.
fn stretch(look: Look<'_>, at: usize) -> Option<(Date, Date, usize)> {
    if look.role(at) == TimeWord::Now {
        let today = look.cx.reference.date?;
        return Some((today, plus(today, 1)?, at + 1));
    }
    let the = at
        - usize::from(
            look.role_before(at) == TimeWord::The
                && matches!(look.role(at), TimeWord::End | TimeWord::Start | TimeWord::Mid),
        );
    let dated = any_date(look, the)?;
    let (from, to) = point(look, dated.when, at, dated.end)?.days()?;
    Some((from, to, dated.end))
}

/// `Wednesday of next week`, `next week Tuesday`, `20th of the next month`.
fn within(look: Look<'_>, at: usize) -> Option<Dated> {
    if let Some(week) = whole(look, at, Unit::Week) {
        let named = look.past(look.past_comma(week.1), "on");
        let weekday = look.role(named).weekday()?;
        return in_week(week.0, weekday).map(|day| Dated::at(day, named + 1, "moment"));
    }
    if let Some(weekday) = look.cx.at(at).time().weekday()
        && look.role(at + 1) == TimeWord::After
        && look.is(at + 2, "next")
    {
        let (monday, _) = week_of_next(look)?;
        return in_week(monday, weekday).map(|day| Dated::at(day, at + 3, "moment"));
    }
    if look.cx.at(at).time().weekday().is_some()
        && let Some(numeric) = numeric(look, at + 1).filter(|_| !look.cx.at(at + 1).glued())
    {
        return Some(numeric);
    }
    if let Some(weekday) = look.cx.at(at).time().weekday() {
        let of = look.past(at + 1, "of");
        let (week, end) = whole(look, of, Unit::Week)?;
        return in_week(week, weekday).map(|day| Dated::at(day, end, "moment"));
    }
    let (of_month, after) = day_number(look, at)?;
    let after = look.past(after, "day");
    let (month, end) = whole(look, look.is(after, "of").then_some(after + 1)?, Unit::Month)?;
    let date = day(month.year(), month_of(month), of_month)?;
    Some(Dated::at(Point::Day(Day::On(date)), end, "moment"))
}

/// The first day of `next week` or `the previous month`, and where it ends.
fn whole(look: Look<'_>, at: usize, unit: Unit) -> Option<(Date, usize)> {
    let pointing = at + usize::from(look.cx.at(at).time() == TimeWord::The);
    let step = match look.cx.at(pointing).time() {
        TimeWord::This => 0,
        TimeWord::Last => -1,
        TimeWord::Next | TimeWord::Following => 1,
        _ => return None,
    };
    let named = look.role(pointing + 1).unit() == Some(unit);
    let today = look.cx.reference.date.filter(|_| named)?;
    let first = grain(unit.after(step, today)?, unit)?.days()?.0;
    Some((first, pointing + 2))
}

fn in_week(monday: Date, weekday: u8) -> Option<Point> {
    Some(Point::Day(Day::On(plus(monday, i64::from(weekday) - 1)?)))
}

fn week_of_next(look: Look<'_>) -> Option<(Date, Date)> {
    grain(Unit::Week.after(1, look.cx.reference.date?)?, Unit::Week)?.days()
}

/// A day of a month in digits or words, and where it ends.
fn day_number(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    if let TimeWord::Ordinal(n) = look.cx.at(at).time() {
        return Some((n, at + 1));
    }
    let (n, _) = look.digits(at).filter(|(n, len)| *len <= 2 && (1..=31).contains(n))?;
    Some((u8::try_from(n).ok()?, past_ending(look, at + 1)))
}
