//! The stage `cleanup`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;

use crate::engine::Engine;
use crate::options::{Options, OriginOption};
use crate::pack::Action;
use crate::pass::{Desk, Policy};
use crate::{Furniture, FurnitureValue, Origin, OriginValue, build};

declare_stage! {
    #[doc = include_str!("manual.md")]
    pub static CLEANUP: Cleanup = {
        name: "cleanup",
        summary: "repairs what translation left behind, on evidence, and flags the rest",
        requires: [],
        uses: [],
        provides: [Artifact, Origin, Furniture],
        edits: true,
        idempotent: true,
        example: include_str!("../cases/example.md"),
    }
}

/// Notes that a translated text's quotations were translated back.
const BACK_TRANSLATED: &str = "origin/back-translated-quotations";

/// The stage.
pub(crate) struct Cleanup {
    engine: Engine,
    options: Options,
}

impl Stage for Cleanup {
    type Config = Options;
    type Scratch = Desk;

    fn new(options: Options, setup: &Setup) -> Result<Self, BuildError> {
        Ok(Self { engine: build::engine(&options, setup)?, options })
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, desk: &mut Desk) -> Result<(), StageError> {
        let policy = Policy { engine: &self.engine, grades: &self.options.grades, origin: self.origin(doc) };
        desk.work(doc.text(), &policy);
        self.write_edits(doc, out, desk);
        self.write_flags(out, desk);
        write_origin(doc, out, desk);
        Ok(())
    }
}

impl Cleanup {
    /// The origin as the options say, or else the record.
    fn origin(&self, doc: View<'_>) -> OriginOption {
        let field =
            self.options.origin_field.as_deref().filter(|_| self.options.origin == OriginOption::Auto);
        let value = field.and_then(|field| doc.field(field));
        let code = value.as_ref().and_then(|value| Lang::parse(value.as_str()?.get(..2)?));
        code.map_or(self.options.origin, OriginOption::Known)
    }

    fn write_edits(&self, doc: View<'_>, out: &mut Output<'_>, desk: &Desk) {
        for change in &desk.changes {
            let unit = &self.engine.units[change.unit];
            let span = Span::from(change.old.clone());
            out.replace(span, &desk.text[change.new.clone()], &unit.rule);
            if unit.action == Action::Move {
                let value = FurnitureValue {
                    rule: unit.rule.id().into(),
                    kind: unit.doc.class.as_str().into(),
                    text: span.of(doc.text()).trim().into(),
                };
                out.annotate::<Furniture>(span, value);
            }
        }
    }

    fn write_flags(&self, out: &mut Output<'_>, desk: &Desk) {
        for flag in &desk.flags {
            let rule = &self.engine.units[flag.unit].rule;
            out.flag(flag.span.clone(), rule, flag.with.as_deref());
        }
    }
}

fn write_origin(doc: View<'_>, out: &mut Output<'_>, desk: &Desk) {
    let Some((language, score, spans)) = &desk.origin else { return };
    let evidence_spans = spans.iter().map(|span| Span::from(span.clone())).collect();
    out.annotate::<Origin>(
        0..doc.text().len(),
        OriginValue { language: *language, score: *score, evidence_spans },
    );
    if doc.text().contains(['“', '"', '«', '„']) {
        let rule = Rule::new(BACK_TRANSLATED, Grade::Origin(*language));
        out.flag(0..0_usize, &rule, None);
    }
}
