//! The sieves for names without a verb: before a colon at the head of a paragraph (transcripts, headlines, bullet points),
//! and behind a dash after a quotation.

use crate::candidate::{Candidate, NOTHING};
use crate::groups::Groups;
use crate::phrase;
use crate::subject::Subject;
use crate::tag::Tag;
use crate::unit::Unit;

/// The longest name before the colon, in items.
const LONGEST: usize = 8;

/// `LOWE: We are ready.`
pub(crate) fn find(unit: &Unit<'_>) -> Option<Candidate> {
    let colon = (1..unit.len().min(LONGEST)).find(|at| unit.tag(*at) == Tag::Colon)?;
    let from = colon + 1;
    if from >= unit.end() || !is_name(unit, colon) || !starts_sentence(unit, from) {
        return None;
    }
    let phrase = 0..without_brackets(unit, colon);
    let subject = Subject { start: 0, phrase, antecedent: None, direct: true };
    let found = Candidate::new("name-colon", 0.91, colon..from, from..unit.len());
    Some(Candidate { content: [from..unit.len(), NOTHING], subject: Some(subject), ..found })
}

/// `- Ada Lowe` and `“We sail.” – Ada Lowe, the mayor`: who signs a quotation, at the dash.
pub(crate) fn signed(unit: &Unit<'_>, dash: usize) -> Option<Candidate> {
    if unit.tag(dash) != Tag::Dash || unit.tag(dash + 1) != Tag::Name {
        return None;
    }
    let phrase = phrase::starting(unit, dash + 1)?;
    let ends = phrase.end >= unit.end() || matches!(unit.tag(phrase.end), Tag::Comma | Tag::Open);
    let small = |at: usize| !matches!(unit.tag(at), Tag::Name | Tag::Prep | Tag::Cc | Tag::Genitive);
    if !ends || phrase.clone().any(small) || (phrase.end..unit.len()).any(|at| unit.tag(at).is_finite()) {
        return None;
    }
    let subject = Subject { start: phrase.start, phrase, antecedent: None, direct: true };
    let found = Candidate::new("quotation-signed", 0.85, dash..dash + 1, NOTHING);
    Some(Candidate { subject: Some(subject), ..found })
}

fn is_name(unit: &Unit<'_>, colon: usize) -> bool {
    let words = 0..without_brackets(unit, colon);
    let capital = |at: usize| unit.text[unit.items[at].start as usize..].starts_with(char::is_uppercase);
    !unit.is_of(0, Groups::LABEL)
        && !words.is_empty()
        && words.clone().all(|at| capital(at) || unit.is_any(at, &["of", "the", "and", "for", "de", "al"]))
        && words
            .clone()
            .all(|at| !matches!(unit.tag(at), Tag::Time | Tag::Number | Tag::Prep) || unit.is(at, "of"))
        && capital(0)
}

fn without_brackets(unit: &Unit<'_>, colon: usize) -> usize {
    (1..colon).find(|at| unit.tag(*at) == Tag::Open).unwrap_or(colon)
}

fn starts_sentence(unit: &Unit<'_>, at: usize) -> bool {
    unit.tag(at) == Tag::Quote
        || unit.text[unit.items[at].start as usize..].starts_with(['‘', '\''])
        || unit.text[unit.items[at].start as usize..].starts_with(char::is_uppercase)
}
