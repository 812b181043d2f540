//! Names of one word: places, known bodies, letters, family names.

use crate::body_name::{body, known};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::key::Key;
use crate::rule::Rule;
use crate::{Gender, NameForm, NameKind};

/// A name of one word.
pub(crate) fn single(doc: Doc<'_>, at: usize) -> Option<Found> {
    let word = doc.word(at);
    let class = word.class;
    let start = word.at_start() && class.has(Class::COMMON) && !doc.words.is_name_inside(word.key);
    if class.has(Class::PLACE | Class::SEAT | Class::NAMED_GROUP) && (!start || class.has(Class::PLACE)) {
        return Some(known(doc, at, at + 1, class, word.country));
    }
    if class.has(Class::DEMONYM | Class::HUMAN | Class::GROUP | Class::DOCUMENT | Class::TITLE) {
        return None;
    }
    let text = doc.text_of(at);
    if is_party_mark(text) || is_shortened(text) || is_letter(text) {
        return None;
    }
    if class.has(Class::KNOWN) && !class.has(Class::FIRST) && !start {
        return Some(known(doc, at, at + 1, class, 0));
    }
    if doc.is_upper(at) && (class.has(Class::COMMON) || doc.text_of(at).len() <= 6) {
        return acronym(doc, at);
    }
    if class.has(Class::ORG) {
        return (!word.at_start()).then(|| Found { noun: index(at), class, ..body(doc, at, at + 1) });
    }
    if doc.is_adjective_of_name(at) {
        return None;
    }
    if is_part_of_town(doc, text) {
        return Some(known(doc, at, at + 1, Class::PLACE, 0));
    }
    let mut found = Found::new((at, at + 1), NameKind::Person, NameForm::Surname, Rule::OneWord);
    (found.class, found.confidence) = (class, 0.5);
    found.gender = Gender::Unknown;
    Some(found)
}

/// Two to six capitals are a body's letters.
pub(crate) fn acronym(doc: Doc<'_>, at: usize) -> Option<Found> {
    let text = doc.text_of(at);
    let letters = (2..=6).contains(&text.trim_end_matches('.').chars().filter(|c| c.is_alphabetic()).count());
    let plain = doc.has(at, Class::FUNCTION | Class::SUFFIX | Class::PARTICLE) && text.len() > 3;
    (letters && !plain)
        .then(|| Found::new((at, at + 1), NameKind::Organization, NameForm::Acronym, Rule::Acronym))
}

/// `Berlin-Pankow`: a place and a part of it.
fn is_part_of_town(doc: Doc<'_>, text: &str) -> bool {
    let Some((town, part)) = text.split_once('-') else { return false };
    let known = doc.lexicon.capital.get(Key::of(town));
    part.len() >= 3
        && part.starts_with(char::is_uppercase)
        && known.is_some_and(|known| known.class.has(Class::PLACE) && !known.class.has(Class::FIRST))
}

/// `Q` and `A` before questions and answers; `X` is a company's name.
fn is_letter(text: &str) -> bool {
    text.trim_end_matches('.').chars().count() == 1 && text != "X"
}

/// `(D-Vt.)`, `(R-Texas)` behind a lawmaker's name.
fn is_party_mark(text: &str) -> bool {
    matches!(text.as_bytes(), [b'D' | b'R' | b'I', b'-', ..])
}

/// `Fla.`, `We've`: a word in short, which names nobody.
fn is_shortened(text: &str) -> bool {
    let stop = text.ends_with('.') && text.chars().any(char::is_lowercase);
    let joined = text
        .rsplit_once(['\'', '’'])
        .is_some_and(|(_, end)| matches!(end, "ve" | "re" | "ll" | "d" | "m" | "t"));
    stop || joined
}
