//! A mention while it is worked on.

use crate::class::Class;
use crate::pronoun::Answers;
use crate::rule::{Link, Rule};
use crate::{Gender, NameForm, NameKind, Number};

/// No token, no entity.
pub(crate) const NONE: u32 = u32::MAX;

/// A mention by its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// The first token.
    pub(crate) first: u32,
    /// The token after the last.
    pub(crate) last: u32,
    /// The name itself, or the noun.
    pub(crate) head: (u32, u32),
    /// The noun of a role, before a name too; [`NONE`] without one.
    pub(crate) noun: u32,
    pub(crate) kind: NameKind,
    pub(crate) form: NameForm,
    pub(crate) gender: Gender,
    pub(crate) number: Number,
    /// What the lexicon knows of the name or noun.
    pub(crate) class: Class,
    pub(crate) country: u16,
    pub(crate) rule: Rule,
    pub(crate) confidence: f32,
    pub(crate) sentence: u32,
    /// The sentence, headlines and headings not counted.
    pub(crate) story: u32,
    pub(crate) stance: Stance,
    pub(crate) entity: u32,
    pub(crate) link: Link,
    /// Whom a pronoun answers to.
    pub(crate) answers: Option<Answers>,
}

/// How a mention stands in its sentence.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own; none excludes another")]
pub(crate) struct Stance {
    pub(crate) quoted: bool,
    /// The first that can act in its sentence.
    pub(crate) subject: bool,
    /// Beside a verb of saying.
    pub(crate) speaks: bool,
    /// Followed by `'s`.
    pub(crate) possessive: bool,
    /// Behind a preposition.
    pub(crate) oblique: bool,
    /// A pronoun in the form of a subject.
    pub(crate) acts: bool,
    /// Opens with an article or possessive that points back.
    pub(crate) definite: bool,
}

impl Found {
    /// A mention of the tokens, which are its head too.
    pub(crate) fn new(tokens: (usize, usize), kind: NameKind, form: NameForm, rule: Rule) -> Self {
        let (first, last) = (index(tokens.0), index(tokens.1));
        Self {
            first,
            last,
            head: (first, last),
            noun: NONE,
            kind,
            form,
            gender: if kind == NameKind::Person { Gender::Unknown } else { Gender::None },
            number: if kind == NameKind::Group { Number::Plural } else { Number::Singular },
            class: Class::NONE,
            country: 0,
            rule,
            confidence: 0.9,
            sentence: 0,
            story: 0,
            stance: Stance::default(),
            entity: NONE,
            link: Link::FirstMention,
            answers: None,
        }
    }

    /// The tokens of the head.
    pub(crate) fn head_tokens(&self) -> std::ops::Range<usize> {
        self.head.0 as usize..self.head.1 as usize
    }

    /// How many tokens the head has.
    pub(crate) fn head_len(&self) -> usize {
        (self.head.1 - self.head.0) as usize
    }

    /// Whether it is a family name alone, without a title.
    pub(crate) fn is_bare_surname(&self) -> bool {
        self.form == NameForm::Surname && self.first == self.head.0 && self.head_len() == 1
    }

    /// Whether it carries a proper name.
    pub(crate) fn is_named(&self) -> bool {
        !matches!(self.form, NameForm::Role | NameForm::Description | NameForm::Pronoun)
    }

    /// Makes somebody's family name of what was taken for a place or body; an article is that of a noun behind it.
    pub(crate) fn make_person(&mut self) {
        self.first = self.head.0;
        (self.kind, self.form) = (NameKind::Person, NameForm::Surname);
        (self.gender, self.number, self.country) = (Gender::Unknown, Number::Singular, 0);
    }

    /// Whether it can answer to `he` or `she`.
    pub(crate) fn is_one_person(&self) -> bool {
        self.kind == NameKind::Person && self.number == Number::Singular
    }
}

/// A token's index as it is kept.
pub(crate) fn index(at: usize) -> u32 {
    u32::try_from(at).expect("a document has fewer tokens than bytes, and those are capped at 4 GiB")
}
