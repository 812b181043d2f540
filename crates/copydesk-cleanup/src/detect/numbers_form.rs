//! Signs beside digits: `3 %` in a text of `3%`, `14h30`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// At a blank and a percent sign.
pub(super) fn percent(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = reading.text();
    let digit = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    let word = reading.after(at.end).is_some_and(char::is_alphanumeric);
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

/// Before an hour.
pub(super) fn hour(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = reading.text();
    let digits =
        |from: usize| text.as_bytes()[from..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let hours = digits(at.end);
    let letter = at.end + hours;
    if !(1..=2).contains(&hours) || text.as_bytes().get(letter) != Some(&b'h') {
        return;
    }
    let minutes = digits(letter + 1);
    let whole = minutes == 2 && !reading.after(letter + 3).is_some_and(char::is_alphanumeric);
    let clock = || {
        text[at.end..letter].parse::<u8>().is_ok_and(|hour| hour < 24) && text.as_bytes()[letter + 1] < b'6'
    };
    if whole && clock() {
        finds.replace_all(letter..letter + 1, ":");
    }
}
