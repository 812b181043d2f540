//! The layers, written from the mentions and the cast.

use copydesk_core::prelude::*;

use crate::cast::Cast;
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::listing::Listing;
use crate::rule::{Link, Rule};
use crate::stance::sort;
use crate::{Entity, Name, NameValue};

/// Writes both layers, each in the order in which a layer is kept.
pub(crate) fn write(
    doc: Doc<'_>,
    cast: &Cast,
    found: &mut [Found],
    listing: &mut Listing,
    out: &mut Output<'_>,
) {
    listing.number(doc, cast, found);
    sort(found, |mention| (mention.first, mention.last));
    for mention in found.iter().filter(|mention| mention.rule != Rule::None) {
        let entity = (mention.entity != NONE).then(|| listing.ids[mention.entity as usize]);
        let kind = match entity.and_then(|id| listing.entities[id as usize].as_ref()) {
            Some(entity) if mention.is_named() => entity.kind,
            _ => mention.kind,
        };
        let value = NameValue {
            entity,
            kind,
            form: mention.form,
            head: doc.span(mention.head.0, mention.head.1),
            gender: mention.gender,
            number: mention.number,
            confidence: confidence(mention),
            rule: mention.rule.name(),
            link: mention.link.name(),
        };
        out.annotate::<Name>(doc.span(mention.first, mention.last), value);
    }
    listing.order.sort_unstable();
    for (place, id) in listing.order.drain(..) {
        let entity = listing.entities[id as usize].take();
        out.annotate::<Entity>(place, entity.expect("every id has an entity"));
    }
}

/// How sure the entity is: as sure as the mention, less where the tie is a guess.
pub(crate) fn confidence(mention: &Found) -> f32 {
    let tie = match mention.link {
        Link::Pronoun | Link::BodyAtHand => 0.75,
        Link::RoleThenName => 0.7,
        Link::Unresolved => 0.0,
        Link::Noun | Link::Age => 0.85,
        _ => 1.0,
    };
    (mention.confidence * tie * 100.0 + 0.5).trunc() / 100.0
}
