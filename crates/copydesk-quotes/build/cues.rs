//! Reporting words, from `lexicon/verbs.csv`.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::frames::Frames;
use crate::rows::rows;
use crate::rust::UNREAD;

/// What a reporting word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CueKind {
    Verb,
    Noun,
    Adjective,
}

/// A reporting word.
pub(crate) struct Cue {
    pub(crate) lemma: String,
    pub(crate) particle: Option<String>,
    pub(crate) kind: CueKind,
    pub(crate) belief: bool,
    class: String,
    negative: bool,
    frames: Frames,
}

/// Frames of content in which somebody states something, without words in quotation marks.
const STATING: Frames = Frames::CLAUSE
    .with(Frames::THAT)
    .with(Frames::WH)
    .with(Frames::TO)
    .with(Frames::ADDRESSEE)
    .with(Frames::OBJECT_TO);

impl Cue {
    /// Whether it reports speech that need not stand in quotation marks.
    pub(crate) fn states(&self) -> bool {
        !self.belief && self.frames.any(STATING)
    }
}

/// Whether a verb states something without a particle.
pub(crate) fn states(verbs: &[Cue]) -> bool {
    verbs.iter().any(|cue| cue.particle.is_none() && cue.states())
}

/// Whether it does so only with one.
pub(crate) fn states_with_particle(verbs: &[Cue]) -> bool {
    !states(verbs) && verbs.iter().any(Cue::states)
}

/// Every reporting word, those of one lemma together: verbs first, and of verbs those with a particle.
pub(crate) fn read() -> Vec<Cue> {
    let mut cues: Vec<_> = rows("verbs.csv").into_iter().map(parse).collect();
    cues.sort_by(|one, other| order(one).cmp(&order(other)));
    let mut seen = HashSet::new();
    for cue in &cues {
        assert!(seen.insert((&cue.lemma, &cue.particle, cue.kind)), "`{}` stands twice", cue.lemma);
    }
    cues
}

fn order(cue: &Cue) -> (&str, bool, bool) {
    (&cue.lemma, cue.kind != CueKind::Verb, cue.particle.is_none())
}

fn parse([lemma, kind, class, scope, polarity, frames]: [String; 6]) -> Cue {
    let (lemma, particle) = match lemma.split_once(' ') {
        Some((lemma, particle)) => (lemma.to_owned(), Some(particle.to_owned())),
        None => (lemma, None),
    };
    let kind = match kind.as_str() {
        "verb" => CueKind::Verb,
        "noun" => CueKind::Noun,
        "adjective" => CueKind::Adjective,
        other => panic!("`{lemma}`: no kind `{other}`"),
    };
    let named = frames.split_whitespace().map(|name| frame(name, &lemma));
    let frames = named.fold(Frames::default(), Frames::with);
    assert!(frames != Frames::default(), "`{lemma}` has no frame");
    Cue { particle, kind, belief: scope == "belief", class, negative: polarity == "negative", frames, lemma }
}

fn frame(name: &str, lemma: &str) -> Frames {
    match name {
        "q" => Frames::QUOTE,
        "c" => Frames::CLAUSE.with(Frames::THAT),
        "that" => Frames::THAT,
        "w" => Frames::WH,
        "to" => Frames::TO,
        "o" => Frames::ADDRESSEE,
        "oto" => Frames::OBJECT_TO,
        "np" => Frames::NOUN,
        "as" => Frames::AS,
        "sc" => Frames::NAMED,
        "ing" => Frames::GERUND,
        other => {
            let frame = preposition(other);
            assert!(frame != Frames::default(), "`{lemma}`: no frame `{other}`");
            frame
        }
    }
}

/// The frame of content after a preposition, from bit 16; empty for one that leads to none.
pub(crate) fn preposition(word: &str) -> Frames {
    const PREPOSITIONS: [&str; 11] =
        ["of", "for", "about", "on", "with", "against", "over", "at", "in", "by", "from"];
    let number = PREPOSITIONS.iter().position(|known| *known == word);
    number.map_or(Frames::default(), |number| Frames(1 << (16 + number)))
}

/// The table of them, in Rust.
pub(crate) fn code(cues: &[Cue]) -> String {
    let mut code = format!("{UNREAD}static CUES: [Cue; {}] = [\n", cues.len());
    for Cue { lemma, particle, kind, class, belief, negative, frames } in cues {
        writeln!(
            code,
            "    Cue {{ lemma: {lemma:?}, particle: {particle:?}, kind: CueKind::{kind:?}, class: {class:?}, \
             belief: {belief}, negative: {negative}, frames: {frames:?} }},"
        )
        .expect("a String takes all");
    }
    code + "];\n"
}
