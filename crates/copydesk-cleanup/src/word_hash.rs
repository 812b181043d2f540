//! The hash of a word without regard to the case of its letters, and its places in the filter of known words.

/// The size of the filter: two probes in it take about one unknown word in a hundred for a known one.
pub(crate) const BYTES: usize = 1 << 18;

/// The bit that parts small letters from capitals, in each of eight bytes.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Eight bytes at a time, the last ones perhaps twice.
pub(crate) fn hash(word: &[u8]) -> u64 {
    let mut state = (word.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut rest = word;
    while let Some((eight, more)) = rest.split_first_chunk::<8>() {
        state = mix(state, u64::from_le_bytes(*eight));
        rest = more;
    }
    match (rest, word.last_chunk::<8>()) {
        ([], _) => state,
        (_, Some(last)) => mix(state, u64::from_le_bytes(*last)),
        _ => mix(state, short(rest)),
    }
}

/// The bytes of fewer than eight, as one number.
fn short(word: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    let [first, middle, last] = [word[0], word[word.len() / 2], word[word.len() - 1]].map(u64::from);
    first | middle << 8 | last << 16
}

fn mix(state: u64, eight: u64) -> u64 {
    let mixed = (state ^ (eight | SMALL)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 32)
}

/// The bits that a known word sets.
pub(crate) fn places(hash: u64) -> [usize; 2] {
    let mask = BYTES as u64 * 8 - 1;
    [(hash & mask) as usize, ((hash >> 32) & mask) as usize]
}
