//! How words are looked up. `build.rs` makes the table with this file, the lexer reads it.

/// A word of up to 16 bytes without its case: every byte with the bit of small letters set.
pub(crate) type Key = [u64; 2];

/// Slots of the table; a power of two, twice the number of words and more.
pub(crate) const SLOTS: usize = 1 << 12;

/// Groups of words; each has a step of its own, chosen so that no two words share a slot.
pub(crate) const GROUPS: usize = 1 << 9;

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

/// A key's group, and its place and stride in it.
#[derive(Clone, Copy)]
pub(crate) struct Hash {
    pub(crate) group: usize,
    place: usize,
    stride: usize,
}

impl Hash {
    pub(crate) const fn of(key: Key) -> Self {
        let mixed = (key[0] ^ key[1].rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self {
            group: (mixed >> (64 - GROUPS.trailing_zeros())) as usize,
            place: (mixed >> 32) as usize,
            stride: (mixed >> 16) as usize | 1,
        }
    }

    /// The one slot in which the key can be, by the step of its group.
    pub(crate) const fn slot(self, step: u16) -> usize {
        self.place.wrapping_add(self.stride.wrapping_mul(step as usize)) % SLOTS
    }
}
