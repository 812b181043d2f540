//! Dates whose parts a hyphen or a slash joins, the month by its name: `Sep-23-2020`, `2019/Aug/01`, `Dec-2018`.

use super::calendar::day;
use super::date::Dated;
use super::look::Look;
use super::point::{Day, Point};
use super::resolve::When;

/// A part of such a date.
#[derive(Clone, Copy)]
enum Part {
    Month(u8),
    /// Four digits.
    Year(i16),
    /// One or two digits.
    Small(u8),
}

/// The date that begins at its first part. News gives the year, or it is no date.
pub(crate) fn joint(look: Look<'_>, at: usize) -> Option<Dated> {
    let mark = look.atom(at + 1).symbol().filter(|mark| matches!(mark, '-' | '/'))?;
    let first = part(look, at)?;
    let second = next(look, at + 1, mark)?;
    let third = next(look, at + 3, mark);
    let end = if third.is_some() { at + 5 } else { at + 3 };
    let point = match (first, second, third) {
        (Part::Month(month), Part::Year(year), None) | (Part::Year(year), Part::Month(month), None) => {
            Point::Month(Some(year), month)
        }
        (Part::Month(month), Part::Small(of_month), Some(Part::Year(year)))
        | (Part::Month(month), Part::Year(year), Some(Part::Small(of_month)))
        | (Part::Year(year), Part::Month(month), Some(Part::Small(of_month)))
        | (Part::Year(year), Part::Small(of_month), Some(Part::Month(month)))
        | (Part::Small(of_month), Part::Year(year), Some(Part::Month(month)))
        | (Part::Small(of_month), Part::Month(month), Some(Part::Year(year))) => {
            Point::Day(Day::On(day(year, month, of_month)?))
        }
        (Part::Month(month), Part::Small(of_month @ 1..=31), None) if look.cx.options.spoken_times() => {
            return closed(look, end, mark)
                .then(|| Dated::new(When::MonthDay(month, of_month), end, "joint-date"));
        }
        _ => return None,
    };
    closed(look, end, mark).then(|| Dated::at(point, end, "joint-date"))
}

/// The part behind a mark, with no blank between.
fn next(look: Look<'_>, at: usize, mark: char) -> Option<Part> {
    let tied = look.sign(at, mark) && look.cx.at(at).glued() && look.cx.at(at + 1).glued();
    if tied { part(look, at + 1) } else { None }
}

fn part(look: Look<'_>, at: usize) -> Option<Part> {
    if let Some(month) = look.cx.at(at).time().month() {
        return (look.capital(at) || look.cx.options.spoken_times()).then_some(Part::Month(month));
    }
    match look.digits(at)? {
        (n @ 1000..=2999, 4) => i16::try_from(n).ok().map(Part::Year),
        (n, 1..=2) => u8::try_from(n).ok().map(Part::Small),
        _ => None,
    }
}

/// Whether nothing more is joined behind it.
fn closed(look: Look<'_>, end: usize, mark: char) -> bool {
    let next = look.cx.at(end);
    !next.glued()
        || !next.is_word() && !next.is_digits() && !(next.is(mark) && look.glued_digits(end + 1).is_some())
}
