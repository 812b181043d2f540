//! The rows of the lexicon's files.

use std::collections::HashMap;

use crate::frames::Frames;
use crate::lexicon::{Cue, CueKind, Usage};

/// The past and the participle of irregular verbs.
pub(crate) type Irregular = HashMap<&'static str, (&'static str, &'static str)>;

pub(crate) fn irregular_verbs() -> Irregular {
    let parse = |row: Vec<&'static str>| match row[..] {
        [lemma, past, participle] => Some((lemma, (past, participle))),
        _ => None,
    };
    rows(include_str!("../lexicon/irregular.csv")).filter_map(parse).collect()
}

pub(crate) fn parse_usage(name: &str) -> Usage {
    match name {
        "only" => Usage::Only,
        "verb" => Usage::Verb,
        "both" => Usage::Both,
        _ => Usage::Other,
    }
}

pub(crate) fn parse_cue(row: &[&'static str]) -> Option<Cue> {
    let [lemma, kind, class, scope, polarity, frames] = *row else { return None };
    let (lemma, particle) = match lemma.split_once(' ') {
        Some((lemma, particle)) => (lemma, Some(particle)),
        None => (lemma, None),
    };
    let kind = match kind {
        "verb" => CueKind::Verb,
        "noun" => CueKind::Noun,
        _ => CueKind::Adjective,
    };
    let frames = Frames::parse(frames);
    Some(Cue {
        lemma,
        particle,
        kind,
        class,
        belief: scope == "belief",
        negative: polarity == "negative",
        frames,
    })
}

/// The rows of a table, without comments and its head.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split(',').collect())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_reporting_word_stands_once_and_has_a_frame() {
        let mut seen = HashSet::new();
        for row in rows(include_str!("../lexicon/verbs.csv")) {
            let cue = parse_cue(&row).unwrap_or_else(|| panic!("{row:?} has six fields"));
            assert_ne!(cue.frames, Frames::default(), "`{}` has no frame", row[0]);
            assert!(seen.insert((row[0], row[1])), "`{}` stands twice", row[0]);
        }
    }
}
