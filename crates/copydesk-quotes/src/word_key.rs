//! Words as numbers, and where a number stands in a table without collisions. `build.rs` makes the table with this file.

/// The longest word that the lexicon can hold, in bytes.
pub(crate) const LONGEST: usize = 16;

/// A word's bytes, the first one lowest, each with the bit of small letters set: words have no character that this
/// makes another, but for capitals.
pub(crate) type Key = u128;

/// Places of the table, a power of two.
pub(crate) const PLACES: usize = 1 << 14;

/// Groups of words; each is moved by a number of its own, chosen so that no two words share a place.
pub(crate) const GROUPS: usize = 1 << 12;

const SMALL: u128 = u128::from_le_bytes([0x20; LONGEST]);
const HIGH: u128 = u128::from_le_bytes([0x80; LONGEST]);

/// The bytes that a word of each length has.
static MASKS: [u128; LONGEST + 1] = masks();

const fn masks() -> [u128; LONGEST + 1] {
    let mut masks = [0; LONGEST + 1];
    let mut len = 1;
    while len <= LONGEST {
        masks[len] = masks[len - 1] << 8 | 0xff;
        len += 1;
    }
    masks
}

/// The key of the word that the first `len` of these bytes are. `None` if it is not all ASCII.
#[inline]
pub(crate) fn key(bytes: [u8; LONGEST], len: usize) -> Option<Key> {
    let key = (u128::from_le_bytes(bytes) | SMALL) & MASKS[len];
    (key & HIGH == 0).then_some(key)
}

/// A key in two halves. The first tells short words from long ones that start alike, by the second: every letter has
/// the bit of small letters, and no two of them together have it.
#[inline]
pub(crate) const fn halves(key: Key) -> (u64, u64) {
    let second = (key >> 64) as u64;
    (key as u64 ^ second, second)
}

/// Where the key of a word may stand: its group, and its way through the table.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) group: usize,
    start: usize,
    stride: usize,
}

impl Place {
    #[inline]
    pub(crate) const fn of(key: Key) -> Self {
        let mixed = (key as u64 ^ ((key >> 64) as u64).rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self {
            group: (mixed >> (64 - GROUPS.trailing_zeros())) as usize,
            start: (mixed >> 32) as usize,
            stride: (mixed >> 16) as usize | 1,
        }
    }

    /// The place of a key whose group is moved by so many strides.
    #[inline]
    pub(crate) const fn moved(self, by: u16) -> usize {
        self.start.wrapping_add(self.stride.wrapping_mul(by as usize)) % PLACES
    }
}
