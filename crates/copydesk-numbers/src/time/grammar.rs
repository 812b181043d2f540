//! Which readings may begin at an atom, and the longest of them.

use crate::context::Context;
use crate::layer::Modifier;
use crate::lexicon::Numeral;

use super::date::Dated;
use super::found::Found;
use super::look::Look;
use super::point::Point;
use super::relative::of_year;
use super::resolve::When;
use super::seen::Seen;
use super::word::TimeWord;
use super::{dialogue, period, range, set, spoken, timeml, vague, whole, year};

/// The longest time, date, duration or set that begins at the atom `at`.
#[inline(never)]
pub(crate) fn parse(cx: &Context<'_>, seen: &Seen, at: usize) -> Option<Found> {
    let look = Look { cx, seen };
    if cx.options.talk()
        && !cx.options.spoken_times()
        && let Some(found) = spoken::spoken(look, at)
    {
        return Some(found);
    }
    let found = match cx.at(at).time() {
        TimeWord::About | TimeWord::Nearly | TimeWord::More | TimeWord::Less => blurred(look, at),
        TimeWord::Early | TimeWord::Mid | TimeWord::Late => cut(look, at),
        TimeWord::Some if look.cx.is(at, "some") => blurred(look, at).or_else(|| plain(look, at)),
        _ => plain(look, at),
    };
    let found = if cx.options.spoken_times() { dialogue::parse(look, at, found) } else { found };
    found
        .filter(|found| found.rule != "vague-time" || cx.options.vague_times.0)
        .map(|found| if cx.options.timeml() { timeml::marked(look, found) } else { found })
}

fn plain(look: Look<'_>, at: usize) -> Option<Found> {
    match look.cx.at(at).time() {
        TimeWord::None if look.cx.at(at).is_digits() => digits(look, at),
        TimeWord::None => apostrophe(look, at),
        TimeWord::This => whole::dated(look, at, at, None).or_else(|| vague::vague(look, at)),
        TimeWord::Article | TimeWord::Some | TimeWord::Couple | TimeWord::Half => period::period(look, at),
        TimeWord::Count(_) => {
            longest([period::period(look, at), whole::timed(look, at), whole::dated(look, at, at, None)])
        }
        TimeWord::Noon | TimeWord::Midnight => whole::timed(look, at),
        TimeWord::The => the(look, at),
        TimeWord::Last | TimeWord::Next | TimeWord::Following => {
            longest([period::window(look, at), whole::dated(look, at, at, None), vague::vague(look, at)])
        }
        TimeWord::Every | TimeWord::Periodic(_) | TimeWord::Times => set::set(look, at),
        TimeWord::Weekday(_) => set::set(look, at).or_else(|| whole::dated(look, at, at, None)),
        TimeWord::Now | TimeWord::Recently | TimeWord::Soon | TimeWord::Recent => vague::vague(look, at),
        TimeWord::Units(_) => period::uncounted(look, at),
        TimeWord::ForeignYears(_) => {
            let found = year::foreign_decade(look, at)?;
            Some(whole::settle(look, at, &found))
        }
        TimeWord::ForeignCentury(_) => {
            let (first, found) = year::foreign_century(look, at)?;
            Some(whole::settle(look, first, &found))
        }
        _ => whole::dated(look, at, at, None),
    }
}

fn digits(look: Look<'_>, at: usize) -> Option<Found> {
    if !may_be_time(look, at) {
        return None;
    }
    let time = whole::timed(look, at).or_else(|| range::hours(look, at));
    let date = whole::dated(look, at, at, None).or_else(|| range::days(look, at));
    longest([time, date, period::period(look, at)])
}

/// Whether what stands beside digits leaves a reading as a time possible. Asked first, for most numbers are none.
fn may_be_time(look: Look<'_>, at: usize) -> bool {
    let (next, len) = (look.atom(at + 1), look.cx.at(at).len());
    if len == 4 || look.cx.before(at, 1).time() == TimeWord::And {
        return true;
    }
    match next.symbol() {
        Some('.' | ',') => {
            let after = look.atom(at + 2);
            after.glued() && after.is_digits() || after.time() != TimeWord::None
        }
        Some(mark) => matches!(
            mark,
            '-' | '‐' | '‑' | '–' | '—' | '/' | ':' | '\'' | '’' | '+' | '°' | 'º' | '½' | '¼' | '¾'
        ),
        None => {
            next.is_digits()
                || next.glued()
                || next.time() != TimeWord::None
                || next.numeral() != Numeral::None
                || foreign_joint(look, at + 1)
        }
    }
}

/// `3 au 5 mars`, `22 de febrero`, `14 Uhr`.
fn foreign_joint(look: Look<'_>, at: usize) -> bool {
    look.cx.at(at).len() <= 5
        && look.is_any(
            at,
            &[
                "au", "à", "de", "di", "del", "bis", "uhr", "noon", "o", "oclock", "a", "p", "am", "pm",
                "hours",
            ],
        )
}

fn apostrophe(look: Look<'_>, at: usize) -> Option<Found> {
    let found = year::short_decade(look, at)?;
    Some(whole::settle(look, at, &found))
}

/// What begins at `the`. A decade or a century is named without it.
fn the(look: Look<'_>, at: usize) -> Option<Found> {
    let dated = whole::dated(look, at, at, None).map(|found| without_article(look, found));
    longest([period::window(look, at), dated, vague::vague(look, at)])
}

/// `the` of `the third quarter results` belongs to the results.
fn without_article(look: Look<'_>, found: Found) -> Found {
    let modifier = found.rule == "part-of-year" && look.modifies(found.end);
    if modifier { Found { first: found.first + 1, ..found } } else { found }
}

fn longest<const N: usize>(found: [Option<Found>; N]) -> Option<Found> {
    let mut best: Option<Found> = None;
    for one in found.into_iter().flatten() {
        if best.is_none_or(|best| one.end > best.end) {
            best = Some(one);
        }
    }
    best
}

/// `about two years`, `more than a decade ago`, `at least six months`.
fn blurred(look: Look<'_>, at: usize) -> Option<Found> {
    let (modifier, counted) = match look.cx.at(at).time() {
        TimeWord::About | TimeWord::Some => (Modifier::About, at + 1),
        TimeWord::Nearly => (Modifier::Nearly, at + 1),
        TimeWord::More if look.cx.is(at, "over") => (Modifier::MoreThan, at + 1),
        TimeWord::More if look.is(at + 1, "than") => (Modifier::MoreThan, at + 2),
        TimeWord::Less if look.cx.is(at, "under") => (Modifier::LessThan, at + 1),
        TimeWord::Less if look.is(at + 1, "than") => (Modifier::LessThan, at + 2),
        _ => return None,
    };
    let found = period::period(look, counted)?;
    // `Over six years` is as long as it lasts; `over six years ago` is more than that.
    if look.cx.is(at, "over") && matches!(found.rule, "duration" | "rate") {
        return None;
    }
    (found.first == counted && look.cx.at(counted).follows()).then_some(Found {
        first: at,
        modifier: Some(modifier),
        ..found
    })
}

/// `early March`, `mid-2012`, `later this week`, `late in the 1990s`.
fn cut(look: Look<'_>, at: usize) -> Option<Found> {
    let modifier = match look.cx.at(at).time() {
        TimeWord::Early => Modifier::Early,
        TimeWord::Late => Modifier::Late,
        _ => Modifier::Mid,
    };
    let comparative = ["earlier", "later"].iter().any(|word| look.cx.is(at, word));
    let within = look.role(at + 2) == TimeWord::The
        || look.role(at + 2).month().is_some()
        || look.digits(at + 2).is_some_and(|(_, len)| len == 4);
    let dated = if look.is(at + 1, "in") && within { at + 2 } else { look.past_hyphen(at + 1) };
    let pointing = matches!(
        look.role(dated),
        TimeWord::This | TimeWord::The | TimeWord::Last | TimeWord::Next | TimeWord::Deictic(_)
    );
    if comparative && !pointing
        || !look.cx.at(dated).follows()
        || modifier == Modifier::Mid && look.cx.is(at, "middle")
    {
        return None;
    }
    if let Some(found) = season(look, at, dated, modifier) {
        return Some(found);
    }
    let found = whole::dated(look, at, dated, Some(modifier))?;
    let cuttable = !matches!(found.timex, Some(super::value::Timex::At(Point::Clock(..))));
    (found.first == at && cuttable).then_some(found)
}

/// `late spring`, of which year the sentence says.
fn season(look: Look<'_>, at: usize, named: usize, modifier: Modifier) -> Option<Found> {
    let TimeWord::Season(season) = look.role(named) else { return None };
    if of_year(look, named + 1).is_some() {
        return None;
    }
    let mut found = Dated::new(When::Season(season), named + 1, "season");
    found.modifier = Some(modifier);
    Some(whole::settle(look, at, &found))
}
