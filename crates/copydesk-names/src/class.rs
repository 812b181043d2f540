//! What the lexicon knows of a word.

use std::ops::{BitOr, BitOrAssign};

/// A set of properties of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

impl Class {
    pub(crate) const NONE: Self = Self(0);
    /// A given name of women.
    pub(crate) const FIRST_F: Self = Self(1);
    /// A given name of men.
    pub(crate) const FIRST_M: Self = Self(1 << 1);
    /// A word of plain English.
    pub(crate) const COMMON: Self = Self(1 << 2);
    /// A post or profession of one person.
    pub(crate) const ROLE: Self = Self(1 << 3);
    /// Any other noun for one person.
    pub(crate) const PERSON: Self = Self(1 << 4);
    /// The noun is in the plural.
    pub(crate) const PLURAL: Self = Self(1 << 5);
    /// A post that someone holds.
    pub(crate) const OFFICE: Self = Self(1 << 6);
    /// A noun for several people.
    pub(crate) const GROUP: Self = Self(1 << 7);
    /// A noun that heads an organisation's name.
    pub(crate) const ORG: Self = Self(1 << 8);
    /// Such a noun that also stands alone in lower case.
    pub(crate) const ORG_ALONE: Self = Self(1 << 9);
    /// An organisation that trades.
    pub(crate) const COMPANY: Self = Self(1 << 10);
    /// What closes a company's name.
    pub(crate) const SUFFIX: Self = Self(1 << 11);
    /// A text or study.
    pub(crate) const DOCUMENT: Self = Self(1 << 12);
    /// A title before a name.
    pub(crate) const TITLE: Self = Self(1 << 13);
    /// The word is of a woman.
    pub(crate) const FEMALE: Self = Self(1 << 14);
    /// The word is of a man.
    pub(crate) const MALE: Self = Self(1 << 15);
    /// A country, region or city.
    pub(crate) const PLACE: Self = Self(1 << 16);
    /// From a country or region; of a party.
    pub(crate) const DEMONYM: Self = Self(1 << 17);
    /// A name of several words may start here.
    pub(crate) const PHRASE: Self = Self(1 << 18);
    /// A small word inside names of people.
    pub(crate) const PARTICLE: Self = Self(1 << 19);
    /// A verb of saying.
    pub(crate) const SAYING: Self = Self(1 << 20);
    /// A word no noun phrase goes across.
    pub(crate) const FUNCTION: Self = Self(1 << 21);
    /// A word that may stand before a noun for people.
    pub(crate) const MODIFIER: Self = Self(1 << 22);
    /// Written with a capital, but no name.
    pub(crate) const NOT_NAME: Self = Self(1 << 23);
    /// A family name that may stand before the given name.
    pub(crate) const SURNAME_FIRST: Self = Self(1 << 24);
    /// A people, the followers of a party or faith.
    pub(crate) const NAMED_GROUP: Self = Self(1 << 25);
    /// An organisation that everyone knows.
    pub(crate) const KNOWN: Self = Self(1 << 26);
    /// A building or house that stands for an institution.
    pub(crate) const SEAT: Self = Self(1 << 27);
    /// A street, river, mountain.
    pub(crate) const GEOGRAPHY: Self = Self(1 << 28);
    /// A word that opens a noun phrase.
    pub(crate) const DETERMINER: Self = Self(1 << 29);
    /// A pronoun.
    pub(crate) const PRONOUN: Self = Self(1 << 30);
    /// A word that joins a place or belonging to what stands before it: `of`, `in`, `from`.
    pub(crate) const PREPOSITION: Self = Self(1 << 31);

    /// A given name.
    pub(crate) const FIRST: Self = Self(0b11);
    /// A noun for one person or several.
    pub(crate) const HUMAN: Self = Self(Self::ROLE.0 | Self::PERSON.0);

    /// A word whose capital says nothing of where someone is from.
    pub(crate) const KNOWN_WORD: Self = Self(
        Self::COMMON.0
            | Self::FIRST.0
            | Self::HUMAN.0
            | Self::TITLE.0
            | Self::ORG.0
            | Self::GROUP.0
            | Self::DOCUMENT.0
            | Self::KNOWN.0
            | Self::NAMED_GROUP.0
            | Self::PARTICLE.0
            | Self::SURNAME_FIRST.0,
    );
    /// A noun for people, bodies or texts, also in lower case.
    pub(crate) const SPEAKING_NOUN: Self =
        Self(Self::HUMAN.0 | Self::GROUP.0 | Self::ORG_ALONE.0 | Self::DOCUMENT.0);
    /// A word that is a mention, or carries one, also in lower case.
    pub(crate) const MENTIONS: Self = Self(Self::SPEAKING_NOUN.0 | Self::PRONOUN.0);
    /// A common word that may open a name at the start of a sentence.
    pub(crate) const OPENS_NAME: Self = Self(
        Self::TITLE.0
            | Self::HUMAN.0
            | Self::ORG.0
            | Self::DEMONYM.0
            | Self::MODIFIER.0
            | Self::PLACE.0
            | Self::KNOWN.0
            | Self::FIRST.0
            | Self::PHRASE.0
            | Self::SEAT.0,
    );

    pub(crate) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// One person by profession, post or nature: `minister`, not `ministers`.
    pub(crate) const fn is_one_human(self) -> bool {
        self.has(Self::HUMAN) && !self.has(Self::PLURAL)
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
