//! The stage `wire`: desk notes, bylines, datelines, credits and headings, as layers that other stages read.

mod byline;
mod dateline;
mod line;
mod marks;
mod stage;

pub use byline::{Byline, BylineValue};
pub use dateline::{AgencyInLine, DateInLine, Dateline, DatelineValue, Place};
pub use marks::{Credit, DeskNote, Heading, NoValue};
pub use stage::WIRE;
