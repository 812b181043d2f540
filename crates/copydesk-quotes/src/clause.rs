//! Whether words are a clause of their own: whether a verb among them is of no other clause.

use crate::roles::Roles;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// What was read of a clause before its verb.
#[derive(Default)]
struct Read {
    /// Clauses inside it that still wait for their verb.
    owed: usize,
    commas: usize,
    /// Whether there was such a clause.
    relative: bool,
    /// Whether a participle opened something set aside, which a comma closes.
    aside: bool,
}

/// Whether items behind the first of a clause have its verb.
pub(crate) fn has_verb(unit: &Unit<'_>, mut range: Range) -> bool {
    let mut read = Read::default();
    range.find_map(|at| read.verb(unit, at)).unwrap_or(false)
}

impl Read {
    /// Whether an item is the clause's verb, if that is decided by it.
    fn verb(&mut self, unit: &Unit<'_>, at: usize) -> Option<bool> {
        let tag = unit.tag(at);
        let quoted = tag == Tag::Quote && unit.words_inside(at) >= 2;
        let plain = tag == Tag::Base && plain_present(unit, at);
        if !(tag.is_finite() && !unit.tag_before(at).is_finite() || quoted || plain) {
            self.pass(unit, at);
            return None;
        }
        if self.owed > 0 {
            self.owed -= 1;
            return None;
        }
        match unit.tag_before(unit.group_start(at)) {
            _ if quoted => Some(true),
            // `who left and came back`
            Tag::Cc if self.relative => None,
            // `costs, combined with taxes, are`
            Tag::Comma if self.commas == 1 && tag == Tag::Past && !unit.has_role(at, Roles::SPEECH_VERB) => {
                self.aside = true;
                None
            }
            // `claimed a victory but trails`: the verb goes on with the clause before.
            Tag::Cc => Some(false),
            Tag::Comma if self.commas == 1 => Some(self.relative),
            before => Some(!self.aside || before == Tag::Comma),
        }
    }

    fn pass(&mut self, unit: &Unit<'_>, at: usize) {
        match unit.tag(at) {
            Tag::Comma => self.commas += 1,
            Tag::Dash => self.owed = 0,
            _ if owes_verb(unit, at) => {
                self.owed += 1;
                self.relative = true;
            }
            _ => {}
        }
    }
}

/// Whether a clause starts here that has the next verb to itself: `… that he made`, `… because it was late`.
fn owes_verb(unit: &Unit<'_>, at: usize) -> bool {
    match unit.tag(at) {
        Tag::That => {
            // `an agreement that covers it`: a noun of mind stands for itself there.
            unit.tag_before(at).is_nominal() && (!is_of_mind(unit, at - 1) || unit.tag(at + 1).is_finite())
        }
        Tag::Wh => true,
        Tag::Sub => {
            // `while in hospital`, `once opened`
            let reduced = matches!(unit.tag(at + 1), Tag::Prep | Tag::Ing | Tag::Participle);
            unit.is_any(at, &["because", "once", "while", "although", "though", "unless"]) && !reduced
                || unit.tag(at + 1) == Tag::Subject
        }
        _ => false,
    }
}

/// `his belief that …`: whether a noun is about what somebody thinks, which a clause behind it says.
fn is_of_mind(unit: &Unit<'_>, noun: usize) -> bool {
    unit.has_role(noun, Roles::NOUN) && !unit.has_role(noun, Roles::SPEECH_NOUN)
}

/// `underscores that contrast`, `proposed just that in May`: whether no clause follows `that`.
pub(crate) fn is_pointed_at(unit: &Unit<'_>, that: usize, end: usize) -> bool {
    let verb = |at: usize| unit.tag(at).is_finite() || unit.tag(at).is_verb() || unit.tag(at) == Tag::Quote;
    (matches!(unit.tag(that + 1), Tag::Noun | Tag::Time) || unit.is_any(that + 1, &["in", "on", "at"]))
        && !(that + 1..end).any(verb)
}

/// Whether a clause of its own starts at `from`: a subject and a verb that goes with it.
pub(crate) fn is_clause(unit: &Unit<'_>, from: usize, end: usize) -> bool {
    let start = match unit.tag(from) {
        Tag::Cc | Tag::Adverb | Tag::Sub | Tag::Prep | Tag::Neg | Tag::Particle => from + 1,
        _ => from,
    };
    if unit.tag(start) == Tag::Object {
        return false;
    }
    if !unit.tag(start).starts_phrase()
        && !unit.is(start, "being")
        && !matches!(
            unit.tag(start),
            Tag::Quote | Tag::Ing | Tag::Have | Tag::Wh | Tag::To | Tag::Plural | Tag::Sub | Tag::Prep
        )
    {
        return false;
    }
    if unit.tag(start) == Tag::SubjectModal {
        return true;
    }
    has_verb(unit, start + 1..end.min(start + 40))
}

/// `The man had`: whether a clause ends with a helper that waits for its verb.
pub(crate) fn lacks_verb(unit: &Unit<'_>, end: usize) -> bool {
    matches!(unit.tag_before(end), Tag::Have | Tag::Modal | Tag::Be | Tag::Do)
}

/// Whether a verb's plain form is a present rather than an infinitive.
pub(crate) fn plain_present(unit: &Unit<'_>, at: usize) -> bool {
    let helper = (0..at).rev().find(|at| !matches!(unit.tag(*at), Tag::Adverb | Tag::Neg));
    helper.is_none_or(|helper| unit.tag(helper) != Tag::To)
}

/// The longest relative clause before the verb of what it tells of, in items.
const RELATIVE: usize = 30;

/// `the plan, which was late, would fail`: the comma that closes the relative clause before the verb of what it tells of.
pub(crate) fn relative_end(unit: &Unit<'_>, comma: usize) -> Option<usize> {
    let verb = |tag: Tag| tag.is_finite() || tag == Tag::Base;
    let mut reach = comma + 2..unit.end().min(comma + RELATIVE);
    let end = reach.find(|at| unit.tag(*at) == Tag::Comma && verb(unit.tag(at + 1)));
    let opens = unit.is(comma + 1, "which") || matches!(unit.tag(comma + 1), Tag::Past | Tag::Participle);
    end.filter(|_| opens && unit.tag(comma + 2) != Tag::Comma)
}
