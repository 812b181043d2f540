//! Words that are none, where the text holds the one that is meant.

use std::collections::HashMap;

use copydesk_text::{Case, Token};

use crate::find::Finds;
use crate::reading::Reading;
use crate::survey::Survey;
use crate::words::is_english;

/// The longest word that is compared, in bytes.
const LONGEST: usize = 24;

/// Bounds that no honest text reaches, so that time stays linear.
const MOST_CANDIDATES: usize = 16;
const MOST_SCRAMBLED: usize = 64;
const MOST_NAMES: usize = 1000;

/// Over the whole text: a word of no language, in capitals, before two words that follow the right one elsewhere.
pub(super) fn word(reading: Reading<'_>, survey: &Survey, finds: &mut Finds<'_>) {
    let mut suspects: Vec<(u64, usize)> = survey
        .strange(reading)
        .filter(|(at, token)| is_suspect(reading, *at, token))
        .filter_map(|(at, _)| Some((next_words(reading, survey, at)?, at)))
        .collect();
    if suspects.is_empty() {
        return;
    }
    suspects.sort_unstable();
    let candidates = beside(reading, survey, &suspects);
    for (next, at) in &suspects {
        let small = reading.tokens.word(*at).to_lowercase();
        let near = candidates.get(next).into_iter().flatten().filter(|candidate| is_near(&small, candidate));
        if let Some(right) = only(near.copied()) {
            finds.replace_all(reading.list()[*at].range(), right.to_uppercase());
        }
    }
}

fn is_suspect(reading: Reading<'_>, at: usize, token: &Token) -> bool {
    token.case == Case::Upper && is_plain(token, token.of(reading.text()), 6) && in_capitals(reading, at)
}

/// Over the whole text: a name whose capitals are scrambled too, where one name of the text is near it.
pub(super) fn name(reading: Reading<'_>, survey: &Survey, finds: &mut Finds<'_>) {
    let mut names: Option<Vec<&str>> = None;
    let words =
        survey.strange(reading).map(|(_, token)| token).filter(|token| token.case == Case::Capitalized);
    let scrambled = words.filter(|token| is_scrambled(token.of(reading.text())));
    for token in scrambled.take(MOST_SCRAMBLED) {
        let word = token.of(reading.text());
        let names = names.get_or_insert_with(|| names_of(reading));
        let small = word.to_lowercase();
        let halved = word.contains('-');
        let alike = names.iter().copied().filter(|name| is_double(name) == halved);
        let near = alike.filter(|name| is_near(&small, &name.to_lowercase()));
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

/// Whether a name has a capital after its hyphen.
fn is_double(name: &str) -> bool {
    name.split_once('-').is_some_and(|(_, second)| second.starts_with(char::is_uppercase))
}

/// The two words that follow on the line, as one hash without regard to case.
fn next_words(reading: Reading<'_>, survey: &Survey, at: usize) -> Option<u64> {
    let word = |at: usize| {
        let token = reading.tokens.get(at)?;
        (token.is_word() && !reading.tokens.starts_line(at)).then(|| survey.hashes[at])
    };
    Some(mixed(word(at + 1)?, word(at + 2)?))
}

fn mixed(first: u64, second: u64) -> u64 {
    first.rotate_left(17) ^ second
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

/// The English words of the text in small letters that stand before the same two words as a suspect, by these.
fn beside<'a>(
    reading: Reading<'a>,
    survey: &Survey,
    suspects: &[(u64, usize)],
) -> HashMap<u64, Vec<&'a str>> {
    let mut words: HashMap<u64, Vec<&str>> = HashMap::new();
    let hashes = &survey.hashes;
    for at in 0..hashes.len().saturating_sub(2) {
        let next = mixed(hashes[at + 1], hashes[at + 2]);
        if suspects.binary_search_by_key(&next, |suspect| suspect.0).is_err() {
            continue;
        }
        let (token, word) = (&reading.list()[at], reading.tokens.word(at));
        if token.case == Case::Lower
            && is_plain(token, word, 5)
            && is_english(word)
            && next_words(reading, survey, at).is_some()
        {
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
