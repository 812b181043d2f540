//! Where the content that follows a reporting word ends.

use crate::clause;
use crate::frames::Frames;
use crate::tag::Tag;
use crate::unit::Unit;

/// What the content is, which says where it may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A clause, which takes in what modifies its verb.
    Clause,
    /// A noun phrase or an infinitive: a time or a subordinate clause after it modifies the reporting verb.
    Phrase,
}

/// The end of the content that starts at `from`. `past` is whether the reporting verb is in the past.
pub(crate) fn end(unit: &Unit<'_>, from: usize, form: Form, past: bool) -> usize {
    let last = last(unit, from);
    let mut at = from;
    let mut finite = false;
    while at < last {
        match unit.tag(at) {
            Tag::Semicolon => return at,
            Tag::Stop
                if at > from && unit.text.as_bytes().get(unit.items[at].end as usize) == Some(&b' ') =>
            {
                return at;
            }
            Tag::Open => at = closing(unit, at, last),
            Tag::Comma
                if !finite
                    && form == Form::Clause
                    && let Some(close) = clause::relative_end(unit, at) =>
            {
                at = close;
            }
            Tag::Comma if unit.attributes(at + 1) || unit.is(at + 1, "according") => return at,
            Tag::Comma if ends_at_comma(unit, at, at - from, form, finite) => return at,
            Tag::Cc if ends_at_conjunction(unit, at, past, finite) => return at,
            Tag::Dash if at > from && ends_at_dash(unit, at, last) => return at,
            Tag::Quote if (finite || form == Form::Phrase || at == from) && ends_after_quote(unit, at) => {
                return at + 1;
            }
            _ if form == Form::Phrase && at > from + 1 && modifies_verb(unit, at) => return at,
            tag => finite |= tag.is_finite(),
        }
        at += 1;
    }
    last
}

/// The unit's end, without the bracket that closes around the whole of it.
fn last(unit: &Unit<'_>, from: usize) -> usize {
    let mut last = unit.end();
    while last > from
        && (unit.tag(last - 1) == Tag::Stop
            || unit.tag(last - 1) == Tag::Close && !(from..last).any(|at| unit.tag(at) == Tag::Open))
    {
        last -= 1;
    }
    last
}

/// Whether a time or a subordinate clause starts here.
fn modifies_verb(unit: &Unit<'_>, at: usize) -> bool {
    match unit.tag(at) {
        Tag::Sub | Tag::Wh => {
            unit.is_any(at, &["after", "when", "before", "while", "although", "though", "until"])
        }
        Tag::Prep if unit.is_any(at, &["during", "despite"]) => true,
        Tag::Prep if unit.is_any(at, &["on", "in", "at"]) => {
            crate::phrase::leads_to_time(unit, at + 1) || crate::adjunct::names_medium(unit, at)
        }
        Tag::Time => !matches!(unit.tag(at + 1), Tag::Noun | Tag::Plural | Tag::Name | Tag::Genitive),
        _ => false,
    }
}

/// The end of content whose clause a subordinator opens, or that a participle at the unit's `head` leads to: `When she
/// said it was late, the crowd left`.
pub(crate) fn within(unit: &Unit<'_>, subject: usize, head: bool, from: usize, end: usize) -> usize {
    let opens = subject > 0
        && (unit.tag(subject - 1) == Tag::Sub || unit.is_any(subject - 1, &["when", "where", "whenever"]))
        && !unit.is(subject - 1, "as");
    let as_head = subject == 1 && unit.is(0, "as");
    if !opens && !as_head && !head {
        return end;
    }
    let comma = (from..end).find(|at| {
        unit.tag(*at) == Tag::Comma
            && unit.tag(at + 1).starts_phrase()
            && clause::is_clause(unit, at + 1, unit.end())
    });
    comma.unwrap_or(end)
}

fn closing(unit: &Unit<'_>, open: usize, last: usize) -> usize {
    (open..last).find(|at| unit.tag(*at) == Tag::Close).unwrap_or(open)
}

/// Words that report and so start an attribution of their own after a comma.
fn reports(unit: &Unit<'_>, at: usize) -> bool {
    let verb = if unit.tag(at) == Tag::Adverb { at + 1 } else { at };
    unit.verb_cue(verb).is_some_and(|(cue, _)| !cue.belief)
}

fn ends_at_comma(unit: &Unit<'_>, comma: usize, length: usize, form: Form, finite: bool) -> bool {
    // Before the clause has its verb, a comma parts what stands aside of its subject.
    let whole = finite || form == Form::Phrase;
    let next = comma + 1;
    if form == Form::Phrase && unit.is_any(next, &["the", "who", "when", "so", "but", "where"]) {
        return true;
    }
    if unit.is(next, "despite") {
        return true;
    }
    match unit.tag(next) {
        Tag::Ing => reports(unit, next) || length >= 5 && !unit.is(next, "including"),
        Tag::Adverb if unit.tag(next + 1) == Tag::Ing => true,
        Tag::Cc => ends_at_comma_and(unit, next),
        Tag::Wh => unit.is(next, "which"),
        Tag::Sub => unit.is_any(next, &["while", "although", "though", "whereas"]),
        Tag::Adverb => unit.is(next, "even") && unit.tag(next + 1) == Tag::Sub,
        Tag::Det => whole && unit.is_any(next, &["a", "an"]) && is_apposition(unit, next),
        Tag::Past | Tag::Third => whole,
        _ => false,
    }
}

/// `, a move that …`: a noun phrase that comments on what was said.
fn is_apposition(unit: &Unit<'_>, at: usize) -> bool {
    let end = crate::phrase::core_end(unit, at);
    end > at + 1 && !matches!(unit.tag(end), Tag::Comma | Tag::Cc) && !unit.tag(end).is_finite()
}

fn ends_at_comma_and(unit: &Unit<'_>, at: usize) -> bool {
    let next = unit.tag(at + 1);
    let but = unit.is_any(at, &["but", "yet"]);
    match next {
        Tag::Past | Tag::Third => true,
        _ if unit.attributes(at + 1) => true,
        _ if but => next.starts_phrase() || next == Tag::Adverb || next == Tag::Sub,
        _ => false,
    }
}

fn ends_at_conjunction(unit: &Unit<'_>, at: usize, past: bool, finite: bool) -> bool {
    let next = if unit.tag(at + 1) == Tag::Adverb { at + 2 } else { at + 1 };
    let reports = unit.verb_cue(next).is_some_and(|(cue, _)| !cue.belief || !finite);
    if finite && speaks_in_turn(unit, at + 1) {
        return true;
    }
    match unit.tag(next) {
        Tag::Past if past => reports || !finite || unit.is(at, "but"),
        Tag::Past => reports,
        Tag::Third => !past && (reports || !finite),
        Tag::Ing => reports && !finite,
        _ => false,
    }
}

/// `and Berg said`: somebody else right after the conjunction reports something.
fn speaks_in_turn(unit: &Unit<'_>, from: usize) -> bool {
    let name = if unit.tag(from) == Tag::Subject { from + 1 } else { crate::phrase::core_end(unit, from) };
    name > from
        && matches!(unit.tag(name), Tag::Past | Tag::Third)
        && unit.verb_cue(name).is_some_and(|(cue, _)| !cue.belief)
}

/// A lone dash before a comment: ` – a rather explicit reference`.
fn ends_at_dash(unit: &Unit<'_>, at: usize, last: usize) -> bool {
    let paired = (at + 1..last).any(|at| unit.tag(at) == Tag::Dash);
    !paired && matches!(unit.tag(at + 1), Tag::Det | Tag::Wh | Tag::Ing | Tag::Cc | Tag::Adverb)
}

fn ends_after_quote(unit: &Unit<'_>, at: usize) -> bool {
    let inner = unit.inner(at).trim_end_matches(['\'', '’', '”', '"', ' ']);
    // `called it “a gift,” and I agree`
    let next = unit.tag(at + 1);
    inner.ends_with(',')
        && (!matches!(next, Tag::Quote | Tag::Cc) || next == Tag::Cc && unit.tag(at + 2) == Tag::Subject)
}

/// The frame that a preposition or another opening asks of a reporting word.
pub(crate) fn frame_at(unit: &Unit<'_>, at: usize) -> Frames {
    match unit.tag(at) {
        Tag::That => Frames::THAT,
        // `told them when asked about it`
        Tag::Wh if unit.is(at, "when") && matches!(unit.tag(at + 1), Tag::Past | Tag::Participle) => {
            Frames::default()
        }
        Tag::Wh => Frames::WH,
        Tag::Sub if unit.is(at, "if") => Frames::WH,
        Tag::To => Frames::TO,
        Tag::Ing => Frames::GERUND,
        Tag::Have if unit.is(at, "having") => Frames::GERUND,
        Tag::Prep | Tag::Sub => unit.leads_to(at),
        _ => Frames::default(),
    }
}
