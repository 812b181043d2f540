//! A document as the finders see it.

use copydesk_core::Span;
use copydesk_text::{Case, Kind, Outline, Token};

use crate::class::Class;
use crate::lexicon::Lexicon;
use crate::reading::{Word, Words};
use crate::traits::Trait;

/// A document's text and what is known of its tokens. Tokens are named by their index.
pub(crate) struct Parts<'a> {
    pub(crate) text: &'a str,
    pub(crate) outline: &'a Outline,
    pub(crate) of_tokens: &'a [Word],
    pub(crate) words: &'a Words,
    pub(crate) lexicon: &'static Lexicon,
}

/// The parts of a document, to hand on.
#[derive(Clone, Copy)]
pub(crate) struct Doc<'a>(&'a Parts<'a>);

impl<'a> std::ops::Deref for Doc<'a> {
    type Target = Parts<'a>;

    fn deref(&self) -> &Parts<'a> {
        self.0
    }
}

impl<'a> Parts<'a> {
    /// What is known of a text.
    pub(crate) fn new(
        text: &'a str,
        outline: &'a Outline,
        words: &'a Words,
        lexicon: &'static Lexicon,
    ) -> Self {
        Self { text, outline, of_tokens: &words.of_tokens, words, lexicon }
    }

    /// The parts, to hand on.
    pub(crate) fn doc(&'a self) -> Doc<'a> {
        Doc(self)
    }
}

impl<'a> Doc<'a> {
    #[inline]
    pub(crate) fn token(self, at: usize) -> &'a Token {
        &self.of_tokens[at].token
    }

    #[inline]
    pub(crate) fn text_of(self, at: usize) -> &'a str {
        self.token(at).of(self.text)
    }

    /// The bytes of tokens.
    pub(crate) fn span(self, first: u32, last: u32) -> Span {
        Span { start: self.token(first as usize).start, end: self.token(last as usize - 1).end }
    }

    #[inline]
    pub(crate) fn word(self, at: usize) -> &'a Word {
        &self.of_tokens[at]
    }

    #[inline]
    pub(crate) fn class(self, at: usize) -> Class {
        self.word(at).class
    }

    #[inline]
    pub(crate) fn has(self, at: usize, any: Class) -> bool {
        self.class(at).has(any)
    }

    /// Whether a word does, as it is written, what only few do.
    pub(crate) fn has_trait(self, at: usize, one: Trait) -> bool {
        self.lexicon.has_trait(self.word(at).key, self.token(at).case, one)
    }

    #[inline]
    pub(crate) fn is_upper(self, at: usize) -> bool {
        self.token(at).case == Case::Upper
    }

    /// A word without a capital.
    #[inline]
    pub(crate) fn is_small(self, at: usize) -> bool {
        self.token(at).kind == Kind::Word && self.token(at).case == Case::Lower
    }

    #[inline]
    pub(crate) fn is_comma(self, at: usize) -> bool {
        self.is_comma_token(self.token(at))
    }

    #[inline]
    pub(crate) fn is_comma_token(self, token: &Token) -> bool {
        token.kind == Kind::Mark && self.text.as_bytes()[token.start as usize] == b','
    }

    /// Whether a token is a word, as it is written.
    #[inline]
    pub(crate) fn is(self, at: usize, word: &str) -> bool {
        let token = self.token(at);
        token.end - token.start == word.len() as u32
            && &self.text.as_bytes()[token.range()] == word.as_bytes()
    }

    /// The definite article, unless in capitals.
    #[inline]
    pub(crate) fn is_the(self, at: usize) -> bool {
        self.has(at, Class::DETERMINER) && (self.is(at, "the") || self.is(at, "The"))
    }

    /// Whether a token makes a possessive of the one before it.
    #[inline]
    pub(crate) fn is_possessive(self, at: usize) -> bool {
        match self.token(at).kind {
            Kind::Word => self.is_clitic(at),
            Kind::Mark | Kind::QuotationMark => self.is_plural_possessive(at),
            Kind::Number | Kind::Symbol => false,
        }
    }

    /// The possessive `'s`.
    #[inline]
    pub(crate) fn is_clitic(self, at: usize) -> bool {
        self.is_small(at) && (self.is(at, "'s") || self.is(at, "’s"))
    }

    /// A bare apostrophe right after a plural, as in `the ministers' plan`.
    pub(crate) fn is_plural_possessive(self, at: usize) -> bool {
        (self.is(at, "'") || self.is(at, "’"))
            && at > 0
            && self.token(at - 1).end == self.token(at).start
            && self.text_of(at - 1).ends_with('s')
    }

    /// A common word in small that does not look like a verb or adverb: `support` behind `military`.
    pub(crate) fn is_plain_noun(self, at: usize) -> bool {
        let text = self.text_of(at);
        let verb = ["ed", "s", "ing", "ly"].iter().any(|ending| text.ends_with(ending));
        let word = self.lexicon.capital.get(self.word(at).key);
        !verb && self.is_small(at) && word.is_some_and(|word| word.class.has(Class::COMMON))
    }

    /// The phrase of the lexicon that starts at a token and ends before `end`.
    pub(crate) fn phrase(self, at: usize, end: usize) -> Option<crate::phrases::Phrase> {
        if !self.has(at, Class::PHRASE) {
            return None;
        }
        let end = end.min(self.of_tokens.len());
        self.lexicon.phrases.longest(self.of_tokens[at..end].iter().map(|word| word.key))
    }
}
