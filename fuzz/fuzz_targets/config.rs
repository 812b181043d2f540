//! Any text as a pipeline file: it is read or its mistakes are told, each within the file.
#![no_main]

use copydesk_core::{NoOptions, PipelineFile, Registry, Setup, prelude::*};
use libfuzzer_sys::fuzz_target;

declare_stage! {
    /// Does nothing.
    static IDLE: Idle = {
        name: "idle",
        summary: "does nothing",
        requires: [],
        uses: [],
        provides: [],
        edits: false,
        idempotent: true,
        example: "",
    }
}

struct Idle;

impl Stage for Idle {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, _: View<'_>, _: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        Ok(())
    }
}

fuzz_target!(|text: &str| {
    let registry = Registry::of([&IDLE]).expect("one stage");
    let mut file = PipelineFile::parse(text);
    let _pipeline = file.stages(&registry, &Setup::default());
    for mistake in file.finish().err().unwrap_or_default() {
        assert!(mistake.span.start <= mistake.span.end && mistake.span.end <= text.len(), "{mistake:?}");
    }
});
