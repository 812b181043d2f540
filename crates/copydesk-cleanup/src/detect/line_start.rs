//! Lines that lost the capital of their first letter.

use copydesk_text::{Case, Kind};

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::reading::Reading;
use crate::scan::may_be_letter;
use crate::words::is_english;

/// Fewer words make no sentence.
const LEAST_WORDS: usize = 6;

/// Words that start no sentence: they go on with the line before, from which a page has cut them.
const GO_ON: [&str; 8] = ["of", "than", "or", "nor", "which", "whose", "whom", "whereas"];

/// Over the whole text.
pub(super) fn run(page: Page<'_>, lens: &mut Lens, finds: &mut Finds<'_>) {
    let lines = page.lines();
    let small: Vec<usize> = (0..lines.len()).filter(|index| starts_small(page, lens, *index)).collect();
    if small.len() * 3 > lines.len() {
        return;
    }
    for (at, index) in small.iter().enumerate() {
        let goes_on = at > 0 && small[at - 1] + 1 == *index;
        if !follows_gap(page, *index, goes_on) {
            continue;
        }
        let line = lens.line(page, *index);
        if line.list().iter().filter(|token| token.is_word()).take(LEAST_WORDS).count() == LEAST_WORDS {
            raise(line, finds);
        }
    }
}

fn starts_small(page: Page<'_>, lens: &mut Lens, index: usize) -> bool {
    let first = page.text.as_bytes()[page.lines()[index].start as usize];
    let may = may_be_letter(first) && !first.is_ascii_uppercase();
    may && lens
        .line(page, index)
        .list()
        .first()
        .is_some_and(|token| token.kind == Kind::Word && token.case == Case::Lower)
}

/// Whether an empty line stands before the line, so that it goes on with none; or nothing does.
fn follows_gap(page: Page<'_>, index: usize, after_small: bool) -> bool {
    let lines = page.lines();
    let Some(before) = index.checked_sub(1).map(|before| lines[before]) else { return true };
    let gap = &page.text[before.end as usize..lines[index].start as usize];
    let head = page.line(before);
    let ended = head.ends_with(['.', '!', '?', '”', '"', '…']);
    gap.matches('\n').count() >= 2 && (ended || !after_small) && !head.ends_with([':', ';', ',', '-', '–'])
}

fn raise(reading: Reading<'_>, finds: &mut Finds<'_>) {
    let (token, word) = (&reading.list()[0], reading.tokens.word(0));
    if word.len() < 2
        || !word.is_ascii()
        || !word.bytes().all(|b| b.is_ascii_lowercase())
        || !is_english(word)
        || GO_ON.contains(&word)
    {
        return;
    }
    let start = token.start as usize;
    finds.replace(reading.text(), start..token.end as usize, raised(word));
}

fn raised(word: &str) -> String {
    let mut raised = word.to_owned();
    raised[..1].make_ascii_uppercase();
    raised
}
