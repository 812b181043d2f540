//! Curly marks: `of Spain “.`, `the agenda ”.`, `“ we agree`.

use super::{Place, blanks_after, blanks_before, ends_clause, is_gap, lines_with_marks, places};
use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;

/// Over the whole text, line by line.
pub(crate) fn run(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    for line in lines_with_marks(page) {
        let mut open = false;
        for mark in places(page, line) {
            match mark.sign {
                '“' if open && ends_here(mark) => {
                    close(page, mark, finds);
                    open = false;
                }
                '“' => {
                    unblank(page, mark, finds);
                    open = true;
                }
                '”' => {
                    if open && mark.left.is_some_and(is_gap) && mark.right.is_none_or(ends_clause) {
                        close(page, mark, finds);
                    }
                    open = false;
                }
                _ => {}
            }
        }
    }
}

/// Whether an opening sign stands where only a closing one can: before a full stop or the end.
fn ends_here(mark: Place) -> bool {
    mark.right.is_none_or(ends_clause)
}

/// Writes a closing mark, tight after the words.
fn close(page: Page<'_>, mark: Place, finds: &mut Finds<'_>) {
    let before = blanks_before(page.text, mark.start);
    finds.replace_all(before.start..mark.end, "”");
}

/// Takes out the blanks after an opening mark.
fn unblank(page: Page<'_>, mark: Place, finds: &mut Finds<'_>) {
    let after = blanks_after(page.text, mark.end);
    let word = page.after(after.end).is_some_and(char::is_alphanumeric);
    if !after.is_empty() && word && mark.left.is_none_or(is_gap) {
        finds.replace(page.text, after, "");
    }
}
