//! What shows that a single unknown word names a human being.

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::rule::{Link, Rule};
use crate::traits::Trait;

/// Whether a mention shows that its entity is a human being: it speaks, has a title or post, or governs.
pub(crate) fn shows_human(doc: Doc<'_>, mention: &Found) -> bool {
    mention.stance.speaks || has_post(doc, mention) || governs(doc, mention)
}

/// `President Obama`; `Castro, 41, the secretary of housing`. A word for what somebody is or is like shows nothing: behind
/// `native` and `conservative` stand other names too.
fn has_post(doc: Doc<'_>, mention: &Found) -> bool {
    let tied = mention.is_named() || mention.link == Link::Apposition;
    let post = |noun| {
        doc.has(noun, Class::OFFICE | Class::TITLE) && !doc.has(noun, Class::MODIFIER | Class::DEMONYM)
    };
    mention.is_one_person() && tied && mention.noun != NONE && post(mention.noun as usize)
}

/// `the Obama administration`, `Obama's cabinet`, but not `the Soviet-dominated regime`.
fn governs(doc: Doc<'_>, mention: &Found) -> bool {
    let behind = mention.last as usize + usize::from(mention.stance.possessive);
    mention.rule == Rule::OneWord
        && behind < doc.of_tokens.len()
        && doc.has_trait(behind, Trait::Governed)
        && !doc.text_of(mention.head.0 as usize).contains('-')
}
