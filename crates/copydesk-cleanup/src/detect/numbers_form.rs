//! Signs beside digits: `3 %` in a text of `3%`, `14h30`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// At a blank and a percent sign.
pub(super) fn percent(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let digit = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    let word = page.after(at.end).is_some_and(char::is_alphanumeric);
    if digit(at.start) && !word && first_tight(text).is_some() {
        finds.replace_all(at.start..at.end - 1, "");
    }
}

/// A percent sign right after a digit, among the first ones of the text.
fn first_tight(text: &str) -> Option<usize> {
    const LOOKED_AT: usize = 50;
    let signs = memchr::memchr_iter(b'%', text.as_bytes()).take(LOOKED_AT);
    signs.into_iter().find(|at| text[..*at].ends_with(|c: char| c.is_ascii_digit()))
}

/// What stands before a time of day.
const BEFORE_TIME: [&str; 8] = ["at ", "At ", "from ", "From ", "until ", "around ", "before ", "after "];

/// At the last digit of an hour, the letter, and the minutes.
pub(super) fn hour(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let letter = at.start + 1;
    let start = letter - text[..letter].bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
    let is_hour = text[start..letter].parse::<u8>().is_ok_and(|hour| hour < 24) && letter - start <= 2;
    let is_minute =
        text.as_bytes()[letter + 1] < b'6' && !page.after(at.end).is_some_and(char::is_alphanumeric);
    if is_hour && is_minute && BEFORE_TIME.iter().any(|word| text[..start].ends_with(word)) {
        finds.replace_all(letter..letter + 1, ":");
    }
}
