//! What a declaration may be written with.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;

declare_stage! {
    /// Marks nothing.
    #[doc = include_str!("declaration.md")]
    static NOTHING: Nothing = {
        name: "nothing",
        summary: "marks nothing",
        requires: [],
        uses: [],
        provides: [],
        edits: false,
        idempotent: true,
        example: "",
    }
}

struct Nothing;

impl Stage for Nothing {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, _: View<'_>, _: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        Ok(())
    }
}

#[test]
fn a_manual_page_may_stand_in_a_file_of_its_own() {
    assert!(NOTHING.docs.starts_with(" Marks nothing.\n"), "{}", NOTHING.docs);
    assert!(NOTHING.docs.contains("## Why it marks nothing\n"), "{}", NOTHING.docs);
}
