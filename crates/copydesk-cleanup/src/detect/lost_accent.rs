//! Names that lost an accent which the same text writes elsewhere: `Francois Roy`, where it has `François Roy`.

use std::ops::Range;

use crate::accents::{accented_words, bare, word_around};
use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::words::is_english;

/// Shorter names may be another's.
const LEAST: usize = 4;

/// A longer text, in bytes, holds more than one story.
const LONGEST: usize = 40_000;

/// No more names and places of one text are looked at, so that time stays linear.
const MOST: usize = 32;

/// Over the whole text.
pub(super) fn run(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    if page.text.len() > LONGEST {
        return;
    }
    let mut names = names(page.text);
    names.sort_by(|a, b| a.0.cmp(&b.0));
    for same in names.chunk_by(|a, b| a.0 == b.0).take(MOST) {
        let right = &page.text[same[0].1.clone()];
        if same.iter().all(|(_, place)| &page.text[place.clone()] == right) {
            compare(page.text, &same[0].0, same, finds);
        }
    }
}

/// The accented names of a text, without their accents and in their places.
fn names(text: &str) -> Vec<(String, Range<usize>)> {
    let words = accented_words(text).into_iter();
    let names = words.filter(|word| text[word.clone()].starts_with(char::is_uppercase) && word.len() > LEAST);
    names
        .filter_map(|word| Some((bare(&text[word.clone()])?, word)))
        .filter(|(bare, _)| !is_english(bare) && !IN_ENGLISH.contains(&bare.as_str()))
        .filter(|(bare, _)| bare.bytes().any(|byte| byte.is_ascii_lowercase()))
        .collect()
}

/// Places that English writes without their accents: nothing was lost there. Own list.
const IN_ENGLISH: [&str; 33] = [
    "Aragon",
    "Asuncion",
    "Bogota",
    "Brasilia",
    "Cancun",
    "Colon",
    "Cordoba",
    "Curacao",
    "Dusseldorf",
    "Guantanamo",
    "Haiti",
    "Istanbul",
    "Izmir",
    "Lodz",
    "Malaga",
    "Malmo",
    "Medellin",
    "Merida",
    "Mexico",
    "Montreal",
    "Munster",
    "Orleans",
    "Panama",
    "Peru",
    "Poznan",
    "Quebec",
    "Reunion",
    "Reykjavik",
    "Sao",
    "Turkiye",
    "Wroclaw",
    "Yucatan",
    "Zurich",
];

/// Words with a capital that are no part of a name.
const NO_NAMES: [&str; 34] = [
    "After",
    "Also",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "Dr",
    "For",
    "From",
    "Governor",
    "However",
    "If",
    "In",
    "Mayor",
    "Minister",
    "Mr",
    "Mrs",
    "Ms",
    "Now",
    "On",
    "President",
    "Since",
    "So",
    "That",
    "The",
    "Then",
    "This",
    "To",
    "When",
    "While",
    "With",
    "Yet",
];

/// Looks for a name without its accents. Beside another name it must be the same person's.
fn compare(text: &str, bare: &str, same: &[(String, Range<usize>)], finds: &mut Finds<'_>) {
    let right = &text[same[0].1.clone()];
    for (at, _) in text.match_indices(bare).take(MOST) {
        let place = at..at + bare.len();
        if word_around(text, at) != place || in_address(text, &place) {
            continue;
        }
        let [before, after] = neighbours(text, &place);
        let known = |at: usize, name: &str| {
            !name.is_empty() && same.iter().any(|(_, place)| neighbours(text, place)[at] == name)
        };
        if before.is_empty() && after.is_empty() || known(0, before) || known(1, after) {
            finds.replace_all(place, right);
        } else {
            finds.note(place);
        }
    }
}

/// The names right before and after a name; nothing where there is none.
fn neighbours<'a>(text: &'a str, place: &Range<usize>) -> [&'a str; 2] {
    let name = |word: Range<usize>| {
        let is_name = |word: &&str| word.starts_with(char::is_uppercase) && !NO_NAMES.contains(word);
        Some(&text[word]).filter(is_name).unwrap_or_default()
    };
    let before = text[..place.start].strip_suffix([' ', '-']).map(|head| word_around(text, head.len()));
    let after = text[place.end..].strip_prefix([' ', '-']).map(|_| word_around(text, place.end + 1));
    [before, after].map(|word| word.map_or("", name))
}

fn in_address(text: &str, place: &Range<usize>) -> bool {
    let is_part = |c: char| matches!(c, '/' | '@' | '#' | '_') || c.is_numeric();
    text[..place.start].ends_with(is_part) || text[place.end..].starts_with(is_part)
}
