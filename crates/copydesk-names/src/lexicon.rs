//! What the crate knows of words beforehand, in tables.

use std::sync::LazyLock;

use copydesk_text::Case;

use crate::class::Class;
use crate::key::Key;
use crate::lexicon_files;
use crate::phrases::Phrases;
use crate::plural::plural;
use crate::pronoun::Answers;
use crate::table::Table;
use crate::traits::{Trait, Traits};

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// The country or region of a place or demonym; 0 for none.
    pub(crate) country: u16,
    /// Whom a pronoun answers to.
    pub(crate) answers: Option<Answers>,
}

/// Every file of `lexicon/`, as tables.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// What a word in lower case may be: small, so that it stays in the cache.
    pub(crate) small: Table<Entry>,
    /// What a word with a capital may be.
    pub(crate) capital: Table<Entry>,
    pub(crate) phrases: Phrases,
    /// What few words do, by their key and how they are written: asked too seldom to stand in the tables of all words.
    traits: Table<Traits>,
    /// Short given names and the long ones they may stand for, both ways.
    nicknames: Table<[Key; 3]>,
    /// The noun that a title in short stands for.
    in_full: Table<Key>,
    /// The one word that is a mention without a class of its own.
    pub(crate) latter: Key,
    /// The codes of countries and regions, by their number less one.
    countries: Vec<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { latter: Key::of("latter"), ..Lexicon::default() };
    lexicon_files::read(&mut lexicon);
    lexicon
});

/// The lexicon. The first call builds it.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// A word that may stand in lower case.
    pub(crate) fn add(&mut self, word: &str, class: Class) {
        self.small.entry(Key::of(word)).class |= class;
        self.capital(word, class);
    }

    /// A word that counts only with a capital.
    pub(crate) fn capital(&mut self, word: &str, class: Class) {
        self.capital.entry(Key::of(word)).class |= class;
    }

    /// A noun in both numbers.
    pub(crate) fn noun(&mut self, noun: &str, class: Class) {
        self.add(noun, class);
        self.add(&plural(noun), class | Class::PLURAL);
    }

    /// A proper name, of one word or several.
    pub(crate) fn name(&mut self, name: &'static str, class: Class, country: u16) {
        let words = name.split(' ').flat_map(owner_and_clitic).map(Key::of);
        if name.contains(' ') {
            self.capital(name.split([' ', '\'', '’']).next().unwrap_or(name), Class::PHRASE);
            self.phrases.add(words, class, country);
            return;
        }
        let entry = self.capital.entry(Key::of(name));
        entry.class |= class;
        entry.country = country;
    }

    /// What a word does, as it is written.
    pub(crate) fn does(&mut self, word: &str, one: Trait) {
        self.traits.entry(as_written(Key::of(word), Case::of(word))).add(one);
    }

    /// A title in short, and the noun that it stands for.
    pub(crate) fn title_in_short(&mut self, short: &str, noun: &str) {
        *self.in_full.entry(Key::of(short)) = Key::of(noun);
    }

    /// A short given name, and long ones that it may stand for.
    pub(crate) fn nickname<'a>(&mut self, short: &str, long: impl Iterator<Item = &'a str>) {
        let slot = self.nicknames.entry(Key::of(short));
        slot.iter_mut().zip(long).for_each(|(key, name)| *key = Key::of(name));
    }

    /// The number of a country's code.
    pub(crate) fn country(&mut self, code: &'static str) -> u16 {
        // A party is not where someone is from.
        if code.is_empty() || code.starts_with("p-") {
            return 0;
        }
        let known = self.countries.iter().position(|other| *other == code);
        let at = known.unwrap_or_else(|| {
            self.countries.push(code);
            self.countries.len() - 1
        });
        u16::try_from(at + 1).expect("a few hundred countries and regions")
    }

    /// What words may be that are written so.
    pub(crate) fn by_case(&self, case: Case) -> &Table<Entry> {
        if matches!(case, Case::Capitalized | Case::Upper) { &self.capital } else { &self.small }
    }

    /// Whether a word written so has a trait.
    pub(crate) fn has_trait(&self, word: Key, case: Case, one: Trait) -> bool {
        self.traits.get(as_written(word, case)).is_some_and(|traits| traits.has(one))
    }

    /// The noun of a post, also where it is in short.
    pub(crate) fn in_full(&self, noun: Key) -> Key {
        self.in_full.get(noun).copied().unwrap_or(noun)
    }

    /// Whether one of two given names is short for the other.
    pub(crate) fn is_nickname(&self, a: Key, b: Key) -> bool {
        let short_for = |short, long: Key| self.nicknames.get(short).is_some_and(|keys| keys.contains(&long));
        short_for(a, b) || short_for(b, a)
    }
}

/// The key of a word that counts in one case only: `AS` is a club's, `As` is not.
fn as_written(word: Key, case: Case) -> Key {
    Key(case as u64 + 1).then(word)
}

/// A word as its tokens: `People's` is two.
fn owner_and_clitic(word: &str) -> impl Iterator<Item = &str> {
    let clitic = word.rfind(['\'', '’']).filter(|at| word[*at..].ends_with('s') && word.len() - at <= 4);
    let (owner, clitic) = word.split_at(clitic.unwrap_or(word.len()));
    [owner, clitic].into_iter().filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_traits_only_as_it_is_written() {
        let has = |word, one| lexicon().has_trait(Key::of(word), Case::of(word), one);
        assert!(has("AS", Trait::Club) && !has("As", Trait::Club));
        assert!(has("daily", Trait::News) && !has("daily", Trait::Masthead));
        assert!(has("Daily", Trait::Masthead) && !has("Daily", Trait::News));
    }
}
