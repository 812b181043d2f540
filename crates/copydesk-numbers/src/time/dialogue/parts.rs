//! The first and the last hours of a part of a day: `early morning`, `late this afternoon`, `later in the evening`.

use super::super::found::Found;
use super::super::look::Look;
use super::super::point::{Day, DayPart, Point};
use super::super::value::Timex;
use super::super::word::TimeWord;
use super::{duckling, moment};
use crate::layer::Kind;

/// Half of a part of a day, as Recognizers has it.
pub(super) fn half(look: Look<'_>, at: usize) -> Option<Found> {
    let late = match look.cx.at(at).time() {
        TimeWord::Early => false,
        TimeWord::Late => true,
        _ => return None,
    };
    let named = look.past(look.past(look.past(at + 1, "in"), "the"), "this");
    let TimeWord::Part(part) = look.role(named) else { return None };
    let today = named > at + 1 && look.is(named - 1, "this");
    if duckling(look) || part == DayPart::Night {
        return None;
    }
    let day = if today { Day::On(look.cx.reference.date?) } else { Day::Any };
    let from = moment::hours(part).0 + if late { 2 } else { 0 };
    let clock = |hour| Some(Point::Clock(day, moment::hour(hour)));
    let kind = if today { Kind::DatetimeRange } else { Kind::TimeRange };
    Some(Found::new(at, named + 1, kind, Some(Timex::Between(clock(from), clock(from + 2))), "half-of-part"))
}
