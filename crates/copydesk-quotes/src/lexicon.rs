//! The lexicon: reporting words, common verbs and function words, in one table by word form.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::frames::Frames;
use crate::inflect::{Forms, inflect};
use crate::rows::{Irregular, irregular_verbs, parse_cue, parse_usage, rows};
use crate::table::Table;
use crate::tag::Tag;

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

/// What a word form may be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// Its tag, if it is a function word.
    pub(crate) closed: Option<Tag>,
    /// The verb forms it may be.
    pub(crate) forms: Forms,
    pub(crate) usage: Usage,
    /// Whether things are said in it: an interview, a statement.
    pub(crate) medium: bool,
    /// The reporting verbs of its lemma.
    verbs: (u16, u16),
    noun: Option<u16>,
    adjective: Option<u16>,
}

impl Entry {
    /// A word that is nothing but a verb, in some of its forms.
    pub(crate) fn verb(forms: Forms) -> Self {
        Self { forms, usage: Usage::Only, ..Self::default() }
    }
}

/// What kinds of reporting word a form may be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Roles {
    pub(crate) verb: bool,
    pub(crate) noun: bool,
    pub(crate) adjective: bool,
}

/// The index of an entry.
pub(crate) type EntryId = u32;

/// A word that is not in the lexicon.
pub(crate) const UNKNOWN: EntryId = u32::MAX;

/// Every word.
pub(crate) struct Lexicon {
    cues: Vec<Cue>,
    entries: Vec<Entry>,
    /// Only while it is read.
    by_form: HashMap<String, EntryId>,
    table: Table,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The one lexicon, read at its first use.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// The entry of a word, whatever its case.
    pub(crate) fn find(&self, word: &str) -> EntryId {
        self.table.get(word).unwrap_or(UNKNOWN)
    }

    /// What a word may report as.
    pub(crate) fn roles(&self, id: EntryId) -> Roles {
        self.entry(id).map_or(Roles::default(), |entry| Roles {
            verb: entry.verbs.1 > entry.verbs.0,
            noun: entry.noun.is_some(),
            adjective: entry.adjective.is_some(),
        })
    }

    pub(crate) fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(id as usize)
    }

    /// The reporting verbs that a form may be of, those with a particle first.
    pub(crate) fn verbs(&self, id: EntryId) -> &[Cue] {
        let (from, to) = self.entry(id).map_or((0, 0), |entry| entry.verbs);
        &self.cues[from as usize..to as usize]
    }

    pub(crate) fn noun(&self, id: EntryId) -> Option<&Cue> {
        self.entry(id)?.noun.map(|at| &self.cues[at as usize])
    }

    pub(crate) fn adjective(&self, id: EntryId) -> Option<&Cue> {
        self.entry(id)?.adjective.map(|at| &self.cues[at as usize])
    }

    fn read() -> Self {
        let mut lexicon = Self {
            cues: Vec::new(),
            entries: Vec::new(),
            by_form: HashMap::new(),
            table: Table::new([].into_iter()),
        };
        let irregular = irregular_verbs();
        for row in rows(include_str!("../lexicon/common_verbs.csv")) {
            let [lemma, usage] = row[..] else { continue };
            lexicon.add_verb(lemma, parse_usage(usage), &irregular);
        }
        lexicon.read_cues(&irregular);
        for row in rows(include_str!("../lexicon/words.csv")) {
            let [word, tag] = row[..] else { continue };
            lexicon.entry_mut(word).closed = Tag::parse(tag);
        }
        for row in rows(include_str!("../lexicon/media.csv")) {
            lexicon.entry_mut(row[0]).medium = true;
        }
        let by_form = std::mem::take(&mut lexicon.by_form);
        lexicon.table = Table::new(by_form.iter().map(|(form, id)| (form.as_str(), *id)));
        lexicon
    }

    fn read_cues(&mut self, irregular: &Irregular) {
        let mut cues: Vec<_> =
            rows(include_str!("../lexicon/verbs.csv")).filter_map(|row| parse_cue(&row)).collect();
        cues.sort_by_key(|cue| (cue.lemma, cue.particle.is_none()));
        self.cues = cues;
        let mut from = 0;
        while from < self.cues.len() {
            let cue = self.cues[from];
            let same = self.cues[from..].iter().take_while(|other| other.lemma == cue.lemma).count();
            self.add_cues(from, from + same, irregular);
            from += same;
        }
    }

    fn add_cues(&mut self, from: usize, to: usize, irregular: &Irregular) {
        let lemma = self.cues[from].lemma;
        self.cues[from..to].sort_by_key(|cue| (cue.kind != CueKind::Verb, cue.particle.is_none()));
        let verbs = self.cues[from..to].iter().filter(|cue| cue.kind == CueKind::Verb).count();
        if verbs > 0 {
            let known = self.by_form.get(lemma).map(|id| self.entries[*id as usize]);
            let usage =
                known.filter(|entry| !entry.forms.is_empty()).map_or(Usage::Verb, |entry| entry.usage);
            let range = (cut(from), cut(from + verbs));
            for form in inflect(lemma, irregular.get(lemma).copied()) {
                let entry = self.entry_mut(&form.0);
                entry.forms = entry.forms.with(form.1);
                entry.usage = entry.usage.max(usage);
                entry.verbs = range;
            }
        }
        for at in from + verbs..to {
            match self.cues[at].kind {
                CueKind::Noun => {
                    self.entry_mut(lemma).noun = Some(cut(at));
                    self.entry_mut(&crate::inflect::plural(lemma)).noun = Some(cut(at));
                }
                _ => self.entry_mut(lemma).adjective = Some(cut(at)),
            }
        }
    }

    fn add_verb(&mut self, lemma: &str, usage: Usage, irregular: &Irregular) {
        for (form, kind) in inflect(lemma, irregular.get(lemma).copied()) {
            let entry = self.entry_mut(&form);
            entry.forms = entry.forms.with(kind);
            entry.usage = entry.usage.max(usage);
        }
    }

    fn entry_mut(&mut self, form: &str) -> &mut Entry {
        let next = self.entries.len() as EntryId;
        let id = *self.by_form.entry(form.to_owned()).or_insert(next);
        if id == next {
            self.entries.push(Entry::default());
        }
        &mut self.entries[id as usize]
    }
}

fn cut(at: usize) -> u16 {
    u16::try_from(at).expect("the lexicon has a few hundred reporting words")
}
