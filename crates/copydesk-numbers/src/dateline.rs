//! Where the story was filed, which decides whose dollars, pounds and francs it means.

use copydesk_core::View;
use copydesk_wire::Dateline;

use crate::lexicon::{self, LONGEST, Nation, NationId};

/// The nation of the dateline's first place that is known.
pub(crate) fn nation(doc: View<'_>) -> Option<&'static Nation> {
    let dateline = doc.layer::<Dateline>().first()?;
    let mut words = dateline.value.places.iter().flat_map(|place| place.name.split([' ', '-', '/']));
    words.find_map(|word| named(word)?.nation.map(NationId::get))
}

fn named(word: &str) -> Option<&'static lexicon::Entry> {
    let mut bytes = [0; LONGEST];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    let half = |at: usize| u64::from_le_bytes(*bytes[at..].first_chunk().expect("a half has eight bytes"));
    Some(lexicon::entry(lexicon::find(lexicon::key([half(0), half(8)], word.len()))))
}
