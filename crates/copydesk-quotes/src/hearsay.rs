//! The sieve for adverbs that report without a speaker: `reportedly`, `allegedly`.

use crate::candidate::{Candidate, NOTHING};
use crate::content::{self, Form};
use crate::tag::Tag;
use crate::unit::Unit;

/// The clause around such an adverb at `at`.
pub(crate) fn find(unit: &Unit<'_>, at: usize) -> Candidate {
    let parts =
        |at: &usize| matches!(unit.tag(*at), Tag::Comma | Tag::Semicolon | Tag::Sub | Tag::Colon | Tag::Dash);
    let start = (0..at).rev().find(parts).map_or(unit.start(), |mark| mark + 1);
    let end = content::end(unit, at + 1, Form::Clause, true);
    let content = if start < at { [start..at, at + 1..end] } else { [at + 1..end, NOTHING] };
    Candidate { content, ..Candidate::new("hearsay", 0.5, at..at + 1, NOTHING) }
}
