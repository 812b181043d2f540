//! Blanks before a comma, a full stop and their like: `the harbour , which`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// At a blank and a sign.
pub(super) fn run(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = reading.text();
    let head = text[..at.start].trim_end_matches([' ', '\u{a0}']);
    let before = head.chars().next_back();
    let sign = &text[at.clone()].trim_start();
    let word = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '”' | '»' | '%'));
    let after = reading.after(at.end);
    let gap = after.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | '’'));
    let dots = matches!(after, Some('.')) || *sign == "." && text[at.end..].starts_with(" .");
    if word && gap && !dots && !in_table(text, at.start) {
        finds.replace(text, head.len()..at.end, *sign);
    }
}

/// Whether the line has the bars or gaps of a table.
fn in_table(text: &str, at: usize) -> bool {
    let start = text.floor_char_boundary(at.saturating_sub(200));
    let line = text[start..at].rsplit('\n').next().unwrap_or_default();
    line.contains('|') || line.contains('\t') || line.contains("   ")
}
