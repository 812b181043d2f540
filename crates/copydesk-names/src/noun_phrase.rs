//! The extent of noun phrases for people and bodies: `the department's spokesman`, `a senior official at the ministry`.

use copydesk_text::Kind;

use crate::class::Class;
use crate::doc::Doc;
use crate::found::Found;
use crate::run::run_end;

/// No more words stand between an article and its noun.
const REACH: usize = 8;

/// The first token of the phrase whose noun, or name behind a noun, stands at `noun`; no token before `start` is taken.
pub(crate) fn phrase_start(doc: Doc<'_>, start: usize, noun: usize, found: &[Found]) -> usize {
    let mut sure = noun;
    let mut at = noun;
    while at > start && noun - at < REACH {
        let before = at - 1;
        if doc.is_possessive(before) {
            return possessor(doc, before, start, found).unwrap_or(sure);
        }
        if let Some(first) = inside_mention(before, start, found) {
            (at, sure) = (first, first);
            continue;
        }
        match step(doc, before) {
            Step::Opens if before > start && is_conjunction(doc, before) => return sure,
            Step::Opens => return before,
            Step::Belongs => (at, sure) = (before, before),
            Step::May => at = before,
            Step::Ends => break,
        }
    }
    sure
}

/// `said that ministers …`: no article, though it looks like one.
fn is_conjunction(doc: Doc<'_>, at: usize) -> bool {
    doc.is(at, "that") && doc.has(at - 1, Class::SAYING)
}

/// The first token of the name that ends with a token: a phrase takes in all of a name or nothing.
fn inside_mention(last: usize, start: usize, found: &[Found]) -> Option<usize> {
    let holds = |mention: &&Found| {
        mention.is_named() && mention.last as usize == last + 1 && mention.first as usize >= start
    };
    let first = found.iter().rev().take(4).filter(holds).map(|mention| mention.first as usize).min()?;
    (first < last).then_some(first)
}

enum Step {
    /// The word opens the phrase.
    Opens,
    /// It is part of it.
    Belongs,
    /// It is part of it if an article stands further on.
    May,
    /// The phrase starts behind it.
    Ends,
}

fn step(doc: Doc<'_>, at: usize) -> Step {
    let (class, kind) = (doc.class(at), doc.token(at).kind);
    if class.has(Class::DETERMINER) && !doc.is_upper(at) {
        return Step::Opens;
    }
    match kind {
        Kind::Word if class.has(Class::FUNCTION) && !doc.is_upper(at) => Step::Ends,
        Kind::Word
            if doc.is_small(at) && class.has(Class::SAYING) && !class.has(Class::HUMAN | Class::ORG) =>
        {
            Step::Ends
        }
        Kind::Word if doc.has(at, Class::NOT_NAME) => Step::May,
        Kind::Word
            if class.has(Class::MODIFIER | Class::DEMONYM) || doc.is_name(at) && !doc.word(at).at_start() =>
        {
            Step::Belongs
        }
        Kind::Word if class.has(Class::ORG_ALONE | Class::ROLE) && doc.is_small(at) => Step::Belongs,
        Kind::Word
            if doc.is_name(at) && class.has(Class::PLACE | Class::KNOWN | Class::FIRST | Class::ORG) =>
        {
            Step::Belongs
        }
        Kind::Word
            if doc.word(at).at_start() && doc.token(at).is_capitalized() && !class.has(Class::COMMON) =>
        {
            Step::Belongs
        }
        Kind::Number | Kind::Word => Step::May,
        _ => Step::Ends,
    }
}

/// Where the mention before `'s` starts.
fn possessor(doc: Doc<'_>, clitic: usize, start: usize, found: &[Found]) -> Option<usize> {
    let ends_here = |mention: &&Found| mention.last as usize == clitic && mention.first as usize >= start;
    let mention = found.iter().rev().take(6).filter(ends_here).map(|mention| mention.first as usize).min();
    mention.or_else(|| {
        let word = clitic.checked_sub(1).filter(|at| *at >= start)?;
        let article = word.checked_sub(1).filter(|at| *at >= start && doc.has(*at, Class::DETERMINER));
        Some(article.unwrap_or(word))
    })
}

/// The token after what belongs to a noun at `noun`: `of the chapter`, `for the State Department`, `in Arlen`.
pub(crate) fn phrase_end(doc: Doc<'_>, noun: usize, end: usize) -> usize {
    let mut last = noun + 1;
    for _ in 0..2 {
        match complement(doc, last, end) {
            Some(next) => last = next,
            None => break,
        }
    }
    last
}

fn complement(doc: Doc<'_>, at: usize, end: usize) -> Option<usize> {
    if at + 1 >= end || !doc.is_small(at) || !doc.has(at, Class::PREPOSITION) {
        return None;
    }
    let close = matches!(doc.text_of(at), "of" | "for");
    if !close && !matches!(doc.text_of(at), "at" | "with" | "from" | "in" | "to") {
        return None;
    }
    let article = doc.has(at + 1, Class::DETERMINER) && !doc.is_upper(at + 1);
    let from = if article { at + 2 } else { at + 1 };
    if from >= end {
        return None;
    }
    if doc.is_name(from) {
        return Some(after_name(doc, from, end));
    }
    if close { after_noun(doc, from, end, article) } else { None }
}

/// Behind a name and the noun it stands before: `the Kern campaign`.
fn after_name(doc: Doc<'_>, from: usize, end: usize) -> usize {
    let last = run_end(doc, from, end);
    let small = last < end && doc.is_small(last) && !doc.has(last, Class::SAYING | Class::FUNCTION);
    let noun = small && doc.has(last, Class::ORG_ALONE | Class::HUMAN | Class::GROUP);
    // `the head of Chinese diplomacy`: what comes from a place is not the field, its noun is.
    let origin = doc.has(last - 1, Class::DEMONYM) || !doc.has(last - 1, Class::KNOWN_WORD | Class::PLACE);
    let field = small && last - from == 1 && origin && doc.is_plain_noun(last);
    if noun || field { last + 1 } else { last }
}

/// Behind the first noun for people or bodies among the next words; without one, behind a word or two of a field.
fn after_noun(doc: Doc<'_>, from: usize, end: usize, article: bool) -> Option<usize> {
    let inside = |at: &usize| {
        doc.token(*at).kind == Kind::Word
            && !doc.has(*at, Class::FUNCTION)
            && (!doc.has(*at, Class::SAYING) || doc.has(*at, Class::HUMAN | Class::ORG))
    };
    let words = (from..end.min(from + 5)).take_while(inside);
    let noun = words
        .clone()
        .filter(|at| doc.has(*at, Class::ORG | Class::GROUP | Class::HUMAN))
        .find(|at| at + 1 >= end || !doc.has(at + 1, Class::ORG | Class::GROUP | Class::HUMAN));
    match noun {
        Some(noun) if noun + 1 < end && doc.is_name(noun + 1) => Some(run_end(doc, noun + 1, end)),
        Some(noun) => Some(noun + 1),
        None => {
            let count = words.clone().count();
            let field = if article {
                words.clone().take_while(|at| !doc.has(*at, Class::SAYING)).count()
            } else {
                count
            };
            (1..=3).contains(&field).then_some(from + field)
        }
    }
}
