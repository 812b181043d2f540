//! The search for a table in which no two words share a place.

use std::cmp::Reverse;

use crate::key::Key;
use crate::place::{Place, Size};

/// A table laid out.
#[derive(Debug)]
pub struct Layout {
    /// The odd number by which keys are mixed.
    pub mix: u64,
    /// How far the places of each group are moved.
    pub moves: Vec<u16>,
    /// The key at each place, as an index.
    pub places: Vec<Option<u16>>,
}

/// Gives each key a place of its own. `None` if one stands twice, or the table is too small for so many.
pub fn lay_out(keys: &[Key], size: Size) -> Option<Layout> {
    (1..1000).find_map(|n| mixed(keys, size, mix(n)))
}

/// One of the odd numbers to try.
fn mix(n: u32) -> u64 {
    u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(n) | 1
}

/// The largest groups choose first.
fn mixed(keys: &[Key], size: Size, mix: u64) -> Option<Layout> {
    let mut groups = vec![Vec::new(); size.groups];
    for (at, key) in keys.iter().enumerate() {
        let place = size.place(*key, mix);
        groups[place.group].push((at as u16, place));
    }
    let mut order: Vec<usize> = (0..size.groups).collect();
    order.sort_by_key(|group| Reverse(groups[*group].len()));
    let (mut moves, mut places) = (vec![0; size.groups], vec![None; size.places]);
    for group in order {
        let furthest = u16::try_from(size.places - 1).unwrap_or(u16::MAX);
        moves[group] = (0..=furthest).find(|by| fits(&groups[group], size, *by, &mut places))?;
    }
    Some(Layout { mix, moves, places })
}

/// Puts a group into its places, moved so far, if all of them are free.
fn fits(group: &[(u16, Place)], size: Size, by: u16, places: &mut [Option<u16>]) -> bool {
    for (put, (at, place)) in group.iter().enumerate() {
        if places[size.moved(*place, by)].is_some() {
            group[..put].iter().for_each(|(_, place)| places[size.moved(*place, by)] = None);
            return false;
        }
        places[size.moved(*place, by)] = Some(*at);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::key_of;

    fn keys(count: u32) -> Vec<Key> {
        (0..count).map(|n| key_of(format!("word{n}").as_bytes()).expect("it is short")).collect()
    }

    #[test]
    fn every_key_is_found_at_its_place() {
        let (keys, size) = (keys(150), Size { places: 256, groups: 64 });
        let Layout { mix, moves, places } = lay_out(&keys, size).expect("there is room");
        for (at, key) in keys.iter().enumerate() {
            let place = size.place(*key, mix);
            assert_eq!(places[size.moved(place, moves[place.group])], Some(at as u16));
        }
    }

    #[test]
    fn a_table_that_is_too_small_is_told() {
        assert!(lay_out(&keys(9), Size { places: 8, groups: 4 }).is_none());
    }
}
