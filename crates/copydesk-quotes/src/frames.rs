//! What may follow a reporting word as its content.

/// A set of frames; `lexicon/verbs.csv` says what each is. The build script uses it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(pub(crate) u32);

impl Frames {
    pub(crate) const QUOTE: Self = Self(1);
    pub(crate) const CLAUSE: Self = Self(1 << 1);
    pub(crate) const THAT: Self = Self(1 << 2);
    pub(crate) const WH: Self = Self(1 << 3);
    pub(crate) const TO: Self = Self(1 << 4);
    pub(crate) const ADDRESSEE: Self = Self(1 << 5);
    pub(crate) const OBJECT_TO: Self = Self(1 << 6);
    pub(crate) const NOUN: Self = Self(1 << 7);
    pub(crate) const AS: Self = Self(1 << 8);
    pub(crate) const NAMED: Self = Self(1 << 9);
    pub(crate) const GERUND: Self = Self(1 << 10);

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a frame.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
