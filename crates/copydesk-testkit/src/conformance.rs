//! What every stage must keep to, ours or a third party's.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use copydesk_core::prelude::*;
use copydesk_core::{Document, OffsetUnit, Pipeline, PipelineFile, Registry, StageInfo};
use serde_json::Value;

use crate::hostile;

/// Writes the tests that every stage must pass: give it the stage's
/// declaration and a pipeline in which the stage stands last.
///
/// ```ignore
/// copydesk_testkit::conformance!(NUMBERS, "[[stage]]\nuse = \"numbers\"");
/// ```
#[macro_export]
macro_rules! conformance {
    ($info:expr, $pipeline:expr) => {
        #[test]
        fn it_takes_any_text() {
            $crate::conformance::takes_any_text($pipeline);
        }

        #[test]
        fn it_gives_the_same_each_time() {
            $crate::conformance::is_deterministic($pipeline);
        }

        #[test]
        fn it_keeps_its_word_on_a_second_run() {
            $crate::conformance::is_idempotent(&$info, $pipeline);
        }

        #[test]
        fn its_values_go_with_the_text() {
            $crate::conformance::carries_spans($pipeline);
        }

        #[test]
        fn its_time_is_linear() {
            $crate::conformance::is_linear($pipeline);
        }

        #[test]
        fn its_example_is_true() {
            $crate::conformance::example_holds(&$info);
        }
    };
}

fn registry() -> Registry {
    Registry::linked().expect("the test links stages, each of its own name")
}

fn pipeline(toml: &str, registry: &Registry) -> Pipeline {
    let mut file = PipelineFile::parse(toml);
    let pipeline = file.stages(registry, &Setup::default());
    file.finish().unwrap_or_else(|mistakes| panic!("the pipeline has mistakes: {mistakes:#?}"));
    pipeline.expect("no mistake, so built")
}

fn texts() -> impl Iterator<Item = String> {
    let short = hostile::SHORT.iter().map(|text| (*text).to_owned());
    let random = (0..200).map(|seed| hostile::random(seed, 5 + 3 * usize::try_from(seed).expect("small")));
    short.chain([hostile::SHORT.join(" "), hostile::SHORT.join("\n")]).chain(random)
}

fn json(doc: &Document) -> Value {
    let mut out = Vec::new();
    doc.write_json(&mut out, OffsetUnit::Bytes);
    serde_json::from_slice(&out).expect("a layer's value serializes to JSON")
}

/// Any text goes through without an error, and its edits can be undone.
///
/// # Panics
///
/// If one does not.
pub fn takes_any_text(toml: &str) {
    let pipeline = pipeline(toml, &registry());
    let mut worker = pipeline.worker();
    for text in texts().chain(hostile::repeated(20_000)) {
        let mut doc = Document::new("1", &text);
        let brief: String = text.chars().take(300).collect();
        if let Err(failure) = pipeline.run(&mut doc, &mut worker) {
            panic!("{failure}\non the text {brief:?}");
        }
        assert_eq!(doc.source_text(), text, "the text as read is kept");
        json(&doc);
    }
}

/// A fresh worker and one that has seen other documents give the same.
///
/// # Panics
///
/// If they do not.
pub fn is_deterministic(toml: &str) {
    let pipeline = pipeline(toml, &registry());
    let mut warm = pipeline.worker();
    for text in texts() {
        let mut docs = [Document::new("1", &text), Document::new("1", &text)];
        let [a, b] = docs.each_mut();
        let verdicts = (pipeline.run(a, &mut warm), pipeline.run(b, &mut pipeline.worker()));
        assert_eq!(verdicts.0, verdicts.1, "on the text {text:?}");
        assert_eq!((a.text(), json(a)), (b.text(), json(b)), "a worker remembers: on the text {text:?}");
    }
}

/// A stage that is declared idempotent edits nothing in its own output.
///
/// # Panics
///
/// If it does.
pub fn is_idempotent(info: &StageInfo, toml: &str) {
    if !info.idempotent {
        return;
    }
    let pipeline = pipeline(toml, &registry());
    let mut worker = pipeline.worker();
    for text in texts() {
        let mut doc = Document::new("1", &text);
        let first = pipeline.run(&mut doc, &mut worker);
        let mut again = Document::new("1", doc.text());
        let second = pipeline.run(&mut again, &mut worker);
        assert_eq!(again.text(), doc.text(), "on the text {text:?} ({first:?}, {second:?})");
    }
}

/// Text that is put in before everything, by a stage after the others.
const SHIFT: &str = "¶ ";
static SHIFTS: LazyLock<StageInfo> = LazyLock::new(|| StageInfo {
    name: "conformance-shift",
    summary: "puts a mark before the text",
    docs: "For tests.",
    requires: &[],
    uses: &[],
    provides: &[],
    edits: true,
    idempotent: false,
    example: "",
    krate: ("copydesk-testkit", env!("CARGO_PKG_VERSION")),
    at: (file!(), line!()),
    build: copydesk_core::__private::build::<Shift>,
    schema: copydesk_core::__private::schema::<Shift>,
});

struct Shift;

impl Stage for Shift {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, _: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        out.replace(0..0_usize, SHIFT, &Rule::new("shift", Grade::Style));
        Ok(())
    }
}

/// Every span, inside values too, moves when text is put in before it.
///
/// # Panics
///
/// If one stays: its layer's `carry` forgets it.
pub fn carries_spans(toml: &str) {
    let registry = Registry::of(registry().iter().chain([&*SHIFTS])).expect("no other stage has this name");
    let shifted_toml = format!("{toml}\n[[stage]]\nuse = \"{}\"\n", SHIFTS.name);
    let (plain, shifted) = (pipeline(toml, &registry), pipeline(&shifted_toml, &registry));
    for text in texts().chain(example_texts(&registry)) {
        let mut docs = [Document::new("1", &text), Document::new("1", &text)];
        let [a, b] = docs.each_mut();
        let (kept, _) = (plain.run(a, &mut plain.worker()), shifted.run(b, &mut shifted.worker()));
        if kept.is_ok() {
            compare("annotations", &json(a)["annotations"], &json(b)["annotations"], &text);
        }
    }
}

/// The texts of the examples of every linked stage: they annotate for sure.
fn example_texts(registry: &Registry) -> Vec<String> {
    let before = |example: &str| {
        let (_, rest) = example.split_once("```before")?;
        let (text, _) = rest.split_once('\n')?.1.split_once("```")?;
        Some(text.to_owned())
    };
    registry.iter().filter_map(|info| before(info.example)).collect()
}

fn compare(key: &str, a: &Value, b: &Value, text: &str) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a.iter().filter(|(key, _)| *key != "source") {
                let other = b.get(key).unwrap_or(&Value::Null);
                compare(if is_offset(key, a) { "offset" } else { key }, value, other, text);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "`{key}` lost something on the text {text:?}");
            let key = if key.ends_with("spans") || key == "offset" { "offset" } else { key };
            a.iter().zip(b).for_each(|(a, b)| compare(key, a, b, text));
        }
        (Value::Number(a), Value::Number(b)) if key == "offset" => {
            let moved = a.as_u64().map(|a| a + SHIFT.len() as u64);
            assert_eq!(
                moved,
                b.as_u64(),
                "an offset stayed when text moved: see `Layer::carry`; on {text:?}"
            );
        }
        (a, b) => assert_eq!(a, b, "`{key}` changed when text moved, on the text {text:?}"),
    }
}

fn is_offset(key: &str, of: &serde_json::Map<String, Value>) -> bool {
    matches!(key, "start" | "end") && of.contains_key("start") && of.contains_key("end")
}

/// Eight times the text takes about eight times as long, on texts that make
/// careless code quadratic (which would take sixty-four).
///
/// # Panics
///
/// If it takes far longer.
pub fn is_linear(toml: &str) {
    const SMALL: usize = 12_500;
    let pipeline = pipeline(toml, &registry());
    for (small, large) in hostile::repeated(SMALL).zip(hostile::repeated(8 * SMALL)) {
        let (short, mut long) = (quickest(&pipeline, &small), quickest(&pipeline, &large));
        let most = 8 * 4 * short + Duration::from_millis(40);
        // A machine that is busy with something else gets more tries; quadratic code uses them up in vain.
        for _ in 0..20 {
            if long >= most {
                long = long.min(quickest(&pipeline, &large));
            }
        }
        let unit: String = small.chars().take(20).collect();
        assert!(long < most, "{long:?} against {short:?} for an eighth, on {unit:?} repeated");
    }
}

fn quickest(pipeline: &Pipeline, text: &str) -> Duration {
    let mut worker = pipeline.worker();
    let mut once = || {
        let mut doc = Document::new("1", text);
        let start = Instant::now();
        let _ = pipeline.run(&mut doc, &mut worker);
        start.elapsed()
    };
    let mut best = once();
    for _ in 0..2 {
        best = best.min(once());
    }
    best
}

/// The example in the declaration comes out as it says.
///
/// # Panics
///
/// If it does not.
pub fn example_holds(info: &StageInfo) {
    assert!(info.example.contains("```after"), "stage `{}`: the example is a Markdown case", info.name);
    let is = crate::complete(info.example, &registry(), &Setup::default());
    assert_eq!(is, info.example, "the example of stage `{}` gives something else", info.name);
}
