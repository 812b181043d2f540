//! The stage `numbers`.

use std::cell::OnceCell;

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_wire::Dateline;

use crate::atom::Atom;
use crate::context::Context;
use crate::number::modifier;
use crate::options::Rewrite;
use crate::time::Reference;
use crate::{Number, Options, Value, dateline, dispatch, lex, rewrite};

declare_stage! {
    #[doc = include_str!("manual.md")]
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

/// What a thread keeps: the atoms of a text, and an edit's text.
#[derive(Default)]
pub(crate) struct Scratch {
    atoms: Vec<Atom>,
    written: String,
}

impl Stage for Numbers {
    type Config = Options;
    type Scratch = Scratch;

    fn new(options: Options, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self { options })
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, scratch: &mut Scratch) -> Result<(), StageError> {
        let Scratch { atoms, written } = scratch;
        lex::read(doc.text(), atoms);
        let reference = Reference::of(doc, atoms, &self.options);
        let (foreign, nation) = (OnceCell::new(), dateline::nation(doc));
        let cx =
            Context { text: doc.text(), atoms, options: &self.options, reference, nation, foreign: &foreign };
        dispatch::readings(&cx, |reading| {
            if self.options.rewrite != Rewrite::None {
                rewrite::edit(&cx, &reading, out, written);
            }
            let span = reading.span(&cx);
            if let Some(mut value) = reading.value {
                if !matches!(value.value, Some(Value::Time(_))) {
                    value.modifier = value.modifier.or_else(|| modifier(&cx, reading.first));
                }
                out.annotate::<Number>(span, value);
            }
        });
        Ok(())
    }
}
