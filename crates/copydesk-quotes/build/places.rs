//! A place of its own for every word.

use std::cmp::Reverse;

use crate::rust::UNREAD;
use crate::word_key::{GROUPS, Key, PLACES, Place};

/// The keys, the entry of each, which key stands where, and how far the places of each group are moved, in Rust.
/// The first word is the unknown one.
pub(crate) fn code(words: &[(Key, usize)]) -> String {
    let (moves, places) = placed(words);
    let entries: Vec<_> = words.iter().map(|(_, entry)| *entry).collect();
    let keys: Vec<_> = words.iter().map(|(key, _)| *key).collect();
    let count = words.len();
    format!(
        "{UNREAD}static KEYS: [Key; {count}] = {keys:?};\n\
         static ENTRY_OF: [EntryId; {count}] = {entries:?};\n\
         static WORD_AT: [u16; PLACES] = {places:?};\n\
         static MOVES: [u16; GROUPS] = {moves:?};\n"
    )
}

/// The largest groups choose first.
fn placed(words: &[(Key, usize)]) -> (Vec<u16>, Vec<u16>) {
    let (mut moves, mut places) = (vec![0; GROUPS], vec![0; PLACES]);
    let mut groups = vec![Vec::new(); GROUPS];
    for (at, (key, _)) in words.iter().enumerate().skip(1) {
        let place = Place::of(*key);
        groups[place.group].push((at as u16, place));
    }
    let mut order: Vec<_> = (0..GROUPS).collect();
    order.sort_by_key(|group| Reverse(groups[*group].len()));
    for group in order {
        let by = (0..=u16::MAX).find(|by| fits(&groups[group], *by, &mut places));
        moves[group] = by.expect("the lexicon has outgrown its table: raise PLACES");
    }
    (moves, places)
}

/// Puts a group into its places, moved so far, if all of them are free.
fn fits(group: &[(u16, Place)], by: u16, places: &mut [u16]) -> bool {
    for (put, (at, place)) in group.iter().enumerate() {
        if places[place.moved(by)] != 0 {
            group[..put].iter().for_each(|(_, place)| places[place.moved(by)] = 0);
            return false;
        }
        places[place.moved(by)] = *at;
    }
    true
}
