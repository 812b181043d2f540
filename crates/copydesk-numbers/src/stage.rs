//! The stage `numbers`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_wire::Dateline;

use crate::atom::Atom;
use crate::context::Context;
use crate::time::Reference;
use crate::{Number, Options, dispatch, lex};

declare_stage! {
    /// Finds numbers, sums of money, quantities, dates and times, and says exactly what they mean.
    pub static NUMBERS: Numbers = {
        name: "numbers",
        summary: "gives numbers, money, quantities and dates their exact values",
        requires: [],
        uses: [Dateline],
        provides: [Number],
        edits: true,
        idempotent: true,
        example: include_str!("../cases/example.md"),
    }
}

/// The stage.
pub(crate) struct Numbers {
    options: Options,
}

impl Stage for Numbers {
    type Config = Options;
    type Scratch = Vec<Atom>;

    fn new(options: Options, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self { options })
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, atoms: &mut Vec<Atom>) -> Result<(), StageError> {
        lex::read(doc.text(), atoms);
        let reference = Reference::of(doc, atoms, &self.options);
        let cx = Context { text: doc.text(), atoms, options: &self.options, reference };
        dispatch::readings(&cx, |reading| {
            if let Some(value) = &reading.value {
                out.annotate::<Number>(reading.span(&cx), value.clone());
            }
        });
        Ok(())
    }
}
