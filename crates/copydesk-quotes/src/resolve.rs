//! Who the speakers are, from the layers `name` and `entity`.

use copydesk_core::Span;
use copydesk_names::{Gender, Mention, Names};

use crate::found::Found;

/// Gives a speaker the name, entity and gender that the story has for them. `false` if the quotation is none after
/// all: the word before a colon names nobody.
pub(crate) fn resolve(found: &mut Found, names: Names<'_>) -> bool {
    let Some(speaker) = found.value.speaker.as_mut() else { return true };
    let Some(mention) = mention(found.antecedent, speaker.span, names) else {
        return names.mentions().is_empty() || found.value.rule != "name-colon";
    };
    speaker.entity = mention.value.entity;
    let Some(entity) = names.entity_of(mention) else { return true };
    speaker.name = entity.named.then(|| entity.name.clone());
    speaker.gender = match entity.gender {
        Gender::Female => Some("female"),
        Gender::Male => Some("male"),
        Gender::Unknown | Gender::None => None,
    };
    true
}

/// What a relative pronoun stands for says more than the pronoun.
fn mention(antecedent: Option<Span>, speaker: Span, names: Names<'_>) -> Option<&Mention> {
    antecedent.and_then(|span| names.at(span)).or_else(|| names.at(speaker))
}
