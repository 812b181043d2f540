//! The files in `lexicon/`, read into tables.

use crate::class::Class;
use crate::key::Key;
use crate::lexicon::Lexicon;
use crate::pronoun::PRONOUNS;
use crate::traits::Trait;

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

/// Reads every file.
pub(crate) fn read(lexicon: &mut Lexicon) {
    grammar(lexicon);
    people(lexicon);
    bodies(lexicon);
    places(lexicon);
    for [word, ..] in file!("words") {
        lexicon.capital(word, Class::COMMON);
    }
    for [word, ..] in file!("not_names") {
        lexicon.capital(word, Class::NOT_NAME);
    }
    for [word, names, _] in file!("traits") {
        for name in names.split('|') {
            lexicon.does(word, Trait::named(name).expect("the file names traits that there are"));
        }
    }
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
        lexicon.title_in_short(short, noun);
    }
    for [short, long, _] in file!("nicknames") {
        lexicon.nickname(short, long.split('|'));
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

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

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
