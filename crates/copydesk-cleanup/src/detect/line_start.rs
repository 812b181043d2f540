//! Lines that lost the capital of their first letter.

use std::ops::Range;

use copydesk_text::{Case, Kind};

use crate::find::Finds;
use crate::reading::Reading;
use crate::words::is_english;

/// Fewer words make no sentence.
const LEAST_WORDS: usize = 6;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let lines = &reading.outline().paragraphs;
    let small = lines.iter().filter(|line| starts_small(reading, line.first_token as usize)).count();
    if small == 0 || small * 3 > lines.len() {
        return;
    }
    for (index, line) in lines.iter().enumerate() {
        let first = line.first_token as usize;
        let words = line.tokens().filter(|at| reading.list()[*at].is_word()).take(LEAST_WORDS).count();
        if starts_small(reading, first) && words == LEAST_WORDS && follows_gap(reading, index) {
            raise(reading, first, finds);
        }
    }
}

fn starts_small(reading: Reading<'_>, first: usize) -> bool {
    let Some(token) = reading.list().get(first) else { return false };
    token.kind == Kind::Word && token.case == Case::Lower
}

/// Whether an empty line stands before the line, so that it goes on with none; or nothing does.
fn follows_gap(reading: Reading<'_>, index: usize) -> bool {
    let lines = &reading.outline().paragraphs;
    let Some(before) = index.checked_sub(1).map(|before| lines[before]) else { return true };
    let gap = &reading.text()[before.end as usize..lines[index].start as usize];
    let ended = reading.text()[..before.end as usize].ends_with(['.', '!', '?', '”', '"', '…']);
    gap.matches('\n').count() >= 2
        && (ended || !starts_small(reading, before.first_token as usize))
        && !reading.text()[..before.end as usize].ends_with([':', ';', ',', '-', '–'])
}

fn raise(reading: Reading<'_>, first: usize, finds: &mut Finds<'_>) {
    let (token, word) = (&reading.list()[first], reading.tokens.word(first));
    if word.len() < 2
        || !word.is_ascii()
        || !word.bytes().all(|b| b.is_ascii_lowercase())
        || !is_english(word)
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
