//! What each word means to the grammars. `build.rs` makes the tables from `lexicon/*.csv`.

mod entry;
mod hash;
mod table;

pub(crate) use entry::{Cue, Currency, CurrencyId, Entry, Numeral, Unit, UnitId};
pub(crate) use hash::{Key, LONGEST, key};
pub(crate) use table::{entry, find};
