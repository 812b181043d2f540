//! Words whose full stop belongs to them.

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

/// No abbreviation has more letters: they make one machine word.
const LONGEST: usize = 8;
/// Turns ASCII capitals small. Digits, hyphens and stops, all else that a word has, keep their value.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Open addressing, less than a third full; a word of blanks marks a free slot.
struct List([(u64, Option<Abbreviation>); SLOTS]);

const SLOTS: usize = 512;

static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut list = List([(0, None); SLOTS]);
    let lines = include_str!("../lexicon/abbreviations.csv").lines();
    let rows = lines.filter(|line| !line.starts_with('#')).skip(1);
    for (form, kind) in rows.filter_map(|row| row.split_once(',')) {
        let letters = pack(form.as_bytes());
        let slot = list.slot(letters);
        list.0[slot] = (letters, Some(parse(kind)));
    }
    list
});

impl List {
    fn slot(&self, letters: u64) -> usize {
        let mut slot = (letters.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 55) as usize;
        while self.0[slot].1.is_some() && self.0[slot].0 != letters {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }
}

fn parse(kind: &str) -> Abbreviation {
    match kind {
        "title" => Abbreviation::Title,
        "month" => Abbreviation::Month,
        _ => Abbreviation::Other,
    }
}

fn pack(word: &[u8]) -> u64 {
    word.iter().rev().fold(0, |letters, byte| letters << 8 | u64::from(*byte)) | SMALL
}

/// The abbreviation that a word, written without its stop, is. Words that also stand for themselves (`no`, `co`,
/// `fig`) count only with a capital: a sentence may well end in “no.”
pub(crate) fn find(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST {
        return None;
    }
    let letters = pack(word.as_bytes());
    let list = &*LIST;
    let found = list.0[list.slot(letters)].1?;
    let capital = word.as_bytes()[0].is_ascii_uppercase();
    (capital || always_short(word)).then_some(found)
}

/// Abbreviations that are no word without their stop.
fn always_short(word: &str) -> bool {
    const FORMS: [&str; 13] =
        ["etc", "vs", "v", "approx", "cf", "viz", "e.g", "i.e", "bn", "mln", "lbs", "pp", "al"];
    FORMS.iter().any(|form| word.eq_ignore_ascii_case(form))
}
