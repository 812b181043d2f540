//! `the maneuver`, in a text about a budget: Italian `manovra`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// At the word.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let capital = text[at.clone()].starts_with('M');
    let whole = !text[at.end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let of_budget =
        ["Budget Committee", "Budget Commission", "budget law", "Budget Law", "Minister of Economy"]
            .iter()
            .any(|sign| text.contains(sign));
    if !whole || !of_budget {
        return;
    }
    if capital && text[at.end..].starts_with(':') && !in_first_person(page, at.end) {
        finds.replace_all(at, "Budget");
    } else if text[..at.start].ends_with("the ") && !capital {
        finds.replace_all(at, "budget");
    }
}

/// Whether the rest of the line speaks in the first person, as a quotation.
fn in_first_person(page: Page<'_>, from: usize) -> bool {
    let line = page.text[from..].split('\n').next().unwrap_or_default();
    line.contains(" I ") || line.contains(" we ") || line.contains(" my ")
}
