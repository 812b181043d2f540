//! What every word form may be, from all files of the lexicon.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use copydesk_words::{Key, key_of};

use crate::cues::{self, Cue, CueKind};
use crate::forms::Forms;
use crate::frames::Frames;
use crate::groups::Groups;
use crate::inflect::{Irregular, inflect, plural};
use crate::places;
use crate::roles::Roles;
use crate::rows::rows;
use crate::rust::UNREAD;
use crate::tags::{group, variant};

/// How often a verb's form is something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Usage {
    #[default]
    Other,
    Both,
    Verb,
    Only,
}

/// What a word form may be.
#[derive(Clone, Default)]
struct Entry {
    closed: Option<&'static str>,
    forms: Forms,
    usage: Usage,
    roles: Roles,
    leads_to: Frames,
    groups: Groups,
    /// Its reporting verbs, noun and adjective, as indices.
    verbs: Range<usize>,
    noun: Option<usize>,
    adjective: Option<usize>,
}

/// An entry in Rust.
#[derive(PartialEq)]
struct Written {
    word: String,
    reports: String,
    roles: Roles,
}

/// Every word form, and every reporting word.
pub(crate) struct Lexicon {
    pub(crate) cues: Vec<Cue>,
    words: BTreeMap<String, Entry>,
    irregular: HashMap<String, Irregular>,
}

/// Reads all files. The order decides between two lemmas of one form.
pub(crate) fn read() -> Lexicon {
    let mut lexicon = Lexicon { cues: cues::read(), words: BTreeMap::new(), irregular: irregular() };
    for [lemma, usage] in rows("common_verbs.csv") {
        lexicon.add_verb(&lemma, parse_usage(&usage), None);
    }
    let mut from = 0;
    while from < lexicon.cues.len() {
        let lemma = lexicon.cues[from].lemma.clone();
        let same = lexicon.cues[from..].iter().take_while(|cue| cue.lemma == lemma).count();
        lexicon.add_cues(&lemma, from..from + same);
        from += same;
    }
    for [word, tag] in rows("words.csv") {
        add_closed(lexicon.words.entry(word.clone()).or_default(), &word, &tag);
    }
    for [word] in rows("media.csv") {
        add_role(lexicon.words.entry(word).or_default(), Roles::MEDIUM);
    }
    for [lemma, kind, name] in rows("groups.csv") {
        lexicon.add_group(lemma, &kind, group(&name));
    }
    lexicon
}

/// What is irregular of verbs, by their lemmas.
fn irregular() -> HashMap<String, Irregular> {
    let mut verbs: HashMap<_, Irregular> = HashMap::new();
    for [lemma, past, participle] in rows("irregular.csv") {
        verbs.entry(lemma).or_default().past = Some((past, participle));
    }
    for [lemma] in rows("doubling.csv") {
        verbs.entry(lemma).or_default().doubles = true;
    }
    verbs
}

fn add_closed(entry: &mut Entry, word: &str, tag: &str) {
    match tag {
        "hearsay" => add_role(entry, Roles::HEARSAY),
        "source" => add_role(entry, Roles::SOURCE),
        tag => entry.closed = Some(variant(tag)),
    }
    match word {
        "by" => add_role(entry, Roles::BY),
        "who" => add_role(entry, Roles::WHO),
        "as" => add_role(entry, Roles::AS),
        "that" => add_role(entry, Roles::THAT),
        _ => {}
    }
    entry.leads_to = cues::preposition(word);
}

fn add_role(entry: &mut Entry, role: Roles) {
    entry.roles = entry.roles.with(role);
}

impl Lexicon {
    fn add_verb(&mut self, lemma: &str, usage: Usage, cues: Option<&Range<usize>>) {
        for (form, kind) in inflect(lemma, self.irregular.get(lemma)) {
            let entry = self.words.entry(form).or_default();
            entry.forms = entry.forms.with(kind);
            entry.usage = entry.usage.max(usage);
            if let Some(cues) = cues {
                entry.verbs = cues.clone();
            }
        }
    }

    fn add_group(&mut self, lemma: String, kind: &str, group: Groups) {
        let words = match kind {
            "verb" => {
                let forms = inflect(&lemma, self.irregular.get(&lemma));
                forms.into_iter().map(|(form, _)| form).collect()
            }
            "word" => vec![lemma],
            other => panic!("`{lemma}`: no kind `{other}`"),
        };
        for word in words {
            let entry = self.words.entry(word).or_default();
            entry.groups = entry.groups.with(group);
        }
    }

    fn add_cues(&mut self, lemma: &str, cues: Range<usize>) {
        let verbs = self.cues[cues.clone()].iter().filter(|cue| cue.kind == CueKind::Verb).count();
        if verbs > 0 {
            self.add_particles(cues.start..cues.start + verbs);
            let known = self.words.get(lemma).filter(|entry| !entry.forms.is_empty());
            let usage = known.map_or(Usage::Verb, |entry| entry.usage);
            self.add_verb(lemma, usage, Some(&(cues.start..cues.start + verbs)));
        }
        for at in cues.start + verbs..cues.end {
            if self.cues[at].kind == CueKind::Noun {
                self.words.entry(lemma.to_owned()).or_default().noun = Some(at);
                self.words.entry(plural(lemma)).or_default().noun = Some(at);
            } else {
                self.words.entry(lemma.to_owned()).or_default().adjective = Some(at);
            }
        }
    }

    /// Marks the particles without which a verb states nothing.
    fn add_particles(&mut self, cues: Range<usize>) {
        if !cues::states_with_particle(&self.cues[cues.clone()]) {
            return;
        }
        for particle in
            self.cues[cues].iter().filter(|cue| cue.states()).filter_map(|cue| cue.particle.clone())
        {
            add_role(self.words.entry(particle).or_default(), Roles::PARTICLE);
        }
    }

    /// The tables in Rust: the entries, each once; and for each word its key and its entry.
    pub(crate) fn code(&self) -> (String, String) {
        let mut entries = vec![self.written(&Entry::default())];
        let mut words: Vec<(Key, usize)> = Vec::new();
        for (word, entry) in &self.words {
            let Some(key) = key_of(word.as_bytes()) else { continue };
            let written = self.written(entry);
            let known = entries.iter().position(|other| *other == written);
            words.push((key, known.unwrap_or(entries.len())));
            if known.is_none() {
                entries.push(written);
            }
        }
        let count = entries.len();
        let table = |part: fn(&Written) -> &str| entries.iter().map(part).collect::<Vec<_>>().join(",\n    ");
        // A power of two is asked without a check.
        let mut roles: Vec<_> = entries.iter().map(|entry| entry.roles).collect();
        roles.resize(count.next_power_of_two(), Roles::default());
        let code = format!(
            "pub(crate) static ENTRIES: [Entry; {count}] = [\n    {},\n];\n\
             {UNREAD}static REPORTS: [Reports; {count}] = [\n    {},\n];\n\
             pub(crate) static ROLES: [Roles; {}] = {roles:?};\n",
            table(|entry| &entry.word),
            table(|entry| &entry.reports),
            roles.len()
        );
        (code, places::code(&words))
    }

    fn written(&self, entry: &Entry) -> Written {
        let Entry { forms, usage, leads_to, groups, verbs, noun, adjective, .. } = entry;
        let closed = entry.closed.map_or("None".to_owned(), |tag| format!("Some(Tag::{tag})"));
        Written {
            word: format!("Entry {{ closed: {closed}, forms: {forms:?}, usage: Usage::{usage:?} }}"),
            reports: format!(
                "Reports {{ leads_to: {leads_to:?}, groups: {groups:?}, verbs: ({}, {}), noun: {noun:?}, \
                 adjective: {adjective:?} }}",
                verbs.start, verbs.end
            ),
            roles: self.roles(entry),
        }
    }

    fn roles(&self, entry: &Entry) -> Roles {
        let verbs = &self.cues[entry.verbs.clone()];
        let stating = match () {
            () if cues::states(verbs) => Roles::STATES,
            () if cues::states_with_particle(verbs) => Roles::STATES_WITH_PARTICLE,
            () => Roles::default(),
        };
        let one = |at: Option<usize>| at.map_or(0..0, |at| at..at + 1);
        let kinds = [
            (entry.verbs.clone(), Roles::VERB, Roles::SPEECH_VERB),
            (one(entry.noun), Roles::NOUN, Roles::SPEECH_NOUN),
            (one(entry.adjective), Roles::ADJECTIVE, Roles::SPEECH_ADJECTIVE),
        ];
        kinds.into_iter().fold(entry.roles.with(stating), |roles, (cues, any, speech)| {
            let cues = &self.cues[cues];
            let roles = if cues.is_empty() { roles } else { roles.with(any) };
            if cues.iter().all(|cue| cue.belief) { roles } else { roles.with(speech) }
        })
    }
}

fn parse_usage(name: &str) -> Usage {
    match name {
        "only" => Usage::Only,
        "verb" => Usage::Verb,
        "both" => Usage::Both,
        "other" => Usage::Other,
        name => panic!("no use of a verb is called `{name}`"),
    }
}
