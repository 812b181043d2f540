//! The hash of a word without regard to ASCII case, and its places in the filter of known words.

/// The size of the filter: two probes in it take about one unknown word in a hundred for a known one.
pub(crate) const BYTES: usize = 1 << 18;

/// FNV-1a over the lower-case bytes, mixed once more so that every bit counts.
pub(crate) fn hash(word: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in word {
        hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^ (hash >> 29)
}

/// The bits that a known word sets.
pub(crate) fn places(hash: u64) -> [usize; 2] {
    let mask = BYTES as u64 * 8 - 1;
    [(hash & mask) as usize, ((hash >> 32) & mask) as usize]
}
