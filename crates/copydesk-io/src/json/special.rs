//! Finds the bytes of a string that JSON treats specially, eight at a time.

const ONES: u64 = u64::MAX / 255;
const HIGHS: u64 = ONES * 128;

/// The place of the first `"`, `\` or control character at or after `from`.
#[inline]
pub(crate) fn find(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(word) = bytes[at..].first_chunk::<8>() {
        let found = special(u64::from_le_bytes(*word));
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes[at..].iter().position(|b| matches!(b, b'"' | b'\\' | 0..0x20));
    rest.map(|n| at + n)
}

/// The high bit of every special byte of a word; bytes above the first one may be marked wrongly.
#[inline]
fn special(word: u64) -> u64 {
    let zero_in = |x: u64| x.wrapping_sub(ONES) & !x;
    let quote = zero_in(word ^ (ONES * u64::from(b'"')));
    let backslash = zero_in(word ^ (ONES * u64::from(b'\\')));
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    (quote | backslash | control) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_a_plain_loop_finds(bytes in prop::collection::vec(any::<u8>(), 0..40), from in 0_usize..9) {
            let from = from.min(bytes.len());
            let plain = bytes[from..].iter().position(|b| matches!(b, b'"' | b'\\' | 0..0x20));
            prop_assert_eq!(find(&bytes, from), plain.map(|n| from + n));
        }

        #[test]
        fn also_after_a_long_run_of_plain_bytes(run in 0_usize..64, special in prop::sample::select(vec![b'"', b'\\', 0, 9, 0x1f])) {
            let mut bytes = "–é".repeat(run).into_bytes();
            bytes.push(special);
            prop_assert_eq!(find(&bytes, 0), Some(bytes.len() - 1));
        }
    }
}
