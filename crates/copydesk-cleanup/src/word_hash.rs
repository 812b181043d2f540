//! The hash of a word without regard to the case of its letters, and its places in the filter of known words.

/// The size of the filter: two probes in it take about one unknown word in a hundred for a known one.
pub(crate) const BYTES: usize = 1 << 18;

/// The bit that parts small letters from capitals, in each of eight bytes.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Eight bytes at a time, the last ones filled up; [`with_eight`] over them.
pub(crate) fn hash(word: &[u8]) -> u64 {
    let (eights, rest) = word.as_chunks::<8>();
    let state = eights.iter().fold(0, |state, eight| with_eight(state, u64::from_le_bytes(*eight)));
    with_eight(state, rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte)))
}

/// The hash of a word that goes on with eight bytes. The last eight are fewer, zeros after them, perhaps none.
#[inline]
pub(crate) fn with_eight(state: u64, eight: u64) -> u64 {
    let mixed = (state ^ (eight | SMALL)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 32)
}

/// The bits that a known word sets.
pub(crate) fn places(hash: u64) -> [usize; 2] {
    let mask = BYTES as u64 * 8 - 1;
    [(hash & mask) as usize, ((hash >> 32) & mask) as usize]
}
