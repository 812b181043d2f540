//! Whether what stands before an attribution can be all that it reports.

use crate::lexicon::Cue;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// `Repairing the ferry takes a week`, `If it was late it would sail`; not `When asked about it`: whether a clause is no part
/// of another, or has it behind it without a comma.
pub(crate) fn is_main(unit: &Unit<'_>, content: &Range) -> bool {
    if !matches!(unit.tag(content.start), Tag::Sub | Tag::Wh) {
        return true;
    }
    let verb = |at: &usize| unit.tag(*at).is_finite() && unit.group_start(*at) == *at;
    let subjects = content.clone().filter(|at| unit.tag(*at) == Tag::Subject || unit.is(*at, "it"));
    content.clone().filter(verb).count() > 1 && subjects.count() > 0
}

/// `Ferry not for everyone, says Lowe`: whether content is a headline's, which needs no verb.
pub(crate) fn is_headline(unit: &Unit<'_>, cue: &Cue, content: &Range) -> bool {
    let opens = matches!(
        unit.tag(content.start),
        Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Ing | Tag::Base | Tag::Number
    );
    let opens =
        opens || unit.tag(content.start) == Tag::Participle && unit.tag(content.start + 1) == Tag::Noun;
    opens
        && cue.lemma != "tell"
        && content.len() >= 3
        && unit.end() == unit.len()
        && unit.tag(content.end) == Tag::Comma
}

/// Whether content is more than an adverb or a subordinate clause before the sentence proper.
pub(crate) fn stands_alone(unit: &Unit<'_>, content: &Range) -> bool {
    let aside = matches!(
        unit.tag(content.start),
        Tag::Sub | Tag::Prep | Tag::Ing | Tag::Wh | Tag::Participle | Tag::Time
    );
    // `At least two crews are out`, `Cooked meals are salty`
    let counts = unit.is_any(content.start + 1, &["least", "most"]);
    let modifies = unit.tag(content.start) == Tag::Participle
        && matches!(unit.tag(content.start + 1), Tag::Noun | Tag::Plural);
    let aside = aside && !counts && !modifies;
    let one = !content.clone().any(|at| unit.tag(at) == Tag::Comma);
    let quoted = content.clone().any(|at| unit.tag(at) == Tag::Quote && unit.words_inside(at) >= 3);
    let finite = content.clone().any(|at| unit.tag(at).is_finite());
    quoted || (finite && !(aside && one))
}
