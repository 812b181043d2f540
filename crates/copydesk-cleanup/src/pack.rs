//! Packs: files of rules.

mod anchors;
mod embedded;
mod file;
mod load;
mod rule;

pub(crate) use embedded::{Embedded, embedded, embedded_names};
pub(crate) use file::{Action, PackHead, RuleFile};
pub(crate) use load::{Files, Pack, load};
pub(crate) use rule::{How, Kind, Scope, Unit};
