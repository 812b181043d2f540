//! Month names of datelines.

use std::collections::HashMap;
use std::sync::LazyLock;

static MONTHS: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    include_str!("../../lexicon/months.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .map(|(name, month)| (name, month.parse().expect("the lexicon gives a number")))
        .collect()
});

/// The number of the month that a word names, in any case and with or without a full stop.
pub(super) fn month(word: &str) -> Option<u8> {
    MONTHS.get(word.trim_end_matches('.').to_lowercase().as_str()).copied()
}
