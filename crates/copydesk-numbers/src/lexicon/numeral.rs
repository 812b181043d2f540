//! Words of numbers.

/// A word of numbers, as `lexicon/numerals.csv` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// None.
    None,
    /// `zero` to `nineteen`.
    Small(u8),
    /// `twenty` to `ninety`.
    Tens(u8),
    /// A power of ten: `hundred`, `thousand`, `million`.
    Scale(u8),
    /// A power of ten in the plural: `hundreds`, `millions`. Alone it is vague.
    Many(u8),
    /// A power of ten, shortened: `bn`, `m`, `k`. Some are units too.
    Abbreviation(u8),
    /// A power of ten in another language: `milliards`.
    Leftover(u8),
    /// `dozen`.
    Dozen,
    /// `dozens`.
    Dozens,
    /// `scores`.
    Scores,
    /// `first`, `twentieth`.
    Nth(u8),
    /// `thirds`, `twentieths`.
    Nths(u8),
    /// `hundredth`, `millionth`: the power of ten.
    ScaleNth(u8),
    /// `hundredths`, `millionths`: the power of ten.
    ScaleNths(u8),
    /// `half`.
    Half,
    /// `halves`.
    Halves,
    /// `quarter`.
    Quarter,
    /// `quarters`.
    Quarters,
    /// What makes digits an ordinal: `st`, `nd`, `rd`, `th`.
    Suffix,
    /// The same in another language: `er`, `ème`.
    LeftoverSuffix,
    /// A number only in talk: `a couple`, `single`.
    Loose(u8),
}

impl Numeral {
    /// Whether a number may begin with it.
    pub(crate) const fn starts(self) -> bool {
        matches!(
            self,
            Self::Small(_)
                | Self::Tens(_)
                | Self::Scale(_)
                | Self::Many(_)
                | Self::Dozen
                | Self::Dozens
                | Self::Scores
                | Self::Nth(_)
                | Self::ScaleNth(_)
                | Self::Half
                | Self::Quarter
                | Self::Loose(_)
        )
    }

    /// The denominator that it is in a fraction, and whether it is a plural.
    pub(crate) const fn denominator(self) -> Option<(u64, bool)> {
        match self {
            Self::Half => Some((2, false)),
            Self::Halves => Some((2, true)),
            Self::Quarter => Some((4, false)),
            Self::Quarters => Some((4, true)),
            Self::Nth(n) if n > 2 => Some((n as u64, false)),
            Self::Nths(n) => Some((n as u64, true)),
            Self::ScaleNth(power) => Some((10_u64.pow(power as u32), false)),
            Self::ScaleNths(power) => Some((10_u64.pow(power as u32), true)),
            _ => None,
        }
    }
}
