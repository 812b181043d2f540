//! Words of measure and of money.

/// A unit of measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitWord {
    /// Its English name in the singular.
    pub(crate) name: &'static str,
    /// What it measures.
    pub(crate) dimension: Dimension,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Speed,
    Temperature,
    Angle,
    Power,
    Energy,
    Frequency,
    Data,
    Voltage,
    Current,
    Pressure,
    Dose,
    Force,
    Sound,
    Light,
    Points,
    Ratio,
    Count,
}

/// The place of a unit in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitId(pub(crate) u16);

/// A word of money.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Currency {
    /// Its code in ISO 4217, or its name if the word alone decides no code.
    pub(crate) code: &'static str,
    /// The name that several nations give to their money.
    pub(crate) family: Family,
    /// How the word stands for it.
    pub(crate) sense: Sense,
}

/// A name that several nations give to their money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    None,
    Dollar,
    Pound,
    Franc,
    Peso,
    Dinar,
    Riyal,
    Rial,
    Rupee,
    Krone,
    Krona,
    Crown,
    Shilling,
    Lira,
    Real,
    Dirham,
    Ruble,
    Won,
}

/// How a word stands for a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// By its name: `euros`.
    Major,
    /// By the name of its hundredth: `cents`.
    Minor,
    /// By its code: `EUR`.
    Code,
    /// By its code and a power of ten: `MEUR`.
    Scaled(u8),
    /// By letters before a dollar sign: `US$`.
    Prefix,
}

/// The place of a currency in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CurrencyId(pub(crate) u16);

/// A nation, as its money shows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nation {
    /// What it calls its money, and the code.
    pub(crate) money: &'static [(Family, &'static str)],
}

/// The place of a nation in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NationId(pub(crate) u16);

impl Nation {
    /// The code of its money of that name. A currency without a family belongs to its nation alone.
    pub(crate) fn code(&self, family: Family) -> Option<&'static str> {
        self.money.iter().find(|(known, _)| *known == family).map(|(_, code)| *code)
    }
}
