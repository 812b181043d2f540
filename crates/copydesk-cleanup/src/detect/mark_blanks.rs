//! Blanks before a comma, a full stop and their like: `the harbour , which`.

use crate::find::Finds;
use crate::page::Page;
use crate::reading::Reading;
use crate::survey::Survey;

/// One in so many words is a machine's habit, not a slip.
const WORDS_PER_BLANK: usize = 40;

/// Whether there are enough such blanks for the words of the text; tokens are more than words.
pub(super) fn is_habit(page: Page<'_>) -> bool {
    let words = page.scan.turns.words().len();
    page.scan.loose.len() >= 2 && slips(page).count() * WORDS_PER_BLANK >= words
}

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: &Survey, finds: &mut Finds<'_>) {
    let count = slips(reading.page).count();
    if count >= 2 && count * WORDS_PER_BLANK >= reading.list().len() {
        for at in slips(reading.page) {
            finds.replace_all(before_blanks(reading.page, at)..at, "");
        }
    }
}

/// The signs that belong to the word before them.
fn slips(page: Page<'_>) -> impl Iterator<Item = usize> {
    page.scan.loose.iter().map(|at| *at as usize).filter(move |at| is_slip(page, *at))
}

fn before_blanks(page: Page<'_>, at: usize) -> usize {
    page.text[..at].trim_end_matches([' ', '\u{a0}']).len()
}

fn is_slip(page: Page<'_>, at: usize) -> bool {
    let start = before_blanks(page, at);
    let word = page.before(start);
    let word = word.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '”' | '»' | '%' | '"'));
    let after = page.after(at + 1);
    page.text[start..at].chars().count() == 1
        && word
        && after.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | '’'))
        && !page.text[at + 1..].starts_with(" .")
}
