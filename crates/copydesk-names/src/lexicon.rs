//! What the crate knows beforehand: the files in `lexicon/`, compiled once into tables.

use std::sync::LazyLock;

use copydesk_text::Case;

use crate::class::Class;
use crate::key::Key;
use crate::phrases::Phrases;
use crate::pronoun::Answers;
use crate::pronoun::PRONOUNS;
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
    countries: Vec<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(build);

/// The lexicon. The first call builds it.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

macro_rules! file {
    ($name:literal) => {
        rows(include_str!(concat!("../lexicon/", $name, ".csv")))
    };
}

/// The fields of each line after the comment and the heading.
fn rows(file: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    file.lines().skip_while(|line| line.starts_with('#')).skip(1).map(|line| {
        let mut fields = line.split(',');
        [(); 3].map(|()| fields.next().unwrap_or_default())
    })
}

fn build() -> Lexicon {
    let mut lexicon = Lexicon { latter: Key::of("latter"), ..Lexicon::default() };
    grammar(&mut lexicon);
    people(&mut lexicon);
    bodies(&mut lexicon);
    places(&mut lexicon);
    for [word, ..] in file!("words") {
        lexicon.capital.entry(Key::of(word)).class |= Class::COMMON;
    }
    for [word, ..] in file!("not_names") {
        lexicon.capital.entry(Key::of(word)).class |= Class::NOT_NAME;
    }
    for [word, names, _] in file!("traits") {
        let traits = lexicon.traits.entry(as_written(Key::of(word), Case::of(word)));
        names.split('|').for_each(|name| traits.add(Trait::named(name).expect("the file knows the traits")));
    }
    lexicon
}

fn grammar(lexicon: &mut Lexicon) {
    let closed = Class::FUNCTION | Class::COMMON;
    for [word, ..] in file!("function_words") {
        lexicon.add(word, closed);
    }
    for [word, ..] in file!("determiners") {
        lexicon.add(word, Class::DETERMINER | closed);
    }
    for [word, ..] in file!("prepositions") {
        lexicon.add(word, Class::PREPOSITION | closed);
    }
    for (word, answers) in PRONOUNS {
        lexicon.add(word, Class::PRONOUN | closed);
        let key = Key::of(word);
        lexicon.small.entry(key).answers = answers;
        lexicon.capital.entry(key).answers = answers;
    }
    for [verb, ..] in file!("verbs") {
        lexicon.add(verb, Class::SAYING);
    }
    for [word, ..] in file!("modifiers") {
        lexicon.add(word, Class::MODIFIER);
    }
}

fn people(lexicon: &mut Lexicon) {
    for [noun, class, gender] in file!("roles") {
        let kind = match class {
            "office" => Class::ROLE | Class::OFFICE,
            "profession" => Class::ROLE,
            _ => Class::PERSON,
        };
        lexicon.noun(noun, kind | gendered(gender, Class::FEMALE, Class::MALE));
    }
    for [noun, class, _] in file!("groups") {
        let plural = if class == "people" { Class::PLURAL } else { Class::NONE };
        lexicon.add(noun, Class::GROUP | plural);
    }
    for [title, gender, _] in file!("titles") {
        lexicon.capital(title, Class::TITLE | gendered(gender, Class::FEMALE, Class::MALE));
    }
    for [name, gender, _] in file!("first_names") {
        let class =
            if gender == "u" { Class::FIRST } else { gendered(gender, Class::FIRST_F, Class::FIRST_M) };
        lexicon.capital(name, class);
    }
    for [name, ..] in file!("surname_first") {
        lexicon.capital(name, Class::SURNAME_FIRST);
    }
    for [word, ..] in file!("particles") {
        lexicon.add(word, Class::PARTICLE);
    }
    for [short, noun, _] in file!("posts_in_short") {
        *lexicon.in_full.entry(Key::of(short)) = Key::of(noun);
    }
    for [short, long, _] in file!("nicknames") {
        let slot = lexicon.nicknames.entry(Key::of(short));
        for (key, name) in slot.iter_mut().zip(long.split('|')) {
            *key = Key::of(name);
        }
    }
}

fn gendered(gender: &str, female: Class, male: Class) -> Class {
    match gender {
        "f" => female,
        "m" => male,
        _ => Class::NONE,
    }
}

fn bodies(lexicon: &mut Lexicon) {
    for [noun, class, place] in file!("organisations") {
        let company = if class == "company" { Class::COMPANY } else { Class::NONE };
        let alone = if place == "any" { Class::ORG_ALONE } else { Class::NONE };
        lexicon.noun(noun, Class::ORG | company | alone);
    }
    for [suffix, ..] in file!("suffixes") {
        lexicon.capital(suffix, Class::SUFFIX);
    }
    for [noun, ..] in file!("documents") {
        lexicon.add(noun, Class::DOCUMENT);
    }
    for [word, ..] in file!("groups_named") {
        lexicon.capital(word, Class::NAMED_GROUP);
    }
    for [noun, ..] in file!("geography") {
        lexicon.capital(noun, Class::GEOGRAPHY);
    }
    for [name, ..] in file!("known") {
        let abbreviation = !name.chars().any(char::is_lowercase);
        if !abbreviation || name.len() > 5 {
            lexicon.name(name, Class::KNOWN, 0);
        }
    }
}

fn places(lexicon: &mut Lexicon) {
    for [name, _, code] in file!("places") {
        let country = lexicon.country(code);
        lexicon.name(name, Class::PLACE, country);
    }
    for [name, code, _] in file!("seats") {
        let country = lexicon.country(code);
        lexicon.name(name, Class::SEAT, country);
    }
    for [word, code, number] in file!("demonyms") {
        let country = lexicon.country(code);
        let class = if number == "many" { Class::NAMED_GROUP } else { Class::DEMONYM };
        lexicon.name(word, class, country);
    }
}

impl Lexicon {
    /// A word that may stand in lower case.
    fn add(&mut self, word: &str, class: Class) {
        self.small.entry(Key::of(word)).class |= class;
        self.capital(word, class);
    }

    /// A word that counts only with a capital.
    fn capital(&mut self, word: &str, class: Class) {
        self.capital.entry(Key::of(word)).class |= class;
    }

    /// A noun in both numbers.
    fn noun(&mut self, noun: &str, class: Class) {
        self.add(noun, class);
        self.add(&plural(noun), class | Class::PLURAL);
    }

    /// A proper name, of one word or several.
    fn name(&mut self, name: &'static str, class: Class, country: u16) {
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

    /// The number of a country's code.
    fn country(&mut self, code: &'static str) -> u16 {
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

/// The plural of a noun, as regular nouns and the few others of the lexicon form it.
fn plural(noun: &str) -> String {
    let with = |cut: usize, ending: &str| format!("{}{ending}", &noun[..noun.len() - cut]);
    match noun {
        "person" => "persons".to_owned(),
        "child" | "grandchild" => with(0, "ren"),
        "wife" | "midwife" | "housewife" => with(2, "ves"),
        "thief" => "thieves".to_owned(),
        "alumnus" => "alumni".to_owned(),
        "alumna" => "alumnae".to_owned(),
        _ if noun.contains("-in-law") => noun.replacen("-in-law", "s-in-law", 1),
        _ if noun.ends_with("man") => with(2, "en"),
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") => with(0, "es"),
        _ if ends_in_consonant_y(noun) => with(1, "ies"),
        _ => with(0, "s"),
    }
}

fn ends_in_consonant_y(noun: &str) -> bool {
    noun.strip_suffix('y').is_some_and(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn a_word_has_its_traits_only_as_it_is_written() {
        let has = |word, one| lexicon().has_trait(Key::of(word), Case::of(word), one);
        assert!(has("AS", Trait::Club) && !has("As", Trait::Club));
        assert!(has("daily", Trait::News) && !has("daily", Trait::Masthead));
        assert!(has("Daily", Trait::Masthead) && !has("Daily", Trait::News));
    }

    #[test]
    fn no_two_words_share_a_key() {
        let files = [
            include_str!("../lexicon/words.csv"),
            include_str!("../lexicon/first_names.csv"),
            include_str!("../lexicon/roles.csv"),
            include_str!("../lexicon/titles.csv"),
            include_str!("../lexicon/organisations.csv"),
            include_str!("../lexicon/places.csv"),
        ];
        let mut seen = HashMap::new();
        for [word, ..] in files.into_iter().flat_map(rows) {
            let plain: String = word.chars().map(crate::key::fold).collect();
            let other = seen.entry(Key::of(word).0).or_insert_with(|| plain.clone());
            assert_eq!(*other, plain, "two words of one key");
        }
    }
}
