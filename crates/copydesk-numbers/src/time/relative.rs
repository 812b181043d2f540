//! Dates by their distance from the day of the story or from a date named before: `last week`, `this Friday`, `the third quarter`.

use crate::layer::Modifier;

use super::calendar::{Way, plus, weekday_near};
use super::date::{Dated, date, day_of_month};
use super::holiday::holiday;
use super::look::Look;
use super::ordinal::ordinal;
use super::point::{Day, DayPart, Point};
use super::resolve::{When, grain, point};
use super::unit::Unit;
use super::word::TimeWord;
use super::year;

/// The date that begins at a word that points.
pub(crate) fn relative(look: Look<'_>, at: usize) -> Option<Dated> {
    match look.cx.at(at).time() {
        TimeWord::Deictic(days) => deictic(look, at, days),
        TimeWord::Tonight => Some(part_of(When::Shift(0, Unit::Day), DayPart::Night, at + 1)),
        TimeWord::This => this(look, at),
        TimeWord::Last => ordinal(look, at).or_else(|| step(look, at + 1, -1)),
        TimeWord::Next if look.cx.is(at, "next") => step(look, at + 1, 1),
        TimeWord::Next => coming(look, at + 1),
        TimeWord::Following => seen(look, at + 1, 1),
        TimeWord::Same => {
            let again = usize::from(look.role(at + 1) == TimeWord::Same);
            seen(look, at + 1 + again, 0)
        }
        TimeWord::The => after_the(look, at),
        TimeWord::Fiscal => fiscal(look, at),
        TimeWord::Season(season) => season_of_year(look, at, season),
        TimeWord::Unit(Unit::Week) if look.cx.options.spoken_times() => numbered_week(look, at),
        TimeWord::Unit(Unit::Day) => day_beside(look, at),
        TimeWord::Unit(Unit::Year) => year_end(look, at),
        TimeWord::Holiday => holiday(look, at),
        TimeWord::QuarterSign => quarter_sign(look, at),
        TimeWord::None | TimeWord::Ordinal(_) | TimeWord::Count(_) | TimeWord::Unit(Unit::Second) => {
            place_in_year(look, at).or_else(|| ordinal(look, at))
        }
        _ => None,
    }
}

fn deictic(look: Look<'_>, at: usize, days: i8) -> Option<Dated> {
    let name = look.capital(at)
        && look.cx.at(at).follows()
        && look.cx.before(at, 1).is_word()
        && look.capital(at - 1);
    (!name).then(|| Dated::new(When::Shift(i32::from(days), Unit::Day), at + 1, "deictic"))
}

const fn part_of(when: When, part: DayPart, end: usize) -> Dated {
    let mut found = Dated::new(when, end, "part-of-day");
    found.part = Some(part);
    found
}

/// `last month`, `the next year`: no more than a step, for what may stand inside a longer date.
pub(crate) fn pointed(look: Look<'_>, at: usize) -> Option<Dated> {
    let pointing = at + usize::from(look.role(at) == TimeWord::The);
    match look.role(pointing) {
        TimeWord::This => step(look, pointing + 1, 0),
        TimeWord::Last => step(look, pointing + 1, -1),
        TimeWord::Next => step(look, pointing + 1, 1),
        _ => None,
    }
}

/// `this week`, `this past Friday`, `this coming year`.
fn this(look: Look<'_>, at: usize) -> Option<Dated> {
    match look.role(at + 1) {
        TimeWord::Last => step(look, at + 2, -1),
        TimeWord::Next => coming(look, at + 2),
        _ => step(look, at + 1, 0),
    }
}

/// The unit, weekday, month, season or part of day after `last`, `this` or `next`.
fn step(look: Look<'_>, at: usize, step: i8) -> Option<Dated> {
    let n = i32::from(step);
    let relative = |when| Some(Dated::new(when, at + 1, "relative"));
    match look.role(at) {
        TimeWord::Unit(unit) | TimeWord::ShortUnit(unit @ (Unit::Quarter | Unit::Year | Unit::Week))
            if unit >= Unit::Weekend =>
        {
            relative(When::Shift(n, unit))
        }
        TimeWord::Unit(Unit::Day) if step == 1 => relative(When::FromSeen(1, Unit::Day)),
        TimeWord::Weekday(day) => relative(When::WeekdayOf(step, day)),
        TimeWord::Season(season) => relative(When::SeasonOf(step, season)),
        TimeWord::Holiday => {
            let found = holiday(look, at)?;
            let When::Feast(feast) = found.when else { return None };
            Some(Dated::new(When::FeastOf(step, feast), found.end, "named-day"))
        }
        TimeWord::Fiscal => {
            let TimeWord::Unit(unit) = look.role(at + 1) else { return None };
            Some(of_fiscal(Dated::new(When::Shift(n, unit), at + 2, "fiscal")))
        }
        TimeWord::Part(part)
            if step == 0 || step == -1 && matches!(part, DayPart::Night | DayPart::Evening) =>
        {
            Some(part_of(When::Shift(n, Unit::Day), part, at + 1))
        }
        TimeWord::Month(month) | TimeWord::ShortMonth(month) if look.capital(at) => {
            Some(match day_of_month(look, look.past_stop(at + 1)) {
                Some((day, end)) => Dated::new(When::MonthDayOf(step, month, day), end, "relative"),
                None => Dated::new(When::MonthOf(step, month), at + 1, "relative"),
            })
        }
        _ => None,
    }
}

/// `the coming week`, `this coming Friday`.
fn coming(look: Look<'_>, at: usize) -> Option<Dated> {
    match look.role(at) {
        TimeWord::Weekday(day) => Some(Dated::new(When::ComingWeekday(day), at + 1, "relative")),
        _ => step(look, at, 1),
    }
}

/// `the following day`, `that year`: counted from a date named before.
fn seen(look: Look<'_>, at: usize, n: i32) -> Option<Dated> {
    let unit = look.role(at).unit().filter(|unit| *unit >= Unit::Day)?;
    matches!(look.role(at), TimeWord::Unit(_))
        .then(|| Dated::new(When::FromSeen(n, unit), at + 1, "from-date"))
}

/// `the following Monday`: after the date named last, else after today.
fn weekday_after(look: Look<'_>, at: usize) -> Option<Dated> {
    let TimeWord::Weekday(weekday) = look.role(at) else { return None };
    let last = look.seen.last.and_then(Point::days).map(|(_, end)| end);
    let from = last.or_else(|| plus(look.cx.reference.date?, 1))?;
    let date = weekday_near(from, weekday, Way::Future)?;
    Some(Dated::at(Point::Day(Day::On(date)), at + 1, "from-date"))
}

/// `year-end`, `year’s end`.
fn year_end(look: Look<'_>, at: usize) -> Option<Dated> {
    let s = matches!(look.atom(at + 1).symbol(), Some('\'' | '’')) && look.is(at + 2, "s");
    let end = if s { at + 3 } else { look.hyphen(at + 1)? };
    let mut found = Dated::new(When::Shift(0, Unit::Year), end + 1, "relative");
    found.modifier = Some(Modifier::Late);
    look.is(end, "end").then_some(found)
}

fn of_fiscal(mut found: Dated) -> Dated {
    found.modifier = Some(Modifier::Fiscal);
    found
}

/// `fiscal 2013`, `fiscal year 2013`, `FY2013`, `fiscal third quarter`.
fn fiscal(look: Look<'_>, at: usize) -> Option<Dated> {
    let numbered = if look.role(at + 1) == TimeWord::Unit(Unit::Year) { at + 2 } else { at + 1 };
    if let Some(year) = fiscal_year(look, numbered) {
        return Some(of_fiscal(Dated::at(Point::Year(Some(year)), numbered + 1, "fiscal")));
    }
    place_in_year(look, at + 1).map(of_fiscal)
}

/// What follows `the`, which stands at `at`.
fn after_the(look: Look<'_>, at: usize) -> Option<Dated> {
    let next = at + 1;
    match look.role(next) {
        TimeWord::None if !look.atom(next).is_digits() => None,
        TimeWord::Last if look.is(next, "last") && look.is_any(next + 2, &["of", "in"]) => {
            ordinal(look, next)
        }
        TimeWord::Last if look.is(next, "previous") => seen(look, next + 1, -1),
        TimeWord::Last => step(look, next + 1, -1).filter(|_| {
            matches!(
                look.role(next + 1),
                TimeWord::Weekday(_) | TimeWord::Unit(Unit::Quarter | Unit::Century)
            )
        }),
        TimeWord::Next => match look.role(next + 1) {
            TimeWord::Unit(Unit::Day) => seen(look, next + 1, 1),
            TimeWord::Unit(Unit::Quarter | Unit::Century) | TimeWord::Weekday(_) => step(look, next + 1, 1),
            _ => None,
        },
        TimeWord::This => step(look, next + 1, 0),
        TimeWord::Following => seen(look, next + 1, 1).or_else(|| weekday_after(look, next + 1)),
        TimeWord::Same => seen(look, next + 1, 0),
        TimeWord::Fiscal => fiscal(look, next),
        TimeWord::Unit(Unit::Second) => place_in_year(look, next),
        TimeWord::Unit(unit) => the_unit(look, at, unit),
        TimeWord::Season(season) => season_of_year(look, next, season).or_else(|| {
            look.was_any(
                at,
                &["in", "during", "over", "of", "by", "until", "since", "before", "after", "for"],
            )
            .then(|| Dated::new(When::Season(season), next + 1, "season"))
        }),
        TimeWord::Mid => edge(look, next, Modifier::Mid),
        TimeWord::Month(_) | TimeWord::Weekday(_) => None,
        TimeWord::End => edge(look, next, Modifier::Late),
        TimeWord::Start => edge(look, next, Modifier::Early),
        _ => place_in_year(look, next).or_else(|| ordinal(look, next)).or_else(|| the_place(look, at)),
    }
}

/// `the end of March`, at `end`.
fn edge(look: Look<'_>, at: usize, modifier: Modifier) -> Option<Dated> {
    let of = look.is(at + 1, "of").then_some(at + 2)?;
    let the_unit = match (look.role(of), look.role(of + 1)) {
        (TimeWord::The, TimeWord::Unit(unit)) if unit > Unit::Day => {
            Some(Dated::new(When::Shift(0, unit), of + 2, "relative"))
        }
        _ => None,
    };
    let nested = look.role(of) == TimeWord::The
        && look.is(of + 2, "of")
        && !matches!(look.role(of + 1), TimeWord::Ordinal(_) | TimeWord::Season(_));
    let relative = || if nested { None } else { relative(look, of) };
    let mut found = the_unit.or_else(|| date(look, of)).or_else(relative)?;
    found.modifier = Some(modifier);
    Some(found)
}

/// `in the year`, `over the weekend`, `earlier in the day`: the unit that holds the day of the story.
fn the_unit(look: Look<'_>, at: usize, unit: Unit) -> Option<Dated> {
    let after = at + 2;
    if let Some(found) = year_ago(look, after, unit) {
        return Some(found);
    }
    if look.hyphen(after).is_some() || look.is(after, "ended") {
        return None;
    }
    if let Some(found) = before_that(look, after, unit) {
        return Some(found);
    }
    if unit == Unit::Day && matches!(look.role(after), TimeWord::Before | TimeWord::After) {
        return day_beside(look, at + 1);
    }
    if unit == Unit::Week
        && (look.role(after) == TimeWord::Of || look.is_any(after, &["starting", "commencing", "beginning"]))
        && let Some(found) = date(look, look.past(after + 1, "on"))
        && let Some((from, _)) = point(look, found.when, after + 1, found.end).and_then(Point::days)
    {
        return grain(from, Unit::Week).map(|week| Dated::at(week, found.end, "week-of"));
    }
    if unit == Unit::Weekend {
        return Some(Dated::new(When::Weekend, after, "weekend"));
    }
    if unit == Unit::Week
        && look.cx.options.spoken_times()
        && let Some(found) = numbered_week(look, at + 1)
    {
        return Some(found);
    }
    if unit == Unit::Year
        && let Some(year) = year::plain(look, after)
    {
        return Some(Dated::at(Point::Year(Some(year)), after + 1, "year"));
    }
    let led = look.was_any(at, &["in", "of", "during", "for", "through", "throughout", "until", "over"]);
    let part =
        look.was_any(at, &["in"]) && matches!(look.role_before(at - 1), TimeWord::Early | TimeWord::Late);
    let whole = (unit >= Unit::Week || unit == Unit::Day && look.cx.options.spoken_times())
        && led
        && !look.modifies(after)
        && look.role(after) != TimeWord::Of;
    match unit {
        Unit::Quarter if whole => Some(quarter_at_hand(look, after)),
        _ if whole || part => Some(Dated::new(When::Shift(0, unit), after, "relative")),
        _ => None,
    }
}

/// `the year-ago quarter`, `the year-earlier period`: a year before what the report is about.
fn year_ago(look: Look<'_>, at: usize, unit: Unit) -> Option<Dated> {
    let ago = look.hyphen(at).filter(|ago| unit == Unit::Year && look.is_any(*ago, &["ago", "earlier"]))?;
    let named = matches!(look.role(ago + 1), TimeWord::Unit(Unit::Month | Unit::Quarter))
        || look.is(ago + 1, "period");
    named.then(|| Dated::new(When::FromSeen(-1, Unit::Year), ago + 2, "from-date"))
}

/// `the year before`, `the day after`, with nothing after it.
fn before_that(look: Look<'_>, at: usize, unit: Unit) -> Option<Dated> {
    let n = match look.role(at) {
        TimeWord::Before => -1,
        TimeWord::Early if look.is(at, "earlier") => -1,
        TimeWord::After => 1,
        _ => return None,
    };
    if let Some(found) = beside_date(look, at, n, unit) {
        return Some(found);
    }
    let alone = !look.atom(at + 1).is_word() && !look.atom(at + 1).is_digits();
    (alone && unit >= Unit::Day).then(|| Dated::new(When::FromSeen(n, unit), at + 1, "from-date"))
}

/// `the day after Christmas`.
fn beside_date(look: Look<'_>, at: usize, n: i32, unit: Unit) -> Option<Dated> {
    let dated = date(look, at + 1)
        .or_else(|| holiday(look, at + 1).filter(|_| look.role(at + 1) == TimeWord::Holiday))?;
    let (from, _) = point(look, dated.when, at + 1, dated.end)?.days()?;
    let there = unit.after(n, from).and_then(|there| grain(there, unit))?;
    (!look.modifies(dated.end)).then(|| Dated::at(there, dated.end, "from-date"))
}

/// `the quarter` is the one that the story is about.
fn quarter_at_hand(look: Look<'_>, end: usize) -> Dated {
    match look.seen.period {
        Some(quarter @ Point::Quarter(..)) => Dated::at(quarter, end, "from-date"),
        _ => Dated::new(When::Shift(0, Unit::Quarter), end, "relative"),
    }
}

/// `day after tomorrow`, `day before yesterday`, at `day`.
fn day_beside(look: Look<'_>, at: usize) -> Option<Dated> {
    let days = match (look.role(at + 1), look.role(at + 2)) {
        (TimeWord::After, TimeWord::Deictic(1)) => 2,
        (TimeWord::Before, TimeWord::Deictic(-1)) => -2,
        _ => return None,
    };
    Some(Dated::new(When::Shift(days, Unit::Day), at + 3, "deictic"))
}

/// `the 24th`, where a preposition says that it is a day, at `the`.
fn the_place(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, end) = year::place(look, at + 1).filter(|(_, end)| look.role(*end).unit().is_none())?;
    if look.is(end, "of")
        && let Some(found) = date(look, at + 1)
    {
        return Some(found);
    }
    let led = look.was_any(at, &["on", "by", "until", "till", "since", "from"]);
    let digits = look.cx.at(at + 1).is_digits();
    // `from the 4th District` is no day.
    let named = look.atom(end).is_word() && look.capital(end);
    (led && digits && (1..=31).contains(&n) && !look.modifies(end) && !named)
        .then(|| Dated::new(When::OfMonth(n), end, "day-of-month"))
}

/// `third quarter of 2013`, `first-half`, `first half of last year`.
fn place_in_year(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, after) = year::place(look, at)?;
    let named = look.past_hyphen(after);
    let fiscal = look.role(named) == TimeWord::Fiscal;
    let named = named + usize::from(fiscal);
    let end = named + 1;
    let quarter =
        matches!(look.role(named), TimeWord::Unit(Unit::Quarter) | TimeWord::ShortUnit(Unit::Quarter))
            && n <= 4;
    let half = look.role(named) == TimeWord::Half && n <= 2;
    let mut found = match of_year(look, end) {
        Some((year, end)) if quarter => Dated::at(Point::Quarter(Some(year), n), end, "part-of-year"),
        Some((year, end)) if half => Dated::at(Point::Half(Some(year), n), end, "part-of-year"),
        None if quarter => Dated::new(When::Quarter(n), end, "part-of-year"),
        _ => return None,
    };
    let fiscal = fiscal || (end..found.end).any(|at| look.role(at) == TimeWord::Fiscal);
    found.modifier = fiscal.then_some(Modifier::Fiscal);
    Some(found)
}

/// `week 31`, of this year.
fn numbered_week(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, _) = look.digits(at + 1).filter(|(n, len)| (1..=53).contains(n) && *len <= 2)?;
    let (year, end) = of_year(look, at + 2).or_else(|| Some((look.cx.reference.date?.year(), at + 2)))?;
    Some(Dated::at(Point::Week(year, u8::try_from(n).ok()?), end, "week"))
}

/// `Q3`, `Q3 2019`, `q1 of 2017`.
fn quarter_sign(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, _) = look.glued_digits(at + 1).filter(|(n, len)| *len == 1 && (1..=4).contains(n))?;
    let quarter = u8::try_from(n)
        .ok()
        .filter(|_| !look.cx.at(at + 2).glued() || look.cx.at(at + 2).symbol().is_some())?;
    Some(match of_year(look, at + 2) {
        Some((year, end)) => Dated::at(Point::Quarter(Some(year), quarter), end, "part-of-year"),
        None => Dated::new(When::Quarter(quarter), at + 2, "part-of-year"),
    })
}

/// `1H20`, `2H 2021`: half a year, as companies write it.
pub(crate) fn half_sign(look: Look<'_>, at: usize) -> Option<Dated> {
    let (half, _) = look.digits(at).filter(|(n, len)| *len == 1 && (1..=2).contains(n))?;
    if !look.cx.at(at + 1).glued() || !look.is(at + 1, "h") || !look.capital(at + 1) {
        return None;
    }
    let short = short_year(look, at + 2).map(|year| (year, at + 3));
    let (year, end) = short.or_else(|| of_year(look, at + 2))?;
    Some(Dated::at(Point::Half(Some(year), u8::try_from(half).ok()?), end, "part-of-year"))
}

/// `2019-Q1`, `2017 q1`, at the year.
pub(crate) fn quarter_of_year(look: Look<'_>, at: usize, year: i16) -> Option<Dated> {
    let sign = look.past_hyphen(at + 1);
    let quarter = (look.role(sign) == TimeWord::QuarterSign).then(|| quarter_sign(look, sign)).flatten()?;
    match quarter.when {
        When::Quarter(n) => Some(Dated::at(Point::Quarter(Some(year), n), sign + 2, "part-of-year")),
        _ => None,
    }
}

/// `summer of 2012`, `summer 2012`, at the season.
fn season_of_year(look: Look<'_>, at: usize, season: super::point::Season) -> Option<Dated> {
    let (year, end) = of_year(look, at + 1)?;
    Some(Dated::at(Point::Season(Some(year), season), end, "season-of-year"))
}

/// `of 2013`, `2013`, `of last year`, `of the year`: the year that a part of it belongs to.
pub(crate) fn of_year(look: Look<'_>, at: usize) -> Option<(i16, usize)> {
    let of = if look.is_any(at, &["of", "in"]) { at + 1 } else { at };
    numbered_year(look, at, of).or_else(|| pointed_year(look, at, of))
}

/// A year behind the word for a fiscal one; of two digits where they touch it: `FY18`.
fn fiscal_year(look: Look<'_>, at: usize) -> Option<i16> {
    year::plain(look, at).or_else(|| short_year(look, at))
}

/// The two digits of a year that end a sign: `FY18`, `1H20`.
fn short_year(look: Look<'_>, at: usize) -> Option<i16> {
    let (n, _) = look.glued_digits(at).filter(|(_, len)| *len == 2)?;
    let (year, next) = (i16::try_from(n).ok()?, look.cx.at(at + 1));
    let whole = !next.glued() || !next.is_word() && !next.is_digits();
    whole.then_some(if year < 70 { 2000 + year } else { 1900 + year })
}

/// `of 2013`, `of fiscal 2013`, `FY2013`, `, 2013`, `2013`.
fn numbered_year(look: Look<'_>, at: usize, of: usize) -> Option<(i16, usize)> {
    if look.role(of) == TimeWord::Fiscal {
        return Some((fiscal_year(look, of + 1)?, of + 2));
    }
    let numbered = if of == at { look.past_comma(at) } else { of };
    let year = year::plain(look, numbered).filter(|_| !look.cx.at(numbered).glued())?;
    Some((year, numbered + 1))
}

/// `last year`, `that year` behind a day.
pub(crate) fn year_behind(look: Look<'_>, at: usize) -> Option<(i16, usize)> {
    if look.cx.at(at).follows() && look.role(at) != TimeWord::The { pointed_year(look, at, at) } else { None }
}

/// `of last year`, `this year`, `of the fiscal year`, `that year` of the date named last.
fn pointed_year(look: Look<'_>, at: usize, of: usize) -> Option<(i16, usize)> {
    let years = match look.role(of) {
        TimeWord::Same if look.role(of + 1) == TimeWord::Unit(Unit::Year) => {
            return Some((look.seen.last?.days()?.0.year(), of + 2));
        }
        TimeWord::Last if look.is(of, "last") => -1,
        TimeWord::This => 0,
        TimeWord::Next if look.is(of, "next") => 1,
        TimeWord::The if of > at => 0,
        _ => return None,
    };
    let named = if look.role(of + 1) == TimeWord::Fiscal { of + 2 } else { of + 1 };
    let year = look.cx.reference.date?.year() + years;
    (look.role(named) == TimeWord::Unit(Unit::Year)).then_some((year, named + 1))
}
