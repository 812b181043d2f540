//! The stage `names`: people and organisations, and which mentions are the same.

mod bodies;
mod cast;
mod class;
mod doc;
mod entity;
mod find;
mod found;
mod headline;
mod key;
mod kind;
mod lexicon;
mod link;
mod lookup;
mod name;
mod name_keys;
mod noun;
mod noun_phrase;
mod nouns;
mod options;
mod output;
mod people;
mod phrases;
mod pronoun;
mod reading;
mod refer;
mod run;
mod segment;
mod stage;
mod stance;
mod table;

pub use entity::{Entity, EntityValue};
pub use kind::{Gender, NameForm, NameKind, Number};
pub use lookup::{Mention, Names, Positions};
pub use name::{Name, NameValue};
pub use options::Options;
pub use stage::NAMES;
