//! Whether a word is English, by the list in `lexicon/words.txt`.

use crate::word_hash::{hash, places};

static BITS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bits"));

/// Whether the word is in the list, in any case. Never denies a listed word; takes about one in a hundred others for
/// listed, so only a `false` is proof.
pub(crate) fn is_english(word: &str) -> bool {
    is_listed(hash(word.as_bytes()))
}

/// The same by the word's hash.
pub(crate) fn is_listed(hash: u64) -> bool {
    places(hash).iter().all(|at| BITS[at / 8] & (1 << (at % 8)) != 0)
}

#[cfg(test)]
mod tests {
    use super::is_english;

    #[test]
    fn listed_words_are_known_in_any_case() {
        assert!(["harbour", "harbor", "Succumb", "THE"].iter().all(|word| is_english(word)));
    }

    #[test]
    fn most_other_words_are_not() {
        let unknown = ["succome", "harbuor", "preesident", "ministerr", "goverment"];
        assert!(unknown.iter().filter(|word| is_english(word)).count() <= 1);
    }
}
