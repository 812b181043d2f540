//! Token patterns: `<close> , has verb=@said who=<name> !<cap>`.

mod matching;
mod name;
mod parse;
mod tokens;
mod width;

use std::sync::Arc;

pub(crate) use matching::Matched;
pub(crate) use parse::parse;
pub(crate) use tokens::Tokens;

use crate::list::List;

/// A sequence of elements, each for a token or a few.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) elements: Vec<Element>,
}

/// One element of a pattern.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) atom: Atom,
    /// The name that the replacement calls it by.
    pub(crate) name: Option<Box<str>>,
    pub(crate) presence: Presence,
}

/// Whether the element takes what it describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Once,
    /// `…?`: once or not at all.
    Optional,
    /// `&…`: it must follow, but is no part of the match.
    Ahead,
    /// `!…`: it must not follow.
    NotAhead,
}

/// What an element describes.
#[derive(Debug)]
pub(crate) enum Atom {
    /// One of these tokens.
    Text(Vec<Box<str>>),
    /// A token of a lexicon.
    List(Arc<List>),
    Class(Class),
}

/// Kinds of tokens and of places between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// The name of a person or an organisation: capitalized words, with particles between them.
    Name,
    Capitalized,
    Lower,
    Upper,
    Word,
    Number,
    /// A number with one or two digits after a comma.
    Comma,
    /// A year of the twentieth or twenty-first century.
    Year,
    /// A quotation mark that may open.
    Open,
    /// A quotation mark that may close.
    Close,
    /// A sign of punctuation; looking ahead, also the end of the line.
    Stop,
    Any,
    Blank,
    Tight,
    LineStart,
    LineEnd,
    SentenceStart,
    /// No quotation mark follows on the line.
    Unquoted,
}

impl Class {
    /// As patterns write them.
    pub(crate) const NAMES: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("cap", Self::Capitalized),
        ("lower", Self::Lower),
        ("upper", Self::Upper),
        ("word", Self::Word),
        ("number", Self::Number),
        ("year", Self::Year),
        ("comma", Self::Comma),
        ("open", Self::Open),
        ("close", Self::Close),
        ("stop", Self::Stop),
        ("any", Self::Any),
        ("blank", Self::Blank),
        ("tight", Self::Tight),
        ("line", Self::LineStart),
        ("end", Self::LineEnd),
        ("sentence", Self::SentenceStart),
        ("unquoted", Self::Unquoted),
    ];

    /// Whether it describes a place between tokens.
    pub(crate) fn is_place(self) -> bool {
        matches!(
            self,
            Self::Blank
                | Self::Tight
                | Self::LineStart
                | Self::LineEnd
                | Self::SentenceStart
                | Self::Unquoted
        )
    }
}
