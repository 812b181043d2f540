//! The tables that `build.rs` makes.

use copydesk_words::{Key, LONGEST, Size, key};

use super::{
    Cue, Currency, CurrencyId, Dimension, Entry, Family, Nation, NationId, Numeral, Sense, UnitId, UnitWord,
};
use crate::atom::Starts;
use crate::time::TimeWord;
#[allow(clippy::wildcard_imports, reason = "the lexicon names the variants")]
use crate::time::names::*;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// The code of a word, or 0: its index, and above it which grammars have a reading that may begin with it. Without a
/// branch: half of all words are in the lexicon, in no order that a processor could guess.
pub(crate) fn find(key: Key) -> u16 {
    let code = candidate(key);
    let at = index(code);
    code * u16::from((TABLE.low[at] ^ key[0]) | (HIGH[at] ^ key[1]) == 0)
}

/// The same of a word of less than eight bytes. No longer word has its first half, for that has an eighth byte.
pub(crate) fn find_short(low: u64) -> u16 {
    let code = candidate([low, 0]);
    code * u16::from(TABLE.low[index(code)] == low)
}

/// The code of the one word that it can be.
fn candidate(key: Key) -> u16 {
    let place = SIZE.place(key, MIX);
    TABLE.codes[SIZE.moved(place, TABLE.moves[place.group])]
}

/// Where the starts of a code begin.
const STARTS: u32 = 14;

const fn index(code: u16) -> usize {
    code as usize % SIZE.places
}

/// Which grammars have a reading that may begin with the word of a code.
pub(crate) const fn starts(code: u16) -> Starts {
    Starts((code >> STARTS) as u8)
}

/// The code of what is no word of the lexicon, by the readings that may begin with it.
pub(crate) const fn code(starts: Starts) -> u16 {
    (starts.0 as u16) << STARTS
}

/// Whether a code is that of a word.
pub(crate) const fn is_known(code: u16) -> bool {
    index(code) != 0
}

/// The entry of a code.
pub(crate) fn entry(code: u16) -> &'static Entry {
    &ENTRIES[index(code)]
}

/// What looking up a word reads, in one place, so that one address leads to all of it.
struct Table {
    moves: [u16; SIZE.groups],
    codes: [u16; SIZE.places],
    low: [u64; SIZE.places],
}

const _: () = assert!(SIZE.places <= 1 << STARTS, "an index has room below the starts");

const fn codes() -> [u16; SIZE.places] {
    let mut codes = INDEX;
    let mut slot = 0;
    while slot < SIZE.places {
        codes[slot] |= code(ENTRIES[codes[slot] as usize].starts);
        slot += 1;
    }
    codes
}

/// The entry of a word that is given in parts.
pub(crate) fn named(parts: &[&str]) -> Option<&'static Entry> {
    let (mut bytes, mut len) = ([0; LONGEST], 0);
    for part in parts {
        bytes.get_mut(len..len + part.len())?.copy_from_slice(part.as_bytes());
        len += part.len();
    }
    Some(entry(find(key(bytes, len))))
}

impl UnitId {
    /// The unit.
    pub(crate) fn get(self) -> &'static UnitWord {
        &UNITS[usize::from(self.0)]
    }
}

impl CurrencyId {
    /// The currency.
    pub(crate) fn get(self) -> &'static Currency {
        &CURRENCIES[usize::from(self.0)]
    }
}

impl NationId {
    /// The nation.
    pub(crate) fn get(self) -> &'static Nation {
        &NATIONS[usize::from(self.0)]
    }
}
