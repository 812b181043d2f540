//! Bylines: `By Jane Doe and John Roe`, also left in the desk's own language: `par Jane Doe et John Roe`.

use std::ops::Range;

use super::words::words;

/// A byline, in bytes of its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline {
    /// The writers' names.
    pub names: Vec<Range<usize>>,
    /// The language it was left in, as an ISO 639-1 code; `None` for English.
    pub language: Option<&'static str>,
}

/// No byline is longer, in bytes.
const LONGEST: usize = 160;

/// The word that opens a byline, the one that joins its names, and their language.
const FORMS: [(&str, &str, Option<&str>); 7] = [
    ("by", "and", None),
    ("par", "et", Some("fr")),
    ("von", "und", Some("de")),
    ("por", "y", Some("es")),
    ("por", "e", Some("pt")),
    ("di", "e", Some("it")),
    ("da", "e", Some("it")),
];

/// The byline that a line is.
#[must_use]
pub fn byline(line: &str) -> Option<Byline> {
    let short = line.len() <= LONGEST && !line.ends_with(['.', '!', '?', ':', '”', '"']);
    let (first, _) = line.split_once(' ')?;
    let known = |form: &&(&str, &str, Option<&'static str>)| first.eq_ignore_ascii_case(form.0);
    let read = |form: &(&str, &str, Option<&'static str>)| {
        let names = names(line, first.len(), form.1)?;
        Some(Byline { names, language: form.2 })
    };
    FORMS.iter().filter(|_| short).filter(known).find_map(read)
}

/// The names after the first word, each of two to five words; `None` where anything else stands there.
fn names(line: &str, from: usize, and: &str) -> Option<Vec<Range<usize>>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut current: Option<(Range<usize>, usize)> = None;
    for word in words(line, from..line.len()) {
        let joins = matches!(&line[word.clone()], "and" | "&") || line[word.clone()] == *and;
        if joins {
            names.push(whole(current.take()?)?);
            continue;
        }
        is_name_word(&line[word.clone()]).then_some(())?;
        let (start, count) = current.take().map_or((word.start, 0), |(range, count)| (range.start, count));
        let name = (start..word.end, count + 1);
        if line[word.end..].starts_with(',') {
            names.push(whole(name)?);
        } else {
            current = Some(name);
        }
    }
    names.extend(current.map(whole).unwrap_or_default());
    (!names.is_empty()).then_some(names)
}

fn whole((name, words): (Range<usize>, usize)) -> Option<Range<usize>> {
    (2..=5).contains(&words).then_some(name)
}

fn is_name_word(word: &str) -> bool {
    let particle = matches!(
        word,
        "de" | "da" | "di" | "del" | "der" | "den" | "van" | "von" | "la" | "le" | "al" | "bin" | "dos"
    );
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    letters && (particle || word.starts_with(char::is_uppercase))
}
