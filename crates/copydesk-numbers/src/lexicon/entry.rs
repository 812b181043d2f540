//! The roles of a word.

use crate::atom::Starts;
use crate::time::TimeWord;

/// What a word means to each grammar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) numeral: Numeral,
    pub(crate) unit: Option<UnitId>,
    pub(crate) currency: Option<CurrencyId>,
    pub(crate) time: TimeWord,
    pub(crate) cue: Cue,
    pub(crate) starts: Starts,
}

/// A word of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// None.
    None,
    /// `one` to `nineteen`.
    Small(u8),
    /// `twenty` to `ninety`.
    Tens(u8),
    /// `hundred`.
    Hundred,
    /// A power of ten: `thousand`, `million`, `bn`.
    Scale(u8),
}

/// What a word says about the numbers beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Nothing.
    None,
    /// `a`, `an`.
    Article,
    /// `and`.
    And,
}

/// A unit of measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// Its English name in the singular.
    pub(crate) name: &'static str,
}

/// The place of a unit in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitId(pub(crate) u16);

/// A currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Currency {
    /// Its code in ISO 4217.
    pub(crate) code: &'static str,
}

/// The place of a currency in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CurrencyId(pub(crate) u16);

impl Entry {
    pub(crate) const fn new(
        numeral: Numeral,
        unit: Option<UnitId>,
        currency: Option<CurrencyId>,
        time: TimeWord,
        cue: Cue,
    ) -> Self {
        let number = numeral.starts() || cue.starts() || currency.is_some();
        let starts = Starts(number as u8 | (time.starts() as u8) << 1);
        Self { numeral, unit, currency, time, cue, starts }
    }
}

impl Numeral {
    /// Whether a number may begin with it.
    const fn starts(self) -> bool {
        !matches!(self, Self::None)
    }
}

impl Cue {
    /// Whether a number may begin with it.
    const fn starts(self) -> bool {
        matches!(self, Self::Article)
    }
}
