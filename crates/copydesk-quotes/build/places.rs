//! A place of its own for every word.

use std::cmp::Reverse;

use crate::rust::UNREAD;
use crate::word_key::{GROUPS, Key, PLACES, Place, halves};

/// The halves of the key and the entry at each place, a place of a short key, and how far the places of each group are
/// moved, in Rust.
pub(crate) fn code(words: &[(Key, usize)]) -> String {
    let (moves, places) = placed(words);
    let at = |word: &Option<u16>| word.map_or((0, 0), |word| words[usize::from(word)]);
    let (lows, highs): (Vec<_>, Vec<_>) = places.iter().map(|word| halves(at(word).0)).unzip();
    let entries: Vec<_> = places.iter().map(|word| at(word).1).collect();
    let short = highs.iter().position(|half| *half == 0).expect("there are short words");
    format!(
        "{UNREAD}static LOWS: [u64; PLACES] = {lows:?};\n\
         {UNREAD}static HIGHS: [u64; PLACES] = {highs:?};\n\
         const SHORT: usize = {short};\n\
         static ENTRY_AT: [EntryId; PLACES] = {entries:?};\n\
         static MOVES: [u16; GROUPS] = {moves:?};\n"
    )
}

/// The largest groups choose first.
fn placed(words: &[(Key, usize)]) -> (Vec<u16>, Vec<Option<u16>>) {
    let (mut moves, mut places) = (vec![0; GROUPS], vec![None; PLACES]);
    let mut groups = vec![Vec::new(); GROUPS];
    for (at, (key, _)) in words.iter().enumerate() {
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
fn fits(group: &[(u16, Place)], by: u16, places: &mut [Option<u16>]) -> bool {
    for (put, (at, place)) in group.iter().enumerate() {
        if places[place.moved(by)].is_some() {
            group[..put].iter().for_each(|(_, place)| places[place.moved(by)] = None);
            return false;
        }
        places[place.moved(by)] = Some(*at);
    }
    true
}
