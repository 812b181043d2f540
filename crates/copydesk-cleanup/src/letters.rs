//! Runs of Latin letters without accents, eight bytes at a time.

use crate::word_hash::with_eight;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
/// The bit that parts small letters from capitals.
const SMALL: u64 = 0x20 * ONES;

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
#[inline]
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

/// The eight bytes from a place on, zeros after the last.
#[inline]
fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = &bytes[at..];
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// The high bit of each byte that is a letter.
#[inline]
fn letters(eight: u64) -> u64 {
    let small = (eight | SMALL) & !HIGH;
    let from_a = small + (0x80 - 0x61) * ONES;
    let past_z = small + (0x80 - 0x7b) * ONES;
    from_a & !past_z & !eight & HIGH
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
