//! The lexicon: reporting words, common verbs and function words, in the tables that `build.rs` makes.

use crate::forms::Forms;
use crate::frames::Frames;
use crate::groups::Groups;
use crate::roles::Roles;
use crate::tag::Tag;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// What a reporting word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueKind {
    Verb,
    Noun,
    Adjective,
}

/// A reporting word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(crate) lemma: &'static str,
    /// The second word of a verb with a particle.
    pub(crate) particle: Option<&'static str>,
    pub(crate) kind: CueKind,
    pub(crate) class: &'static str,
    /// Whether it reports a feeling, a belief or knowledge rather than speech.
    pub(crate) belief: bool,
    pub(crate) negative: bool,
    pub(crate) frames: Frames,
}

/// How often a verb's form is something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Usage {
    /// Mostly a noun or an adjective.
    #[default]
    Other,
    /// As often one as the other.
    Both,
    /// Mostly a verb.
    Verb,
    /// A verb only.
    Only,
}

/// What a word form may be: of every word that is tagged, so in a table that stays at hand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Its tag, if it is a function word.
    pub(crate) closed: Option<Tag>,
    /// The verb forms it may be.
    pub(crate) forms: Forms,
    pub(crate) usage: Usage,
}

impl Entry {
    /// A word that is nothing but a verb, in some of its forms.
    pub(crate) const fn verb(forms: Forms) -> Self {
        Self { closed: None, forms, usage: Usage::Only }
    }
}

/// What is asked of few words: what a word form may report, and the groups it belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reports {
    /// The frame of content that it leads to as a preposition.
    pub(crate) leads_to: Frames,
    pub(crate) groups: Groups,
    /// The reporting verbs of its lemma.
    verbs: (u16, u16),
    noun: Option<u16>,
    adjective: Option<u16>,
}

impl Reports {
    /// The reporting verbs that it may be a form of, those with a particle first.
    pub(crate) fn verbs(&self) -> &'static [Cue] {
        &CUES[usize::from(self.verbs.0)..usize::from(self.verbs.1)]
    }

    pub(crate) fn noun(&self) -> Option<&'static Cue> {
        self.noun.map(|at| &CUES[usize::from(at)])
    }

    pub(crate) fn adjective(&self) -> Option<&'static Cue> {
        self.adjective.map(|at| &CUES[usize::from(at)])
    }
}

/// The index of an entry. Words that may be the same share one.
pub(crate) type EntryId = u16;

/// A word that is not in the lexicon, or no word.
pub(crate) const UNKNOWN: EntryId = 0;

/// An entry. That of an unknown word says that it may be nothing.
#[inline]
pub(crate) fn entry(id: EntryId) -> Entry {
    ENTRIES[usize::from(id)]
}

/// What the words of an entry may report.
pub(crate) fn reports(id: EntryId) -> &'static Reports {
    &REPORTS[usize::from(id)]
}

/// What an entry can be to the sieves: a small table, asked for every word.
#[inline]
pub(crate) fn roles(id: EntryId) -> Roles {
    ROLES[usize::from(id) % ROLES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::find;

    #[test]
    fn a_verb_states_if_a_clause_may_follow_it_or_its_particle() {
        let states = |word: &str| {
            let roles = roles(find(word.as_bytes(), 0..word.len()));
            (roles.any(Roles::STATES), roles.any(Roles::STATES_WITH_PARTICLE))
        };
        assert_eq!(["said", "made", "praised"].map(states), [(true, false), (false, true), (false, false)]);
    }
}
