//! A warm worker allocates nothing for a stage: neither for one that does nothing, nor for counts, annotations and edits.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use copydesk_core::prelude::*;
use copydesk_core::{Document, Pipeline, PipelineFile, Registry};

/// Where each `x` stands.
struct Mark;

#[derive(serde::Serialize, schemars::JsonSchema)]
struct MarkValue {
    at: usize,
}

impl Layer for Mark {
    type Value = MarkValue;
    const NAME: &'static str = "mark";
    const SUMMARY: &'static str = "every `x`";
}

declare_stage! {
    /// Does what its option says.
    static BUSY: Busy = {
        name: "busy",
        summary: "does nothing, counts, annotates or edits",
        requires: [],
        uses: [],
        provides: [Mark],
        edits: true,
        idempotent: false,
        example: "does = \"nothing\"",
    }
}

#[derive(Clone, Copy, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Does {
    #[default]
    Nothing,
    Count,
    Annotate,
    Edit,
}

/// The options.
#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
struct Options {
    /// What to do.
    does: Does,
}

struct Busy(Does);

const SEEN: Counter = Counter::new("seen");
const DOUBLED: Rule = Rule::new("doubled", Grade::Shape);

impl Stage for Busy {
    type Config = Options;
    type Scratch = ();

    fn new(options: Options, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self(options.does))
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        for (at, found) in doc.text().match_indices('x') {
            match self.0 {
                Does::Nothing => {}
                Does::Count => out.count(SEEN),
                Does::Annotate => out.annotate::<Mark>(at..at + found.len(), MarkValue { at }),
                Does::Edit => out.replace(at..at + found.len(), "yy", &DOUBLED),
            }
        }
        Ok(())
    }
}

fn pipeline(stages: &[&str]) -> Pipeline {
    let file: String =
        stages.iter().map(|does| format!("[[stage]]\nuse = \"busy\"\ndoes = \"{does}\"\n")).collect();
    let mut file = PipelineFile::parse(&file);
    let pipeline = file.stages(&Registry::linked().unwrap(), &Setup::default());
    file.finish().unwrap();
    pipeline.unwrap()
}

/// The allocations for each of some documents, the last of which are no larger than those before.
fn allocations(stages: &[&str]) -> Vec<u64> {
    let (pipeline, mut doc) = (pipeline(stages), Document::default());
    let mut worker = pipeline.worker();
    let long = "ax bx c".repeat(40);
    // Buffers that change places are warm when each has been in both.
    let documents =
        [("id 1", "a x text"), ("id 22", &long), ("id 3", &long), ("id 4", &long), ("id 5", &long)];
    let mut allocations = Vec::with_capacity(documents.len());
    for (id, text) in documents {
        // Of this thread alone: another test may run beside this one.
        let measured = allocation_counter::measure(|| {
            doc.read(id, text);
            doc.set_date(Some("2024-01-31"));
            doc.set_record(text);
            pipeline.run(&mut doc, &mut worker).unwrap();
        });
        allocations.push(measured.count_total);
    }
    allocations
}

#[test]
fn a_warm_worker_allocates_nothing_for_a_stage() {
    for stages in [
        ["nothing"; 5].as_slice(),
        &["count", "nothing"],
        &["annotate", "nothing"],
        &["annotate", "edit"],
        &["edit", "annotate", "count"],
    ] {
        let blocks = allocations(stages);
        assert!(blocks[0] > 0, "the counter counts");
        assert_eq!(blocks.last(), Some(&0), "{stages:?}: {blocks:?}");
    }
}
