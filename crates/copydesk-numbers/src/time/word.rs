//! What a word means to the grammar of time.

/// The role of a word, as `lexicon/time.csv` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// None.
    None,
    /// A month, from 1 to 12.
    Month(u8),
    /// A day of the week, from 1 (Monday) to 7.
    Weekday(u8),
}

impl TimeWord {
    /// Whether a reading may begin with it.
    pub(crate) const fn starts(self) -> bool {
        !matches!(self, Self::None)
    }
}
