//! Dates, times, durations and sets.

mod calendar;
mod clock;
mod count;
mod cue;
mod date;
mod dialogue;
mod duration;
mod found;
mod grammar;
mod holiday;
mod joint;
mod length;
mod look;
mod ordinal;
mod period;
mod point;
mod range;
mod reference;
mod relative;
mod resolve;
mod rewrite;
mod seen;
mod set;
mod spoken;
mod timeml;
mod unit;
mod vague;
mod value;
mod whole;
mod word;
mod year;

pub(crate) use found::Found;
pub(crate) use grammar::parse;
pub(crate) use reference::Reference;
pub(crate) use rewrite::{article, rewrite};
pub(crate) use seen::Seen;
pub use value::TimeValue;
pub(crate) use word::TimeWord;

/// The names that the lexicon's roles use.
pub(crate) mod names {
    pub(crate) use super::point::DayPart::*;
    pub(crate) use super::point::Season::*;
    pub(crate) use super::unit::Unit::*;
    pub(crate) use super::word::Tongue::*;
}
