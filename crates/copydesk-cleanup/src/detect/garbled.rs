//! Words that are none, where the text holds the one that is meant.

use std::collections::HashMap;
use std::ops::Range;

use copydesk_text::{Case, Token};

use crate::find::Finds;
use crate::reading::Reading;
use crate::words::is_english;

/// The longest word that is compared, in bytes.
const LONGEST: usize = 24;

/// Bounds that no honest text reaches, so that time stays linear.
const MOST_CANDIDATES: usize = 16;
const MOST_SCRAMBLED: usize = 64;
const MOST_NAMES: usize = 1000;

/// Over the whole text: a word of no language, in capitals, before two words that follow the right one elsewhere.
pub(super) fn word(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let mut phrases: Option<HashMap<String, Vec<&str>>> = None;
    for (at, token) in reading.strange() {
        let word = token.of(reading.text());
        if token.case != Case::Upper || !is_plain(token, word, 6) || !in_capitals(reading, at) {
            continue;
        }
        let phrases = phrases.get_or_insert_with(|| beside(reading));
        let Some(next) = next_words(reading, at) else { continue };
        let small = word.to_lowercase();
        let near = phrases.get(&next).into_iter().flatten().filter(|candidate| is_near(&small, candidate));
        if let Some(right) = only(near.copied()) {
            finds.replace_all(token.range(), right.to_uppercase());
        }
    }
}

/// Over the whole text: a name whose capitals are scrambled too, where one name of the text is near it.
pub(super) fn name(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let mut names: Option<Vec<&str>> = None;
    let words = reading.strange().map(|(_, token)| token).filter(|token| token.case == Case::Capitalized);
    let scrambled = words.filter(|token| is_scrambled(token.of(reading.text())));
    for token in scrambled.take(MOST_SCRAMBLED) {
        let word = token.of(reading.text());
        let names = names.get_or_insert_with(|| names_of(reading));
        let small = word.to_lowercase();
        let near = names.iter().copied().filter(|name| is_near(&small, &name.to_lowercase()));
        if let Some(right) = only(near) {
            finds.replace_all(token.range(), right.to_owned());
        }
    }
}

/// Whether the word before or after is in capitals too.
fn in_capitals(reading: Reading<'_>, at: usize) -> bool {
    let upper = |at: usize| reading.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
    upper(at + 1) || at > 0 && upper(at - 1)
}

/// The two words that follow on the line, in small letters.
fn next_words(reading: Reading<'_>, at: usize) -> Option<String> {
    let word = |at: usize| {
        let word =
            reading.tokens.get(at).filter(|token| token.is_word() && !reading.tokens.starts_line(at))?;
        Some(word.of(reading.text()).to_lowercase())
    };
    Some(format!("{} {}", word(at + 1)?, word(at + 2)?))
}

fn is_plain(token: &Token, word: &str, least: usize) -> bool {
    token.is_word() && (least..LONGEST).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Two capitals and small letters after them (`VErsailles`), or a small second half (`Kern-weber`).
fn is_scrambled(word: &str) -> bool {
    let bytes = word.as_bytes();
    if !(7..LONGEST).contains(&bytes.len()) || !bytes.iter().all(|b| b.is_ascii_alphabetic() || *b == b'-') {
        return false;
    }
    let doubled = bytes[1].is_ascii_uppercase() && bytes[2..].iter().all(u8::is_ascii_lowercase);
    let halved = word.split_once('-').is_some_and(|(first, second)| {
        second.len() >= 4
            && first.len() >= 3
            && second.bytes().all(|b| b.is_ascii_lowercase())
            && !is_english(second)
    });
    doubled || halved
}

/// The English words of the text in small letters, by the two words that follow.
fn beside(reading: Reading<'_>) -> HashMap<String, Vec<&str>> {
    let mut words: HashMap<String, Vec<&str>> = HashMap::new();
    for (at, token) in reading.list().iter().enumerate() {
        let word = token.of(reading.text());
        let right = token.case == Case::Lower && is_plain(token, word, 5) && is_english(word);
        if let Some(next) = next_words(reading, at).filter(|_| right) {
            let known = words.entry(next).or_default();
            if known.len() < MOST_CANDIDATES && !known.contains(&word) {
                known.push(word);
            }
        }
    }
    words
}

/// The capitalized words of the text that are not scrambled themselves.
fn names_of(reading: Reading<'_>) -> Vec<&str> {
    let words = reading.list().iter().filter(|token| token.is_word() && token.case == Case::Capitalized);
    let words = words.map(|token| token.of(reading.text()));
    let is_name = |word: &&str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || c == '-');
        letters && (6..LONGEST).contains(&word.len()) && !is_scrambled(word) && !is_english(word)
    };
    let mut names: Vec<_> = words.filter(is_name).collect();
    names.sort_unstable();
    names.dedup();
    names.truncate(MOST_NAMES);
    names
}

/// Whether two words are the same but for two letters, the first one aside.
fn is_near(a: &str, b: &str) -> bool {
    a.as_bytes()[0] == b.as_bytes()[0] && a.len().abs_diff(b.len()) <= 2 && strsim::osa_distance(a, b) <= 2
}

/// The one that all are, if they are one.
fn only<'a>(mut candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let first = candidates.next()?;
    candidates.all(|other| other == first).then_some(first)
}
