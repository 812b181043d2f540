//! The smallest pieces that the grammars read.

use crate::lexicon::{self, Cue, Currency, Entry, Nation, Numeral, UnitWord};
use crate::time::TimeWord;

/// A word, a run of digits, or a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Atom {
    /// First byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
    /// Of digits: their number, or `u32::MAX` if there are more than nine. Of a symbol: the character.
    pub(crate) payload: u32,
    /// Its entry in the lexicon, and which grammars have a reading that may begin here.
    pub(crate) code: u16,
    /// What it is, and how it is written.
    pub(crate) shape: Shape,
    /// What stands before it.
    pub(crate) gap: Gap,
}

/// What an atom is, and of a word how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// A word that begins with a small letter. Words are letters only; apostrophes and hyphens are symbols.
    Lower,
    /// A word that begins with a capital.
    Capital,
    /// A word all in capitals, and more than one.
    Upper,
    /// ASCII digits only; separators are symbols.
    Digits,
    /// Any other single character.
    Symbol,
}

/// What stands between an atom and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    Glued,
    /// One no-break or thin space.
    Thin,
    /// One space.
    Space,
    /// More than one blank.
    Wide,
    /// A line break, or the start of the text.
    Break,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Begins with a small letter, or is no word.
    Lower,
    /// Begins with a capital.
    Capital,
    /// All capitals, and more than one.
    Upper,
}

/// A set of grammars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Starts(pub(crate) u8);

impl Starts {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NUMBER: Self = Self(1);
    pub(crate) const TIME: Self = Self(2);
    pub(crate) const BOTH: Self = Self(3);

    pub(crate) const fn number(self) -> bool {
        self.0 & 1 != 0
    }

    pub(crate) const fn time(self) -> bool {
        self.0 & 2 != 0
    }

    pub(crate) const fn any(self) -> bool {
        self.0 != 0
    }
}

impl Atom {
    /// Stands for what is beyond either end of the text.
    pub(crate) const OUTSIDE: Self =
        Self { start: 0, end: 0, payload: 0, code: 0, shape: Shape::Symbol, gap: Gap::Break };

    pub(crate) fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }

    /// Bytes of it; of digits, how many.
    pub(crate) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    pub(crate) fn is_word(&self) -> bool {
        self.shape <= Shape::Upper
    }

    pub(crate) fn is_digits(&self) -> bool {
        self.shape == Shape::Digits
    }

    /// The number that up to nine digits make.
    pub(crate) fn digits(&self) -> Option<u32> {
        (self.shape == Shape::Digits && self.payload != u32::MAX).then_some(self.payload)
    }

    /// Whether it is this character.
    pub(crate) fn is(&self, symbol: char) -> bool {
        self.shape == Shape::Symbol && self.payload == symbol as u32
    }

    /// The character it is.
    pub(crate) fn symbol(&self) -> Option<char> {
        if self.shape == Shape::Symbol { char::from_u32(self.payload) } else { None }
    }

    /// Whether nothing stands between it and the atom before it.
    pub(crate) fn glued(&self) -> bool {
        self.gap == Gap::Glued
    }

    /// Whether it and the atom before it stand on one line.
    pub(crate) fn follows(&self) -> bool {
        self.gap < Gap::Break
    }

    /// How a word is written.
    pub(crate) fn case(&self) -> Case {
        match self.shape {
            Shape::Capital => Case::Capital,
            Shape::Upper => Case::Upper,
            _ => Case::Lower,
        }
    }

    /// Which grammars have a reading that may begin here.
    pub(crate) fn starts(&self) -> Starts {
        lexicon::starts(self.code)
    }

    /// Whether any grammar has.
    pub(crate) fn starts_any(&self) -> bool {
        self.starts().any()
    }

    /// Whether it is this word, given in small letters.
    pub(crate) fn reads(&self, text: &str, word: &str) -> bool {
        self.len() == word.len()
            && text.as_bytes()[self.start as usize..self.end as usize].eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether the lexicon has it.
    pub(crate) fn is_known(&self) -> bool {
        lexicon::is_known(self.code)
    }

    pub(crate) fn entry(&self) -> &'static Entry {
        lexicon::entry(self.code)
    }

    pub(crate) fn numeral(&self) -> Numeral {
        self.entry().numeral
    }

    pub(crate) fn unit(&self) -> Option<&'static UnitWord> {
        self.entry().unit.map(lexicon::UnitId::get)
    }

    pub(crate) fn currency(&self) -> Option<&'static Currency> {
        self.entry().currency.map(lexicon::CurrencyId::get)
    }

    pub(crate) fn nation(&self) -> Option<&'static Nation> {
        self.entry().nation.map(lexicon::NationId::get)
    }

    pub(crate) fn time(&self) -> TimeWord {
        self.entry().time
    }

    pub(crate) fn cue(&self) -> Cue {
        self.entry().cue
    }
}
