//! Tokens: words, numbers, marks and symbols, each with its place.

use std::ops::Range;

use crate::letter::byte;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word. Apostrophes, hyphens and stops that belong to it are inside (`don't`, `co-operate`, `U.S.`, `Mr.`);
    /// the possessive `'s` is a word of its own.
    Word,
    /// Digits with what is written as one with them (`1,500`, `3.5`, `24-year-old`, `5th`).
    Number,
    /// Punctuation other than a quotation mark, and an apostrophe that no word holds.
    Mark,
    /// A quotation mark; whether it opens, closes, or is paired at all, the quotations say.
    QuotationMark,
    /// Any other sign (`$`, `%`, `©`).
    Symbol,
}

/// How a token's letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letter is a capital, or there is none.
    Lower,
    /// The first letter is a capital and a small one follows, or it stands alone.
    Capitalized,
    /// Two letters or more, all capitals.
    Upper,
    /// A small letter first, a capital later (`iPhone`).
    Mixed,
}

impl Case {
    /// The case of a word in ASCII, by the class of its first byte and those of the others, all in one.
    #[inline]
    pub(crate) fn of_classes(first: u8, others: u8) -> Self {
        match (first & byte::CAPITAL != 0, others & byte::LETTER) {
            (true, byte::CAPITAL) => Self::Upper,
            (true, _) => Self::Capitalized,
            (false, others) if others & byte::CAPITAL != 0 => Self::Mixed,
            (false, _) => Self::Lower,
        }
    }

    /// The case of any token's letters.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if let [first, others @ ..] = word.as_bytes()
            && first.is_ascii_alphabetic()
            && others.is_ascii()
        {
            let class = |byte: &u8| byte::CLASS[*byte as usize];
            return Self::of_classes(class(first), others.iter().fold(0, |all, byte| all | class(byte)));
        }
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else { return Self::Lower };
        let (mut small, mut capital) = (false, false);
        for c in letters {
            small |= c.is_lowercase();
            capital |= c.is_uppercase();
        }
        match (first.is_uppercase(), small, capital) {
            (true, false, true) => Self::Upper,
            (true, ..) => Self::Capitalized,
            (false, _, true) => Self::Mixed,
            (false, _, false) => Self::Lower,
        }
    }
}

/// A token of a text, by its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// How its letters are written.
    pub case: Case,
}

impl Token {
    /// The bytes it covers.
    #[inline]
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its characters in the text it was found in.
    #[inline]
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.range()]
    }

    /// Whether it is a word or number that starts with a capital.
    #[inline]
    #[must_use]
    pub fn is_capitalized(&self) -> bool {
        matches!(self.case, Case::Capitalized | Case::Upper)
    }

    /// Whether it has two letters or more, all capitals.
    #[inline]
    #[must_use]
    pub fn is_all_caps(&self) -> bool {
        self.case == Case::Upper
    }

    /// Whether it is a word.
    #[inline]
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}
