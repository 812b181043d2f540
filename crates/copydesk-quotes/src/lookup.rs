//! Words found in the lexicon, in the tables that `build.rs` makes.

use std::hint::select_unpredictable;
use std::ops::Range;

use copydesk_words::{Key, LONGEST, Size, key};

use crate::lexicon::{EntryId, UNKNOWN};

include!(concat!(env!("OUT_DIR"), "/places.rs"));

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
    let (mut keys, mut places, mut ids) = ([[0; 2]; TOGETHER], [0; TOGETHER], [UNKNOWN; TOGETHER]);
    let count = words.len().min(TOGETHER);
    let (keys, places) = (&mut keys[..count], &mut places[..count]);
    for (key, word) in keys.iter_mut().zip(words) {
        *key = key_of(text, word);
    }
    for (at, key) in places.iter_mut().zip(&*keys) {
        let place = SIZE.place(*key, MIX);
        *at = SIZE.moved(place, MOVES[place.group]);
    }
    for ((id, at), key) in ids.iter_mut().zip(&*places).zip(&*keys) {
        *id = entry_at(*at, *key);
    }
    ids
}

/// Without a branch: half of all words are in the lexicon, in no order that a processor could guess.
#[inline]
fn entry_at(at: usize, [first, second]: Key) -> EntryId {
    let at = at % SIZE.places;
    // Most words are short: their second half is empty, as that of a place that is always at hand.
    let rest = HIGHS[select_unpredictable(second == 0, SHORT, at)];
    select_unpredictable((LOWS[at] ^ first ^ second) | (rest ^ second) == 0, ENTRY_AT[at], UNKNOWN)
}

/// The key of a word, or that of none.
#[inline]
fn key_of(text: &[u8], word: Range<usize>) -> Key {
    let length = word.len();
    let window = text.get(word.start..).and_then(<[u8]>::first_chunk);
    let key = window.filter(|_| length <= LONGEST).map(|window| key(*window, length)).filter(is_ascii);
    key.unwrap_or_else(|| key_slowly(&text[word]))
}

#[inline]
fn is_ascii(key: &Key) -> bool {
    (key[0] | key[1]) & u64::from_le_bytes([0x80; 8]) == 0
}

/// That of a word at the text's end, or of one with curly apostrophes. No other that is long or beyond ASCII is known.
#[cold]
fn key_slowly(word: &[u8]) -> Key {
    let mut letters = [0; LONGEST];
    straight(word, &mut letters).map(|length| key(letters, length)).filter(is_ascii).unwrap_or_default()
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
    use crate::lexicon::{entry, reports};
    use crate::tag::Tag;

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
    fn words_looked_up_together_are_those_looked_up_alone() {
        let words = ["said", "characterised", "", "lighthouse", "that"];
        let text = words.join(" ");
        let places = words.map(|word| text.find(word).map_or(0..0, |at| at..at + word.len()));
        let found = find_all(text.as_bytes(), places.into_iter());
        assert_eq!(found[..words.len()], words.map(of));
        assert!([0, 1, 4].iter().all(|at| found[*at] != UNKNOWN));
    }

    #[test]
    fn other_words_are_unknown() {
        for word in ["lighthouse", "sàid", "misrepresentations", "’", "é"] {
            assert_eq!(of(word), UNKNOWN, "{word}");
        }
    }
}
