//! What some words do that their class does not say.

macro_rules! traits {
    ($($(#[$doc:meta])* $one:ident = $name:literal,)+) => {
        /// Something that a word does.
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum Trait {
            $($(#[$doc])* $one,)+
        }

        impl Trait {
            /// The trait by its name in `lexicon/traits.csv`.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$one),)+
                    _ => None,
                }
            }
        }
    };
}

traits! {
    /// Takes up a person rather than brings in a new one: `the candidate`.
    Epithet = "epithet",
    /// Takes the name of a body behind it that looks like a person's: `the airline Jan Roth`.
    Introducer = "introducer",
    /// Stands behind the name of a body and brings in no other one, as `office` and `unit` do: `the Alster newspaper`.
    Sort = "sort",
    /// Takes up a company.
    Company = "company",
    /// Takes up a newspaper or station.
    News = "news",
    /// Takes up a body that is neither.
    Body = "body",
    /// Heads the name of a newspaper or station.
    Masthead = "masthead",
    /// Heads the names of bodies and is nobody's family name: `Williams College` is no person, `Larry King` is.
    NoSurname = "no-surname",
    /// The letters of a football club, before or behind its town.
    Club = "club",
    /// A particle in small that a mark joins to a name: `al-Amr`, `d'Estaing`.
    Joined = "joined",
    /// A verb that no name has: `Obama Says He Will Sail`.
    HeadlineVerb = "headline-verb",
    /// A noun that needs no article: `police`.
    Bare = "bare",
    /// Stands behind the name of whoever governs: `the Obama administration`.
    Governed = "governed",
    /// A time, tongue or title that is a family name too: `Theresa May`.
    Surname = "surname",
    /// Stands before a month and before few names: `since May`.
    Dating = "dating",
    /// Says how somebody holds a post, and opens no body's name: `Senior White House officials`.
    Standing = "standing",
    /// A verb of saying with whom it is said to behind it: `told Price`.
    Addressing = "addressing",
    /// Opens the name of a place: `Lake Orsa`.
    Landmark = "landmark",
    /// A hyphen before it makes an adjective of a name: `Arlen-based`.
    Tail = "tail",
    /// Says nothing of the field of the noun behind it: `former`.
    NoField = "no-field",
    /// Makes another place of the place behind it: `South Australia`.
    Direction = "direction",
}

/// All that a word does.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits(u32);

impl Traits {
    pub(crate) fn add(&mut self, one: Trait) {
        self.0 |= 1 << one as u32;
    }

    pub(crate) fn has(self, one: Trait) -> bool {
        self.0 & 1 << one as u32 != 0
    }
}
