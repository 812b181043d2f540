//! The stage `quotes`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_names::{Entity, Name, Positions};
use copydesk_text::Outline;

use crate::candidate::Candidate;
use crate::headline;
use crate::inside::{self, Inner};
use crate::item::{self, Item, Place};
use crate::layer::Quote;
use crate::options::Quotes;
use crate::resolve::resolve;
use crate::sieve;
use crate::story::Story;
use crate::unit::Unit;

declare_stage! {
    /// Finds quotations: who said what, directly, indirectly or both.
    pub static QUOTES: QuotesStage = {
        name: "quotes",
        summary: "finds quotations: who said what",
        requires: [],
        uses: [Name, Entity],
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
    units: Vec<Place>,
    items: Vec<Item>,
    proposed: Vec<Candidate>,
    kept: Vec<Candidate>,
    inner: Inner,
    story: Story,
    positions: Positions,
}

impl Stage for QuotesStage {
    type Config = Quotes;
    type Scratch = Scratch;

    fn new(options: Quotes, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self { options })
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, scratch: &mut Scratch) -> Result<(), StageError> {
        let text = doc.text();
        let outline = doc.reading::<Outline>();
        item::units(outline, &mut scratch.units);
        scratch.story.clear();
        for place in &scratch.units {
            item::read(text, outline, *place, &mut scratch.items);
            for items in scratch.items.chunks_mut(item::LONGEST) {
                item::finish(text, items);
                let unit = Unit { text, items, quotations: &outline.quotations };
                let heads = outline.paragraphs[place.paragraph].start == unit.items[0].start;
                sieve::propose(&unit, heads, &mut scratch.proposed);
                sieve::choose(&unit, self.options, &mut scratch.proposed, &mut scratch.kept);
                inside::add(
                    text,
                    outline,
                    &unit,
                    place.paragraph,
                    self.options,
                    &mut scratch.inner,
                    &mut scratch.story.found,
                );
                scratch.story.add(&unit, place.paragraph, &scratch.kept, &scratch.proposed, self.options);
            }
        }
        headline::link(text, outline, &mut scratch.story.found);
        let names = scratch.positions.read(doc.layer::<Name>(), doc.layer::<Entity>());
        for mut found in scratch.story.found.drain(..) {
            if !resolve(&mut found, names) {
                continue;
            }
            let spans = &found.value.spans;
            let whole = spans[0].cover(spans[spans.len() - 1]);
            out.annotate::<Quote>(whole, found.value);
        }
        Ok(())
    }
}
