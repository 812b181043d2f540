//! Items of a kind, picked without a guess: a processor cannot know which of them are, but sets of them can be read off.

use crate::item::Item;

/// Items in a set.
pub(crate) const SET: usize = u64::BITS as usize;

/// The items of a set that are wanted, by their places in it, from the left. There are no more than [`SET`].
pub(crate) fn pick(items: &[Item], wanted: impl Fn(&Item) -> bool) -> Picked {
    Picked(items.iter().rev().fold(0, |picked, item| picked << 1 | u64::from(wanted(item))))
}

/// Places in a set.
pub(crate) struct Picked(u64);

impl Iterator for Picked {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.0.trailing_zeros() as usize;
        self.0 &= self.0.checked_sub(1)?;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_from_the_left() {
        assert_eq!(Picked(0b1001_0100).collect::<Vec<_>>(), [2, 4, 7]);
    }
}
