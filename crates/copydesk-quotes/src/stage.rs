//! The stage `quotes`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_text::Outline;

use crate::candidate::Candidate;
use crate::item::{self, Item, Place};
use crate::layer::Quote;
use crate::options::Quotes;
use crate::sieve;
use crate::story::Story;
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
        example: include_str!("../cases/example.md"),
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
    story: Story,
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
        scratch.story.clear();
        for place in &scratch.units {
            item::read(text, &scratch.outline, *place, &mut scratch.items);
            for items in scratch.items.chunks_mut(item::LONGEST) {
                item::finish(text, items);
                let unit = Unit { text, items, quotations: &scratch.outline.quotations };
                sieve::propose(&unit, &mut scratch.proposed);
                sieve::choose(&unit, self.options, &mut scratch.proposed, &mut scratch.kept);
                scratch.story.add(&unit, place.paragraph, &scratch.kept, self.options);
            }
        }
        for found in scratch.story.found.drain(..) {
            let spans = &found.value.spans;
            let whole = spans[0].cover(spans[spans.len() - 1]);
            out.annotate::<Quote>(whole, found.value);
        }
        Ok(())
    }
}
