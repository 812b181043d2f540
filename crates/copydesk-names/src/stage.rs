//! The stage `names`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_text::Outline;

use crate::cast::Cast;
use crate::doc::Parts;
use crate::find::find;
use crate::found::Found;
use crate::lexicon::{Lexicon, lexicon};
use crate::link::link;
use crate::listing::Listing;
use crate::options::Options;
use crate::output::write;
use crate::reading::Words;
use crate::stance::settle;
use crate::{Entity, Name};

declare_stage! {
    #[doc = include_str!("../manual.md")]
    pub static NAMES: NamesStage = {
        name: "names",
        summary: "finds people, organisations and offices, and which mentions are the same",
        requires: [],
        uses: [],
        provides: [Name, Entity],
        edits: false,
        idempotent: true,
        example: include_str!("../cases/example.md"),
    }
}

/// The stage.
pub(crate) struct NamesStage {
    lexicon: &'static Lexicon,
    options: Options,
}

/// Working memory of one thread.
#[derive(Default)]
pub(crate) struct Scratch {
    words: Words,
    found: Vec<Found>,
    cast: Cast,
    listing: Listing,
}

impl Stage for NamesStage {
    type Config = Options;
    type Scratch = Scratch;

    fn new(options: Options, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self { lexicon: lexicon(), options })
    }

    fn run(&self, view: View<'_>, out: &mut Output<'_>, scratch: &mut Scratch) -> Result<(), StageError> {
        let outline = view.reading::<Outline>();
        scratch.words.read(view.text(), outline, self.lexicon);
        let parts = Parts::new(view.text(), outline, &scratch.words, self.lexicon);
        let doc = parts.doc();
        scratch.found.clear();
        scratch.cast.clear();
        find(doc, &mut scratch.found);
        settle(doc, &mut scratch.found);
        link(doc, &mut scratch.cast, &mut scratch.found);
        scratch.listing.show(&scratch.cast, &mut scratch.found, &self.options);
        write(doc, &scratch.cast, &mut scratch.found, &mut scratch.listing, out);
        Ok(())
    }
}
