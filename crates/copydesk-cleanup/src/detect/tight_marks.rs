//! Commas and full stops that lost the blank after them: `It rained,and then`, `spoke.People left`.

use copydesk_text::{Case, Token};

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::reading::Reading;
use crate::words::is_english;

/// At every mark between letters.
pub(super) fn run(page: Page<'_>, lens: &mut Lens, finds: &mut Finds<'_>) {
    let bytes = page.text.as_bytes();
    for at in page.scan.tight.iter().map(|at| *at as usize) {
        let after = bytes[at + 1];
        let fits = if bytes[at] == b'.' { after.is_ascii_uppercase() } else { after.is_ascii_lowercase() };
        if !fits && after.is_ascii() {
            continue;
        }
        if lens.at(page, at).is_some_and(|line| has_lost_blank(line, at)) {
            finds.replace_all(at + 1..at + 1, " ");
        }
    }
}

/// Whether the mark at a byte stands between two English words of two sentences or clauses.
fn has_lost_blank(line: Reading<'_>, at: usize) -> bool {
    let index = line.outline().token_at(at as u32);
    let [before, mark, after] =
        index.checked_sub(1).and_then(|first| line.list().get(first..first + 3)).unwrap_or_default()
    else {
        return false;
    };
    let case = if mark.of(line.text()) == "." { Case::Capitalized } else { Case::Lower };
    let is_tight = before.end == mark.start && mark.end == after.start && mark.range() == (at..at + 1);
    let is_word =
        |token: &Token| token.is_word() && token.range().len() >= 3 && is_english(token.of(line.text()));
    is_tight
        && before.case == Case::Lower
        && after.case == case
        && is_word(before)
        && is_word(after)
        && !in_address(line, before, after)
}

/// Whether the chunk between blanks has more of the signs that addresses have.
fn in_address(line: Reading<'_>, before: &Token, after: &Token) -> bool {
    let around = [line.before(before.start as usize), line.after(after.end as usize)];
    let parts = |c: &char| matches!(c, '/' | '@' | '#' | '_' | '.' | ',' | '=' | '&');
    around[0].as_ref().is_some_and(parts)
        || around[1].as_ref().is_some_and(|c| matches!(c, '/' | '@' | '_' | '='))
}
