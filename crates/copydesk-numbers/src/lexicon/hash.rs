//! How words are looked up. `build.rs` makes the table with this file, the lexer reads it.

/// A word of up to 16 bytes without its case: every byte with the bit of small letters set.
pub(crate) type Key = [u64; 2];

/// Slots of the table; a power of two, several times the number of words.
pub(crate) const SLOTS: usize = 1 << 13;

/// Longest word that can be in the lexicon, in bytes.
pub(crate) const LONGEST: usize = 16;

const SMALL: u64 = 0x2020_2020_2020_2020;

/// The key of two little-endian halves that hold `len` bytes of a word, and anything after them.
pub(crate) const fn key(halves: Key, len: usize) -> Key {
    [keep(halves[0] | SMALL, len), keep(halves[1] | SMALL, len.saturating_sub(8))]
}

const fn keep(half: u64, len: usize) -> u64 {
    if len >= 8 { half } else { half & ((1 << (8 * len)) - 1) }
}

/// The slot at which the search for a key begins, and a mark of the key that is not 0: most words of a text are told from the
/// lexicon's by it.
pub(crate) const fn slot(key: Key) -> (usize, u8) {
    let mixed = (key[0] ^ key[1].rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed >> (64 - SLOTS.trailing_zeros())) as usize, (mixed >> 32) as u8 | 1)
}
