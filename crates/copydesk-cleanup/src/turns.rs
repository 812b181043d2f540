//! Words that are said again soon, as a machine in a loop says them.

/// The words of a text and where some of them are said again.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    hashes: Vec<u64>,
    starts: Vec<u32>,
    /// Where each hash was last seen.
    last: Vec<u32>,
    /// How far back the word before stood last.
    distance: usize,
    /// Words, by their indices, that with the one after them stood so many words before.
    pairs: Vec<(u32, u32)>,
}

/// A phrase of more words is not looked for twice.
const LONGEST: usize = 24;

/// Slots for hashes that were seen; two in one slot lose a repetition at worst.
const SLOTS: usize = 1 << 10;

/// No place.
const NEVER: u32 = u32::MAX;

impl Turns {
    pub(crate) fn clear(&mut self) {
        self.hashes.clear();
        self.starts.clear();
        self.pairs.clear();
        self.distance = 0;
        self.last.clear();
        self.last.resize(SLOTS, NEVER);
    }

    /// How many words there are.
    pub(crate) fn words(&self) -> usize {
        self.hashes.len()
    }

    /// Another word.
    #[inline]
    pub(crate) fn push(&mut self, hash: u64, start: usize) {
        let at = self.hashes.len();
        if self.distance > 0 && self.hashes[at - self.distance] == hash {
            self.pairs.push((at as u32 - 1, self.distance as u32));
        }
        let slot = &mut self.last[(hash >> 20) as usize % SLOTS];
        let distance = at.wrapping_sub(*slot as usize);
        let again = (1..=LONGEST).contains(&distance) && self.hashes[at - distance] == hash;
        self.distance = if again { distance } else { 0 };
        *slot = at as u32;
        self.hashes.push(hash);
        self.starts.push(start as u32);
    }

    /// The two words after the one that starts at a byte, by their hashes.
    pub(crate) fn after(&self, start: u32) -> Option<[u64; 2]> {
        let at = self.starts.binary_search(&start).ok()?;
        self.hashes.get(at + 1..at + 3).and_then(|next| next.try_into().ok())
    }

    /// Whether one of the pairs, which are in order, stands more than once.
    pub(crate) fn holds_again(&self, pairs: &[[u64; 2]]) -> bool {
        let mut seen = vec![false; pairs.len()];
        self.hashes.windows(2).any(|next| {
            let found = pairs.binary_search_by(|pair| pair[..].cmp(next));
            found.is_ok_and(|at| std::mem::replace(&mut seen[at], true))
        })
    }

    /// The bytes where a phrase starts that is said again, and often enough for its length.
    pub(crate) fn loops(&self) -> impl Iterator<Item = usize> {
        let looped = self.pairs.iter().filter(|(again, distance)| {
            let (again, distance) = (*again as usize, *distance as usize);
            let needed = needed(distance);
            let later = self.hashes.get(again..again + needed);
            later.is_some_and(|later| *later == self.hashes[again - distance..again - distance + needed])
        });
        looped.map(|(again, distance)| self.starts[(again - distance) as usize] as usize)
    }
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
