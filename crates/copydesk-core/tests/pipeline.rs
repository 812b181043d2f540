//! Pipelines over small stages: what is recorded, what is refused, what survives.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use copydesk_core::prelude::*;
use copydesk_core::{
    Diagnostic, Document, OffsetUnit, Pipeline, PipelineFile, Reading, Registry, Verdict, declare_stage,
};

/// Marks of a test text, with a span inside the value.
struct Mark;

#[derive(serde::Serialize, schemars::JsonSchema)]
struct MarkValue {
    next: Option<Span>,
}

impl Layer for Mark {
    type Value = MarkValue;
    const NAME: &'static str = "mark";
    const SUMMARY: &'static str = "every `x`, and the character after it";

    fn carry(value: &mut MarkValue, carry: &mut dyn Carry) -> bool {
        carry.keep(&mut value.next);
        true
    }
}

/// The options of every stage here.
#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
struct Options {
    /// What to look for.
    find: String,
    /// What to write for it.
    with: String,
    /// How often at most.
    most: usize,
}

/// A declaration writes a test of a fixed name, so each stands in its own module.
mod marks {
    use super::*;

    declare_stage! {
        /// Marks every `x`.
        pub(crate) static MARKS: Marks = {
            name: "marks",
            summary: "marks every x",
            requires: [],
            uses: [],
            provides: [Mark, Artifact],
            edits: false,
            idempotent: true,
            example: "",
        }
    }
}
use marks::MARKS;

struct Marks;

/// Where each `x` stands: read once for all stages.
#[derive(Default)]
struct Places(Vec<usize>);

impl Reading for Places {
    fn read(&mut self, text: &str) {
        self.0.clear();
        self.0.extend(text.match_indices('x').map(|(at, _)| at));
    }
}

impl Stage for Marks {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        for &at in &doc.reading::<Places>().0 {
            let next = doc.text()[at + 1..].chars().next();
            let next = next.map(|c| Span::from(at + 1..at + 1 + c.len_utf8()));
            out.annotate::<Mark>(at..at + 1, MarkValue { next });
        }
        Ok(())
    }
}

/// A declaration writes a test of a fixed name, so each stands in its own module.
mod swaps {
    use super::*;

    declare_stage! {
        /// Replaces a text by another; panics at `PANIC` and cuts characters at `CUT`.
        pub(crate) static SWAPS: Swaps = {
            name: "swaps",
            summary: "replaces a text by another",
            requires: [Mark],
            uses: [],
            provides: [Artifact],
            edits: true,
            idempotent: false,
            example: "",
        }
    }
}

struct Swaps(Options);

const SWAP: Rule = Rule::new("swap", Grade::Shape);
const SWAPPED: Counter = Counter::new("swapped");
const TOO_LONG: Reason = Reason::new("too-long");

impl Stage for Swaps {
    type Config = Options;
    type Scratch = ();

    fn new(options: Options, _: &Setup) -> Result<Self, BuildError> {
        if options.find == "nothing" { Err("nothing to find".into()) } else { Ok(Self(options)) }
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        for (at, found) in doc.text().match_indices(&self.0.find) {
            out.replace(at..at + found.len(), &self.0.with, &SWAP);
            out.count(SWAPPED);
        }
        assert!(!doc.text().contains("PANIC"), "asked for");
        if doc.text().contains("CUT") {
            out.flag(0..1_usize, &SWAP, None);
        }
        if self.0.most > 0 && doc.text().len() > self.0.most {
            out.drop_document(TOO_LONG);
        }
        Ok(())
    }
}

fn parse(file: &str) -> Result<Pipeline, Vec<Diagnostic>> {
    let registry = Registry::linked().unwrap();
    let mut file = PipelineFile::parse(file);
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().map(|()| pipeline.expect("no mistake, so built"))
}

fn swaps(pairs: &[(&str, &str)]) -> Pipeline {
    let stage = |(find, with)| format!("[[stage]]\nuse = \"swaps\"\nfind = {find:?}\nwith = {with:?}\n");
    let stages: String = pairs.iter().copied().map(stage).collect();
    parse(&format!("[[stage]]\nuse = \"marks\"\n{stages}")).unwrap()
}

fn json(doc: &Document, unit: OffsetUnit) -> serde_json::Value {
    let mut out = Vec::new();
    doc.write_json(&mut out, unit);
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn a_record_gives_both_places_in_code_points() {
    let pipeline = swaps(&[("é", "ee"), ("b", "–")]);
    let mut doc = Document::new("1", "aébxc");
    pipeline.run(&mut doc, &mut pipeline.worker()).unwrap();
    assert_eq!(doc.text(), "aee–xc");
    let want = serde_json::json!({
        "annotations": {"mark": [{"start": 4, "end": 5, "source": [3, 4], "next": {"start": 5, "end": 6}}]},
        "edits": [
            {"stage": "swaps", "rule": "swap", "grade": "shape", "start": 1, "end": 2, "written": [1, 3], "before": "é", "after": "ee"},
            {"stage": "swaps", "rule": "swap", "grade": "shape", "start": 2, "end": 3, "written": [3, 4], "before": "b", "after": "–"},
        ],
    });
    assert_eq!(json(&doc, OffsetUnit::Chars), want);
    assert_eq!(json(&doc, OffsetUnit::Bytes)["annotations"]["mark"][0]["source"], serde_json::json!([4, 5]));
}

#[test]
fn an_edit_of_an_edit_shows_the_first_as_earlier() {
    let pipeline = swaps(&[("b", "ccc"), ("cc", "d")]);
    let mut doc = Document::new("1", "abx");
    pipeline.run(&mut doc, &mut pipeline.worker()).unwrap();
    let edits = &json(&doc, OffsetUnit::Chars)["edits"];
    assert_eq!((&edits[0]["before"], &edits[0]["after"]), (&"b".into(), &"dc".into()));
    assert_eq!(edits[0]["earlier"][0]["after"], "ccc");
}

#[test]
fn a_span_in_a_value_goes_with_its_text() {
    let pipeline = swaps(&[("y", "")]);
    let mut doc = Document::new("1", "xy xz");
    pipeline.run(&mut doc, &mut pipeline.worker()).unwrap();
    let next: Vec<_> =
        doc.layers().get::<Mark>().iter().map(|mark| mark.value.next.map(|s| s.of(doc.text()))).collect();
    assert_eq!(next, [None, Some("z")]);
}

#[test]
fn a_stage_that_fails_changes_nothing_and_the_next_document_is_fine() {
    let pipeline = swaps(&[("a", "b")]);
    let mut worker = pipeline.worker();
    for (text, error) in
        [("a PANIC", "panicked: asked for"), ("éa CUT", "bytes 0..1 does not lie on whole characters")]
    {
        let mut doc = Document::new("1", text);
        let failure = pipeline.run(&mut doc, &mut worker).unwrap_err();
        assert!(failure.to_string().contains(error), "{failure}");
        assert_eq!((doc.text(), doc.is_edited(), failure.stage), (text, false, "swaps"));
    }
    let mut doc = Document::new("2", "a");
    assert_eq!(pipeline.run(&mut doc, &mut worker), Ok(Verdict::Keep));
    let stats = &worker.stats()[1];
    assert_eq!((doc.text(), stats.documents, stats.failed, stats.edits), ("b", 3, 2, 1));
    assert_eq!(stats.counters.iter().collect::<Vec<_>>(), [("swapped", 1)]);
}

#[test]
fn a_document_may_be_left_out() {
    let pipeline = parse("[[stage]]\nuse = 'marks'\n[[stage]]\nuse = 'swaps'\nfind = 'q'\nmost = 3").unwrap();
    let verdict = pipeline.run(&mut Document::new("1", "long text"), &mut pipeline.worker());
    assert_eq!(verdict, Ok(Verdict::Drop { stage: "swaps", reason: TOO_LONG }));
}

#[test]
fn a_reading_is_made_anew_once_the_text_has_changed() {
    let pipeline =
        parse("[[stage]]\nuse = 'marks'\n[[stage]]\nuse = 'swaps'\nfind = 'y'\nwith = 'ax'\n[[stage]]\nuse = 'marks'")
            .unwrap();
    let mut worker = pipeline.worker();
    for _ in 0..2 {
        let mut doc = Document::new("1", "xy");
        pipeline.run(&mut doc, &mut worker).unwrap();
        let starts: Vec<_> = doc.layers().get::<Mark>().iter().map(|mark| mark.span.start).collect();
        assert_eq!(starts, [0, 0, 2]);
    }
}

#[test]
fn an_insertion_into_nothing_can_be_undone() {
    let pipeline = swaps(&[("", "new"), ("n", "N")]);
    let mut doc = Document::new("1", "");
    pipeline.run(&mut doc, &mut pipeline.worker()).unwrap();
    assert_eq!((doc.text(), doc.source_text()), ("New", ""));
}

/// What each mistake is about, what is said of it, and the help.
fn mistakes(file: &str) -> Vec<(String, String, String)> {
    let Err(found) = parse(file) else { return Vec::new() };
    found.into_iter().map(|d| (file[d.span].to_owned(), d.message, d.help.unwrap_or_default())).collect()
}

#[test]
fn every_mistake_is_found_at_its_place() {
    let file = "colour = 3\n[[stages]]\n[[stage]]\nuse = 'swaps'\nfnid = 'a'\nmost = 'b'\nwith = 4\n\
                [[stage]]\nuse = 'mark'\n[[stage]]\nfind = 'x'\n[[stage]]\nuse = 'marks'\n[[stage]]\nuse = 'swaps'\nfind = 'nothing'\n";
    let found = mistakes(file);
    let brief: Vec<_> =
        found.iter().map(|(at, message, help)| (at.as_str(), message.as_str(), help.as_str())).collect();
    let [colour, stages, order, option, most, with, mark, nameless, nothing] = brief[..] else {
        panic!("{brief:#?}")
    };
    assert_eq!(colour, ("colour", "unknown section `colour`", "the sections are `stage`"));
    assert_eq!(stages, ("stages", "unknown section `stages`", "did you mean `stage`?"));
    assert_eq!(order, ("'swaps'", "`swaps` needs the layer `mark`", "move `marks` before it"));
    assert_eq!((option.0, option.2), ("fnid", "did you mean `find`?"));
    assert_eq!((most.0, with.0), ("'b'", "4"));
    assert_eq!(most.2, "write digits alone, such as `4`");
    assert_eq!(mark.2, "did you mean `marks`?");
    assert!(nameless.1.contains("no name"), "{nameless:?}");
    assert_eq!((nothing.0, nothing.1), ("'swaps'", "stage `swaps`: nothing to find"));
}

#[test]
fn two_stages_of_one_name_are_refused_naming_both_crates() {
    let error = Registry::of([&MARKS, &MARKS]).unwrap_err();
    assert!(
        error.contains("two stages are named `marks`") && error.matches("copydesk-core 0.").count() == 2,
        "{error}"
    );
}
