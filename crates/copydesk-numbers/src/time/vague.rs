//! Times that name no date: `now`, `recently`, `in recent years`, `the future`.

use crate::layer::Kind;

use super::found::Found;
use super::look::Look;
use super::unit::Unit;
use super::value::Timex;
use super::word::TimeWord;

/// The vague time that begins at a word.
pub(crate) fn vague(look: Look<'_>, at: usize) -> Option<Found> {
    let found = |end: usize, timex: Timex| Some(Found::new(at, end, Kind::Date, Some(timex), "vague-time"));
    match look.cx.at(at).time() {
        TimeWord::Now if !look.is(at + 1, "that") => found(at + 1, Timex::Present),
        TimeWord::Recently => found(at + 1, Timex::Past),
        TimeWord::Soon if !look.is_any(at + 1, &["as", "after"]) => found(at + 1, Timex::Future),
        TimeWord::Recent => match look.role(at + 1) {
            TimeWord::Units(unit) if unit >= Unit::Day => found(at + 2, Timex::Past),
            _ => None,
        },
        TimeWord::Next if look.cx.is(at, "coming") => match look.role(at + 1) {
            TimeWord::Units(unit) if unit >= Unit::Day => found(at + 2, Timex::Future),
            _ => None,
        },
        TimeWord::The => the(look, at),
        TimeWord::This if look.cx.is(at, "these") && look.is(at + 1, "days") => found(at + 2, Timex::Present),
        _ => None,
    }
}

/// `the future`, `the past`.
fn the(look: Look<'_>, at: usize) -> Option<Found> {
    let closed =
        !look.modifies(at + 2) && look.role(at + 2) == TimeWord::None || !look.atom(at + 2).is_word();
    let timex = match look.role(at + 1) {
        TimeWord::Next => match look.role(at + 2) {
            TimeWord::Units(unit) if unit >= Unit::Day => {
                return Some(Found::new(at, at + 3, Kind::Date, Some(Timex::Future), "vague-time"));
            }
            _ => return None,
        },
        TimeWord::Future if closed => Timex::Future,
        TimeWord::Last
            if look.is(at + 1, "past")
                && look.was_any(at, &["in", "of", "from"])
                && !look.atom(at + 2).is_word()
                && !look.atom(at + 2).is_digits() =>
        {
            Timex::Past
        }
        _ => return None,
    };
    Some(Found::new(at, at + 2, Kind::Date, Some(timex), "vague-time"))
}
