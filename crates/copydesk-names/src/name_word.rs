//! Which words may be part of a proper name.

use copydesk_text::{Case, Kind, Token};

use crate::class::Class;
use crate::doc::Doc;
use crate::key::Key;
use crate::traits::Trait;

impl Doc<'_> {
    /// Whether a token may be part of a proper name.
    #[inline]
    pub(crate) fn is_name(self, at: usize) -> bool {
        let token = self.token(at);
        token.kind == Kind::Word && token.case != Case::Lower && self.is_name_by_case(at, token)
    }

    fn is_name_by_case(self, at: usize, token: &Token) -> bool {
        match token.case {
            Case::Lower => false,
            Case::Upper => !self.has(at, Class::NOT_NAME) || self.is_two_initials(at),
            Case::Mixed => self.opens_with_particle(token.of(self.text)),
            Case::Capitalized if self.has(at, Class::PRONOUN) => self.is_masters_title(at),
            Case::Capitalized => !self.names_nobody(at) && !self.is_function(at),
        }
    }

    /// `al-Amr`, `d'Estaing`.
    fn opens_with_particle(self, word: &str) -> bool {
        let head = word.split(['-', '\'', '’']).next().unwrap_or_default();
        self.lexicon.has_trait(Key::of(head), Case::of(head), Trait::Joined)
    }

    /// `Arlen-based`, `Kern-era`.
    pub(crate) fn is_adjective_of_name(self, at: usize) -> bool {
        let text = self.text_of(at);
        let hyphen =
            if self.class(at) == Class::NONE { text.bytes().rposition(|byte| byte == b'-') } else { None };
        hyphen.is_some_and(|hyphen| {
            let tail = &text[hyphen + 1..];
            self.lexicon.has_trait(Key::of(tail), Case::of(tail), Trait::Tail)
        })
    }

    /// A word of grammar. Inside a sentence a capital makes a name of all but the smallest words; at its start a given
    /// name counts as that before another name.
    fn is_function(self, at: usize) -> bool {
        let class = self.class(at);
        if !class.has(Class::FUNCTION) {
            return false;
        }
        let small = class.has(Class::DETERMINER | Class::PREPOSITION | Class::PRONOUN);
        if !self.word(at).at_start() && !small {
            return matches!(
                self.text_of(at),
                "And" | "But" | "Or" | "As" | "If" | "Is" | "Are" | "Yes" | "Not"
            );
        }
        let shown = !small && self.words.is_name_inside(self.word(at).key);
        !(shown || class.has(Class::FIRST) && self.next_is_plain_name(at))
    }

    /// Days, months, languages; Roman numerals only as they are written.
    fn names_nobody(self, at: usize) -> bool {
        let letter = |byte| matches!(byte, b'I' | b'V' | b'X' | b'i' | b'v' | b'x');
        self.has(at, Class::NOT_NAME) && !self.text_of(at).bytes().all(letter) && !self.is_namesake(at)
    }

    /// `Me Yasmina Belkacem`: the title of a French lawyer.
    fn is_masters_title(self, at: usize) -> bool {
        self.text_of(at) == "Me" && !self.word(at).at_start() && self.next_is_plain_name(at)
    }

    pub(crate) fn next_is_plain_name(self, at: usize) -> bool {
        let Some(next) = self.of_tokens.get(at + 1) else { return false };
        next.token.case == Case::Capitalized && !self.has(at + 1, Class::COMMON | Class::NOT_NAME)
    }
}
