//! What may follow a reporting word as its content.

/// A set of frames; `lexicon/verbs.csv` says what each is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(u32);

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

    /// Prepositions that lead to content, from bit 16.
    const PREPOSITIONS: [&'static str; 12] =
        ["of", "for", "about", "on", "with", "against", "over", "at", "in", "by", "to ", "from"];

    pub(crate) fn parse(names: &str) -> Self {
        names.split_whitespace().fold(Self::default(), |all, name| all.with(Self::named(name)))
    }

    fn named(name: &str) -> Self {
        match name {
            "q" => Self::QUOTE,
            "c" => Self(Self::CLAUSE.0 | Self::THAT.0),
            "that" => Self::THAT,
            "w" => Self::WH,
            "to" => Self::TO,
            "o" => Self::ADDRESSEE,
            "oto" => Self::OBJECT_TO,
            "np" => Self::NOUN,
            "as" => Self::AS,
            "sc" => Self::NAMED,
            "ing" => Self::GERUND,
            other => Self::preposition(other),
        }
    }

    /// The frame of content after a preposition; empty for one that leads to none.
    pub(crate) fn preposition(word: &str) -> Self {
        let place = Self::PREPOSITIONS.iter().position(|known| known.eq_ignore_ascii_case(word));
        place.map_or(Self(0), |place| Self(1 << (16 + place)))
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a frame.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
