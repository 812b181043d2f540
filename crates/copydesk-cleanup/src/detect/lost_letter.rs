//! Letters that a wrong coding turned into `?` or the sign of replacement: `Bogot?`, where the text has `Bogotá`.

use std::ops::Range;

use crate::accents::accented_words;
use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::words::is_english;

const LOST: char = '\u{fffd}';

/// No more places of one text are looked at, so that time stays linear.
const MOST: usize = 200;

/// Over the whole text.
pub(super) fn run(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let text = page.text;
    // The sign of replacement starts with a byte that little else starts with.
    let lost =
        memchr::memchr_iter(0xEF, text.as_bytes()).filter(|at| text[*at..].starts_with(LOST)).take(MOST);
    let asked = memchr::memchr_iter(b'?', text.as_bytes()).filter(|at| is_inside(text, *at)).take(MOST);
    let mut places: Vec<usize> = lost.chain(asked).collect();
    if places.is_empty() {
        return;
    }
    places.sort_unstable();
    let mut words: Vec<&str> = accented_words(text).into_iter().map(|word| &text[word]).collect();
    words.sort_unstable();
    words.dedup();
    let mut done = 0;
    for at in places {
        let word = damaged_word(text, at);
        if word.start >= done {
            done = word.end;
            judge(page, word, &words, finds);
        }
    }
}

/// Whether a `?` stands where a letter may have been: after a letter, and before one or no other sign of a question.
fn is_inside(text: &str, at: usize) -> bool {
    let after = text[at + 1..].strip_prefix('?').unwrap_or(&text[at + 1..]);
    let goes_on = after.starts_with(char::is_alphabetic);
    text[..at].ends_with(char::is_alphabetic)
        && (goes_on || !text[at + 1..].starts_with(['?', '!', '=', '/']))
}

/// The letters and lost letters around a place.
fn damaged_word(text: &str, at: usize) -> Range<usize> {
    let is_part = |c: &char| c.is_alphabetic() || matches!(*c, LOST | '?');
    let before: usize = text[..at].chars().rev().take_while(is_part).map(char::len_utf8).sum();
    let after: usize = text[at..].chars().take_while(is_part).map(char::len_utf8).sum();
    at - before..at + after
}

fn judge(page: Page<'_>, word: Range<usize>, words: &[&str], finds: &mut Finds<'_>) {
    let damaged = &page.text[word.clone()];
    let mut candidates = words.iter().filter(|word| fits(damaged, word));
    let asks = !damaged.contains(LOST);
    if asks && (in_address(page, &word) || is_question(damaged)) {
        return;
    }
    match (candidates.next(), candidates.next()) {
        (Some(right), None) => finds.replace_all(word, *right),
        // The sign of replacement always stands for something; `?` seldom does, unless letters go on after it.
        _ if !asks || damaged.split('?').all(|part| part.starts_with(char::is_alphabetic)) => {
            finds.note(word);
        }
        _ => {}
    }
}

/// Whether the words around the `?` are words: then it asks, or stands for a blank.
fn is_question(damaged: &str) -> bool {
    let parts = || damaged.split('?').filter(|part| !part.is_empty());
    parts().all(is_english)
        || parts().any(|part| part.starts_with(char::is_uppercase) && !damaged.starts_with(part))
}

fn in_address(page: Page<'_>, word: &Range<usize>) -> bool {
    let is_part = |c: char| matches!(c, '/' | '=' | '&' | '_' | '@' | '#' | '%') || c.is_numeric();
    let dotted = page.text[..word.start].ends_with('.');
    dotted || page.before(word.start).is_some_and(is_part) || page.after(word.end).is_some_and(is_part)
}

/// Whether a word is the damaged one with an accented letter for each lost one, or for each run of them.
fn fits(damaged: &str, word: &str) -> bool {
    let is_lost = |c: char| matches!(c, LOST | '?');
    let mut letters = word.chars();
    let mut run = 0;
    for c in damaged.chars() {
        if is_lost(c) {
            run += 1;
            // A letter of two bytes may have left two signs.
            if run == 1 && letters.next().is_none_or(|letter| letter.is_ascii()) {
                return false;
            }
        } else {
            run = 0;
            if letters.next() != Some(c) {
                return false;
            }
        }
    }
    letters.next().is_none() && damaged.chars().any(|c| !is_lost(c))
}
