//! Who the speakers are, from the layers `name` and `entity`.

use copydesk_core::Span;
use copydesk_names::{Gender, Mention, Names};

use crate::found::Found;

/// Gives a speaker the name, entity and gender that the story has for them.
pub(crate) fn resolve(found: &mut Found, names: Names<'_>) {
    let Some(speaker) = found.value.speaker.as_mut() else { return };
    let Some(mention) = mention(found.antecedent, speaker.span, names) else { return };
    speaker.entity = mention.value.entity;
    let Some(entity) = names.entity_of(mention) else { return };
    speaker.name = entity.named.then(|| entity.name.clone());
    speaker.gender = match entity.gender {
        Gender::Female => Some("female"),
        Gender::Male => Some("male"),
        Gender::Unknown | Gender::None => None,
    };
}

/// What a relative pronoun stands for says more than the pronoun.
fn mention(antecedent: Option<Span>, speaker: Span, names: Names<'_>) -> Option<&Mention> {
    antecedent.and_then(|span| names.at(span)).or_else(|| names.at(speaker))
}
