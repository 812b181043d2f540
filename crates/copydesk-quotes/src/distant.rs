//! The sieve for words in quotation marks that an aside parts from their verb: `said in the spring, when it was late, “…”`,
//! `put it this way: “…”`.

use crate::adjunct;
use crate::candidate::Candidate;
use crate::following::finish;
use crate::frames::Frames;
use crate::tag::Tag;
use crate::unit::Unit;
use crate::verb::Verb;

/// The longest aside, in items.
const LONGEST: usize = 40;

/// The quotation that ends the unit, behind a verb that has no content of its own.
pub(crate) fn find(unit: &Unit<'_>, verb: &Verb) -> Option<Candidate> {
    let quote = unit.end().checked_sub(1)?;
    let mark = quote.checked_sub(1)?;
    if unit.tag(quote) != Tag::Quote || !matches!(unit.tag(mark), Tag::Comma | Tag::Colon) {
        return None;
    }
    if !verb.cue.frames.any(Frames::QUOTE) || verb.cue.belief || verb.passive {
        return None;
    }
    let adjuncts = adjunct::skip(unit, verb.after, Frames::default());
    let aside = adjuncts.end..mark;
    if aside.is_empty() || aside.len() > LONGEST || unit.words_inside(quote) < 3 {
        return None;
    }
    let broken =
        aside.clone().any(|at| matches!(unit.tag(at), Tag::Semicolon | Tag::Quote | Tag::Stop | Tag::Colon));
    let finite = || aside.clone().any(|at| unit.tag(at).is_finite());
    let set_off = unit.tag(aside.start) == Tag::Comma && unit.tag(aside.start + 1) != Tag::Cc;
    if broken || !(set_off || unit.tag(mark) == Tag::Colon && !finite()) {
        return None;
    }
    let subject = verb.subject(unit)?.clone();
    let found = Candidate::new("cue-quotation", 0.7, 0..0, quote..quote + 1);
    Some(finish(unit, verb, Some(subject), found, adjuncts))
}
