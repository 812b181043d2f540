//! Single straight marks glued to the word before them: `will then'start flying' the plane`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;
use crate::words::is_english;

/// How far the closing mark may lie, in bytes.
const FARTHEST: usize = 120;

/// At a straight single mark.
pub(crate) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let letter = |c: &u8| c.is_ascii_lowercase();
    let before = text[..at.start].bytes().rev().take_while(letter).take(24).count();
    let after = text[at.end..].bytes().take_while(letter).take(24).count();
    let (head, tail) = (&text[at.start - before..at.start], &text[at.end..at.end + after]);
    let words = before >= 3 && after >= 4 && is_english(head) && is_english(tail);
    if words && closes(&text[at.end..]) && !opens(text, at.start) {
        finds.replace(text, at.start..at.start, " ");
    }
}

/// Whether a mark after a letter and before a gap follows on the line, and none that opens.
fn closes(rest: &str) -> bool {
    let window = &rest[..rest.floor_char_boundary(FARTHEST)];
    let line = window.split('\n').next().unwrap_or_default();
    let Some(next) = line.find('\'') else { return false };
    line[..next].ends_with(|c: char| c.is_alphanumeric()) && line[next + 1..].starts_with([' ', ',', '.'])
}

/// Whether a mark before this one is still open.
fn opens(text: &str, at: usize) -> bool {
    let start = text.floor_char_boundary(at.saturating_sub(FARTHEST));
    text[start..at].contains(" '")
}
