//! Sieves for nouns and adjectives that report: `the minister's claim that …`, `is worried about …`.

use crate::candidate::Candidate;
use crate::clause;
use crate::content::{self, Form};
use crate::frames::Frames;
use crate::groups::Groups;
use crate::lexicon::{Cue, reports};
use crate::phrase;
use crate::subject::{Subject, subject_of};
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// What the noun at `at` reports.
pub(crate) fn noun(unit: &Unit<'_>, at: usize) -> Option<Candidate> {
    if !matches!(unit.tag(at), Tag::Noun | Tag::Plural | Tag::Name) {
        return None;
    }
    let cue = reports(unit.items[at].word).noun()?;
    let author = author(unit, cue, at + 1);
    let (from, rule) = match author.as_ref() {
        Some((_, that)) => (*that, "noun-that"),
        None => opening(unit, cue, at + 1)?,
    };
    let end = before_main_verb(unit, at, from + 1..content::end(unit, from + 1, Form::Clause, true));
    let subject = author.map(|(author, _)| author).or_else(|| owner(unit, at));
    let score = match (rule, subject.is_some()) {
        ("noun-that", true) => 0.8,
        ("noun-that", false) => 0.6,
        (_, true) => 0.5,
        _ => 0.2,
    };
    Some(Candidate { word: Some(cue), subject, ..Candidate::new(rule, score, at..at + 1, from..end) })
}

/// `The claim that it is late was denied`: the content of a noun that is the subject ends before the verb.
fn before_main_verb(unit: &Unit<'_>, noun: usize, content: Range) -> usize {
    let finite = |at: &usize| unit.tag(*at).is_finite() && unit.group_start(*at) == *at;
    if (0..noun).any(|at| unit.tag(at).is_finite() || unit.tag(at) == Tag::Base) {
        return content.end;
    }
    let mut verbs = content.clone().filter(finite);
    let clause = unit.tag(content.start - 1) == Tag::That;
    let first = if clause { verbs.next() } else { Some(content.start) };
    match verbs.next_back() {
        Some(last) if first.is_some() && !joins_clause(unit.tag_before(last)) => last,
        _ => content.end,
    }
}

fn joins_clause(tag: Tag) -> bool {
    matches!(tag, Tag::Wh | Tag::That | Tag::Subject | Tag::Cc | Tag::Comma)
}

/// Where the content of a noun or an adjective starts.
fn opening(unit: &Unit<'_>, cue: &Cue, at: usize) -> Option<(usize, &'static str)> {
    let frame = content::frame_at(unit, at);
    if frame == Frames::default() || !cue.frames.any(frame) {
        return None;
    }
    match unit.tag(at) {
        Tag::That if is_relative(unit, at) => None,
        Tag::That => Some((at, "noun-that")),
        Tag::To | Tag::Wh => Some((at, "noun-infinitive")),
        _ => Some((at + 1, "noun-preposition")),
    }
}

/// `the remarks that were heard`, `the claims that he made on Monday`: whether `that` stands for the noun before.
fn is_relative(unit: &Unit<'_>, that: usize) -> bool {
    let first = that + 1 + usize::from(unit.tag(that + 1) == Tag::Adverb);
    if unit.tag(first).is_finite() {
        return true;
    }
    let Some(subject) = phrase::starting(unit, first) else { return false };
    let verb = (subject.end..unit.len()).find(|at| !unit.tag(*at).helps_verb()).unwrap_or(subject.end);
    unit.is_of(verb, Groups::MAKE)
        && matches!(unit.tag(verb + 1), Tag::Prep | Tag::Comma | Tag::Stop | Tag::Time | Tag::Cc)
}

/// Who claims it, and where the claim starts: `the claim by Ms. Lowe that …`, `a warning from the mayor that …`.
fn author(unit: &Unit<'_>, cue: &Cue, preposition: usize) -> Option<(Subject, usize)> {
    if !cue.frames.any(Frames::THAT) || !unit.is_any(preposition, &["by", "from", "of"]) {
        return None;
    }
    let phrase =
        phrase::starting(unit, preposition + 1).filter(|phrase| unit.tag(phrase.end) == Tag::That)?;
    // `from the company that owns it`
    let next = unit.tag(phrase.end + 1);
    let clause = clause::is_clause(unit, phrase.end + 1, unit.end());
    if !clause || !next.starts_phrase() && next != Tag::Quote {
        return None;
    }
    let that = phrase.end;
    let phrase = phrase::without_time(unit, phrase);
    Some((Subject { start: phrase.start, phrase, antecedent: None, direct: true }, that))
}

/// Whose claim it is: `Ms. Lowe's claim`, `their claim`.
fn owner(unit: &Unit<'_>, noun: usize) -> Option<Subject> {
    let mut at = noun;
    while at > 0
        && noun - at < 4
        && matches!(
            unit.tag(at - 1),
            Tag::Adjective | Tag::Noun | Tag::Adverb | Tag::Participle | Tag::Ing | Tag::Number
        )
    {
        at -= 1;
    }
    let owned = |phrase: Range| Subject { start: phrase.start, phrase, antecedent: None, direct: true };
    match unit.tag_before(at) {
        Tag::Poss => Some(owned(at - 1..at)),
        Tag::Genitive => phrase::ending(unit, at - 1).map(owned),
        _ => giver(unit, at),
    }
}

/// Who makes, gives or raises it: `Ms. Lowe raised questions about`, `voiced the hope that`.
fn giver(unit: &Unit<'_>, phrase: usize) -> Option<Subject> {
    let start = if unit.tag_before(phrase) == Tag::Det { phrase - 1 } else { phrase };
    let verb = start.checked_sub(1)?;
    let active =
        matches!(unit.tag(verb), Tag::Past | Tag::Third | Tag::Base | Tag::Ing | Tag::Participle | Tag::Have)
            && !unit.is_passive(verb)
            && !unit
                .verb_cue(verb)
                .is_some_and(|(cue, _)| cue.negative || cue.frames.any(Frames::AS.with(Frames::NAMED)));
    if active { subject_of(unit, verb) } else { None }
}

/// What the adjective at `at` reports, after a form of `be` or `feel`.
pub(crate) fn adjective(unit: &Unit<'_>, at: usize) -> Option<Candidate> {
    let cue = reports(unit.items[at].word).adjective()?;
    let before =
        (at.saturating_sub(3)..at).rev().find(|left| !matches!(unit.tag(*left), Tag::Adverb | Tag::Neg))?;
    if unit.tag(before) != Tag::Be {
        return None;
    }
    // `was hopeful Monday that …`
    let next = at + 1 + usize::from(unit.tag(at + 1) == Tag::Time && unit.tag(at + 2) == Tag::That);
    let frame = content::frame_at(unit, next);
    let subject = subject_of(unit, before)?;
    if matches!(unit.tag(subject.phrase.start), Tag::There) || unit.is(subject.phrase.start, "it") {
        return None;
    }
    let (from, score) = if frame != Frames::default() && cue.frames.any(frame) {
        let inside = !matches!(unit.tag(next), Tag::That | Tag::To | Tag::Wh);
        (next + usize::from(inside), 0.6)
    } else if cue.frames.any(Frames::CLAUSE) && clause::is_clause(unit, at + 1, unit.end()) {
        (at + 1, 0.6)
    } else {
        return None;
    };
    let end = content::end(unit, from, Form::Clause, true);
    let negated = (before..at).any(|at| unit.tag(at) == Tag::Neg);
    (end > from).then(|| Candidate {
        word: Some(cue),
        subject: Some(subject),
        negated,
        ..Candidate::new("adjective", score, before..at + 1, from..end)
    })
}
