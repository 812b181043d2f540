//! The subject that a verb shares with an earlier one of its clause.

use crate::subject::{Depth, REACH, Subject, find, relative};
use crate::tag::Tag;
use crate::unit::Unit;

/// The subject of an earlier verb of the same clause: `The union called a strike and said`.
pub(crate) fn shared(unit: &Unit<'_>, group: usize, depth: Depth) -> Option<Subject> {
    if let Some(relative) = in_relative(unit, group) {
        return Some(relative);
    }
    if depth.direct {
        return None;
    }
    let mut found = None;
    for at in group.saturating_sub(REACH)..group.saturating_sub(1) {
        let tag = unit.tag(at);
        let verb = tag.is_finite() || tag == Tag::Base && unit.tag_before(at) != Tag::To;
        if !verb || tag.helps_verb() && unit.group_start(at) != at {
            continue;
        }
        let Some(subject) = find(unit, at, depth.direct()).filter(|subject| subject.direct) else { continue };
        if subject.antecedent.is_none() && (found.is_none() || starts_clause(unit, subject.start)) {
            found = Some(Subject { direct: false, ..subject });
        }
    }
    found
}

/// Whether a clause that stands beside the first starts here: after `;`, or after `and` or `but`.
fn starts_clause(unit: &Unit<'_>, start: usize) -> bool {
    match unit.tag_before(start) {
        Tag::Semicolon | Tag::Quote | Tag::Stop | Tag::Dash => true,
        Tag::Cc => start > 1 && unit.tag(start - 2) == Tag::Comma,
        Tag::Comma => start > 1 && subordinate(unit, start - 1),
        _ => false,
    }
}

/// Whether the unit opens with a subordinate clause, which ends at this comma.
fn subordinate(unit: &Unit<'_>, comma: usize) -> bool {
    let opens = matches!(
        unit.tag(unit.start()),
        Tag::Sub | Tag::Wh | Tag::Prep | Tag::Ing | Tag::Participle | Tag::To
    );
    opens && !(unit.start()..comma).any(|at| unit.tag(at) == Tag::Comma)
}

/// `fans who love him and say`: the relative pronoun, if nothing but its clause stands between.
fn in_relative(unit: &Unit<'_>, group: usize) -> Option<Subject> {
    let from = group.saturating_sub(15);
    let pronoun = (from..group.saturating_sub(1)).rev().find(|at| unit.is_any(*at, &["who", "which"]))?;
    let between = (pronoun + 1..group - 1)
        .any(|at| matches!(unit.tag(at), Tag::Comma | Tag::Semicolon | Tag::Subject | Tag::That));
    if between || unit.tag_before(group) != Tag::Cc { None } else { relative(unit, pronoun) }
}
