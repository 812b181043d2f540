//! A `?` where a blank was lost: `will be?certified`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;
use crate::words::is_english;

/// At a question mark.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let small = |c: char| c.is_ascii_lowercase();
    let tail: String = text[at.end..].chars().take_while(|c| small(*c)).take(30).collect();
    let head: String = text[..at.start].chars().rev().take_while(|c| small(*c)).take(30).collect();
    let head: String = head.chars().rev().collect();
    let borders = [page.before(at.start - head.len()), page.after(at.end + tail.len())];
    let in_address = borders.iter().flatten().any(|c| matches!(c, '/' | '=' | '&' | '.' | '_' | '?' | '-'))
        && !text[at.end + tail.len()..].starts_with(". ")
        && !text[at.end + tail.len()..].starts_with('-');
    let words = [&head, &tail].into_iter().all(|word| word.len() >= 2 && is_english(word));
    if words && !in_address && !is_english(&format!("{head}{tail}")) {
        finds.replace(text, at, " ");
    }
}
