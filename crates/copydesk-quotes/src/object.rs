//! Content that is no clause: an infinitive, a noun phrase, a name for something.

use crate::content::{self, Form};
use crate::frames::Frames;
use crate::lexicon::Cue;
use crate::phrase;
use crate::roles::Roles;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// Content that is no clause: an infinitive, a noun phrase, a name for something. Where it ends is looked for last: few
/// words take any.
pub(crate) fn phrase_content(
    unit: &Unit<'_>,
    cue: &Cue,
    at: usize,
    past: bool,
) -> Option<(&'static str, f32, Range)> {
    let at = if unit.tag(at) == Tag::Adverb { at + 1 } else { at };
    let frame = content::frame_at(unit, at);
    let form = if unit.tag(at) == Tag::To { Form::Clause } else { Form::Phrase };
    let from = |at: usize| Some(at..content::end(unit, at, form, past)).filter(|range| !range.is_empty());
    let weight = if cue.belief { 0.5 } else { 0.6 };
    match unit.tag(at) {
        Tag::To if cue.frames.any(Frames::TO) && !leads_to_person(unit, at) => {
            Some(("cue-infinitive", weight + 0.1, from(at)?))
        }
        Tag::Ing | Tag::Have if frame == Frames::GERUND && cue.frames.any(Frames::GERUND) => {
            Some(("cue-gerund", weight, from(at)?))
        }
        Tag::Prep | Tag::Sub if frame != Frames::default() && cue.frames.any(frame) => {
            Some(("cue-preposition", weight, from(at + 1)?))
        }
        _ if cue.class == "seem" && unit.tag(at) != Tag::Prep => Some(("seems", 0.5, from(at)?)),
        tag if (tag.starts_phrase() || tag == Tag::Quote) && cue.frames.any(OF_NOUNS) => {
            noun_content(unit, cue, from(at)?, weight)
        }
        // `called that “a joke”`
        Tag::That if cue.frames.any(Frames::NAMED) && unit.tag(at + 1) == Tag::Quote => {
            Some(("cue-named", weight + 0.1, from(at)?))
        }
        _ => None,
    }
}

/// Frames of content that a noun phrase opens.
const OF_NOUNS: Frames = Frames::NOUN.with(Frames::NAMED).with(Frames::AS).with(Frames::OBJECT_TO);

/// `said to a crowd of 500`: no infinitive.
fn leads_to_person(unit: &Unit<'_>, to: usize) -> bool {
    matches!(
        unit.tag(to + 1),
        Tag::Det | Tag::Poss | Tag::Object | Tag::Pronoun | Tag::Name | Tag::Number | Tag::Plural
    )
}

fn noun_content(unit: &Unit<'_>, cue: &Cue, range: Range, weight: f32) -> Option<(&'static str, f32, Range)> {
    let object = phrase::starting(unit, range.start).map_or(range.start + 1, |phrase| phrase.end);
    if cue.frames.any(Frames::OBJECT_TO) && unit.tag(object) == Tag::To {
        return Some(("cue-object-infinitive", weight + 0.1, range));
    }
    if cue.frames.any(Frames::AS)
        && let Some(role) = range.clone().find(|at| unit.is(*at, "as"))
    {
        // `quoted Ms. Lowe as saying …`: what she says is hers.
        if unit.tag(role + 1) == Tag::Ing && unit.has_role(role + 1, Roles::SPEECH_VERB) {
            return None;
        }
        return Some(("cue-as", weight + 0.1, range));
    }
    if cue.frames.any(Frames::NAMED) && (object < range.end || unit.tag(range.start) == Tag::Quote) {
        return Some(("cue-named", weight + 0.1, range));
    }
    cue.frames.any(Frames::NOUN).then_some(("cue-noun", weight, range))
}
