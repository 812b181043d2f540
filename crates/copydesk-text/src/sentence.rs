//! Sentences of a paragraph, by its tokens.

use crate::abbreviation::Abbreviation;
use crate::extent::Stop;
use crate::marks::{Mark, Side};
use crate::token::{Case, Kind, Token};

/// A sentence of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The first byte.
    pub start: u32,
    /// The byte after the last, marks included.
    pub end: u32,
    /// The paragraph it stands in, as an index.
    pub paragraph: u32,
    /// Its first token, as an index.
    pub first_token: u32,
    /// The token after its last.
    pub last_token: u32,
}

impl Sentence {
    /// The indices of its tokens.
    #[must_use]
    pub fn tokens(&self) -> std::ops::Range<usize> {
        self.first_token as usize..self.last_token as usize
    }

    /// The bytes it covers.
    #[must_use]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Appends the sentences of a paragraph, whose tokens are those from `first` on. It is given by its index, with the
/// tokens in it that may end a sentence.
pub(crate) fn split(
    text: &str,
    tokens: &[Token],
    first: usize,
    (stops, paragraph): (&[(u32, Option<Stop>)], u32),
    sentences: &mut Vec<Sentence>,
) {
    let (mut from, mut next) = (first, first);
    let mut add = |from: usize, to: usize| {
        sentences.push(Sentence {
            start: tokens[from].start,
            end: tokens[to - 1].end,
            paragraph,
            first_token: from as u32,
            last_token: to as u32,
        });
    };
    for (at, stop) in stops {
        let at = *at as usize;
        if at < next || !stop.is_none_or(|stop| may_end(stop, text, tokens.get(at + 1))) {
            continue;
        }
        next = after_closing(text, tokens, at + 1);
        if next >= tokens.len() || starts(text, tokens, next) && parted(tokens, at, next) {
            add(from, next);
            from = next;
        }
    }
    if from < tokens.len() {
        add(from, tokens.len());
    }
}

/// The token after the closing quotation marks and brackets that belong to a full stop.
fn after_closing(text: &str, tokens: &[Token], mut at: usize) -> usize {
    while at < tokens.len() && tokens[at].start == tokens[at - 1].end && closes(text, &tokens[at]) {
        at += 1;
    }
    at
}

fn closes(text: &str, token: &Token) -> bool {
    match token.kind {
        Kind::QuotationMark => Mark::of(token.of(text)).is_some_and(|mark| mark.side != Side::Open),
        Kind::Mark => matches!(token.of(text), ")" | "]" | "." | "!" | "?"),
        _ => false,
    }
}

/// Whether a blank stands before `next`, or a letter follows a full stop that lost its blank.
fn parted(tokens: &[Token], stop: usize, next: usize) -> bool {
    let blank = tokens[next].start > tokens[next - 1].end;
    blank
        || (tokens[stop].kind == Kind::Mark
            && tokens[next].kind == Kind::Word
            && tokens[next].case == Case::Capitalized)
}

/// Whether a sentence can start with the token, or with what its quotation mark or bracket opens.
fn starts(text: &str, tokens: &[Token], at: usize) -> bool {
    match tokens[at].kind {
        Kind::Word => tokens[at].case != Case::Lower,
        Kind::Number | Kind::Symbol | Kind::QuotationMark => true,
        Kind::Mark => match tokens[at].of(text) {
            "(" | "[" | "¿" | "¡" => tokens
                .get(at + 1)
                .is_none_or(|next| next.case != Case::Lower || next.kind == Kind::QuotationMark),
            sign => matches!(sign, "-" | "--" | "–" | "—" | "*" | "•"),
        },
    }
}

/// Whether the sentence may end with an abbreviation: never after a title, elsewhere only before a word that is likely
/// to start one.
fn may_end(stop: Stop, text: &str, next: Option<&Token>) -> bool {
    let Some(next) = next else { return true };
    match stop {
        Stop::Listed(Abbreviation::Title) | Stop::Initial => false,
        Stop::Listed(Abbreviation::Month) => next.kind != Kind::Number && likely_start(text, next),
        Stop::Listed(Abbreviation::Other) | Stop::Lettered => likely_start(text, next),
    }
}

/// Capitalized words that start a sentence rather than a name.
fn likely_start(text: &str, token: &Token) -> bool {
    match token.kind {
        Kind::QuotationMark => true,
        Kind::Word => STARTERS.binary_search(&token.of(text)).is_ok(),
        _ => false,
    }
}

/// Sorted.
const STARTERS: [&str; 62] = [
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "Earlier",
    "Even",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Many",
    "Meanwhile",
    "Most",
    "No",
    "Not",
    "On",
    "One",
    "Only",
    "Our",
    "Over",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "Two",
    "We",
    "When",
    "While",
    "With",
];
