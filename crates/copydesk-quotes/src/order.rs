//! How an attribution behind its content stands: `Lowe said` or `said Lowe`.

use crate::phrase;
use crate::roles::Roles;
use crate::subject::Subject;
use crate::tag::Tag;
use crate::unit::Unit;
use crate::verb::Verb;

/// How an attribution stands: its subject, its first item, the item after it, and whether the verb comes first.
pub(crate) struct Order {
    pub(crate) subject: Subject,
    pub(crate) start: usize,
    pub(crate) next: usize,
    pub(crate) inverted: bool,
}

/// The subject on either side of the verb.
pub(crate) fn attribution(unit: &Unit<'_>, verb: &Verb) -> Option<Order> {
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
