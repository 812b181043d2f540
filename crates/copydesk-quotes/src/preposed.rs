//! Sieves for content that stands before its attribution, or around it: `“…,” NAME said`, `…, said NAME`.

use crate::adjunct;
use crate::candidate::{Candidate, NOTHING};
use crate::content::{self, Form};
use crate::following::finish;
use crate::frames::Frames;
use crate::groups::Groups;
use crate::lexicon::Cue;
use crate::phrase;
use crate::roles::Roles;
use crate::subject::Subject;
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
    let whole = content::is_clause(unit, begin, end) && !content::lacks_verb(unit, end);
    let second = rest(unit, next, direct, whole);
    if !quoted && second.is_empty() && !stands_alone(unit, &first) {
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
    cue.frames.any(Frames::CLAUSE) && (!cue.belief || order.inverted || unit.is_of(verb.at, Groups::FIND))
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

/// Whether content follows, so that what stands before is none: `In a letter, she wrote, “We …”`.
fn leads_on(unit: &Unit<'_>, cue: &Cue, next: usize, quoted: bool) -> bool {
    if leads_to_quotation(unit, next) || unit.tag(next) == Tag::That {
        return true;
    }
    if quoted {
        return unit.tag(next) != Tag::Comma
            && cue.frames.any(Frames::CLAUSE)
            && content::is_clause(unit, next, unit.end());
    }
    !is_final(unit, next)
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

/// How an attribution stands: its subject, its first item, the item after it, and whether the verb comes first.
struct Order {
    subject: Subject,
    start: usize,
    next: usize,
    inverted: bool,
}

/// The subject on either side of the verb.
fn attribution(unit: &Unit<'_>, verb: &Verb) -> Option<Order> {
    match unit.tag_before(verb.group) {
        Tag::Quote => inverted(unit, verb),
        Tag::Comma | Tag::Dash => {
            // `“…,” Ms. Lowe, 60, said` before `…, said Ms. Lowe`.
            let upright = upright(unit, verb).filter(|order| {
                matches!(unit.tag_before(order.start), Tag::Quote)
                    || unit.tag_before(order.start) == Tag::Comma && unit.tag(order.start - 2) == Tag::Quote
            });
            upright.or_else(|| inverted(unit, verb)).or_else(|| self::upright(unit, verb))
        }
        _ => upright(unit, verb),
    }
}

fn upright(unit: &Unit<'_>, verb: &Verb) -> Option<Order> {
    let subject = verb.subject(unit).filter(|subject| subject.direct && subject.antecedent.is_none())?;
    Some(Order { start: subject.start, subject: subject.clone(), next: verb.after, inverted: false })
}

fn inverted(unit: &Unit<'_>, verb: &Verb) -> Option<Order> {
    let quote = verb.group.checked_sub(1).filter(|at| unit.tag(*at) == Tag::Quote);
    if quote.is_some_and(|at| unit.tag(verb.at) == Tag::Base && !unit.is_parted(at)) {
        // `“top secret” email chains`
        return None;
    }
    let phrase = phrase::starting(unit, verb.after)?;
    if unit.tag(phrase.start) == Tag::Object || unit.tag(phrase.end) == Tag::That {
        return None;
    }
    if quote.is_some_and(|quote| stands_aside(unit, quote)) {
        return None;
    }
    let told = !verb.cue.belief && ends_with_relative(unit, phrase.end);
    let next = if told { unit.len() } else { apposition_end(unit, phrase.end) };
    let subject = Subject { start: phrase.start, phrase, antecedent: None, direct: true };
    Some(Order { subject, start: verb.group, next, inverted: true })
}

/// `Ms. Lowe, citing “costs,” said the ferry …`: whether the words in quotation marks belong to what stands aside of the
/// verb's subject, rather than to what was said.
fn stands_aside(unit: &Unit<'_>, quote: usize) -> bool {
    let subject = phrase::starting(unit, unit.start()).filter(|phrase| unit.tag(phrase.end) == Tag::Comma);
    let Some(subject) = subject.filter(|subject| subject.end + 1 < quote) else { return false };
    let aside = subject.end + 1;
    let relative = usize::from(unit.is_any(aside, &["who", "which", "whose"]));
    let verbs = (aside..quote).filter(|at| unit.tag(*at).is_finite() && unit.group_start(*at) == *at).count();
    let opens =
        matches!(unit.tag(aside), Tag::Wh | Tag::Ing | Tag::Participle | Tag::Past | Tag::Det | Tag::Noun);
    opens && verbs <= relative + usize::from(unit.tag(aside) == Tag::Past)
}

/// `said Ms. Lowe, the mayor of Arlen`: past what stands aside; a relative clause is taken to run to the end.
fn apposition_end(unit: &Unit<'_>, at: usize) -> usize {
    let aside = matches!(
        unit.tag(at + 1),
        Tag::Det | Tag::Noun | Tag::Number | Tag::Wh | Tag::Adjective | Tag::Poss | Tag::Name
    );
    if unit.tag(at) != Tag::Comma || !aside {
        return at;
    }
    let mark = |at: &usize| matches!(unit.tag(*at), Tag::Comma | Tag::Stop | Tag::Quote | Tag::Colon);
    let close = (at + 1..unit.len()).find(mark);
    close.filter(|close| unit.tag(*close) != Tag::Quote).unwrap_or(unit.len())
}

/// `said the woman who runs the ferry.`: whether a relative clause and nothing else follows.
fn ends_with_relative(unit: &Unit<'_>, at: usize) -> bool {
    let part = |at| match unit.tag(at) {
        Tag::Quote => unit.is_parted(at),
        tag => matches!(tag, Tag::Comma | Tag::Colon | Tag::Semicolon | Tag::Dash),
    };
    unit.has_role(at, Roles::WHO) && !(at..unit.len()).any(part)
}

/// The end of the content before an attribution that starts at `start`, and whether words in quotation marks end it.
fn content_before(unit: &Unit<'_>, start: usize) -> Option<(usize, bool)> {
    let last = start.checked_sub(1)?;
    match unit.tag(last) {
        // `On “Meet the Harbour,” Ms. Lowe said …`; but `It was on “Meet the Harbour,” Ms. Lowe said`.
        Tag::Quote if unit.is_title(last) && !content::is_clause(unit, unit.start(), last) => None,
        Tag::Quote => Some((start, true)),
        Tag::Comma | Tag::Dash if last > 0 && unit.tag(last - 1) == Tag::Quote => {
            Some((last, is_speech(unit, last - 1)))
        }
        Tag::Comma if last > 0 => Some((last, false)),
        _ => None,
    }
}

/// Whether words in quotation marks that are a sentence of their own follow.
fn leads_to_quotation(unit: &Unit<'_>, at: usize) -> bool {
    let quote = if matches!(unit.tag(at), Tag::Comma | Tag::Colon) { at + 1 } else { at };
    unit.tag(quote) == Tag::Quote
        && (unit.tag(at) == Tag::Colon
            || unit.inner(quote).trim_start_matches(['\'', '‘', '“', '"']).starts_with(char::is_uppercase))
}

/// Whether content is more than an adverb or a subordinate clause before the sentence proper.
fn stands_alone(unit: &Unit<'_>, content: &Range) -> bool {
    let aside = matches!(
        unit.tag(content.start),
        Tag::Sub | Tag::Prep | Tag::Ing | Tag::Wh | Tag::Participle | Tag::Time
    );
    // `At least two crews are out`
    let aside = aside && !unit.is_any(content.start + 1, &["least", "most"]);
    let one = !content.clone().any(|at| unit.tag(at) == Tag::Comma);
    let quoted = content.clone().any(|at| unit.tag(at) == Tag::Quote && unit.words_inside(at) >= 3);
    let finite = content.clone().any(|at| unit.tag(at).is_finite());
    quoted || (finite && !(aside && one))
}

/// Whether a quotation is what was said, rather than a term in it.
fn is_speech(unit: &Unit<'_>, quote: usize) -> bool {
    quote == unit.start() || unit.is_parted(quote) || unit.words_inside(quote) >= 4
}

/// Whether nothing that could be content follows the attribution.
fn is_final(unit: &Unit<'_>, at: usize) -> bool {
    at >= unit.end()
        || matches!(
            unit.tag(at),
            Tag::Comma | Tag::Stop | Tag::Sub | Tag::Prep | Tag::Ing | Tag::Dash | Tag::Semicolon | Tag::Open
        )
}

/// `said on “Meet the Harbour.” “We sail.”`: whether what goes on stands behind a title.
fn leads_past_title(unit: &Unit<'_>, at: usize) -> bool {
    unit.is_title(at) && !matches!(unit.tag(at + 1), Tag::Ing | Tag::Cc)
}

/// The content that goes on after the attribution.
fn rest(unit: &Unit<'_>, at: usize, direct: bool, whole: bool) -> Range {
    let mark = (at..unit.len().min(at + 30)).find(|at| {
        matches!(unit.tag(*at), Tag::Comma | Tag::Quote | Tag::Colon | Tag::Semicolon | Tag::Stop)
            && !(unit.tag(*at) == Tag::Quote && leads_past_title(unit, *at))
    });
    let Some(mark) = mark else { return NOTHING };
    let from = if unit.tag(mark) == Tag::Quote { mark } else { mark + 1 };
    if from >= unit.end() || unit.tag(mark) == Tag::Semicolon {
        return NOTHING;
    }
    if unit.tag(mark) == Tag::Quote && unit.is_title(mark) {
        return NOTHING;
    }
    if unit.tag(from) == Tag::Quote {
        // `said Falk the “Bote”`: a name, not words that go on.
        if unit.tag(mark) == Tag::Quote && !unit.is_parted(from) && unit.words_inside(from) < 4 {
            return NOTHING;
        }
        let end = if unit.is_parted(from) { from + 1 } else { content::end(unit, from, Form::Clause, true) };
        return from..end;
    }
    let may = !matches!(unit.tag(from), Tag::Ing | Tag::Wh | Tag::Cc)
        && !unit.is_any(from, &["according", "while", "even", "although", "though", "after", "before", "as"]);
    if direct || mark != at || !may || whole && !unit.tag(from).starts_phrase() && unit.tag(from) != Tag::That
    {
        return NOTHING;
    }
    from..content::end(unit, from, Form::Clause, true)
}
