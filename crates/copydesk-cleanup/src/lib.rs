//! The stage `cleanup`: what translation left behind, repaired on evidence or flagged.

mod act;
mod build;
mod compose;
mod detect;
mod docs;
mod engine;
mod find;
mod furniture;
mod lines;
mod list;
mod options;
mod origin;
mod pack;
mod pass;
mod pattern;
mod proof;
mod quoted;
mod reading;
mod stage;
mod survey;
mod template;
mod verdict;
mod word_hash;
mod words;

pub use furniture::{Furniture, FurnitureValue};
pub use origin::{Origin, OriginValue};
pub use stage::CLEANUP;
