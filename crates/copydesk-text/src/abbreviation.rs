//! Words whose full stop belongs to them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What the stop after an abbreviation says about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// A name or a number follows: `Mr.`, `No.`.
    Title,
    /// A day or a year follows, if a digit stands there: `Jan.`.
    Month,
    /// The sentence may end here: `Inc.`.
    Other,
}

const LONGEST: usize = 8;

static LIST: LazyLock<HashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
    include_str!("../lexicon/abbreviations.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .map(|(form, kind)| (form, parse(kind)))
        .collect()
});

fn parse(kind: &str) -> Abbreviation {
    match kind {
        "title" => Abbreviation::Title,
        "month" => Abbreviation::Month,
        _ => Abbreviation::Other,
    }
}

/// The abbreviation that a word, written without its stop, is. Words that also stand for themselves (`no`, `co`,
/// `fig`) count only with a capital: a sentence may well end in “no.”
pub(crate) fn find(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut lower = [0; LONGEST];
    for (slot, byte) in lower.iter_mut().zip(word.bytes()) {
        *slot = byte.to_ascii_lowercase();
    }
    let found = *LIST.get(std::str::from_utf8(&lower[..word.len()]).ok()?)?;
    let capital = word.as_bytes()[0].is_ascii_uppercase();
    (capital || always_short(&lower[..word.len()])).then_some(found)
}

/// Abbreviations that are no word without their stop.
fn always_short(word: &[u8]) -> bool {
    matches!(
        word,
        b"etc"
            | b"vs"
            | b"v"
            | b"approx"
            | b"cf"
            | b"viz"
            | b"e.g"
            | b"i.e"
            | b"bn"
            | b"mln"
            | b"lbs"
            | b"pp"
            | b"al"
    )
}
