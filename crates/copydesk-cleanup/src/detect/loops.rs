//! Words that a machine said twice and more: `on the provincial level on the provincial level`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let mut done = 0;
    for (again, length) in &reading.survey.repeats {
        let (first, length) = ((again - length) as usize, *length as usize);
        // What is no phrase is not counted: it may be a line of one sign.
        if first >= done && is_phrase(reading, first..first + length) {
            done = looped(reading, first, length, finds).max(done);
        }
    }
}

/// If the phrase is said often enough, takes out all but the first; where to go on.
fn looped(reading: Reading<'_>, first: usize, length: usize, finds: &mut Finds<'_>) -> usize {
    let hashes = &reading.survey.hashes[first..line_end(reading, first)];
    let times = times(hashes, length);
    if times < least(length) {
        return 0;
    }
    let end = first + tail(hashes, length, times);
    let tokens = reading.list();
    finds.replace_all(tokens[first + length - 1].end as usize..tokens[end - 1].end as usize, "");
    end
}

/// The token after the last of the line that holds one.
fn line_end(reading: Reading<'_>, token: usize) -> usize {
    let line = reading.line_at(reading.list()[token].start as usize);
    line.map_or(token + 1, |line| reading.outline().paragraphs[line].last_token as usize)
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
