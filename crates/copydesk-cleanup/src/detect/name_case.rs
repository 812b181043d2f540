//! Names that lost a capital which the same text writes elsewhere: `added klingen`, `Kern-weber`.

use std::collections::HashMap;
use std::ops::Range;

use copydesk_text::{Case, Token};

use crate::find::Finds;
use crate::reading::Reading;
use crate::words::is_english;

/// A longer text, in bytes, holds more than one story, and a name of one may be a word of another.
const LONGEST: usize = 40_000;

/// A word that stands there in small letters more often is one.
const MOST_SMALL: usize = 3;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    if reading.text().len() > LONGEST {
        return;
    }
    let mut names: Option<HashMap<String, &str>> = None;
    let mut found: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for (at, token) in reading.list().iter().enumerate() {
        if is_suspect(reading, at, token) {
            let names = names.get_or_insert_with(|| surnames(reading));
            let word = token.of(reading.text());
            if let Some(name) = names.get(&word.to_lowercase()).filter(|name| **name != word) {
                found.entry(name).or_default().push(token.range());
            }
        }
    }
    for (name, places) in found.into_iter().filter(|(_, places)| places.len() <= MOST_SMALL) {
        for place in places {
            finds.replace_all(place, name);
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
        Case::Lower => {
            !is_english(word) && word.bytes().all(|b| b.is_ascii_lowercase()) && !in_address(reading, at)
        }
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
    around[0].is_some_and(|c| matches!(c, '@' | '#' | '/' | '.' | '_' | '-'))
        || around[1].is_some_and(|c| matches!(c, '@' | '/' | '_' | '-'))
}

/// The names of the text by their small letters: hyphened ones, and those after a first name.
fn surnames(reading: Reading<'_>) -> HashMap<String, &str> {
    let mut names = HashMap::new();
    for (at, token) in reading.list().iter().enumerate().skip(1) {
        let word = token.of(reading.text());
        let capital = token.is_word() && token.case == Case::Capitalized && word.len() >= 5;
        let before = &reading.list()[at - 1];
        let first = before.is_word() && before.case == Case::Capitalized && before.range().len() >= 3;
        let follows = first && reading.tokens.gap(at) == " " && !is_english(before.of(reading.text()));
        if capital && !lost_inside(word) && (follows || word.contains('-')) {
            names.entry(word.to_lowercase()).or_insert(word);
        }
    }
    names
}
