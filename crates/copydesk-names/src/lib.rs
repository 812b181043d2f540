//! The stage `names`: people and organisations, and which mentions are the same.

mod entity;
mod kind;
mod lookup;
mod name;

pub use entity::{Entity, EntityValue};
pub use kind::{Gender, NameForm, NameKind, Number};
pub use lookup::{Mention, Names, Positions};
pub use name::{Name, NameValue};
