//! Sentences of a paragraph, by its tokens.

use crate::abbreviation::{self, Abbreviation};
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

/// The token after a sentence that starts at `from`: never beyond the paragraph's `tokens`.
pub(crate) fn end(text: &str, tokens: &[Token], from: usize) -> usize {
    let mut at = from;
    while at < tokens.len() {
        if ends_here(text, tokens, at) {
            let next = after_closing(text, tokens, at + 1);
            if next >= tokens.len() || starts(text, tokens, next) && parted(tokens, at, next) {
                return next;
            }
            at = next.max(at + 1);
        } else {
            at += 1;
        }
    }
    tokens.len()
}

/// Whether the token is a full stop, or a word that may carry the sentence's.
fn ends_here(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        Kind::Mark => matches!(token.of(text).as_bytes()[0], b'.' | b'!' | b'?') || token.of(text) == "…",
        Kind::Word => token.of(text).ends_with('.') && abbreviation_ends(text, tokens, at),
        _ => false,
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
fn abbreviation_ends(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].of(text).trim_end_matches('.');
    let Some(next) = tokens.get(at + 1) else { return true };
    match abbreviation::find(word) {
        Some(Abbreviation::Title) => false,
        Some(Abbreviation::Month) => next.kind != Kind::Number && likely_start(text, next),
        None if word.chars().count() == 1 => false,
        Some(Abbreviation::Other) | None => likely_start(text, next),
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
