//! What each word means to the grammars. `build.rs` makes the tables from `lexicon/*.csv`.

mod cue;
mod entry;
mod measure;
mod numeral;
mod table;

pub(crate) use cue::Cue;
pub(crate) use entry::Entry;
pub(crate) use measure::{
    Currency, CurrencyId, Dimension, Family, Nation, NationId, Sense, UnitId, UnitWord,
};
pub(crate) use numeral::Numeral;
pub(crate) use table::{code, entry, find, find_short, is_known, named, starts};
