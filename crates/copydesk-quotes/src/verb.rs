//! A verb that reports, with what all sieves ask of it.

use std::cell::OnceCell;

use crate::lexicon::Cue;
use crate::subject::{Subject, subject_of};
use crate::tag::Tag;
use crate::unit::Unit;

/// A verb that reports.
pub(crate) struct Verb {
    pub(crate) at: usize,
    pub(crate) cue: &'static Cue,
    /// The item after the verb and its particle.
    pub(crate) after: usize,
    /// Where its helpers start.
    pub(crate) group: usize,
    /// Whether a form of `be` helps it.
    pub(crate) passive: bool,
    subject: OnceCell<Option<Subject>>,
}

impl Verb {
    /// The verb at an item.
    pub(crate) fn read(unit: &Unit<'_>, at: usize) -> Option<Self> {
        let (cue, after) = unit.verb_cue(at)?;
        let group = unit.group_start(at);
        let passive = unit.tag(at) == Tag::Participle && (group..at).any(|at| unit.tag(at) == Tag::Be);
        Some(Self { at, cue, after, group, passive, subject: OnceCell::new() })
    }

    /// Its subject, looked for when the first sieve asks.
    pub(crate) fn subject(&self, unit: &Unit<'_>) -> Option<&Subject> {
        self.subject.get_or_init(|| subject_of(unit, self.at)).as_ref()
    }

    /// Whether a helper has one of these tags.
    pub(crate) fn is_helped_by(&self, unit: &Unit<'_>, tags: &[Tag]) -> bool {
        (self.group..self.at).any(|at| tags.contains(&unit.tag(at)))
    }
}
