//! Names that lost a capital which the same text writes elsewhere: `added klingen`, `Kern-weber`.

use std::collections::HashMap;
use std::ops::Range;

use copydesk_text::{Case, Token};

use crate::find::Finds;
use crate::reading::Reading;
use crate::words::is_english;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let mut names: Option<HashMap<String, &str>> = None;
    for (at, token) in reading.list().iter().enumerate() {
        if !is_suspect(reading, at, token) {
            continue;
        }
        let names = names.get_or_insert_with(|| surnames(reading));
        let word = token.of(reading.text());
        if let Some(name) = names.get(&word.to_lowercase()).filter(|name| **name != word) {
            finds.replace_all(token.range(), (*name).to_owned());
        }
    }
}

/// Whether a word may be a name that lost a capital.
fn is_suspect(reading: Reading<'_>, at: usize, token: &Token) -> bool {
    if !token.is_word() || token.range().len() < 5 {
        return false;
    }
    let word = token.of(reading.text());
    match token.case {
        Case::Lower => !is_english(word) && word.bytes().all(|b| b.is_ascii_lowercase()) && !in_address(reading, at),
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

fn in_address(reading: Reading<'_>, at: usize) -> bool {
    let token = &reading.list()[at];
    let around = [reading.before(token.start as usize), reading.after(token.end as usize)];
    around[0].is_some_and(|c| matches!(c, '@' | '#' | '/' | '.' | '_' | '-')) || around[1].is_some_and(|c| matches!(c, '@' | '/' | '_' | '-'))
}

/// The names of the text by their small letters: hyphened ones, and those after a first name.
fn surnames<'a>(reading: Reading<'a>) -> HashMap<String, &'a str> {
    let mut names = HashMap::new();
    for (at, token) in reading.list().iter().enumerate().skip(1) {
        let word = token.of(reading.text());
        let capital = token.is_word() && token.case == Case::Capitalized && word.len() >= 5;
        let before = &reading.list()[at - 1];
        let named = before.is_word() && before.case == Case::Capitalized && reading.tokens.gap(at) == " ";
        if capital && !lost_inside(word) && (named || word.contains('-')) {
            names.entry(word.to_lowercase()).or_insert(word);
        }
    }
    names
}
