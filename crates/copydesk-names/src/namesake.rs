//! Months, tongues and letters that are people's names too: `April Lowe`, `Theresa May`, `JD Vance`.

use copydesk_text::{Case, Kind};

use crate::class::Class;
use crate::doc::Doc;
use crate::reading::Word;
use crate::traits::Trait;

impl Doc<'_> {
    /// Whether a word that names nobody as a rule is somebody's name where it stands.
    #[cold]
    pub(crate) fn is_namesake(self, at: usize) -> bool {
        self.is_given_namesake(at) || self.has_trait(at, Trait::Surname) && self.is_family_namesake(at)
    }

    /// `April Lowe`, but not `since April Lowe` and not `a June Kern rally`.
    fn is_given_namesake(self, at: usize) -> bool {
        self.has(at, Class::FIRST | Class::SURNAME_FIRST)
            && self.next_is_plain_name(at)
            && !self.has(at + 1, Class::ORG | Class::NAMED_GROUP | Class::DEMONYM | Class::PLACE)
            && !self.is_dated(at)
    }

    /// `JD Vance`.
    #[cold]
    pub(crate) fn is_two_initials(self, at: usize) -> bool {
        self.text_of(at).len() == 2 && self.is_given_namesake(at)
    }

    /// `Theresa May`; where the text has one, `May said` too.
    fn is_family_namesake(self, at: usize) -> bool {
        !self.goes_on(at)
            && (at > 0 && bears(self.word(at - 1), self.word(at))
                || self.words.is_borne(self.word(at).key) && self.acts(at) && !self.is_dated(at))
    }

    /// `Mark May 5`, `Trump May Have Won`: whether what stands behind a word makes it no name.
    fn goes_on(self, at: usize) -> bool {
        let Some(next) = self.of_tokens.get(at + 1) else { return false };
        next.token.kind == Kind::Number
            || next.token.case == Case::Capitalized && next.class.has(Class::COMMON)
    }

    /// Whether what stands before a word makes a date of it.
    fn is_dated(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let key = self.word(before).key;
        self.token(before).kind == Kind::Number
            || self.has(before, Class::DETERMINER)
            || self.lexicon.has_trait(key, Case::Lower, Trait::Dating)
    }

    /// Whether a verb or the possessive stands behind a word.
    fn acts(self, at: usize) -> bool {
        let next = at + 1;
        next < self.of_tokens.len()
            && self.is_small(next)
            && (self.is_clitic(next)
                || self.has(next, Class::SAYING)
                || matches!(self.text_of(next), "has" | "had" | "is" | "was" | "will" | "would" | "did"))
    }
}

/// Whether a word is a given name or title, so that the next one is a family name.
pub(crate) fn bears(word: &Word, next: &Word) -> bool {
    let class = word.class;
    let given = class.has(Class::FIRST) && !class.has(Class::PLACE | Class::NOT_NAME);
    word.token.case == Case::Capitalized && (given || class.has(Class::TITLE)) && !next.at_start()
}
