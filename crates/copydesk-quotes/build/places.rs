//! A place of its own for every word.

use copydesk_words::{Key, Layout, Size, lay_out};

use crate::rust::UNREAD;

/// About twice as many places as words.
const SIZE: Size = Size { places: 1 << 14, groups: 1 << 12 };

/// The halves of the key and the entry at each place, a place of a short key, and how far the places of each group are
/// moved, in Rust.
pub(crate) fn code(words: &[(Key, usize)]) -> String {
    let keys: Vec<_> = words.iter().map(|(key, _)| *key).collect();
    let Layout { mix, moves, places } = lay_out(&keys, SIZE).expect("the table is too small");
    let at = |word: &Option<u16>| word.map_or(([0; 2], 0), |word| words[usize::from(word)]);
    // Every letter has the bit of small letters, and no two of them together have it: the first half of a long word, told
    // apart from a short one that starts alike.
    let lows: Vec<_> = places.iter().map(at).map(|([first, second], _)| first ^ second).collect();
    let highs: Vec<_> = places.iter().map(at).map(|([_, second], _)| second).collect();
    let entries: Vec<_> = places.iter().map(at).map(|(_, entry)| entry).collect();
    let short = highs.iter().position(|half| *half == 0).expect("there are short words");
    let Size { places, groups } = SIZE;
    format!(
        "const SIZE: Size = {SIZE:?};\n\
         {UNREAD}const MIX: u64 = {mix};\n\
         {UNREAD}static LOWS: [u64; {places}] = {lows:?};\n\
         {UNREAD}static HIGHS: [u64; {places}] = {highs:?};\n\
         const SHORT: usize = {short};\n\
         static ENTRY_AT: [EntryId; {places}] = {entries:?};\n\
         static MOVES: [u16; {groups}] = {moves:?};\n"
    )
}
