//! Any edits of any text: all are applied or none, and the written record gives the text back.
#![no_main]

use std::cell::RefCell;

use copydesk_core::prelude::*;
use copydesk_core::{Document, OffsetUnit, Pipeline, PipelineFile, Registry};
use copydesk_io::{FieldPath, Fields, Record, Splicer, Written, restore_line};
use libfuzzer_sys::fuzz_target;

thread_local! {
    /// What the next run of the stage asks for: start, length, and the length of what is put there.
    static EDITS: RefCell<Vec<[u8; 3]>> = const { RefCell::new(Vec::new()) };
}

declare_stage! {
    /// Makes the edits that the fuzzer thought of.
    static ANY: Any = {
        name: "any",
        summary: "makes any edits",
        requires: [],
        uses: [],
        provides: [],
        edits: true,
        idempotent: false,
        example: "",
    }
}

struct Any;

const RULE: Rule = Rule::new("any", Grade::Shape);

impl Stage for Any {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, _: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        EDITS.with_borrow(|edits| {
            for [start, length, with] in edits {
                let start = usize::from(*start);
                out.replace(
                    start..start + usize::from(length % 8),
                    &"–x\"😀\\"[..[0, 3, 4, 5, 9, 10][usize::from(with % 6)]],
                    &RULE,
                );
            }
        });
        Ok(())
    }
}

fn pipeline() -> Pipeline {
    let registry = Registry::of([&ANY]).expect("one stage");
    let mut file = PipelineFile::parse("[[stage]]\nuse = \"any\"\n");
    file.stages(&registry, &Setup::default()).expect("a sound pipeline")
}

fuzz_target!(|input: (&str, Vec<Vec<[u8; 3]>>)| {
    let (text, rounds) = input;
    let line = format!("{{\"text\":{}}}\n", serde_json::Value::from(text));
    let fields = Fields { text: FieldPath::new("text"), id: None, date: None };
    let record = Record::read(&line, &fields).expect("it was written by a writer of JSON");
    let mut doc = Document::new("id", text);
    let pipeline = pipeline();
    let mut worker = pipeline.worker();
    for round in rounds.into_iter().take(4) {
        EDITS.set(round);
        let before = doc.text().to_owned();
        if pipeline.run(&mut doc, &mut worker).is_err() {
            assert_eq!(doc.text(), before, "all of the edits or none");
        }
    }
    assert_eq!(doc.source_text(), text);
    let (mut written, mut restored) = (Vec::new(), Vec::new());
    let wanted = Written { offsets: OffsetUnit::Chars, text_field: "text" };
    Splicer::default().record(&record, &doc, wanted, &mut written);
    restore_line(std::str::from_utf8(&written).expect("a record is text"), &mut restored)
        .expect("it is restored");
    assert_eq!(restored, line.as_bytes());
});
