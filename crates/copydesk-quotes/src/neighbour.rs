//! What a unit says of the quotation before it or behind it.

use crate::candidate::{Candidate, NOTHING};
use crate::found::{Found, found};
use crate::label;
use crate::options::Quotes;
use crate::passive;
use crate::preposed;
use crate::story::Open;
use crate::subject::subject_of;
use crate::tag::Tag;
use crate::unit::Unit;

/// Who says what waits, if a unit opens with that and says nothing else by it: `“Who knows?” she asked, adding that …`.
pub(crate) fn speaker_of_open(
    unit: &Unit<'_>,
    paragraph: usize,
    kept: &[Candidate],
    open: Option<&Open>,
    options: Quotes,
) -> Option<Found> {
    let open = open.filter(|open| open.paragraph + 1 >= paragraph)?;
    if let Some(signed) = label::signed(unit, 0) {
        return found(unit, paragraph, &signed, options);
    }
    if let Some(told) = passive::lone(unit) {
        return found(unit, paragraph, &told, options);
    }
    let lone = preposed::lone(unit).filter(|_| open.paragraph == paragraph)?;
    let free = |kept: &Candidate| kept.cue.start > lone.cue.start && !kept.holds(lone.cue.start);
    if kept.iter().all(free) { found(unit, paragraph, &lone, options) } else { None }
}

/// A quotation and who signs it, in one unit.
pub(crate) fn signed(unit: &Unit<'_>, paragraph: usize, options: Quotes) -> Option<Found> {
    if unit.tag(0) != Tag::Quote || !unit.is_parted(0) || unit.words_inside(0) < 3 {
        return None;
    }
    let mut found = found(unit, paragraph, &label::signed(unit, 1)?, options)?;
    found.value.spans.extend(unit.span(&(0..1)));
    Some(found)
}

/// Whether a unit is a quotation and nothing else.
pub(crate) fn is_quotation(unit: &Unit<'_>) -> bool {
    unit.tag(0) == Tag::Quote
        && unit.items.iter().all(|item| matches!(item.tag, Tag::Quote | Tag::Stop | Tag::Comma))
}

/// `She went on:` at the end of a unit, before a quotation in the next.
pub(crate) fn leading(unit: &Unit<'_>, kept: &[Candidate]) -> Option<Candidate> {
    let last = unit.len().checked_sub(1)?;
    if unit.tag(last) != Tag::Colon
        || kept.iter().any(|other| other.content.iter().any(|part| part.end > last))
    {
        return None;
    }
    let reporting = |at: &usize| unit.verb_cue(*at).is_some_and(|(cue, _)| !cue.belief);
    let verb = (0..last).rev().find(reporting);
    let verb = verb.or_else(|| (0..last).find(|at| unit.tag(*at).is_finite()))?;
    let word = unit.verb_cue(verb).map(|(cue, _)| cue);
    let subject = subject_of(unit, verb)?;
    let found =
        Candidate::new("colon-paragraph", if word.is_some() { 0.85 } else { 0.6 }, verb..verb + 1, NOTHING);
    // The content is put in place by the next unit; the quotation goes on as direct speech does.
    Some(Candidate { word, subject: Some(subject), ..found })
}
