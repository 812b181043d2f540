//! The tables that `build.rs` makes.

use super::hash::{Key, LONGEST, SLOTS, key, slot};
use super::{
    Cue, Currency, CurrencyId, Dimension, Entry, Family, Nation, NationId, Numeral, Sense, UnitId, UnitWord,
};
use crate::time::TimeWord;
#[allow(clippy::wildcard_imports, reason = "the lexicon names the variants")]
use crate::time::names::*;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// The index of a word, or 0.
pub(crate) fn find(key: Key) -> u16 {
    let mut at = slot(key);
    loop {
        let index = INDEX[at];
        if index == 0 || KEYS[usize::from(index)] == key {
            return index;
        }
        at = (at + 1) % SLOTS;
    }
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
