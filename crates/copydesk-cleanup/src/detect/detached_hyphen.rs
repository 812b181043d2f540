//! Hyphens that drifted from the word before them: `36 -year -old`, `clean -up`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// At a blank and a hyphen.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let before = page.before(at.start);
    let tail: &str = text[at.end..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let of_number = before.is_some_and(|c| c.is_ascii_digit()) && UNITS.contains(&tail);
    let of_word = before.is_some_and(char::is_alphabetic) && TAILS.contains(&tail);
    if (of_number || of_word) && !closes_aside(text, at.end) {
        finds.replace(text, at.start..at.end, "-");
    }
}

/// Whether another hyphen ends an aside that this one would open: `the club -based in Arlen- said`.
fn closes_aside(text: &str, from: usize) -> bool {
    let window = &text[from..text.floor_char_boundary((from + 160).min(text.len()))];
    let line = window.split('\n').next().unwrap_or_default();
    line.contains("- ") || line.contains("-, ")
}

/// What follows a number and a hyphen.
const UNITS: [&str; 40] = [
    "acre",
    "bed",
    "bedroom",
    "billion",
    "cent",
    "day",
    "degree",
    "dollar",
    "door",
    "euro",
    "fold",
    "foot",
    "game",
    "goal",
    "hour",
    "inch",
    "kilometer",
    "kilometre",
    "km",
    "lane",
    "man",
    "member",
    "meter",
    "metre",
    "mile",
    "million",
    "minute",
    "month",
    "nation",
    "page",
    "party",
    "percent",
    "point",
    "pound",
    "second",
    "storey",
    "ton",
    "type",
    "week",
    "year",
];

/// What follows a word and a hyphen.
const TAILS: [&str; 32] = [
    "aged",
    "backed",
    "based",
    "born",
    "breaking",
    "class",
    "controlled",
    "day",
    "down",
    "driven",
    "free",
    "friendly",
    "funded",
    "led",
    "level",
    "like",
    "made",
    "minded",
    "nuclear",
    "off",
    "old",
    "owned",
    "related",
    "scale",
    "speaking",
    "style",
    "term",
    "time",
    "type",
    "up",
    "wide",
    "year",
];
