//! Sieves for content that follows a verb: `NAME said (that) …`, `urged X to …`, `called X “…”`, `, adding that …`.

use crate::adjunct::{self, Adjuncts};
use crate::candidate::Candidate;
use crate::clause;
use crate::companion;
use crate::content::{self, Form};
use crate::frames::Frames;
use crate::lexicon::Cue;
use crate::passive;
use crate::phrase;
use crate::roles::Roles;
use crate::subject::Subject;
use crate::tag::Tag;
use crate::unit::{Range, Unit};
use crate::verb::Verb;

/// Content that follows a verb.
pub(crate) fn find(unit: &Unit<'_>, verb: &Verb) -> Option<Candidate> {
    if verb.passive {
        return passive::find(unit, verb);
    }
    if unit.tag(verb.at) == Tag::Participle && !verb.is_helped_by(unit, &[Tag::Have, Tag::SubjectModal]) {
        return if verb.cue.class == "ask" { passive::told(unit, verb) } else { None };
    }
    let subject = verb.subject(unit)?;
    if let Some(content) = relative_object(unit, subject.start, verb.after) {
        let found = Candidate { content, ..Candidate::new("relative", 0.6, 0..0, 0..0) };
        return Some(finish(unit, verb, Some(subject.clone()), found, Adjuncts::default()));
    }
    let (mut rule, mut score, mut content, adjuncts) = complement(unit, verb)?;
    let head =
        unit.tag(verb.at) == Tag::Ing && (verb.at == 0 || verb.at == 1 && !unit.tag(0).starts_phrase());
    let end = content::within(unit, subject.start, head, content.start, content.end);
    // `While maintaining order, the police saw …`: the verb was of the clause behind.
    if rule == "cue-clause" && end < content.end && !content::is_clause(unit, content.start, end) {
        (rule, score) = Some(("cue-noun", 0.5)).filter(|_| verb.cue.frames.any(Frames::NOUN))?;
    }
    content.end = end;
    if is_titled(unit, verb, subject, &content) || is_idiom(unit, verb, subject) {
        return None;
    }
    if verb.cue.class == "seem" {
        let content = [subject.phrase.clone(), content];
        let found = Candidate { content, ..Candidate::new("seems", 0.5, 0..0, 0..0) };
        return Some(finish(unit, verb, None, found, adjuncts));
    }
    if subject.start > 0 && unit.is(subject.start - 1, "what") {
        rule = "cue-term";
    }
    Some(finish(unit, verb, Some(subject.clone()), Candidate::new(rule, score, 0..0, content), adjuncts))
}

/// `a play called “…”`: the play calls nothing anything. Who does has what is called before: `a play she called “…”`.
fn is_titled(unit: &Unit<'_>, verb: &Verb, subject: &Subject, content: &Range) -> bool {
    if unit.tag(content.start) != Tag::Quote || content.start != verb.after {
        return false;
    }
    let cue = verb.cue;
    let names = cue.lemma == "call" && cue.particle.is_none()
        || cue.lemma != "name" && cue.frames.any(Frames::NAMED) && !cue.frames.any(Frames::QUOTE);
    let before = unit.tag_before(subject.start);
    let gap =
        before.is_nominal() || matches!(before, Tag::Wh | Tag::That | Tag::Sub | Tag::Quote | Tag::Close);
    names && !gap
}

/// `Only time will tell whether …`.
fn is_idiom(unit: &Unit<'_>, verb: &Verb, subject: &Subject) -> bool {
    verb.cue.lemma == "tell" && subject.phrase.end.checked_sub(1).is_some_and(|last| unit.is(last, "time"))
}

/// `, which the union says is late`: the relative pronoun and the rest of its clause.
fn relative_object(unit: &Unit<'_>, subject: usize, after: usize) -> Option<[Range; 2]> {
    let pronoun =
        subject.checked_sub(1).filter(|at| unit.is_any(*at, &["which", "who", "whom", "that", "what"]))?;
    if !unit.tag(after).is_finite() && !unit.is(after, "as") {
        return None;
    }
    let end = content::end(unit, after, Form::Clause, false);
    let comma = (after..end).find(|at| unit.tag(*at) == Tag::Comma && unit.tag(at + 1).is_finite());
    Some([pronoun..subject, after..comma.unwrap_or(end)])
}

/// A candidate with all that is known of its cue.
pub(crate) fn finish(
    unit: &Unit<'_>,
    verb: &Verb,
    subject: Option<Subject>,
    candidate: Candidate,
    adjuncts: Adjuncts,
) -> Candidate {
    let negated = (verb.group..verb.at).any(|at| {
        unit.tag(at) == Tag::Neg || unit.word(at).ends_with("n't") || unit.word(at).ends_with("n’t")
    });
    Candidate {
        cue: verb.at..verb.after,
        word: Some(verb.cue),
        subject,
        addressee: adjuncts.addressee,
        medium: adjuncts.medium,
        negated,
        ..candidate
    }
}

type Complement = (&'static str, f32, Range, Adjuncts);

/// What follows a verb as its content.
fn complement(unit: &Unit<'_>, verb: &Verb) -> Option<Complement> {
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
    let at = if unit.tag(at) == Tag::Comma && unit.tag(at + 1) == Tag::That { at + 1 } else { at };
    // `wrote that morning that …`
    let at = if unit.tag(at) == Tag::That && unit.tag(at + 1) == Tag::Time && unit.tag(at + 2) == Tag::That {
        at + 2
    } else {
        at
    };
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
    let at = if says && opens_with_aside(unit, at) { at + 1 } else { at };
    let end = content::end(unit, at, Form::Clause, past);
    let clause = content::is_clause(unit, at, end) || says && may_have_verb(unit, at..end);
    clause.then_some(("cue-clause", weight - 0.05, at..end))
}

/// `says, despite the costs, there is no need`: whether a clause follows with what stands aside before it.
fn opens_with_aside(unit: &Unit<'_>, at: usize) -> bool {
    let aside = unit.tag(at) == Tag::Comma
        && (matches!(unit.tag(at + 1), Tag::Prep | Tag::Sub) || unit.is_any(at + 1, &["apart", "when"]));
    let close = (at + 1..unit.len().min(at + 20)).find(|at| unit.tag(*at) == Tag::Comma);
    aside
        && close.is_some_and(|close| {
            matches!(
                unit.tag(close + 1),
                Tag::Subject | Tag::SubjectModal | Tag::There | Tag::Det | Tag::Poss
            ) && content::is_clause(unit, close + 1, content::end(unit, close + 1, Form::Clause, true))
        })
}

/// `says the plan addresses concerns`: whether a word that looks like a plural stands as a verb does, behind a noun in the
/// singular and before another.
fn may_have_verb(unit: &Unit<'_>, clause: Range) -> bool {
    let opens = matches!(unit.tag(clause.start), Tag::Det | Tag::Poss | Tag::Name);
    let verb = |at: usize| {
        unit.tag(at) == Tag::Plural
            && matches!(unit.tag(at - 1), Tag::Noun | Tag::Name)
            && matches!(unit.tag(at + 1), Tag::Plural | Tag::Det | Tag::Poss | Tag::Object)
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
    (starts && content::is_clause(unit, at, end)).then_some(("cue-clause", 0.8, at..end))
}

fn addressee(unit: &Unit<'_>, cue: &Cue, at: usize) -> Option<Range> {
    let phrase = phrase::starting(unit, at)?;
    // `accused the bank of fraud`: the preposition belongs to the verb.
    let core = phrase::core_end(unit, at);
    let frame = content::frame_at(unit, core);
    let ends = core > at && frame != Frames::default() && cue.frames.any(frame);
    Some(if ends { at..core } else { phrase })
}

/// Content that is no clause: an infinitive, a noun phrase, a name for something. Where it ends is looked for last: few
/// words take any.
fn phrase_content(unit: &Unit<'_>, cue: &Cue, at: usize, past: bool) -> Option<(&'static str, f32, Range)> {
    let at = if unit.tag(at) == Tag::Adverb { at + 1 } else { at };
    let frame = content::frame_at(unit, at);
    let form = if unit.tag(at) == Tag::To { Form::Clause } else { Form::Phrase };
    let from = |at: usize| Some(at..content::end(unit, at, form, past)).filter(|range| !range.is_empty());
    let weight = if cue.belief { 0.5 } else { 0.6 };
    match unit.tag(at) {
        Tag::To if cue.frames.any(Frames::TO) && !leads_to_person(unit, at) => {
            Some(("cue-infinitive", weight + 0.1, from(at)?))
        }
        Tag::Ing | Tag::Have if frame == Frames::GERUND && cue.frames.any(Frames::GERUND) => {
            Some(("cue-gerund", weight, from(at)?))
        }
        Tag::Prep | Tag::Sub if frame != Frames::default() && cue.frames.any(frame) => {
            Some(("cue-preposition", weight, from(at + 1)?))
        }
        _ if cue.class == "seem" && unit.tag(at) != Tag::Prep => Some(("seems", 0.5, from(at)?)),
        tag if (tag.starts_phrase() || tag == Tag::Quote) && cue.frames.any(OF_NOUNS) => {
            noun_content(unit, cue, from(at)?, weight)
        }
        // `called that “a joke”`
        Tag::That if cue.frames.any(Frames::NAMED) && unit.tag(at + 1) == Tag::Quote => {
            Some(("cue-named", weight + 0.1, from(at)?))
        }
        _ => None,
    }
}

/// Frames of content that a noun phrase opens.
const OF_NOUNS: Frames = Frames::NOUN.with(Frames::NAMED).with(Frames::AS).with(Frames::OBJECT_TO);

/// `said to a crowd of 500`: no infinitive.
fn leads_to_person(unit: &Unit<'_>, to: usize) -> bool {
    matches!(
        unit.tag(to + 1),
        Tag::Det | Tag::Poss | Tag::Object | Tag::Pronoun | Tag::Name | Tag::Number | Tag::Plural
    )
}

fn noun_content(unit: &Unit<'_>, cue: &Cue, range: Range, weight: f32) -> Option<(&'static str, f32, Range)> {
    let object = phrase::starting(unit, range.start).map_or(range.start + 1, |phrase| phrase.end);
    if cue.frames.any(Frames::OBJECT_TO) && unit.tag(object) == Tag::To {
        return Some(("cue-object-infinitive", weight + 0.1, range));
    }
    if cue.frames.any(Frames::AS)
        && let Some(role) = range.clone().find(|at| unit.is(*at, "as"))
    {
        // `quoted Ms. Lowe as saying …`: what she says is hers.
        if unit.tag(role + 1) == Tag::Ing && unit.has_role(role + 1, Roles::SPEECH_VERB) {
            return None;
        }
        return Some(("cue-as", weight + 0.1, range));
    }
    if cue.frames.any(Frames::NAMED) && (object < range.end || unit.tag(range.start) == Tag::Quote) {
        return Some(("cue-named", weight + 0.1, range));
    }
    cue.frames.any(Frames::NOUN).then_some(("cue-noun", weight, range))
}
