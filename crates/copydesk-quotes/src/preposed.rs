//! Sieves for content that stands before its attribution, or around it: `“…,” NAME said`, `…, said NAME`.

use crate::adjunct;
use crate::candidate::{Candidate, NOTHING};
use crate::clause;
use crate::continuation::{leads_on, rest};
use crate::following::finish;
use crate::frames::Frames;
use crate::groups::Groups;
use crate::lexicon::Cue;
use crate::order::{Order, attribution};
use crate::phrase;
use crate::standing::{is_headline, is_main, stands_alone};
use crate::tag::Tag;
use crate::unit::{Range, Unit};
use crate::verb::Verb;

/// Content before a verb.
pub(crate) fn find(unit: &Unit<'_>, verb: &Verb) -> Option<Candidate> {
    let cue = verb.cue;
    if !cue.frames.any(Frames::QUOTE) || unit.tag(verb.at) == Tag::Ing || verb.passive {
        return None;
    }
    let order = attribution(unit, verb)?;
    let (end, quoted) = content_before(unit, order.start)?;
    let addressee = addressee(unit, cue, &order);
    let told = addressee.as_ref().map_or(order.next, |phrase| phrase.end);
    let mut adjuncts = adjunct::skip(unit, told, Frames::default());
    adjuncts.addressee = adjuncts.addressee.or(addressee);
    let next = told.max(adjuncts.end);
    let begin = begin(unit, end, quoted);
    if begin >= end || !may_report(unit, verb, &order, quoted) {
        return None;
    }
    if (!quoted || unit.tag(begin) != Tag::Quote) && leads_on(unit, cue, next, quoted) {
        return None;
    }
    let first = begin..end;
    let direct = first.clone().all(|at| unit.tag(at) == Tag::Quote || unit.tag(at) == Tag::Comma);
    let whole = clause::is_clause(unit, begin, end) && !clause::lacks_verb(unit, end);
    let second = rest(unit, next, direct, whole);
    let ends = || next >= unit.end() && (whole && is_main(unit, &first) || is_headline(unit, cue, &first));
    if !quoted && second.is_empty() && !(stands_alone(unit, &first) || ends()) {
        return None;
    }
    // `But, said Lowe, “we sail.”`
    let opens = !second.is_empty()
        && order.inverted
        && !quoted
        && unit.tag(second.start) == Tag::Quote
        && !first.clone().any(|at| unit.tag(at).is_finite());
    let content = if opens { [second, NOTHING] } else { [first, second] };
    let (rule, score) = match (quoted, order.inverted) {
        (true, false) => ("quotation-name-cue", 0.97),
        (true, true) => ("quotation-cue-name", 0.97),
        (false, false) => ("clause-name-cue", 0.92),
        (false, true) => ("clause-cue-name", 0.92),
    };
    let found = Candidate { content, ..Candidate::new(rule, score, 0..0, 0..0) };
    Some(finish(unit, verb, Some(order.subject), found, adjuncts))
}

/// `Lowe told reporters`: who was told.
fn addressee(unit: &Unit<'_>, cue: &Cue, order: &Order) -> Option<Range> {
    let told = !order.inverted && cue.frames.any(Frames::ADDRESSEE);
    if told { phrase::starting(unit, order.next) } else { None }
}

/// Whether the verb may stand after content of this kind.
fn may_report(unit: &Unit<'_>, verb: &Verb, order: &Order, quoted: bool) -> bool {
    let cue = verb.cue;
    if order.inverted && (cue.lemma == "tell" || takes_object(unit, cue, order.start)) {
        return false;
    }
    if quoted {
        return true;
    }
    if order.inverted && (cue.class == "write" || cue.frames.any(Frames::NOUN.with(Frames::ADDRESSEE))) {
        return is_closing(unit, verb, order);
    }
    if !cue.belief && ends_sentence(unit, verb, order) {
        return true;
    }
    cue.frames.any(Frames::CLAUSE) && (!cue.belief || order.inverted || unit.is_of(verb.at, Groups::FIND))
}

/// `…, scientists warn.`: a subject and its verb with nothing behind them.
fn ends_sentence(unit: &Unit<'_>, verb: &Verb, order: &Order) -> bool {
    !order.inverted
        && verb.cue.frames.any(Frames::THAT)
        && unit.tag_before(order.start) == Tag::Comma
        && verb.group == order.subject.phrase.end
        && order.next >= unit.end()
        && matches!(unit.tag(verb.at), Tag::Past | Tag::Third | Tag::Base)
}

/// `…, noted Ms. Lowe.`: a name that ends the sentence behind a verb that might have an object.
fn is_closing(unit: &Unit<'_>, verb: &Verb, order: &Order) -> bool {
    let named = unit.tag_before(order.subject.phrase.end) == Tag::Name;
    let states = verb.cue.frames.any(Frames::CLAUSE) && !verb.cue.belief && verb.cue.lemma != "tell";
    let parted = unit.tag_before(order.start) == Tag::Comma && order.start == verb.at;
    named
        && states
        && parted
        && !unit.attributes(unit.start())
        && order.next >= unit.end()
        && matches!(unit.tag(verb.at), Tag::Past | Tag::Third)
}

/// `called it “absurd,” denounced her record`: whether a verb behind a word or two judges what follows it.
fn takes_object(unit: &Unit<'_>, cue: &Cue, start: usize) -> bool {
    let judges = matches!(cue.class, "criticize" | "praise" | "support") && cue.frames.any(Frames::NOUN);
    let quote = start - if unit.tag(start - 1) == Tag::Quote { 1 } else { 2 };
    judges && unit.words_inside(quote) < 3
}

/// An attribution that is all of its unit, after a quotation in the unit before: `“Who knows?” Ms. Lowe said.`
pub(crate) fn lone(unit: &Unit<'_>) -> Option<Candidate> {
    (0..unit.len().min(30)).find_map(|at| {
        let verb = Verb::read(unit, at)?;
        // `He put it on the table.`
        let put = verb.cue.particle == Some("it");
        if !verb.cue.frames.any(Frames::QUOTE) || verb.cue.belief || put || unit.tag(at) == Tag::Ing {
            return None;
        }
        let subject = verb.subject(unit).filter(|subject| {
            subject.direct && subject.start == 0 && !unit.is_any(0, &["this", "that", "it"])
        })?;
        let adjuncts = adjunct::skip(unit, verb.after, Frames::default());
        let found = Candidate::new("quotation-before", 0.8, 0..0, NOTHING);
        Some(finish(unit, &verb, Some(subject.clone()), found, adjuncts))
    })
}

/// Where the content before starts: at a quotation that a colon leads to, else with the unit.
fn begin(unit: &Unit<'_>, end: usize, quoted: bool) -> usize {
    let quote = if quoted { (0..end).rev().find(|at| unit.tag(*at) == Tag::Quote) } else { None };
    match quote {
        Some(quote) if unit.tag_before(quote) == Tag::Colon => quote,
        _ => unit.start(),
    }
}

/// The end of the content before an attribution that starts at `start`, and whether words in quotation marks end it.
fn content_before(unit: &Unit<'_>, start: usize) -> Option<(usize, bool)> {
    let last = start.checked_sub(1)?;
    match unit.tag(last) {
        // `On “Meet the Harbour,” Ms. Lowe said …`; but `It was on “Meet the Harbour,” Ms. Lowe said`.
        Tag::Quote if unit.is_title(last) && !clause::is_clause(unit, unit.start(), last) => None,
        Tag::Quote => Some((start, true)),
        Tag::Comma | Tag::Dash if last > 0 && unit.tag(last - 1) == Tag::Quote => {
            Some((last, is_speech(unit, last - 1)))
        }
        Tag::Comma if last > 0 => Some((last, false)),
        _ => None,
    }
}

/// Whether a quotation is what was said, rather than a term in it.
fn is_speech(unit: &Unit<'_>, quote: usize) -> bool {
    quote == unit.start() || unit.is_parted(quote) || unit.words_inside(quote) >= 4
}
