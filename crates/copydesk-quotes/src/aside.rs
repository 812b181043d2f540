//! The sieve for attributions that `as` sets aside: `As the court noted, …`, `…, as the mayor put it`.

use crate::adjunct;
use crate::candidate::{Candidate, NOTHING};
use crate::clause;
use crate::content::{self, Form};
use crate::following::finish;
use crate::frames::Frames;
use crate::tag::Tag;
use crate::unit::{Range, Unit};
use crate::verb::Verb;

/// Content around `as NAME verb`.
pub(crate) fn find(unit: &Unit<'_>, verb: &Verb) -> Option<Candidate> {
    // `as he put it`; not `as the day went on`, `as she speaks`
    let states = verb.cue.frames.any(Frames::THAT) || verb.cue.particle == Some("it");
    if !verb.cue.frames.any(Frames::QUOTE) || !states || verb.passive || verb.cue.class == "call" {
        return None;
    }
    let subject = verb.subject(unit).filter(|subject| subject.direct && subject.start > 0)?;
    let opener = subject.start - 1;
    if !unit.is(opener, "as") || !is_aside(unit, opener) {
        return None;
    }
    let object = usize::from(unit.is(verb.after, "it"));
    let adjuncts = adjunct::skip(unit, verb.after + object, Frames::default());
    let content = around(unit, opener, adjuncts.end)?;
    let found = Candidate { content, ..Candidate::new("as-aside", 0.92, 0..0, NOTHING) };
    Some(finish(unit, verb, Some(subject.clone()), found, adjuncts))
}

/// Whether `as` opens the unit or follows a comma or a dash.
fn is_aside(unit: &Unit<'_>, opener: usize) -> bool {
    opener <= unit.start() || matches!(unit.tag_before(opener), Tag::Comma | Tag::Dash)
}

/// What stands before the aside and behind it.
fn around(unit: &Unit<'_>, opener: usize, next: usize) -> Option<[Range; 2]> {
    let marked = matches!(unit.tag(next), Tag::Comma | Tag::Colon | Tag::Dash);
    let begin = unit.start();
    if opener <= begin {
        let from = if marked { next + 1 } else { next };
        let opens = marked || unit.tag(next) == Tag::Quote;
        return opens.then(|| [from..content::end(unit, from, Form::Clause, true), NOTHING]);
    }
    let before = begin..opener - 1;
    let finished = next >= unit.end() || clause::is_clause(unit, begin, before.end);
    if before.is_empty() || next < unit.end() && !marked {
        return None;
    }
    let behind = if finished { NOTHING } else { next + 1..content::end(unit, next + 1, Form::Clause, true) };
    Some([before, behind])
}
