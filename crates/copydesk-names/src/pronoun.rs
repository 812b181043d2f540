//! Pronouns as mentions.

use crate::class::Class;
use crate::doc::Doc;
use crate::found::Found;
use crate::rule::Rule;
use crate::{Gender, NameForm, NameKind, Number};

/// The mention that a pronoun is.
pub(crate) fn pronoun(doc: Doc<'_>, at: usize, start: usize) -> Option<Found> {
    let answers = answers(doc, at)?;
    let (kind, gender, number) = match answers {
        Answers::Woman => (NameKind::Person, Gender::Female, Number::Singular),
        Answers::Man => (NameKind::Person, Gender::Male, Number::Singular),
        Answers::Thing => (NameKind::Organization, Gender::None, Number::Singular),
        Answers::Several | Answers::Speakers => (NameKind::Group, Gender::Unknown, Number::Plural),
        Answers::Last if at == start => return None,
        Answers::Speaker | Answers::Last => (NameKind::Person, Gender::Unknown, Number::Singular),
    };
    let mut found = Found::new((at, at + 1), kind, NameForm::Pronoun, Rule::Pronoun);
    (found.gender, found.number, found.class) = (gender, number, doc.class(at));
    found.answers = Some(answers);
    let letters = doc.token(at).end - doc.token(at).start;
    found.stance.acts = match answers {
        Answers::Man | Answers::Thing => letters == 2,
        Answers::Woman => doc.text_of(at).ends_with("he"),
        Answers::Several => doc.text_of(at).ends_with('y'),
        Answers::Speaker | Answers::Speakers | Answers::Last => false,
    };
    Some(found)
}

/// Whom a word answers to: not one in capitals, nor one that a pronoun is only without its accents.
fn answers(doc: Doc<'_>, at: usize) -> Option<Answers> {
    let answers = doc.word(at).answers?;
    let word = doc.text_of(at).as_bytes();
    let small = word.get(1).is_none_or(u8::is_ascii_lowercase);
    (small && word.is_ascii() && !doc.is_upper(at)).then_some(answers)
}

/// Whether a word says whose something is.
pub(crate) fn is_possessive(doc: Doc<'_>, at: usize) -> bool {
    doc.has(at, Class::PRONOUN) && (doc.has(at, Class::DETERMINER) || doc.is(at, "whose"))
}

/// Whether a word says that something is somebody's whom the text has mentioned.
pub(crate) fn is_anothers(doc: Doc<'_>, at: usize) -> bool {
    let answers = doc.word(at).answers;
    let other =
        |answers| matches!(answers, Answers::Woman | Answers::Man | Answers::Thing | Answers::Several);
    is_possessive(doc, at) && answers.is_some_and(other)
}

/// Whom a pronoun answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Every pronoun; `you` is nobody in the text.
pub(crate) const PRONOUNS: [(&str, Option<Answers>); 27] = [
    ("she", Some(Answers::Woman)),
    ("her", Some(Answers::Woman)),
    ("hers", Some(Answers::Woman)),
    ("herself", Some(Answers::Woman)),
    ("he", Some(Answers::Man)),
    ("him", Some(Answers::Man)),
    ("his", Some(Answers::Man)),
    ("himself", Some(Answers::Man)),
    ("they", Some(Answers::Several)),
    ("them", Some(Answers::Several)),
    ("their", Some(Answers::Several)),
    ("themselves", Some(Answers::Several)),
    ("it", Some(Answers::Thing)),
    ("its", Some(Answers::Thing)),
    ("itself", Some(Answers::Thing)),
    ("i", Some(Answers::Speaker)),
    ("me", Some(Answers::Speaker)),
    ("my", Some(Answers::Speaker)),
    ("we", Some(Answers::Speakers)),
    ("us", Some(Answers::Speakers)),
    ("our", Some(Answers::Speakers)),
    ("who", Some(Answers::Last)),
    ("whom", Some(Answers::Last)),
    ("whose", Some(Answers::Last)),
    ("which", Some(Answers::Last)),
    ("you", None),
    ("your", None),
];
