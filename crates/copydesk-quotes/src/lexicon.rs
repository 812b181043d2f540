//! The lexicon: reporting words, common verbs and function words, in the tables that `build.rs` makes.

use std::hint::select_unpredictable;
use std::ops::Range;

use crate::forms::Forms;
use crate::frames::Frames;
use crate::roles::Roles;
use crate::tag::Tag;
use crate::word_key::{GROUPS, Key, LONGEST, PLACES, Place, halves, key};

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

/// What a word form may report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reports {
    /// The frame of content that it leads to as a preposition.
    pub(crate) leads_to: Frames,
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

/// Words that are looked up together.
pub(crate) const TOGETHER: usize = 32;

/// The entry of the word at some bytes of a text, whatever its case.
pub(crate) fn find(text: &[u8], word: Range<usize>) -> EntryId {
    find_all(text, std::iter::once(word))[0]
}

/// The entries of up to [`TOGETHER`] words. The tables are larger than the nearest caches, and other stages use those too:
/// step by step, the waits of many words overlap.
pub(crate) fn find_all(
    text: &[u8],
    words: impl ExactSizeIterator<Item = Range<usize>>,
) -> [EntryId; TOGETHER] {
    let (mut keys, mut places, mut ids) = ([0; TOGETHER], [0; TOGETHER], [UNKNOWN; TOGETHER]);
    let count = words.len().min(TOGETHER);
    let (keys, places) = (&mut keys[..count], &mut places[..count]);
    for (key, word) in keys.iter_mut().zip(words) {
        *key = key_of(text, word);
    }
    for (at, key) in places.iter_mut().zip(&*keys) {
        let place = Place::of(*key);
        *at = place.moved(MOVES[place.group]);
    }
    for ((id, at), key) in ids.iter_mut().zip(&*places).zip(&*keys) {
        *id = entry_at(*at, *key);
    }
    ids
}

/// Without a branch: half of all words are in the lexicon, in no order that a processor could guess.
#[inline]
fn entry_at(at: usize, key: Key) -> EntryId {
    let at = at % PLACES;
    let (first, second) = halves(key);
    // Most words are short: their second half is empty, as that of a place that is always at hand.
    let rest = HIGHS[select_unpredictable(second == 0, SHORT, at)];
    select_unpredictable((LOWS[at] ^ first) | (rest ^ second) == 0, ENTRY_AT[at], UNKNOWN)
}

/// The key of a word, or that of none.
#[inline]
fn key_of(text: &[u8], word: Range<usize>) -> Key {
    let length = word.len();
    let window = text.get(word.start..).and_then(<[u8]>::first_chunk);
    let key = window.filter(|_| length <= LONGEST).and_then(|window| key(*window, length));
    key.unwrap_or_else(|| key_slowly(&text[word]))
}

/// That of a word at the text's end, or of one with curly apostrophes. No other that is long or beyond ASCII is known.
#[cold]
fn key_slowly(word: &[u8]) -> Key {
    let mut letters = [0; LONGEST];
    straight(word, &mut letters).and_then(|length| key(letters, length)).unwrap_or_default()
}

/// Copies a word with straight apostrophes; says how long it is then.
fn straight(word: &[u8], letters: &mut [u8; LONGEST]) -> Option<usize> {
    let (mut at, mut length) = (0, 0);
    while at < word.len() {
        let curly = word[at..].starts_with("’".as_bytes());
        *letters.get_mut(length)? = if curly { b'\'' } else { word[at] };
        at += if curly { "’".len() } else { 1 };
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> EntryId {
        find(word.as_bytes(), 0..word.len())
    }

    #[test]
    fn a_form_is_found_in_any_case_wherever_it_stands() {
        for text in ["said", "SAID", "said so, and then she left"] {
            assert_eq!(reports(find(text.as_bytes(), 0..4)).verbs()[0].lemma, "say");
        }
    }

    #[test]
    fn a_curly_apostrophe_is_a_straight_one() {
        assert_eq!(
            (entry(of("he’ll")).closed, entry(of("HE'LL")).closed),
            (Some(Tag::SubjectModal), Some(Tag::SubjectModal))
        );
    }

    #[test]
    fn a_verb_states_if_a_clause_may_follow_it_or_its_particle() {
        let states = |word: &str| {
            let roles = roles(of(word));
            (roles.any(Roles::STATES), roles.any(Roles::STATES_WITH_PARTICLE))
        };
        assert_eq!(["said", "made", "praised"].map(states), [(true, false), (false, true), (false, false)]);
    }

    #[test]
    fn other_words_are_unknown() {
        for word in ["lighthouse", "sàid", "misrepresentations", "’", "é"] {
            assert_eq!(of(word), UNKNOWN, "{word}");
        }
    }
}
