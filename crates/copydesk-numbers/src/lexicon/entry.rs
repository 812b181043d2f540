//! The roles of a word.

use super::cue::Cue;
use super::measure::{CurrencyId, NationId, UnitId};
use super::numeral::Numeral;
use crate::atom::Starts;
use crate::time::TimeWord;

/// What a word means to each grammar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) numeral: Numeral,
    pub(crate) unit: Option<UnitId>,
    pub(crate) currency: Option<CurrencyId>,
    pub(crate) nation: Option<NationId>,
    pub(crate) time: TimeWord,
    pub(crate) cue: Cue,
    pub(crate) starts: Starts,
}

impl Entry {
    pub(crate) const fn new(
        numeral: Numeral,
        unit: Option<UnitId>,
        currency: Option<CurrencyId>,
        nation: Option<NationId>,
        time: TimeWord,
        cue: Cue,
    ) -> Self {
        let number = numeral.starts() || cue.starts() || currency.is_some();
        let starts = Starts(number as u8 | (time.starts() as u8) << 1);
        Self { numeral, unit, currency, nation, time, cue, starts }
    }
}
