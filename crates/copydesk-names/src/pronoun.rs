//! Pronouns as mentions.

use crate::class::Class;
use crate::doc::Doc;
use crate::found::Found;
use crate::{Gender, NameForm, NameKind, Number};

/// The mention that a pronoun is.
pub(crate) fn pronoun(doc: Doc<'_>, at: usize, start: usize) -> Option<Found> {
    if doc.is_upper(at) || !doc.has(at, Class::PRONOUN) {
        return None;
    }
    let word = doc.text_of(at);
    let (kind, gender, number) = match person(word)? {
        Answers::Woman => (NameKind::Person, Gender::Female, Number::Singular),
        Answers::Man => (NameKind::Person, Gender::Male, Number::Singular),
        Answers::Thing => (NameKind::Organization, Gender::None, Number::Singular),
        Answers::Several | Answers::Speakers => (NameKind::Group, Gender::Unknown, Number::Plural),
        Answers::Last if at == start => return None,
        Answers::Speaker | Answers::Last => (NameKind::Person, Gender::Unknown, Number::Singular),
    };
    let mut found = Found::new((at, at + 1), kind, NameForm::Pronoun, "pronoun");
    (found.gender, found.number, found.class) = (gender, number, doc.class(at));
    found.stance.acts = matches!(word, "he" | "He" | "she" | "She" | "they" | "They" | "it" | "It");
    Some(found)
}

/// Whom a pronoun answers to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answers {
    Woman,
    Man,
    Several,
    Thing,
    /// `I`.
    Speaker,
    /// `we`.
    Speakers,
    /// `who`: what stands right before.
    Last,
}

/// Whom a pronoun, in any case, answers to.
pub(crate) fn person(word: &str) -> Option<Answers> {
    let small = word.as_bytes().get(1).is_none_or(u8::is_ascii_lowercase);
    let mut lower = [0; 10];
    let bytes = lower.get_mut(..word.len()).filter(|_| small)?;
    bytes.copy_from_slice(word.as_bytes());
    bytes[0].make_ascii_lowercase();
    Some(match &*bytes {
        b"she" | b"her" | b"hers" | b"herself" => Answers::Woman,
        b"he" | b"him" | b"his" | b"himself" => Answers::Man,
        b"they" | b"them" | b"their" | b"themselves" => Answers::Several,
        b"it" | b"its" | b"itself" => Answers::Thing,
        b"i" | b"me" | b"my" => Answers::Speaker,
        b"we" | b"us" | b"our" => Answers::Speakers,
        b"who" | b"whom" | b"whose" | b"which" => Answers::Last,
        _ => return None,
    })
}
