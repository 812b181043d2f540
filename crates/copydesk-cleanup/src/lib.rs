//! The stage `cleanup`: what translation left behind, repaired on evidence or flagged.

mod accents;
mod act;
mod bits;
mod build;
mod compose;
mod detect;
mod docs;
mod engine;
mod find;
mod furniture;
mod index;
mod lens;
mod letters;
mod lines;
mod list;
mod options;
mod origin;
mod pack;
mod page;
mod pass;
mod pattern;
mod proof;
mod quoted;
mod reading;
mod scan;
mod stage;
mod survey;
mod template;
mod turns;
mod unusual;
mod verdict;
mod word_hash;
mod words;

pub use furniture::{Furniture, FurnitureValue};
pub use origin::{Origin, OriginValue};
pub use stage::CLEANUP;
