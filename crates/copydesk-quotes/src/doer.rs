//! The noun with a participle or an infinitive behind it whose object only seems to be the subject.

use crate::frames::Frames;
use crate::phrase::ending;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// `activists seeking to block Ms. Lowe say`, `a group backing Ms. Lowe said`: the noun whose deed the phrase is the object of.
pub(crate) fn of_object(unit: &Unit<'_>, object: &Range) -> Option<Range> {
    let mut verb = object.start.checked_sub(1)?;
    if unit.tag(verb) == Tag::Base && unit.tag_before(verb) == Tag::To {
        verb = verb.checked_sub(2)?;
    } else if !is_participle(unit, verb) {
        return None;
    }
    let end = if unit.tag(verb) == Tag::Ing { verb } else { verb + 1 };
    let states = unit.verb_cue(object.start - 1).is_some_and(|(cue, _)| cue.frames.any(Frames::CLAUSE));
    if states || !matches!(unit.tag_before(end), Tag::Noun | Tag::Plural | Tag::Name) {
        return None;
    }
    let doer = ending(unit, end)?;
    matches!(
        unit.tag_before(doer.start),
        Tag::Stop | Tag::Comma | Tag::Cc | Tag::Sub | Tag::That | Tag::Quote
    )
    .then_some(doer)
}

/// `backing Ms. Lowe`; not `shooting survivors`, which may be one noun.
fn is_participle(unit: &Unit<'_>, at: usize) -> bool {
    let object = matches!(unit.tag(at + 1), Tag::Det | Tag::Poss | Tag::Name);
    unit.tag(at) == Tag::Ing && object && !unit.items[at].in_title && !unit.word(at).contains('-')
}
