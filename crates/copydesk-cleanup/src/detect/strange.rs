//! Whether words that catch the eye are worth a look at all tokens of the text.

use crate::page::Page;
use crate::scan::Line;
use crate::word_hash::hash;
use crate::words::is_english;

/// A longer text, in bytes, holds more than one story, and a name of one may be a word of another.
const LONGEST: usize = 40_000;

/// The words that catch the eye, in a text of one story.
fn strange(page: Page<'_>) -> impl Iterator<Item = Line> {
    let story = page.text.len() <= LONGEST;
    page.scan.strange.iter().copied().filter(move |_| story)
}

/// Whether a word in small letters may be a name of the text that lost its capital.
pub(super) fn may_be_small_name(page: Page<'_>) -> bool {
    strange(page).any(|word| is_half(page, word) || is_small_name(page, word))
}

/// Whether a name may be scrambled.
pub(super) fn may_be_scrambled(page: Page<'_>) -> bool {
    strange(page).any(|word| is_half(page, word) || is_doubled(page.line(word).as_bytes()))
}

/// Whether a word in capitals stands beside another, and before two words that the text has again.
pub(super) fn may_be_garbled(page: Page<'_>) -> bool {
    let turns = &page.scan.turns;
    let words = strange(page).filter(|word| {
        let is_long = word.range().len() >= 6 && is_caps(page.line(*word));
        is_long && (is_capital(before(page, *word)) || is_capital(after(page, *word)))
    });
    let mut next: Vec<_> = words.filter_map(|word| turns.after(word.start)).collect();
    next.sort_unstable();
    next.dedup();
    !next.is_empty() && turns.holds_again(&next)
}

/// Whether a name in capitals stands in the text in small letters too.
pub(super) fn may_be_surname(page: Page<'_>) -> bool {
    strange(page).any(|word| {
        let text = page.line(word);
        is_caps(text) && follows_first_name(page, word) && is_capitalized(page, text)
    })
}

/// Whether a word with a capital first and no capital last stands before the word.
fn follows_first_name(page: Page<'_>, word: Line) -> bool {
    let Some(head) = page.text[..word.start as usize].strip_suffix(' ') else { return false };
    let first = head.chars().rev().take_while(|c| !c.is_whitespace()).last();
    first.is_some_and(|c| !c.is_lowercase()) && !head.ends_with(char::is_uppercase)
}

fn is_small_name(page: Page<'_>, word: Line) -> bool {
    let text = page.line(word);
    let is_part = |c: Option<char>| c.is_some_and(|c| matches!(c, '@' | '#' | '/' | '_' | '-'));
    text.len() >= 5
        && text.bytes().all(|byte| byte.is_ascii_lowercase())
        && is_capitalized(page, text)
        && !is_part(page.before(word.start as usize))
        && !is_part(page.after(word.end as usize))
}

/// The second half of a hyphened name, in small letters.
fn is_half(page: Page<'_>, word: Line) -> bool {
    let text = page.line(word);
    let Some(head) = page.text[..word.start as usize].strip_suffix('-') else { return false };
    let first = head.chars().rev().take_while(|c| c.is_alphanumeric()).last();
    text.bytes().all(|byte| byte.is_ascii_lowercase())
        && first.is_some_and(char::is_uppercase)
        && !is_english(text)
}

/// Two capitals and small letters after them.
fn is_doubled(word: &[u8]) -> bool {
    word.len() >= 7 && word[1].is_ascii_uppercase() && word[2..].iter().all(u8::is_ascii_lowercase)
}

fn is_caps(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether the text may have the word with a capital first.
fn is_capitalized(page: Page<'_>, word: &str) -> bool {
    page.scan.capitalized.may_hold(hash(word.as_bytes()))
}

/// The character before the blanks before a word.
fn before(page: Page<'_>, word: Line) -> Option<char> {
    page.text[..word.start as usize].trim_end().chars().next_back()
}

/// The character after the blanks after a word.
fn after(page: Page<'_>, word: Line) -> Option<char> {
    page.text[word.end as usize..].trim_start().chars().next()
}

fn is_capital(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_lowercase() && (c.is_alphanumeric() || c == '.'))
}
