//! Runs of Latin letters without accents, eight bytes at a time.

use copydesk_text::eights::{HIGH, SMALL, letters};

use crate::unusual::eight;
use crate::word_hash::with_eight;

/// A run of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) end: usize,
    /// Its hash, as of a word.
    pub(crate) hash: u64,
    /// Whether the first letter is a capital.
    pub(crate) is_capitalized: bool,
    /// Whether a later one is.
    pub(crate) has_inner_capital: bool,
}

/// The run of letters that starts at a byte.
#[inline(always)]
#[expect(clippy::inline_always, reason = "it is called for every word of a text, at one place that counts")]
pub(crate) fn run(bytes: &[u8], start: usize) -> Run {
    let is_capitalized = bytes[start].is_ascii_uppercase();
    let (mut end, mut hash, mut capitals) = (start, 0, 0);
    // The first letter's place is looked at once.
    let mut looked_at = !0xff;
    loop {
        let eight = eight(bytes, end);
        let others = !letters(eight) & HIGH;
        // The bytes below the lowest of the others.
        let mine = if others == 0 { !0 } else { ((others - 1) & !others) >> 7 };
        hash = with_eight(hash, eight & mine);
        capitals |= !eight & SMALL & mine & looked_at;
        if others != 0 {
            end += (others.trailing_zeros() / 8) as usize;
            return Run { end, hash, is_capitalized, has_inner_capital: capitals != 0 };
        }
        end += 8;
        looked_at = !0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<(&str, bool, bool)> {
        let mut at = 0;
        let mut found = Vec::new();
        while at < text.len() {
            let run = run(text.as_bytes(), at);
            if run.end > at {
                assert_eq!(run.hash, crate::word_hash::hash(&text.as_bytes()[at..run.end]));
                found.push((&text[at..run.end], run.is_capitalized, run.has_inner_capital));
            }
            at = run.end.max(at + 1);
        }
        found
    }

    #[test]
    fn a_run_ends_at_the_first_byte_that_is_no_letter() {
        let expected =
            vec![("It", true, false), ("is", false, false), ("azAZ", false, true), ("x", false, false)];
        assert_eq!(runs("It is@[azAZ`{é9x"), expected);
    }

    #[test]
    fn long_runs_are_read_to_their_end() {
        let expected = vec![("internationalization", false, false), ("McDonaldsburghS", true, true)];
        assert_eq!(runs("internationalization McDonaldsburghS"), expected);
    }
}
