//! Dates by their names and numbers: `22 February`, `March 7, 2008`, `2008-03-07`, `Wednesday, 22 février`.

use crate::layer::Modifier;
use crate::lexicon::Numeral;
use crate::options::Times;

use super::calendar::day;
use super::joint::joint;
use super::look::Look;
use super::point::{Day, DayPart, Point};
use super::relative::{self, of_year};
use super::resolve::When;
use super::spoken::spoken_year;
use super::unit::Unit;
use super::word::{TimeWord, Tongue};
use super::year;

/// A date before it is given its place in the calendar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated {
    pub(crate) when: When,
    pub(crate) part: Option<DayPart>,
    pub(crate) end: usize,
    pub(crate) tongue: Option<Tongue>,
    /// Which part of it, or that it is fiscal.
    pub(crate) modifier: Option<Modifier>,
    /// Whether day and month might stand the other way round.
    pub(crate) assumed: bool,
    pub(crate) rule: &'static str,
}

impl Dated {
    pub(crate) const fn new(when: When, end: usize, rule: &'static str) -> Self {
        Self { when, part: None, end, tongue: None, modifier: None, assumed: false, rule }
    }

    pub(crate) const fn at(point: Point, end: usize, rule: &'static str) -> Self {
        Self::new(When::At(point), end, rule)
    }
}

/// The date that begins at an atom.
pub(crate) fn date(look: Look<'_>, at: usize) -> Option<Dated> {
    match look.cx.at(at).time() {
        TimeWord::Month(_) | TimeWord::ShortMonth(_) | TimeWord::ForeignMonth(..) => {
            joint(look, at).or_else(|| month_first(look, at))
        }
        TimeWord::Weekday(_) | TimeWord::ShortWeekday(_) | TimeWord::ForeignWeekday(..) => {
            weekday_first(look, at)
        }
        TimeWord::Ordinal(n) => day_first(look, at, n, at + 1),
        TimeWord::Count(_) if look.cx.options.spoken_times() => {
            let (of_month, end) = spoken_day(look, at)?;
            day_first(look, at, of_month, end)
        }
        TimeWord::Unit(Unit::Second) if look.is(at + 1, "of") => day_first(look, at, 2, at + 1),
        _ if look.cx.at(at).is_digits() => digits(look, at),
        _ => None,
    }
}

fn digits(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, len) = look.digits(at)?;
    let numeric = numeric(look, at, n, len).or_else(|| joint(look, at));
    if numeric.is_some() || len > 2 {
        return numeric.or_else(|| year::year(look, at));
    }
    let of_month = u8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
    day_first(look, at, of_month, past_ending(look, at + 1))
}

/// The index after what makes a number a place: `22nd`, `1er`, `22.`, `1º`.
pub(crate) fn past_ending(look: Look<'_>, at: usize) -> usize {
    let glued = look.cx.at(at).glued();
    let word = look.is_any(at, &["st", "nd", "rd", "th", "er", "º", "°"]);
    let stop = look.sign(at, '.') && look.role(at + 1).month().is_some() && !look.cx.at(at + 1).glued();
    if glued && (word || stop || look.sign(at, '°')) { at + 1 } else { at }
}

/// `22 February 2023`, `22nd of February`, `22 de febrero de 2023`, `17-Jul-2014`.
fn day_first(look: Look<'_>, at: usize, of_month: u8, after_day: usize) -> Option<Dated> {
    let _ = at;
    let hyphen = look.hyphen(after_day);
    let named = match hyphen {
        Some(named) => named,
        None if look.is_any(after_day, &["of", "de", "di"]) => after_day + 1,
        None if look.cx.at(after_day).glued() => return None,
        None => after_day,
    };
    let role = look.role(named);
    let month =
        role.month().filter(|_| look.capital(named) || !ambiguous(role) || look.cx.options.spoken_times())?;
    let year_at = match hyphen {
        Some(_) => look.hyphen(named + 1)?,
        None => look.past_stop(named + 1),
    };
    let joined = if look.is_any(year_at, &["de", "of"]) {
        year_at + 1
    } else {
        past_in(look, look.past_comma(year_at))
    };
    let mut found =
        match year_behind(look, joined).filter(|_| hyphen.is_some() || !look.cx.at(joined).glued()) {
            Some((year, end)) => {
                Dated::at(Point::Day(Day::On(day(year, month, of_month)?)), end, "day-month-year")
            }
            None => Dated::new(When::MonthDay(month, of_month), past_abbreviation(look, named), "day-month"),
        };
    let stop = look.sign(after_day - 1, '.') && hyphen.is_none() && found.rule == "day-month-year";
    found.tongue = role.tongue().or(stop.then_some(Tongue::German));
    Some(found)
}

/// The index after a month's name and the full stop of its abbreviation.
fn past_abbreviation(look: Look<'_>, named: usize) -> usize {
    match look.role(named) {
        TimeWord::ShortMonth(_) if !look.cx.at(named + 2).follows() || look.capital(named + 2) => named + 1,
        TimeWord::ShortMonth(_) => look.past_stop(named + 1),
        _ => named + 1,
    }
}

/// `28 june in 2020`, as it is said and not written.
fn past_in(look: Look<'_>, at: usize) -> usize {
    if look.cx.options.spoken_times() { look.past(at, "in") } else { at }
}

/// Months that are words of another sense in small letters.
const fn ambiguous(role: TimeWord) -> bool {
    matches!(role, TimeWord::Month(3 | 5) | TimeWord::ShortMonth(3 | 12 | 1 | 9 | 6))
}

/// `March 7, 2008`, `March 7`, `March 2008`, `March`.
fn month_first(look: Look<'_>, at: usize) -> Option<Dated> {
    let role = look.cx.at(at).time();
    let month = role.month()?;
    let next = match role {
        TimeWord::ShortMonth(_) => look.past_stop(at + 1),
        _ => at + 1,
    };
    let mut found = month_day(look, at, month, next)
        .or_else(|| month_year(look, month, next))
        .or_else(|| month_alone(look, at, month))?;
    found.tongue = role.tongue();
    Some(found)
}

fn month_day(look: Look<'_>, at: usize, month: u8, next: usize) -> Option<Dated> {
    if !look.capital(at) && ambiguous(look.cx.at(at).time()) && !look.cx.options.spoken_times() {
        return None;
    }
    let (of_month, end) = day_of_month(look, look.past(next, "the"))?;
    let joined = past_in(look, look.past_comma(end));
    let year = year_behind(look, joined).filter(|_| !look.cx.at(joined).glued());
    Some(match year {
        Some((year, end)) => {
            Dated::at(Point::Day(Day::On(day(year, month, of_month)?)), end, "month-day-year")
        }
        None => Dated::new(When::MonthDay(month, of_month), end, "month-day"),
    })
}

/// A day after the name of its month: `7`, `7th`, `seventh`.
pub(crate) fn day_of_month(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    if let TimeWord::Ordinal(n) = look.role(at) {
        return Some((n, at + 1));
    }
    if look.cx.options.spoken_times()
        && let Some(spoken) = spoken_day(look, at)
    {
        return Some(spoken);
    }
    let (n, len) = look.digits(at).filter(|_| look.cx.at(at).follows())?;
    let of_month = u8::try_from(n).ok().filter(|n| (1..=31).contains(n) && len <= 2)?;
    let end = at + 1;
    let next = look.cx.at(end);
    let split = next.glued()
        && (matches!(next.symbol(), Some(':' | '%' | '/'))
            || matches!(next.symbol(), Some('.' | ',')) && look.glued_digits(end + 1).is_some());
    let ending = next.glued() && look.is_any(end, &["st", "nd", "rd", "th"]);
    let word = next.glued() && next.is_word() && !ending;
    (!split && !word).then_some((of_month, end + usize::from(ending)))
}

/// `twenty second`, `twenty nine`.
fn spoken_day(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    if !look.cx.at(at).follows() {
        return None;
    }
    let TimeWord::Count(n) = look.role(at) else { return None };
    year::place(look, at).or_else(|| match (n, look.role(look.past_hyphen(at + 1))) {
        (20 | 30, TimeWord::Count(unit @ 1..=9)) => Some((n + unit, look.past_hyphen(at + 1) + 1)),
        (20 | 30, TimeWord::Unit(Unit::Second)) => Some((n + 2, look.past_hyphen(at + 1) + 1)),
        (1..=30, _) if look.atom(at + 1).numeral() == Numeral::None => Some((n, at + 1)),
        _ => None,
    })
}

fn month_year(look: Look<'_>, month: u8, next: usize) -> Option<Dated> {
    let joined = if look.is_any(next, &["of", "de"]) { next + 1 } else { look.past_comma(next) };
    let (year, end) = numbered_year(look, joined).filter(|_| !look.cx.at(joined).glued())?;
    Some(Dated::at(Point::Month(Some(year), month), end, "month-year"))
}

/// The year behind a day: `2013`, `last year`, and in words where people talk.
fn year_behind(look: Look<'_>, at: usize) -> Option<(i16, usize)> {
    numbered_year(look, at).or_else(|| relative::year_behind(look, at))
}

/// The year behind a month, by its number.
fn numbered_year(look: Look<'_>, at: usize) -> Option<(i16, usize)> {
    let plain = year::plain(look, at).map(|year| (year, at + 1));
    plain.or_else(|| if look.cx.options.spoken_times() { spoken_year(look, at) } else { None })
}

/// A month's name alone, where it can be nothing else.
fn month_alone(look: Look<'_>, at: usize, month: u8) -> Option<Dated> {
    let role = look.cx.at(at).time();
    let led = led_to(look, at);
    let sure = match role {
        TimeWord::Month(5) if look.cx.options.spoken_times() && !look.capital(at) => {
            look.was_any(
                at,
                &["in", "since", "until", "during", "last", "next", "of", "early", "late", "mid", "from"],
            ) || led && !look.atom(at + 1).is_word()
        }
        TimeWord::Month(month) if look.cx.options.spoken_times() => {
            !matches!(month, 3 | 5) || led || !look.cx.at(at).follows() && !look.atom(at + 1).is_word()
        }
        TimeWord::ShortMonth(_) if look.cx.options.spoken_times() => led,
        TimeWord::Month(5) => look.capital(at) && led && !look.capital(at + 1),
        TimeWord::Month(3) => look.capital(at) && (led || march_of_sales(look, at)),
        TimeWord::ShortMonth(_) => look.capital(at) && (led || leads_to_month(look, at + 1)),
        TimeWord::ForeignMonth((tongue, _)) => {
            let small = !look.capital(at) || tongue == Tongue::German;
            small && (led || look.was_any(at, &["en", "fin", "début", "im", "in"]))
        }
        _ => look.capital(at) && !named_after(look, at),
    };
    let end = past_abbreviation(look, at);
    sure.then(|| match of_year(look, end) {
        Some((year, end)) => Dated::at(Point::Month(Some(year), month), end, "month-of-year"),
        None => Dated::new(When::Month(month), end, "month"),
    })
}

/// `Jan-Feb 2017`.
fn leads_to_month(look: Look<'_>, at: usize) -> bool {
    look.hyphen(at).is_some_and(|second| look.role(second).month().is_some())
}

/// Whether the word before tells that a month follows.
fn led_to(look: Look<'_>, at: usize) -> bool {
    let leads = [
        "in", "since", "until", "during", "last", "next", "this", "early", "late", "mid", "from", "through",
        "between", "of", "by", "each", "every", "till", "before", "after", "to", "and",
    ];
    look.was_any(at, &leads) || look.sign(at, '-') || look.cx.before(at, 1).is('-') && look.cx.at(at).glued()
}

/// `March sales rose` against `the March on Washington` and `Women's March`.
fn march_of_sales(look: Look<'_>, at: usize) -> bool {
    let before = look.cx.before(at, 1);
    let name = look.cx.at(at).follows()
        && (before.is_word() && look.capital(at - 1)
            || before.is('\'')
            || before.is('’')
            || before.text(look.cx.text) == "s");
    !name && look.modifies(at + 1)
}

/// `April Smith`, `June Brown`: a first name before a family name.
fn named_after(look: Look<'_>, at: usize) -> bool {
    matches!(look.cx.at(at).time(), TimeWord::Month(4 | 6 | 8))
        && look.capital(at + 1)
        && look.role(at + 1) == TimeWord::None
        && !look
            .was_any(at, &["in", "since", "until", "last", "next", "this", "early", "late", "mid", "during"])
}

/// `Monday`, `Monday, Feb. 18`, `Monday 18 February 2013`, `Monday the 18th`.
fn weekday_first(look: Look<'_>, at: usize) -> Option<Dated> {
    let role = look.cx.at(at).time();
    let weekday = role.weekday()?;
    let short = matches!(role, TimeWord::ShortWeekday(_));
    let next = if short { look.past_stop(at + 1) } else { at + 1 };
    let comma = look.past_comma(next);
    if let Some(found) = dated_after(look, comma, weekday, role.tongue()) {
        return Some(found);
    }
    let english = matches!(role, TimeWord::Weekday(_) | TimeWord::ShortWeekday(_))
        && look.cx.options.spoken_times()
        && (!short || look.cx.word(at).len() > 3 || led_to(look, at) || next > at + 1 || look.capital(at))
        || matches!(role, TimeWord::Weekday(_)) && look.capital(at);
    let foreign = role.tongue().is_some() && lone_foreign(look, at);
    let abbreviated = short && look.capital(at) && next > at + 1 && !look.capital(next);
    if !(english || foreign || abbreviated) || in_name(look, at) {
        return None;
    }
    let mut found = Dated::new(When::Weekday(weekday), next, "weekday");
    found.tongue = role.tongue();
    Some(found)
}

/// The day of the month after a weekday.
fn dated_after(look: Look<'_>, at: usize, weekday: u8, tongue: Option<Tongue>) -> Option<Dated> {
    let named = look.past(look.past(at, "the"), "le");
    let may = look.cx.at(named).is_digits()
        || look.role(named).month().is_some()
        || matches!(look.role(named), TimeWord::Ordinal(_))
        || look.cx.options.spoken_times() && matches!(look.role(named), TimeWord::Count(_)) && named > at;
    if !look.cx.at(named).follows() || !may {
        return None;
    }
    let mut found = if let Some(found) = date(look, named) {
        found
    } else {
        let bare = |end: usize| look.cx.options.times == Times::Recognizers && is_day(look, named, end);
        let (of_month, end) =
            day_of_month(look, named).filter(|(_, end)| *end > named + 1 || named > at || bare(*end))?;
        Dated::new(When::OfMonth(of_month), end, "weekday-day")
    };
    found.when = match found.when {
        When::MonthDay(month, of_month) => When::WeekdayMonthDay(weekday, month, of_month),
        When::OfMonth(of_month) => When::WeekdayOfMonth(weekday, of_month),
        when @ When::At(Point::Day(_)) => when,
        _ => return None,
    };
    found.tongue = found.tongue.or(tongue);
    Some(found)
}

/// `Monday 21`, as a machine is told: a number that is no hour, with nothing that it counts.
fn is_day(look: Look<'_>, at: usize, end: usize) -> bool {
    let (n, next) = (look.cx.at(at).payload, look.cx.at(end));
    let counted = next.is_word() && next.follows() && !look.is_any(end, &["at", "from", "between", "around"]);
    n > 12 && !counted && !next.glued()
        || n > 12 && next.glued() && matches!(next.symbol(), Some('!' | '?' | '.' | ','))
}

/// A foreign weekday stands alone: before a comma, after a preposition, or in small letters where its language writes it so.
/// French ones are words of no other kind in English, but for names.
fn lone_foreign(look: Look<'_>, at: usize) -> bool {
    let tongue = look.cx.at(at).time().tongue();
    let opens = tongue == Some(Tongue::French)
        && !look.capital(at + 1)
        && !(look.capital(at) && look.cx.at(at).follows() && look.cx.before(at, 1).is_word());
    if opens || tongue != Some(Tongue::German) && !look.capital(at) {
        return true;
    }
    look.sign(at + 1, ',')
        || look.was_any(at, &["on", "since", "until", "last", "next", "this", "by", "from"])
}

/// `Sunday Times`, `Ash Wednesday`.
fn in_name(look: Look<'_>, at: usize) -> bool {
    let after = [
        "times",
        "telegraph",
        "mirror",
        "express",
        "mail",
        "herald",
        "mercury",
        "world",
        "post",
        "independent",
        "review",
    ];
    look.capital(at + 1) && look.is_any(at + 1, &after)
        || look.capital(at)
            && look.was_any(at, &["bloody", "ash", "sheffield", "ruby", "super", "cyber"])
            && look.capital(at - 1)
}

/// `2008-03-07`, `31/12/2014`, `12.31.2014`.
fn numeric(look: Look<'_>, at: usize, n: u32, len: usize) -> Option<Dated> {
    let mark = look.atom(at + 1).symbol().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let (second, second_len) = look.glued_digits(at + 2).filter(|_| look.cx.at(at + 1).glued())?;
    let again = look.sign(at + 3, mark) && look.cx.at(at + 3).glued();
    let (third, third_len) = look.glued_digits(at + 4).filter(|_| again)?;
    let end = at + 5;
    let more = look.cx.at(end).glued() && (look.cx.at(end).is_word() || look.glued_digits(end + 1).is_some());
    let before =
        look.cx.at(at).glued() && matches!(look.cx.before(at, 1).symbol(), Some('-' | '/' | '.' | '$'));
    if more || before {
        return None;
    }
    let small = |n: u32| u8::try_from(n).ok();
    let full = |year: u32, month: u32, of_month: u32| {
        day(i16::try_from(year).ok()?, small(month)?, small(of_month)?)
    };
    let (date, assumed) = match (len, second_len, third_len) {
        (4, 1..=2, 1..=2) => (full(n, second, third)?, false),
        (1..=2, 1..=2, 4) if n > 12 || mark == '.' && second <= 12 => {
            (full(third, second, n)?, n <= 12 && n != second)
        }
        (1..=2, 1..=2, 4) => (full(third, n, second)?, second <= 12 && n != second),
        (1..=2, 1..=2, 2)
            if mark == '/' && !look.cx.options.spoken_times() || mark == '-' && look.cx.options.timeml() =>
        {
            let (month, of_month) = if n > 12 { (second, n) } else { (n, second) };
            (full(short_year(look, third), month, of_month)?, n <= 12 && second <= 12 && n != second)
        }
        _ => return None,
    };
    let mut found = Dated::at(Point::Day(Day::On(date)), end, "numeric-date");
    found.assumed = assumed;
    Some(found)
}

/// The year that two digits are, the nearest to the story's.
fn short_year(look: Look<'_>, digits: u32) -> u32 {
    let story = look.cx.reference.date.map_or(2000, |date| u32::from(date.year().unsigned_abs()));
    let century = |years: u32| years - years % 100 + digits;
    let here = century(story);
    [here, here.saturating_sub(100), here + 100]
        .into_iter()
        .min_by_key(|year| year.abs_diff(story))
        .unwrap_or(here)
}
