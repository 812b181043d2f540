//! How words are looked up. `build.rs` makes the table with this file, the lexer reads it.

/// A word of up to 16 bytes without its case: every byte with the bit of small letters set.
pub(crate) type Key = [u64; 2];

/// Slots of the table; a power of two, about twice the number of words.
pub(crate) const SLOTS: usize = 1 << 12;

/// Groups of words; each has a step of its own, chosen so that no two words share a slot.
pub(crate) const GROUPS: usize = 1 << 10;

/// Longest word that can be in the lexicon, in bytes.
pub(crate) const LONGEST: usize = 16;

/// The bit at which a place begins, below those of the group; what lies above the place is cut off with the slot.
const PLACE: u32 = 64 - GROUPS.trailing_zeros() - SLOTS.trailing_zeros();

const SMALL: u64 = 0x2020_2020_2020_2020;

/// The key of two little-endian halves that hold `len` bytes of a word, and anything after them.
pub(crate) const fn key(halves: Key, len: usize) -> Key {
    [keep(halves[0] | SMALL, len), keep(halves[1] | SMALL, len.saturating_sub(8))]
}

const fn keep(half: u64, len: usize) -> u64 {
    if len >= 8 { half } else { half & ((1 << (8 * len)) - 1) }
}

/// A key's group, and its place before the step of its group is taken.
#[derive(Clone, Copy)]
pub(crate) struct Hash {
    pub(crate) group: usize,
    place: usize,
}

impl Hash {
    /// By an odd number that `build.rs` chose, so that no two words of one group begin at one place.
    pub(crate) const fn of(key: Key, mix: u64) -> Self {
        let mixed = (key[0] ^ key[1].rotate_left(23)).wrapping_mul(mix);
        Self { group: (mixed >> (64 - GROUPS.trailing_zeros())) as usize, place: (mixed >> PLACE) as usize }
    }

    /// The one slot in which the key can be, by the step of its group.
    pub(crate) const fn slot(self, step: u16) -> usize {
        (self.place ^ step as usize) % SLOTS
    }
}
