//! Words that a machine said twice and more: `on the provincial level on the provincial level`.

use std::ops::Range;

use copydesk_text::Paragraph;

use crate::find::Finds;
use crate::reading::Reading;
use crate::word_hash::hash;

/// Longer phrases are not looked for.
const LONGEST: usize = 10;

/// Over the whole text, line by line.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let mut hashes = Vec::new();
    for line in &reading.outline().paragraphs {
        hashes.clear();
        hashes.extend(line.tokens().map(|at| hash(reading.tokens.word(at).as_bytes())));
        let mut at = 0;
        while at < hashes.len() {
            at = looped(reading, line, &hashes, at, finds).max(at + 1);
        }
    }
}

/// If a phrase at token `at` of the line is said again right after it, takes out all but the first; where to go on.
fn looped(reading: Reading<'_>, line: &Paragraph, hashes: &[u64], at: usize, finds: &mut Finds<'_>) -> usize {
    for length in 1..=LONGEST.min((hashes.len() - at) / 2) {
        let first = line.first_token as usize + at;
        // What is no phrase is not counted: it may be a line of one sign.
        if hashes[at] != hashes[at + length] || !is_phrase(reading, first..first + length) {
            continue;
        }
        let times = times(&hashes[at..], length);
        if times >= least(length) {
            let end = tail(&hashes[at..], length, times) + at;
            let tokens = reading.list();
            let from = tokens[first + length - 1].end as usize;
            let to = tokens[line.first_token as usize + end - 1].end as usize;
            finds.replace_all(from..to, String::new());
            return end;
        }
    }
    at
}

/// How often a phrase of so many tokens stands at the start.
fn times(hashes: &[u64], length: usize) -> usize {
    1 + hashes.chunks_exact(length).skip(1).take_while(|chunk| *chunk == &hashes[..length]).count()
}

/// Where the repetition ends, with the part of the phrase that it breaks off in, for loops of many turns.
fn tail(hashes: &[u64], length: usize, times: usize) -> usize {
    let end = times * length;
    if times < 4 {
        return end;
    }
    end + hashes[end..].iter().zip(&hashes[..length]).take_while(|(a, b)| a == b).count()
}

/// How often a phrase must be said to be a machine's: people say `no, no, no` and `again and again and again`.
fn least(length: usize) -> usize {
    match length {
        1 => 8,
        2 => 6,
        3 => 3,
        _ => 2,
    }
}

/// Whether the tokens are words of one clause, some of them more than function words.
fn is_phrase(reading: Reading<'_>, tokens: Range<usize>) -> bool {
    let length = tokens.len();
    let list = &reading.list()[tokens];
    let words = list.iter().filter(|token| token.is_word()).count();
    let long = list.iter().any(|token| token.is_word() && token.range().len() >= 5);
    let clause = if length <= 2 { words > 0 } else { words == length };
    let chained = matches!(list[0].of(reading.text()), "and" | "or" | "to" | "by" | "then");
    clause && !chained && (long || length >= 4)
}
