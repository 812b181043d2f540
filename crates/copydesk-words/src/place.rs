//! Where a word may stand in a table.

use crate::key::Key;

/// The size of a table.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Its places, a power of two.
    pub places: usize,
    /// The groups that its words are parted into, a power of two.
    pub groups: usize,
}

/// Where a word stands before it is moved with its group.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its group.
    pub group: usize,
    start: usize,
}

impl Size {
    /// By the odd number that was chosen when the table was laid out.
    #[inline]
    pub const fn place(self, key: Key, mix: u64) -> Place {
        let mixed = (key[0] ^ key[1].rotate_left(23)).wrapping_mul(mix);
        let below_group = u64::BITS - self.groups.trailing_zeros();
        Place {
            group: (mixed >> below_group) as usize,
            start: (mixed >> (below_group - self.places.trailing_zeros())) as usize,
        }
    }

    /// The one place at which a word of a group that is moved so far can stand.
    #[inline]
    pub const fn moved(self, place: Place, by: u16) -> usize {
        (place.start ^ by as usize) % self.places
    }
}
