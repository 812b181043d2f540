//! The closed sets of values that names and entities carry.

use schemars::JsonSchema;
use serde::Serialize;

/// What sort of thing a name stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// One human being.
    #[default]
    Person,
    /// A company, agency, ministry, party, court, newspaper, team.
    Organization,
    /// A country, region or city, which may speak for its government (`Beijing`).
    Place,
    /// Several people (`residents`, `Republicans`, `the brothers`).
    Group,
    /// A text or study that is said to say something (`the indictment`, `a poll`).
    Document,
    /// A post that speaks whoever holds it (`the Foreign Minister's office`, `the presidency`).
    Office,
}

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum NameForm {
    /// The whole name (`Sergei Lavrov`, `Bank of Arlen`), with a title or without.
    #[default]
    Full,
    /// A family name alone, or behind a title (`Lavrov`, `Mr. Lavrov`).
    Surname,
    /// A given name alone (`Anna`).
    First,
    /// A part of an organisation's or place's name (`Goldman`, `the Foreign Ministry`).
    Short,
    /// The letters of a longer name (`NATO`, `the FDA`).
    Acronym,
    /// A post or a profession that stands for its holder (`the minister`, `the department's spokesman`).
    Role,
    /// Any other words for someone (`the 45-year-old`, `a senior official who asked not to be named`, `residents`).
    Description,
    /// `he`, `she`, `they`, `it`, `who`.
    Pronoun,
}

/// The gender a text gives someone. It is that of the words (pronouns, titles, first names), not of the human being.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// `she`, `Mrs.`, `spokeswoman`.
    Female,
    /// `he`, `Mr.`, `spokesman`.
    Male,
    /// A human being of whom the text does not say it.
    #[default]
    Unknown,
    /// Not a human being.
    None,
}

/// Whether a mention or an entity is one or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Number {
    /// One.
    #[default]
    Singular,
    /// Several.
    Plural,
}
