//! Who the speakers are, from the layers `name` and `entity`.

use copydesk_core::Span;
use copydesk_names::{Gender, Mention, NameForm, NameKind, Names};

use crate::found::Found;

/// Gives a speaker the name, entity and gender that the story has for them. `false` if the quotation is none after
/// all: the word before a colon or behind a dash names nobody.
pub(crate) fn resolve(text: &str, found: &mut Found, names: Names<'_>) -> bool {
    let Some(speaker) = found.value.speaker.as_mut() else { return true };
    let cue = found.value.cue.as_ref().map(|cue| cue.span);
    let known = mention(text, found.antecedent, speaker.span, names);
    let by_name = known.filter(|known| is_named(known, names)).or_else(|| publisher(text, known?, names));
    let Some(mention) = by_name.or_else(|| apposed(text, speaker.span, cue?, names)).or(known) else {
        return names.mentions().is_empty() || !matches!(found.value.rule, "name-colon" | "quotation-signed");
    };
    if is_told(found.value.addressee, mention, names) {
        return true;
    }
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
/// behind a preposition is not: `a spokesman for the Water Board`, `a farmer in southern Norland`.
fn at_end<'a>(text: &str, span: Span, names: Names<'a>) -> Option<&'a Mention> {
    let last = names.outermost_in(span).last().filter(|last| last.span.end == span.end)?;
    let before = text[span.start as usize..last.span.start as usize].trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    let free = !matches!(word, "and" | "the" | "a") && !before.split(' ').any(is_preposition);
    let person = last.value.kind == NameKind::Person && last.value.form == NameForm::Full;
    // `Ada Lowe from Plum Grove`: where she is from, however it looks.
    let place = is_preposition(word) && word != "by";
    // `Norland and Veldish scientists`: where they are from, too.
    let people = word == "and" && last.value.kind == NameKind::Group && opens_with_place(span, names);
    (free || people || person && !place).then_some(last)
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "for" | "at" | "in" | "from" | "with" | "to" | "by")
}

fn opens_with_place(span: Span, names: Names<'_>) -> bool {
    names.outermost_in(span).next().is_some_and(|first| first.value.kind == NameKind::Place)
}

fn is_named(mention: &Mention, names: Names<'_>) -> bool {
    names.entity_of(mention).is_some_and(|entity| entity.named)
}

/// `the Water Board report`, `a report from the Water Board`, `an article in the Herald`: the body that a document's phrase
/// names as its author or publisher speaks in it.
fn publisher<'a>(text: &str, document: &Mention, names: Names<'a>) -> Option<&'a Mention> {
    if document.value.kind != NameKind::Document {
        return None;
    }
    let (phrase, noun) = (document.span, document.value.head);
    let before = names.outermost_in(Span { start: phrase.start, end: noun.start }).last();
    let behind = names.outermost_in(Span { start: noun.end, end: phrase.end }).next().filter(|body| {
        let between = &text[noun.end as usize..body.span.start as usize];
        matches!(between.strip_suffix("the ").unwrap_or(between), " from " | " by " | " in ")
    });
    before.or(behind).filter(|body| body.value.kind == NameKind::Organization && is_named(body, names))
}

/// `One of the owners, Ida Berg, said`: the person between the commas behind words that name nobody.
fn apposed<'a>(text: &str, speaker: Span, cue: Span, names: Names<'a>) -> Option<&'a Mention> {
    let between = text.get(speaker.end as usize..cue.start as usize)?;
    let name = between.strip_prefix(", ")?.strip_suffix(", ")?;
    let start = speaker.end + 2;
    let end = start + name.len() as u32;
    let whole = |person: &&Mention| {
        person.value.kind == NameKind::Person && person.span == Span { start, end } && is_named(person, names)
    };
    names.outermost_in(Span { start, end }).next().filter(whole)
}

/// `he told Lowe`: whether a pronoun is taken for the one who is told. It means somebody else.
fn is_told(addressee: Option<Span>, speaker: &Mention, names: Names<'_>) -> bool {
    let is_pronoun = |mention: &Mention| mention.value.form == NameForm::Pronoun;
    let told = addressee.filter(|_| is_pronoun(speaker)).and_then(|span| names.at(span));
    told.is_some_and(|told| !is_pronoun(told) && told.value.entity == speaker.value.entity)
}
