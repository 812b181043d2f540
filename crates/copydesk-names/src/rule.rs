//! The rules that find mentions and tie them, by the names that the layers give them.

macro_rules! names {
    ($(#[$doc:meta])* $rules:ident: $($rule:ident = $name:literal,)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $rules {
            $($rule,)+
        }

        impl $rules {
            /// As the layers write it.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)+
                }
            }
        }
    };
}

names! {
    /// How a mention was found; [`None`](Rule::None) for what turned out to be no mention.
    Rule:
    None = "",
    TitleAndName = "title-and-name",
    GivenName = "given-name",
    NounAndName = "noun-and-name",
    KnownOrganisation = "known-organisation",
    OrganisationByNoun = "organisation-by-noun",
    Acronym = "acronym",
    Place = "place",
    PlaceByNoun = "place-by-noun",
    People = "people",
    Role = "role",
    PersonNoun = "person-noun",
    PeopleNoun = "people-noun",
    DocumentNoun = "document-noun",
    OrganisationNoun = "organisation-noun",
    Age = "age",
    Demonym = "demonym",
    Latter = "latter",
    Pronoun = "pronoun",
    NameByShape = "name-by-shape",
    OneWord = "one-word",
    CapitalsThatSpeak = "capitals-that-speak",
}

names! {
    /// What tied a mention to its entity.
    Link:
    FirstMention = "first-mention",
    SameName = "same-name",
    FamilyName = "family-name",
    GivenName = "given-name",
    ShortName = "short-name",
    PartOfName = "part-of-name",
    Acronym = "acronym",
    AcronymInBrackets = "acronym-in-brackets",
    Apposition = "apposition",
    RoleThenName = "role-then-name",
    Noun = "noun",
    SameNoun = "same-noun",
    BodyAtHand = "body-at-hand",
    Epithet = "epithet",
    Age = "age",
    Relative = "relative",
    Pronoun = "pronoun",
    OwnWords = "own-words",
    Unresolved = "unresolved",
}
