//! The tables that `build.rs` makes.

use super::hash::{GROUPS, Hash, Key, LONGEST, SLOTS, key};
use super::{
    Cue, Currency, CurrencyId, Dimension, Entry, Family, Nation, NationId, Numeral, Sense, UnitId, UnitWord,
};
use crate::atom::Starts;
use crate::time::TimeWord;
#[allow(clippy::wildcard_imports, reason = "the lexicon names the variants")]
use crate::time::names::*;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// The index of a word, or 0. Without a branch: half of all words are in the lexicon, in no order that a processor could guess.
pub(crate) fn find(key: Key) -> u16 {
    let hash = Hash::of(key);
    let index = INDEX[hash.slot(STEPS[hash.group])];
    let found = KEYS[usize::from(index)];
    index * u16::from((found[0] ^ key[0]) | (found[1] ^ key[1]) == 0)
}

/// Which grammars have a reading that may begin with the word at an index.
pub(crate) fn starts(index: u16) -> Starts {
    STARTS[usize::from(index)]
}

static STARTS: [Starts; ENTRIES.len()] = all_starts();

const fn all_starts() -> [Starts; ENTRIES.len()] {
    let mut starts = [Starts::NONE; ENTRIES.len()];
    let mut at = 0;
    while at < starts.len() {
        starts[at] = ENTRIES[at].starts;
        at += 1;
    }
    starts
}

/// The entry of a word that is given in parts.
pub(crate) fn named(parts: &[&str]) -> Option<&'static Entry> {
    let (mut bytes, mut len) = ([0; LONGEST], 0);
    for part in parts {
        bytes.get_mut(len..len + part.len())?.copy_from_slice(part.as_bytes());
        len += part.len();
    }
    let half = |at: usize| u64::from_le_bytes(*bytes[at..].first_chunk().expect("a half has eight bytes"));
    Some(entry(find(key([half(0), half(8)], len))))
}

/// The entry at an index.
pub(crate) fn entry(index: u16) -> &'static Entry {
    &ENTRIES[usize::from(index)]
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
