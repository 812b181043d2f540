//! Words that are said again soon, as a machine in a loop says them.

/// The words of a text and where some of them are said again.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    words: Vec<Word>,
    /// Where each hash was last seen.
    last: Vec<u32>,
    /// How far back the word before stood last.
    distance: usize,
    /// Words, by their indices, that with the one after them stood so many words before.
    pairs: Vec<(u32, u32)>,
    /// Where a word starts that is the one before it.
    pub(crate) doubled: Vec<u32>,
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Half of its hash.
    pub(crate) hash: u32,
    /// Its first byte.
    pub(crate) start: u32,
}

/// A phrase of more words is not looked for twice.
const LONGEST: usize = 24;

/// Slots for hashes that were seen; two in one slot lose a repetition at worst.
const SLOTS: usize = 1 << 10;

/// No place.
const NEVER: u32 = u32::MAX;

impl Turns {
    pub(crate) fn clear(&mut self) {
        self.words.clear();
        self.pairs.clear();
        self.doubled.clear();
        self.distance = 0;
        self.last.clear();
        self.last.resize(SLOTS, NEVER);
    }

    /// The words in their order.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// Another word.
    #[inline]
    pub(crate) fn push(&mut self, hash: u64, start: usize) {
        let at = self.words.len();
        let word = Word { hash: hash as u32, start: start as u32 };
        if self.distance > 0 && self.words[at - self.distance].hash == word.hash {
            self.pairs.push((at as u32 - 1, self.distance as u32));
        }
        let slot = &mut self.last[word.hash as usize % SLOTS];
        let distance = at.wrapping_sub(*slot as usize);
        let again = (1..=LONGEST).contains(&distance) && self.words[at - distance].hash == word.hash;
        self.distance = if again { distance } else { 0 };
        if self.distance == 1 {
            self.doubled.push(word.start);
        }
        *slot = at as u32;
        self.words.push(word);
    }

    /// The two words after the one that starts at a byte, by their hashes.
    pub(crate) fn after(&self, start: u32) -> Option<[u32; 2]> {
        let at = self.words.binary_search_by_key(&start, |word| word.start).ok()?;
        self.words.get(at + 1..at + 3).map(hashes)
    }

    /// Whether one of the pairs, which are in order, stands more than once.
    pub(crate) fn holds_again(&self, pairs: &[[u32; 2]]) -> bool {
        let mut seen = vec![false; pairs.len()];
        self.words.windows(2).any(|next| {
            let found = pairs.binary_search(&hashes(next));
            found.is_ok_and(|at| std::mem::replace(&mut seen[at], true))
        })
    }

    /// The bytes where a phrase starts that is said again, and often enough for its length.
    pub(crate) fn loops(&self) -> impl Iterator<Item = usize> {
        let looped = self.pairs.iter().filter(|(again, distance)| {
            let (again, distance) = (*again as usize, *distance as usize);
            let needed = needed(distance);
            let later = self.words.get(again..again + needed);
            let same = |(at, word): (usize, &Word)| self.words[again - distance + at].hash == word.hash;
            later.is_some_and(|later| later.iter().enumerate().all(same))
        });
        looped.map(|(again, distance)| self.words[(again - distance) as usize].start as usize)
    }
}

fn hashes(words: &[Word]) -> [u32; 2] {
    [words[0].hash, words[1].hash]
}

/// How many words must be those that stood so many words before: one turn of a phrase, two of three words, five of fewer.
fn needed(distance: usize) -> usize {
    match distance {
        1 => 5,
        2 => 10,
        3 => 6,
        _ => distance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_hash::hash;

    fn loops(text: &str) -> usize {
        let mut turns = Turns::default();
        turns.clear();
        text.split(' ').enumerate().for_each(|(at, word)| turns.push(hash(word.as_bytes()), at));
        turns.loops().count()
    }

    #[test]
    fn a_phrase_of_four_words_loops_when_it_is_said_twice() {
        assert_eq!(loops("a b on the provincial level on the provincial level c"), 1);
        assert_eq!(loops("on the provincial level and the provincial level"), 0);
    }

    #[test]
    fn one_word_loops_when_it_is_said_six_times() {
        assert_eq!(loops("no no no no no"), 0);
        assert!(loops("no no no no no no") > 0);
    }
}
