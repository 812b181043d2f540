//! Words of a line with their places.

use std::ops::Range;

/// The words of `line[range]`, parted by blanks, without commas after them.
pub(super) fn words(line: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = range.start;
    line[range].split_inclusive(char::is_whitespace).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end().trim_end_matches(',');
        (!word.is_empty()).then(|| start..start + word.len())
    })
}

/// The range without the blanks and commas around it.
pub(super) fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let content = &line[range.clone()];
    let start = range.start + content.len() - content.trim_start_matches(is_gap).len();
    let end = range.start + content.trim_end_matches(is_gap).len();
    start..end.max(start)
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// Whether every letter is a capital, and there are `least` or more.
pub(super) fn all_capitals(text: &str, least: usize) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let count = letters.by_ref().take_while(|c| c.is_uppercase()).count();
    count >= least && !text.chars().any(char::is_lowercase)
}
