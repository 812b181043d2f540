//! What follows a verb as its content: words in quotation marks, a clause, or either behind whoever is addressed.

use crate::adjunct::{self, Adjuncts};
use crate::clause;
use crate::companion;
use crate::content::{self, Form};
use crate::frames::Frames;
use crate::lexicon::Cue;
use crate::object::phrase_content;
use crate::phrase;
use crate::tag::Tag;
use crate::unit::{Range, Unit};
use crate::verb::Verb;

pub(crate) type Complement = (&'static str, f32, Range, Adjuncts);

/// What follows a verb as its content.
pub(crate) fn complement(unit: &Unit<'_>, verb: &Verb) -> Option<Complement> {
    let (cue, after) = (verb.cue, verb.after);
    let mut adjuncts = adjunct::skip(unit, after, cue.frames);
    let past = !matches!(unit.tag(verb.at), Tag::Third | Tag::Base);
    if let Some(found) = quoted(unit, cue, companion::past_topic(unit, cue, adjuncts.end), past) {
        return Some(with(found, adjuncts));
    }
    if cue.frames.any(Frames::ADDRESSEE)
        && let Some((found, person)) = addressed(unit, cue, after, past)
    {
        adjuncts.addressee = Some(person);
        return Some(with(found, adjuncts));
    }
    if let Some(found) = clause(unit, cue, companion::past_companion(unit, adjuncts.end), past) {
        return Some(with(found, adjuncts));
    }
    let found = phrase_content(unit, cue, after, past)?;
    Some(with(found, Adjuncts { end: after, ..Adjuncts::default() }))
}

fn with(found: (&'static str, f32, Range), adjuncts: Adjuncts) -> Complement {
    (found.0, found.1, found.2, adjuncts)
}

/// `said, “…”`, `said: …`.
fn quoted(unit: &Unit<'_>, cue: &Cue, at: usize, past: bool) -> Option<(&'static str, f32, Range)> {
    if !cue.frames.any(Frames::QUOTE) {
        return None;
    }
    let marked = matches!(unit.tag(at), Tag::Comma | Tag::Colon);
    let start = at + usize::from(marked);
    if unit.tag(start) != Tag::Quote {
        let listed = unit.tag(at) == Tag::Colon && !cue.belief && start < unit.end();
        return listed.then(|| ("cue-colon", 0.85, start..unit.end()));
    }
    let after = start + 1;
    // `a play called “…”`: a name, whatever stands behind it.
    if !marked && cue.class == "call" && unit.tag_before(at).is_verb() {
        return None;
    }
    let alone = marked || unit.is_parted(start) || after >= unit.end() || unit.words_inside(start) >= 6;
    if !alone {
        return None;
    }
    let mut end = after;
    // `said, “A” and “B”`.
    while unit.tag(end) == Tag::Quote
        || unit.tag(end) == Tag::Cc && unit.tag(end + 1) == Tag::Quote && end + 2 >= unit.end()
    {
        end += 1;
    }
    if !marked && !unit.is_parted(start) {
        end = content::end(unit, start, Form::Clause, past);
    }
    Some(("cue-quotation", 0.95, start..end))
}

/// `said that …`, `said …`, `asked whether …`.
fn clause(unit: &Unit<'_>, cue: &Cue, at: usize, past: bool) -> Option<(&'static str, f32, Range)> {
    let at = opening_that(unit, at);
    let frame = content::frame_at(unit, at);
    let weight = if cue.belief { 0.7 } else { 0.9 };
    if frame == Frames::THAT && cue.frames.any(Frames::THAT) {
        let end = content::end(unit, at + 1, Form::Clause, past);
        return (!clause::is_pointed_at(unit, at, end)).then_some(("cue-that", weight, at..end));
    }
    if frame == Frames::WH && cue.frames.any(Frames::WH) {
        return Some(("cue-wh", weight - 0.1, at..content::end(unit, at + 1, Form::Clause, past)));
    }
    if !cue.frames.any(Frames::CLAUSE) || at >= unit.end() || lacks_addressee(unit, cue, at) {
        return None;
    }
    // `agreed with Ms. Lowe`: the preposition belongs to the verb.
    if cue.frames.any(unit.leads_to(at)) {
        return None;
    }
    let says = cue.lemma == "say";
    let at = if says && (opens_with_aside(unit, at) || is_set_off(unit, at)) { at + 1 } else { at };
    let end = content::end(unit, at, Form::Clause, past);
    let clause = clause::is_clause(unit, at, end) || says && may_have_verb(unit, at..end);
    clause.then_some(("cue-clause", weight - 0.05, at..end))
}

/// The `that` of a clause, behind a comma or a time: `wrote that morning that …`.
fn opening_that(unit: &Unit<'_>, at: usize) -> usize {
    match [at, at + 1, at + 2].map(|at| unit.tag(at)) {
        [Tag::Comma, Tag::That, _] => at + 1,
        [Tag::That, Tag::Time, Tag::That] => at + 2,
        _ => at,
    }
}

/// `says in the end, the ferry will sail`: whether a clause follows a comma.
fn is_set_off(unit: &Unit<'_>, at: usize) -> bool {
    unit.tag(at) == Tag::Comma && opens_clause(unit, at + 1) && clause::is_clause(unit, at + 1, unit.end())
}

/// Whether a word that opens a clause as a rule stands here: behind a comma a bare noun may go on with a list.
fn opens_clause(unit: &Unit<'_>, at: usize) -> bool {
    matches!(unit.tag(at), Tag::Subject | Tag::SubjectModal | Tag::There | Tag::Det | Tag::Poss)
}

/// `says, despite the costs, there is no need`: whether a clause follows with what stands aside before it.
fn opens_with_aside(unit: &Unit<'_>, at: usize) -> bool {
    let aside = unit.tag(at) == Tag::Comma
        && (matches!(unit.tag(at + 1), Tag::Prep | Tag::Sub) || unit.is_any(at + 1, &["apart", "when"]));
    let close = (at + 1..unit.len().min(at + 20)).find(|at| unit.tag(*at) == Tag::Comma);
    aside
        && close.is_some_and(|close| {
            opens_clause(unit, close + 1)
                && clause::is_clause(unit, close + 1, content::end(unit, close + 1, Form::Clause, true))
        })
}

/// `says the plan addresses concerns`: whether a word that looks like a plural stands as a verb does, behind a noun in the
/// singular and before another.
fn may_have_verb(unit: &Unit<'_>, clause: Range) -> bool {
    let opens = matches!(unit.tag(clause.start), Tag::Det | Tag::Poss | Tag::Name);
    let verb = |at: usize| {
        unit.tag(at) == Tag::Plural
            && matches!(unit.tag(at - 1), Tag::Noun | Tag::Name)
            && (matches!(unit.tag(at + 1), Tag::Plural | Tag::Det | Tag::Poss | Tag::Object)
                || unit.tag(at + 1) == Tag::Adjective && unit.tag(at + 2) == Tag::Plural)
    };
    opens && (clause.start + 1..clause.end.min(clause.start + 10)).any(verb)
}

/// `told the station in an interview aired on Monday`: no clause follows such a word before who was told. Who was told and
/// who does something may run together: `told the court board members had resigned`.
fn lacks_addressee(unit: &Unit<'_>, cue: &Cue, at: usize) -> bool {
    let told = cue.class == "tell" && cue.frames.any(Frames::ADDRESSEE);
    told && !phrase::starting(unit, at).is_some_and(|phrase| unit.tag(phrase.end).is_finite())
}

/// `told reporters that …`, `urged the council to …`.
fn addressed(
    unit: &Unit<'_>,
    cue: &Cue,
    at: usize,
    past: bool,
) -> Option<((&'static str, f32, Range), Range)> {
    let person = addressee(unit, cue, at)?;
    let after = adjunct::past_aside(unit, adjunct::skip(unit, person.end, cue.frames).end);
    let found = quoted(unit, cue, after, past)
        .or_else(|| clause(unit, cue, after, past))
        .or_else(|| bare_clause(unit, cue, after, past))
        .or_else(|| {
            let frame = content::frame_at(unit, after);
            let leads = frame != Frames::TO && frame != Frames::GERUND && cue.frames.any(frame);
            // `accused the bank of fraud`: who is accused belongs to what was said.
            let inside = if cue.class == "accuse" {
                person.start
            } else {
                after + usize::from(matches!(unit.tag(after), Tag::Prep))
            };
            leads.then(|| ("cue-preposition", 0.6, inside..content::end(unit, after + 1, Form::Clause, past)))
        })?;
    Some((found, person))
}

/// `told reporters it was late`.
fn bare_clause(unit: &Unit<'_>, cue: &Cue, at: usize, past: bool) -> Option<(&'static str, f32, Range)> {
    if cue.frames.any(Frames::THAT) || at >= unit.end() {
        // The cue's own frames have been tried.
        if content::frame_at(unit, at) == Frames::default() && !cue.frames.any(Frames::ADDRESSEE) {
            return None;
        }
    }
    if unit.tag(at) == Tag::That {
        return Some(("cue-that", 0.9, at..content::end(unit, at + 1, Form::Clause, past)));
    }
    let end = content::end(unit, at, Form::Clause, past);
    let starts = unit.tag(at).starts_phrase();
    (starts && clause::is_clause(unit, at, end)).then_some(("cue-clause", 0.8, at..end))
}

fn addressee(unit: &Unit<'_>, cue: &Cue, at: usize) -> Option<Range> {
    let phrase = phrase::starting(unit, at)?;
    // `accused the bank of fraud`: the preposition belongs to the verb.
    let core = phrase::core_end(unit, at);
    let frame = content::frame_at(unit, core);
    let ends = core > at && frame != Frames::default() && cue.frames.any(frame);
    Some(if ends { at..core } else { phrase })
}
