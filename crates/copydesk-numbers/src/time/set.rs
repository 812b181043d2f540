//! Times that come again: `every day`, `each Monday`, `weekly`, `twice a week`.

use crate::layer::Kind;

use super::count::count;
use super::duration::{Amount, Duration};
use super::found::Found;
use super::look::Look;
use super::point::{Day, Point};
use super::unit::Unit;
use super::value::Timex;
use super::word::TimeWord;

/// The set that begins at a word.
pub(crate) fn set(look: Look<'_>, at: usize) -> Option<Found> {
    match look.cx.at(at).time() {
        TimeWord::Every => every(look, at),
        TimeWord::Periodic(unit) if !named(look, at) => Some(lasting(at, at + 1, Amount::whole(1), unit)),
        TimeWord::Times => times(look, at),
        TimeWord::Weekday(day) if plural(look, at) => Some(weekly(at, at + 1, day)),
        _ => None,
    }
}

fn lasting(first: usize, end: usize, amount: Amount, unit: Unit) -> Found {
    Found::new(first, end, Kind::Set, Some(Timex::Lasting(Duration::of(amount, unit))), "set")
}

const fn weekly(first: usize, end: usize, day: u8) -> Found {
    Found::new(first, end, Kind::Set, Some(Timex::At(Point::Day(Day::Weekday(day)))), "set")
}

fn every(look: Look<'_>, at: usize) -> Option<Found> {
    let other = look.is_any(at + 1, &["other", "single"]);
    let named = at + 1 + usize::from(other);
    let amount = if look.is(at + 1, "other") { 2 } else { 1 };
    match look.role(named) {
        TimeWord::Unit(unit) if unit > Unit::Second => {
            Some(lasting(at, named + 1, Amount::whole(amount), unit))
        }
        TimeWord::Weekday(day) => Some(weekly(at, named + 1, day)),
        TimeWord::Part(part) => {
            Some(Found::new(at, named + 1, Kind::Set, Some(Timex::At(Point::Part(Day::Any, part))), "set"))
        }
        TimeWord::Month(month) => {
            Some(Found::new(at, named + 1, Kind::Set, Some(Timex::At(Point::Month(None, month))), "set"))
        }
        _ => {
            let count = count(look, named)?;
            let unit = look.role(count.end).unit()?;
            Some(lasting(at, count.end + 1, count.amount, unit))
        }
    }
}

/// `twice a week`, `once every four years`.
fn times(look: Look<'_>, at: usize) -> Option<Found> {
    match (look.role(at + 1), look.role(at + 2)) {
        (TimeWord::Article, TimeWord::Unit(unit)) => Some(lasting(at, at + 3, Amount::whole(1), unit)),
        (TimeWord::Every, _) => every(look, at + 1).map(|found| Found { first: at, ..found }),
        (TimeWord::Periodic(unit), _) => Some(lasting(at, at + 2, Amount::whole(1), unit)),
        _ => None,
    }
}

/// `Daily Mail`, `the Daily Star`.
fn named(look: Look<'_>, at: usize) -> bool {
    look.capital(at) && look.capital(at + 1)
        || look.cx.at(at).follows() && look.capital(at) && look.cx.before(at, 1).is_word()
}

fn plural(look: Look<'_>, at: usize) -> bool {
    look.cx.word(at).ends_with('s') && look.capital(at)
}
