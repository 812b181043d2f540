//! Words that a machine said twice and more: `on the provincial level on the provincial level`.

use std::collections::HashMap;
use std::ops::Range;

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::reading::Reading;
use crate::word_hash::hash;

/// Phrases of more tokens are not looked for twice.
const LONGEST: usize = 10;

/// Over the lines that hold words said again.
pub(super) fn run(page: Page<'_>, lens: &mut Lens, finds: &mut Finds<'_>) {
    let mut done = 0;
    for start in page.scan.turns.loops() {
        if let Some(index) = page.line_at(start).filter(|index| *index >= done) {
            in_line(lens.line(page, index), finds);
            done = index + 1;
        }
    }
}

fn in_line(line: Reading<'_>, finds: &mut Finds<'_>) {
    let hashes: Vec<u64> = line.list().iter().map(|token| hash(token.of(line.text()).as_bytes())).collect();
    let mut done = 0;
    for (first, length) in repeats(&hashes) {
        // What is no phrase is not counted: it may be a line of one sign.
        if first >= done && is_phrase(line, first..first + length) {
            done = looped(line, &hashes, (first, length), finds).max(done);
        }
    }
}

/// The tokens that with the next one stand again so many tokens later.
fn repeats(hashes: &[u64]) -> Vec<(usize, usize)> {
    let mut last = HashMap::new();
    let mut found = Vec::new();
    for (at, hash) in hashes.iter().enumerate() {
        let Some(first) = last.insert(hash, at).filter(|first| at - first <= LONGEST) else { continue };
        let next = hashes.get(at + 1);
        if at - first == 1 || next.is_some_and(|next| hashes[first + 1] == *next) {
            found.push((first, at - first));
        }
    }
    found
}

/// If the phrase is said often enough, takes out all but the first; where to go on.
fn looped(
    reading: Reading<'_>,
    hashes: &[u64],
    (first, length): (usize, usize),
    finds: &mut Finds<'_>,
) -> usize {
    let hashes = &hashes[first..];
    let times = times(hashes, length);
    if times < least(length) {
        return 0;
    }
    let end = first + tail(hashes, length, times);
    let tokens = reading.list();
    finds.replace_all(tokens[first + length - 1].end as usize..tokens[end - 1].end as usize, "");
    end
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
