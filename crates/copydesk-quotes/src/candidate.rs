//! What a sieve proposes.

use crate::lexicon::Cue;
use crate::subject::Subject;
use crate::unit::Range;

/// An attribution that a sieve found in a unit.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The content: one stretch of items, or two where the attribution stands inside.
    pub(crate) content: [Range; 2],
    /// The items of the cue.
    pub(crate) cue: Range,
    /// What the cue is in the lexicon, if it is there.
    pub(crate) word: Option<&'static Cue>,
    pub(crate) subject: Option<Subject>,
    pub(crate) addressee: Option<Range>,
    pub(crate) medium: Option<Range>,
    pub(crate) negated: bool,
    /// Whether the cue belongs to the subject of a surer attribution.
    pub(crate) in_subject: bool,
    pub(crate) rule: &'static str,
    pub(crate) score: f32,
}

/// No items.
pub(crate) const NOTHING: Range = 0..0;

impl Candidate {
    pub(crate) fn new(rule: &'static str, score: f32, cue: Range, content: Range) -> Self {
        Self {
            content: [content, NOTHING],
            cue,
            word: None,
            subject: None,
            addressee: None,
            medium: None,
            negated: false,
            in_subject: false,
            rule,
            score,
        }
    }

    /// Whether an item lies in the content.
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.content.iter().any(|part| part.contains(&at))
    }

    /// Whether all of it, its attribution too, lies in the content of another.
    pub(crate) fn lies_in(&self, outer: &Self) -> bool {
        let mut parts = self.content.iter().filter(|part| !part.is_empty());
        parts.all(|mine| outer.content.iter().any(|its| its.start <= mine.start && mine.end <= its.end))
    }

    /// Whether the contents of two share an item.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.content
            .iter()
            .any(|mine| other.content.iter().any(|its| mine.start.max(its.start) < mine.end.min(its.end)))
    }

    /// The first item of the attribution and its content.
    pub(crate) fn start(&self) -> usize {
        let subject = self
            .subject
            .as_ref()
            .filter(|subject| subject.direct)
            .map_or(self.cue.start, |subject| subject.start);
        let content = self.content.iter().filter(|part| !part.is_empty()).map(|part| part.start);
        content.fold(self.cue.start.min(subject), usize::min)
    }
}
