//! Names of several words.

use crate::class::Class;
use crate::key::Key;
use crate::table::Table;

/// A name of several words, found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub(crate) class: Class,
    pub(crate) country: u16,
    /// How many words it has.
    pub(crate) words: usize,
}

/// Names of several words, by the key of all of their words; 0 in `class` marks the beginning of a longer one.
#[derive(Default)]
pub(crate) struct Phrases(Table<(Class, u16)>);

/// No name in the lexicon has more words.
const LONGEST: usize = 6;

impl Phrases {
    pub(crate) fn add(&mut self, words: impl Iterator<Item = Key>, class: Class, country: u16) {
        let whole = words.reduce(|before, word| {
            let key = before.then(word);
            self.0.entry(key);
            key
        });
        let slot = self.0.entry(whole.expect("a phrase has words"));
        *slot = (slot.0 | class, country);
    }

    /// The longest name that the words begin with.
    pub(crate) fn longest(&self, mut words: impl Iterator<Item = Key>) -> Option<Phrase> {
        let mut key = words.next()?;
        let mut found = None;
        for (count, word) in (2..=LONGEST).zip(words) {
            key = key.then(word);
            let Some((class, country)) = self.0.get(key) else { break };
            if *class != Class::NONE {
                found = Some(Phrase { class: *class, country: *country, words: count });
            }
        }
        found
    }
}
