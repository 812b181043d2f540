//! Tokens: words, numbers, marks and symbols, each with its place.

use std::ops::Range;

use crate::abbreviation;
use crate::letter::{after, before, is_blank};
use crate::marks::Mark;

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

/// Appends the tokens of `text[range]`, which holds no line end that matters: blanks of all kinds part tokens.
pub(crate) fn tokenize(text: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let text = &text[..range.end];
    let mut at = range.start;
    while let Some(c) = after(text, at) {
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = token_end(text, at, c);
        let case =
            if matches!(kind, Kind::Word | Kind::Number) { case_of(&text[at..end]) } else { Case::Lower };
        tokens.push(Token { start: offset(at), end: offset(end), kind, case });
        at = end;
    }
}

pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("a document is shorter than 4 GiB")
}

fn token_end(text: &str, at: usize, c: char) -> (usize, Kind) {
    if c.is_alphabetic() {
        return (word_end(text, at), Kind::Word);
    }
    if c.is_ascii_digit() {
        return (number_end(text, at), Kind::Number);
    }
    match is_apostrophe(c).then(|| clitic_end(text, at, c)).flatten() {
        Some(end) => (end, Kind::Word),
        None => mark_end(text, at, c),
    }
}

fn mark_end(text: &str, at: usize, c: char) -> (usize, Kind) {
    let one = at + c.len_utf8();
    let doubled = matches!(c, '`' | '\'') && after(text, one) == Some(c);
    let sign_end = if doubled { one + 1 } else { one };
    if Mark::of(&text[at..sign_end]).is_some() {
        return (sign_end, Kind::QuotationMark);
    }
    if matches!(c, '.' | '-' | '?' | '!') {
        return (run_end(text, one, c), Kind::Mark);
    }
    let kind = if is_punctuation(c) { Kind::Mark } else { Kind::Symbol };
    (one, kind)
}

fn run_end(text: &str, from: usize, c: char) -> usize {
    let more = text.as_bytes()[from..].iter().take_while(|byte| char::from(**byte) == c).count();
    from + more
}

fn is_punctuation(c: char) -> bool {
    match c {
        '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\\' | '-' | '*'
        | '…' | '–' | '—' | '‒' | '―' | '‐' | '‑' | '·' | '•' | '¡' | '¿' => true,
        _ => matches!(
            c,
            '\u{3001}'..='\u{3003}' | '\u{ff0c}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff01}' | '\u{ff1f}'
        ),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// The end of a possessive `'s` right after a word.
fn clitic_end(text: &str, at: usize, c: char) -> Option<usize> {
    let after_word =
        before(text, at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '”' | '"' | '»'));
    let end = at + c.len_utf8() + 1;
    if !text.as_bytes().get(end - 1)?.eq_ignore_ascii_case(&b's') {
        return None;
    }
    let free = !after(text, end).is_some_and(char::is_alphanumeric);
    (after_word && free).then_some(end)
}

fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        end = letters_end(text, end);
        match inner_sign_end(text, start, end) {
            Some(next) => end = next,
            None => return end + closing_stop(text, start, end),
        }
    }
}

fn letters_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        match after(text, at) {
            Some(c) if !c.is_ascii() && (c.is_alphanumeric() || is_joining(c)) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// Signs that stand inside words without parting them: combining accents, soft hyphens, joiners.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// The end of a sign at `end` that holds a word together with what follows it.
fn inner_sign_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let sign = after(text, end)?;
    let next_at = end + sign.len_utf8();
    let next = after(text, next_at)?;
    let joins = match sign {
        '\'' | '’' => next.is_alphabetic() && clitic_end(text, end, sign).is_none(),
        '-' | '‐' | '‑' => next.is_alphanumeric(),
        '.' => stop_joins(text, start, end, next),
        '&' => next.is_ascii_uppercase() && text.as_bytes()[start].is_ascii_uppercase() && end - start <= 3,
        _ => false,
    };
    joins.then_some(next_at)
}

/// `U.S`, `e.g` and `reuters.com`, but not `end.The`.
fn stop_joins(text: &str, start: usize, end: usize, next: char) -> bool {
    if !next.is_alphabetic() {
        return false;
    }
    last_part(&text[start..end]).chars().nth(1).is_none() || (next.is_lowercase() && end - start > 2)
}

fn last_part(word: &str) -> &str {
    word.rsplit('.').next().unwrap_or(word)
}

/// 1 if the stop at `end` belongs to the word: `U.S.`, `Mr.`, the initial in `Richard M. Hale`.
fn closing_stop(text: &str, start: usize, end: usize) -> usize {
    if text.as_bytes().get(end) != Some(&b'.') || text.as_bytes().get(end + 1) == Some(&b'.') {
        return 0;
    }
    let word = &text[start..end];
    let lettered = word.contains('.') && last_part(word).len() == 1;
    usize::from(lettered || abbreviation::find(word).is_some() || is_initial(text, word, end))
}

fn is_initial(text: &str, word: &str, end: usize) -> bool {
    let capital = word.chars().all(char::is_uppercase) && word.chars().count() == 1;
    let spaced = text[end + 1..].trim_start_matches(' ');
    capital && word != "I" && spaced.chars().next().is_some_and(char::is_uppercase)
}

fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    loop {
        end = letters_end(text, end);
        let digit_next = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        let digit_before = bytes[end - 1].is_ascii_digit();
        let letter_next = bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
        match bytes.get(end) {
            Some(b'.' | b',' | b':' | b'\'') if digit_next && digit_before => end += 1,
            Some(b'-') if letter_next => end += 1,
            _ => return end,
        }
    }
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::Lower };
    let (mut small, mut capital) = (false, false);
    for c in letters {
        small |= c.is_lowercase();
        capital |= c.is_uppercase();
    }
    match (first.is_uppercase(), small, capital) {
        (true, false, true) => Case::Upper,
        (true, ..) => Case::Capitalized,
        (false, _, true) => Case::Mixed,
        (false, _, false) => Case::Lower,
    }
}
