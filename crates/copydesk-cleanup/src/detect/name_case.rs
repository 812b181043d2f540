//! Names that lost a capital which the same text writes elsewhere: `added klingen`, `Kern-weber`.

use copydesk_text::{Case, Token};

use crate::find::Finds;
use crate::reading::Reading;
use crate::survey::Survey;
use crate::words::is_english;

/// A word that stands there in small letters more often is one.
const MOST_SMALL: usize = 3;

/// How many tokens of a sentence are looked at on either side of a word.
const LONGEST: usize = 60;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, survey: &Survey, finds: &mut Finds<'_>) {
    let mut suspects: Vec<(u64, usize)> = survey
        .strange(reading)
        .filter(|(at, token)| is_suspect(reading, *at, token))
        .map(|(at, _)| (survey.hashes[at], at))
        .collect();
    if suspects.is_empty() {
        return;
    }
    suspects.sort_unstable();
    let names = names(reading, survey, &suspects);
    for same in suspects.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() <= MOST_SMALL) {
        let Some((_, name)) = names.iter().find(|(hash, _)| *hash == same[0].0) else { continue };
        for (_, at) in same.iter().filter(|(_, at)| reading.tokens.word(*at) != *name) {
            finds.replace_all(reading.list()[*at].range(), *name);
        }
    }
}

/// Whether a word may be a name that lost a capital.
fn is_suspect(reading: Reading<'_>, at: usize, token: &Token) -> bool {
    let word = token.of(reading.text());
    let small = || word.bytes().all(|b| b.is_ascii_lowercase()) && !in_address(reading, at);
    word.len() >= 5
        && match token.case {
            Case::Lower => small() && has_capital(reading, at),
            Case::Capitalized => lost_inside(word),
            _ => false,
        }
}

/// A hyphened name whose second part starts small: `Kern-weber`.
fn lost_inside(word: &str) -> bool {
    let Some((first, second)) = word.split_once('-') else { return false };
    let small = second.len() >= 4 && second.bytes().all(|b| b.is_ascii_lowercase());
    small && first.len() >= 3 && !is_english(second)
}

/// Whether a capital stands between the stops around a word, on its line: a sentence without any is written small on purpose.
fn has_capital(reading: Reading<'_>, at: usize) -> bool {
    let tokens = reading.tokens;
    let stop = |at: usize| matches!(tokens.word(at), "." | "!" | "?");
    let head = (0..at).rev().take_while(|before| !stop(*before) && !tokens.starts_line(before + 1));
    let tail = (at + 1..reading.list().len()).take_while(|next| !stop(*next) && !tokens.starts_line(*next));
    head.take(LONGEST).chain(tail.take(LONGEST)).any(|at| reading.list()[at].is_capitalized())
}

fn in_address(reading: Reading<'_>, at: usize) -> bool {
    let token = &reading.list()[at];
    let around = [reading.before(token.start as usize), reading.after(token.end as usize)];
    around[0].is_some_and(|c| matches!(c, '@' | '#' | '/' | '.' | '_' | '-'))
        || around[1].is_some_and(|c| matches!(c, '@' | '/' | '_' | '-'))
}

/// The names of the text that are the suspects' but for their case: hyphened ones, and those after a first name.
fn names<'a>(reading: Reading<'a>, survey: &Survey, suspects: &[(u64, usize)]) -> Vec<(u64, &'a str)> {
    let mut names: Vec<(u64, &str)> = Vec::new();
    for (at, token) in reading.list().iter().enumerate().skip(1) {
        let capital = token.is_word() && token.case == Case::Capitalized && token.range().len() >= 5;
        let hash = survey.hashes[at];
        if !capital || suspects.binary_search_by_key(&hash, |suspect| suspect.0).is_err() {
            continue;
        }
        let word = token.of(reading.text());
        if !lost_inside(word) && (word.contains('-') || follows_first_name(reading, at)) {
            names.push((hash, word));
        }
    }
    names
}

fn follows_first_name(reading: Reading<'_>, at: usize) -> bool {
    let before = &reading.list()[at - 1];
    let first = before.is_word() && before.case == Case::Capitalized && before.range().len() >= 3;
    first && reading.tokens.gap(at) == " " && !is_english(before.of(reading.text()))
}
