//! Groups of words of which one question is asked. The build script uses it too.

/// A set of groups; `lexicon/groups.csv` says what each is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Groups(pub(crate) u8);

impl Groups {
    pub(crate) const CAUSE: Self = Self(1);
    pub(crate) const MAKE: Self = Self(1 << 1);
    pub(crate) const FIND: Self = Self(1 << 2);
    pub(crate) const UTTER: Self = Self(1 << 3);
    pub(crate) const MINDED: Self = Self(1 << 4);
    pub(crate) const REMARK: Self = Self(1 << 5);
    pub(crate) const LABEL: Self = Self(1 << 6);
    pub(crate) const MEASURE: Self = Self(1 << 7);

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a group.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
