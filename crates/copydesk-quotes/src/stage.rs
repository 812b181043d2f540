//! The stage `quotes`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_text::Outline;

use crate::candidate::Candidate;
use crate::found::{Found, found};
use crate::item::{self, Item, Place};
use crate::layer::Quote;
use crate::options::Quotes;
use crate::sieve;
use crate::tag::Tag;
use crate::unit::Unit;

declare_stage! {
    /// Finds quotations: who said what, directly, indirectly or both.
    pub static QUOTES: QuotesStage = {
        name: "quotes",
        summary: "finds quotations: who said what",
        requires: [],
        uses: [],
        provides: [Quote],
        edits: false,
        idempotent: true,
        example: "",
    }
}

/// The stage.
pub(crate) struct QuotesStage {
    options: Quotes,
}

/// Working memory.
#[derive(Default)]
pub(crate) struct Scratch {
    outline: Outline,
    units: Vec<Place>,
    items: Vec<Item>,
    proposed: Vec<Candidate>,
    kept: Vec<Candidate>,
    found: Vec<Found>,
}

impl Stage for QuotesStage {
    type Config = Quotes;
    type Scratch = Scratch;

    fn new(options: Quotes, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self { options })
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, scratch: &mut Scratch) -> Result<(), StageError> {
        let text = doc.text();
        scratch.outline.read(text);
        item::units(&scratch.outline, &mut scratch.units);
        scratch.found.clear();
        for place in &scratch.units {
            item::read(text, &scratch.outline, *place, &mut scratch.items);
            let unit = Unit { text, items: &scratch.items, quotations: &scratch.outline.quotations };
            sieve::propose(&unit, &mut scratch.proposed);
            sieve::choose(&unit, &self.options, &mut scratch.proposed, &mut scratch.kept);
            if scratch.kept.is_empty() {
                go_on(&unit, place.paragraph, &mut scratch.found);
            }
            let chosen = scratch.kept.iter().filter_map(|kept| found(&unit, place.paragraph, kept, &self.options));
            scratch.found.extend(chosen);
        }
        for found in scratch.found.drain(..) {
            let spans = &found.value.spans;
            let whole = spans[0].cover(spans[spans.len() - 1]);
            out.annotate::<Quote>(whole, found.value);
        }
        Ok(())
    }
}

/// Adds a unit that is a quotation and nothing else to the quotation before it: in its paragraph, or as the next one.
fn go_on(unit: &Unit<'_>, paragraph: usize, found: &mut [Found]) {
    let only = unit.items.iter().all(|item| matches!(item.tag, Tag::Quote | Tag::Stop | Tag::Comma));
    if unit.tag(0) != Tag::Quote || !only {
        return;
    }
    let Some(last) = found.last_mut().filter(|last| last.goes_on && last.paragraph + 1 >= paragraph) else { return };
    last.paragraph = paragraph;
    last.value.spans.extend(unit.span(&(0..unit.len())));
}
