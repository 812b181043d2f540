//! Who the speakers are, from the layers `name` and `entity`.

use copydesk_core::Span;
use copydesk_names::{Gender, Mention, NameForm, NameKind, Names};

use crate::found::Found;

/// Gives a speaker the name, entity and gender that the story has for them. `false` if the quotation is none after
/// all: the word before a colon or behind a dash names nobody.
pub(crate) fn resolve(text: &str, found: &mut Found, names: Names<'_>) -> bool {
    let Some(speaker) = found.value.speaker.as_mut() else { return true };
    let Some(mention) = mention(text, found.antecedent, speaker.span, names) else {
        return names.mentions().is_empty() || !matches!(found.value.rule, "name-colon" | "quotation-signed");
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
fn mention<'a>(text: &str, antecedent: Option<Span>, speaker: Span, names: Names<'a>) -> Option<&'a Mention> {
    let span = antecedent.unwrap_or(speaker);
    let at = |span| names.at(span).filter(|mention| !is_beside(text, span, mention));
    at_end(text, span, names).or_else(|| at(span)).or_else(|| at(speaker))
}

/// `a person close to the owner`, `an official familiar with the ministry`: nobody of that name speaks.
fn is_beside(text: &str, span: Span, mention: &Mention) -> bool {
    let before = text.get(span.start as usize..mention.span.start as usize).unwrap_or_default().trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    before.ends_with(" close to") || before.ends_with(" familiar with")
}

/// The mention that ends a phrase and so is its head: `the union's president Ida Berg`, `Norland's Water Board`. One
/// behind a preposition is not: `a spokesman for the Water Board`.
fn at_end<'a>(text: &str, span: Span, names: Names<'a>) -> Option<&'a Mention> {
    let last = names.outermost_in(span).last().filter(|last| last.span.end == span.end)?;
    let before = text[span.start as usize..last.span.start as usize].trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    let free =
        !matches!(word, "of" | "for" | "at" | "in" | "from" | "with" | "to" | "by" | "and" | "the" | "a");
    let person = last.value.kind == NameKind::Person && last.value.form == NameForm::Full;
    (free || person && word != "of" && word != "for" && word != "to").then_some(last)
}
