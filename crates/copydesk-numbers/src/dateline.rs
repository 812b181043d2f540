//! Where the story was filed, which decides whose dollars, pounds and francs it means.

use copydesk_core::View;
use copydesk_wire::Dateline;

use crate::lexicon::{self, Nation, NationId};

/// The nation of the dateline's first place that is known.
pub(crate) fn nation(doc: View<'_>) -> Option<&'static Nation> {
    let dateline = doc.layer::<Dateline>().first()?;
    let mut words = dateline.value.places.iter().flat_map(|place| place.name.split([' ', '-', '/']));
    words.find_map(|word| lexicon::named(&[word])?.nation.map(NationId::get))
}
