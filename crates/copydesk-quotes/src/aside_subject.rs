//! The subject of a verb from which something set aside parts it: `Ms. Lowe, the mayor, said`.

use crate::clause;
use crate::frames::Frames;
use crate::phrase::{ending, without_time};
use crate::subject::{REACH, Subject, heads_clause, plain, with_relative};
use crate::tag::Tag;
use crate::unit::Unit;

/// `Ms. Lowe, the mayor, said`; `Ms. Lowe, who runs the port, said`.
pub(crate) fn across_comma(unit: &Unit<'_>, comma: usize) -> Option<Subject> {
    let open = comma_before(unit, comma).filter(|open| *open > 0 && may_stand_aside(unit, open + 1))?;
    let phrase = ending(unit, open)?;
    let named = matches!(
        unit.tag(phrase.start),
        Tag::Name
            | Tag::Det
            | Tag::Poss
            | Tag::Noun
            | Tag::Plural
            | Tag::Adjective
            | Tag::Number
            | Tag::Pronoun
    );
    let outer = opening_comma(unit, phrase.start)
        .and_then(|comma| ending(unit, comma))
        .filter(|outer| unit.tag(outer.end - 1) == Tag::Name);
    let phrase = without_time(unit, outer.unwrap_or(phrase));
    let start = phrase.start;
    named.then_some(Subject { phrase, antecedent: None, start, direct: true })
}

/// The comma behind which a phrase that another comma follows may stand aside too: `Ms. Lowe, the mayor, who is 60, said`,
/// `Ms. Lowe, from the Board of Arlen, Norland, said`.
fn opening_comma(unit: &Unit<'_>, start: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    match unit.tag(before) {
        Tag::Comma if unit.tag(start) != Tag::Name => Some(before),
        Tag::Prep if unit.tag_before(before) == Tag::Comma => Some(before - 1),
        _ => None,
    }
}

/// `Farmers who have lost their herds, say`, `Ada Lowe from the council, says`: a comma too many behind who says it.
pub(crate) fn past_comma(unit: &Unit<'_>, comma: usize) -> Option<Subject> {
    let relative = with_relative(unit, comma).filter(|subject| heads_clause(unit, subject.start));
    relative.or_else(|| {
        let states = unit.verb_cue(comma + 1).is_some_and(|(cue, after)| {
            let clause = unit.tag(after) == Tag::That || clause::is_clause(unit, after, unit.end());
            clause
                && !cue.belief
                && cue.frames.any(Frames::CLAUSE)
                && matches!(unit.tag(comma + 1), Tag::Past | Tag::Third)
        });
        let phrase = ending(unit, comma).filter(|phrase| states && phrase.start == unit.start())?;
        let from = phrase.clone().any(|at| unit.tag(at) == Tag::Prep);
        from.then_some(Subject { start: phrase.start, phrase, antecedent: None, direct: true })
    })
}

/// `Ms. Lowe - the mayor - said`.
pub(crate) fn across_dash(unit: &Unit<'_>, dash: usize) -> Option<Subject> {
    let open = (dash.saturating_sub(REACH)..dash).rev().find(|at| unit.tag(*at) == Tag::Dash)?;
    plain(unit, open)
}

fn comma_before(unit: &Unit<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(REACH)..at).rev().find(|at| unit.tag(*at) == Tag::Comma)
}

/// Whether what starts here may stand between two commas after a noun.
fn may_stand_aside(unit: &Unit<'_>, at: usize) -> bool {
    !matches!(
        unit.tag(at),
        Tag::Cc | Tag::Subject | Tag::That | Tag::Base | Tag::Modal | Tag::Quote | Tag::Be
    )
}
