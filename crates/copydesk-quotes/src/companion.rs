//! What may stand between a reporting word and its content besides adjuncts: whom it is about, whom somebody agrees with.

use crate::lexicon::Cue;
use crate::phrase;
use crate::tag::Tag;
use crate::unit::Unit;

/// `said of Ms. Lowe: “…”`: past whom or what the words are about.
pub(crate) fn past_topic(unit: &Unit<'_>, cue: &Cue, at: usize) -> usize {
    let phrase = if unit.tag(at) == Tag::Prep && cue.class != "ask" && unit.is_any(at, &["of", "about"]) {
        phrase::starting(unit, at + 1)
    } else {
        None
    };
    let leads =
        |end: usize| matches!(unit.tag(end), Tag::Colon | Tag::Comma) && unit.tag(end + 1) == Tag::Quote;
    phrase.map(|phrase| phrase.end).filter(|end| leads(*end)).unwrap_or(at)
}

/// `agrees with Ms. Lowe that …`, `claims without evidence that …`, `said last quarter that …`: past what stands between.
pub(crate) fn past_companion(unit: &Unit<'_>, at: usize) -> usize {
    let may = matches!(unit.tag(at), Tag::Prep | Tag::Sub | Tag::Adjective | Tag::Det);
    if !may
        || !unit.is_any(
            at,
            &["with", "without", "as", "for", "on", "in", "at", "last", "this", "before", "after"],
        )
    {
        return at;
    }
    let end = (at + 1..at + 10).find(|at| !may_part(unit, *at)).unwrap_or(at);
    let fits = match () {
        () if unit.is(at, "with") => matches!(unit.tag_before(end), Tag::Name | Tag::Object | Tag::Plural),
        () if unit.is_any(at, &PLACES) => names_place(unit, at) || phrase::leads_to_time(unit, at + 1),
        () if unit.is(at, "for") && unit.tag_before(end) != Tag::Time => {
            unit.is_any(end - 1, &["time", "days", "weeks", "months", "years", "decades"])
        }
        () => end > at + 1 || unit.is_any(at, &["before", "after"]),
    };
    if unit.tag(end) == Tag::That && fits { end } else { at }
}

/// Prepositions that lead to where something is said.
const PLACES: [&str; 3] = ["on", "in", "at"];

/// Whether an item may stand between a verb and its `that`.
fn may_part(unit: &Unit<'_>, at: usize) -> bool {
    let tag = unit.tag(at);
    tag.starts_phrase() && tag != Tag::Subject
        || matches!(tag, Tag::Object | Tag::Prep | Tag::Genitive | Tag::Ing | Tag::Adverb)
        || tag == Tag::Quote && unit.is_title(at)
}

/// `on Radio Arlen`, `on “Meet the Harbour”`; not `on the idea`.
fn names_place(unit: &Unit<'_>, preposition: usize) -> bool {
    let end = phrase::core_end(unit, preposition + 1);
    end > preposition + 1 && unit.tag_before(end) == Tag::Name
        || unit.tag(preposition + 1) == Tag::Quote && unit.is_title(preposition + 1)
}

/// `insisted on Radio Arlen that …`: whether a preposition leads to where something is said, and on to what.
pub(crate) fn is_before_that(unit: &Unit<'_>, preposition: usize) -> bool {
    unit.is_any(preposition, &PLACES) && past_companion(unit, preposition) > preposition
}
