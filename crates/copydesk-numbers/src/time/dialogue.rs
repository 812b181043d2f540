//! What people say to a machine, marked as the specifications of Recognizers-Text or the corpora of Duckling mark it:
//! prepositions belong to a time, ranges are counted from today, and a time of day may be bare.

mod clock;
mod frame;
mod moment;
mod numeric;
mod parts;
mod sets;
mod window;

use crate::layer::Modifier;
use crate::options::Times;

use super::found::Found;
use super::look::Look;
use super::resolve::grain;
use super::spoken;
use super::word::TimeWord;

/// The longest time that begins at an atom, `plain` being what the grammar of news reads there.
pub(crate) fn parse(look: Look<'_>, at: usize, plain: Option<Found>) -> Option<Found> {
    let year = spoken::spoken(look, at).filter(|found| found.rule == "spoken-year");
    let plain = edge(look, at)
        .or_else(|| numeric::month(look, at))
        .or_else(|| parts::half(look, at))
        .or_else(|| window::pointed(look, at))
        .or(plain)
        .or(year)
        .map(|found| window::counted(look, found));
    let moment = moment::moments(look, at);
    let longer = match (plain, moment) {
        (Some(plain), Some(moment)) => Some(if moment.end >= plain.end { moment } else { plain }),
        (plain, moment) => plain.or(moment),
    };
    longer.map(|found| frame::framed(look, sets::timed(look, found)))
}

/// `EOM`, and `month` of `the end of month`.
fn edge(look: Look<'_>, at: usize) -> Option<Found> {
    let of =
        look.was_any(at, &["of"]) && matches!(look.cx.before(at, 2).time(), TimeWord::End | TimeWord::Start);
    let (unit, modifier) = match look.cx.at(at).time() {
        TimeWord::EndOf(unit) => (unit, Some(Modifier::Late)),
        TimeWord::StartOf(unit) => (unit, Some(Modifier::Early)),
        TimeWord::Unit(unit) if of => (unit, None),
        _ => return None,
    };
    let point = grain(look.cx.reference.date?, unit)?;
    Some(Found { modifier, ..Found::at(at, at + 1, point, "edge") })
}

/// Whether times are marked as Duckling marks them.
fn duckling(look: Look<'_>) -> bool {
    look.cx.options.times == Times::Duckling
}
