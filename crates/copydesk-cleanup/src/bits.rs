//! Sets of hashes that may take a stranger for a member, but never miss one.

/// The size of a set, as a power of two: it stays in the nearest cache.
const BITS: u32 = 16;

/// A set of hashes.
#[derive(Clone, Debug)]
pub(crate) struct Bits(Box<[u64]>);

impl Default for Bits {
    fn default() -> Self {
        Self(vec![0; 1 << (BITS - 6)].into())
    }
}

impl Bits {
    pub(crate) fn clear(&mut self) {
        self.0.fill(0);
    }

    #[inline]
    pub(crate) fn insert(&mut self, hash: u64) {
        let (word, bit) = place(hash);
        self.0[word] |= bit;
    }

    /// Whether the hash may have been inserted.
    #[inline]
    pub(crate) fn may_hold(&self, hash: u64) -> bool {
        let (word, bit) = place(hash);
        self.0[word] & bit != 0
    }
}

fn place(hash: u64) -> (usize, u64) {
    ((hash >> 6) as usize & ((1 << (BITS - 6)) - 1), 1 << (hash & 63))
}
