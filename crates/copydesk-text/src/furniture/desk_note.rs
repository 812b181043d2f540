//! Notes of the desk at a story's head: `(Updates with reaction, paragraph 4)`.

use std::sync::LazyLock;

static PHRASES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    include_str!("../../lexicon/desk_notes.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .collect()
});

/// No desk note is longer, in bytes.
const LONGEST: usize = 300;

/// Whether a line is a note of the desk: in brackets, and opening with a word of its kind.
#[must_use]
pub fn is_desk_note(line: &str) -> bool {
    let inner =
        line.strip_prefix(['(', '[']).and_then(|rest| rest.trim_end_matches('.').strip_suffix([')', ']']));
    inner.filter(|_| line.len() <= LONGEST).is_some_and(|inner| opens_with_phrase(&inner.to_lowercase()))
}

fn opens_with_phrase(lower: &str) -> bool {
    PHRASES
        .iter()
        .any(|phrase| lower.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}
