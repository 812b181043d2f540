//! What a word form can be to the sieves. The build script uses it too.

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles(pub(crate) u16);

impl Roles {
    /// A verb that reports.
    pub(crate) const VERB: Self = Self(1);
    pub(crate) const NOUN: Self = Self(1 << 1);
    pub(crate) const ADJECTIVE: Self = Self(1 << 2);
    /// A verb that reports speech, and not only what somebody thinks or feels.
    pub(crate) const SPEECH_VERB: Self = Self(1 << 3);
    pub(crate) const SPEECH_NOUN: Self = Self(1 << 4);
    pub(crate) const SPEECH_ADJECTIVE: Self = Self(1 << 5);
    /// An adverb that reports without a speaker: `reportedly`.
    pub(crate) const HEARSAY: Self = Self(1 << 6);
    /// `according`.
    pub(crate) const SOURCE: Self = Self(1 << 7);
    /// `by`.
    pub(crate) const BY: Self = Self(1 << 8);
    /// A noun for where something is said.
    pub(crate) const MEDIUM: Self = Self(1 << 9);
    /// `who`.
    pub(crate) const WHO: Self = Self(1 << 10);
    /// A verb whose content may be a clause or an infinitive: it reports without words in quotation marks.
    pub(crate) const STATES: Self = Self(1 << 11);
    /// A verb of which that is so only with its particle: `make clear`.
    pub(crate) const STATES_WITH_PARTICLE: Self = Self(1 << 12);
    /// The particle of such a verb.
    pub(crate) const PARTICLE: Self = Self(1 << 13);
    /// `as`.
    pub(crate) const AS: Self = Self(1 << 14);
    /// `that`.
    pub(crate) const THAT: Self = Self(1 << 15);

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a role.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
