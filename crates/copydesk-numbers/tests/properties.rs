//! What rewriting must keep, on sentences made of every leftover.

use copydesk_core::{Document, OffsetUnit, Pipeline, PipelineFile, Registry, Setup};
use copydesk_numbers as _;
use proptest::prelude::*;
use serde_json::Value;

fn pipeline(options: &str) -> Pipeline {
    let registry = Registry::linked().expect("one stage of each name");
    let toml = format!("[[stage]]\nuse = \"numbers\"\n{options}");
    let mut file = PipelineFile::parse(&toml);
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().expect("the pipeline is right");
    pipeline.expect("the pipeline is right")
}

/// The text and its numbers, after a pipeline.
fn run(options: &str, text: &str) -> (String, Vec<[Value; 4]>, Value) {
    let (pipeline, mut document) = (pipeline(options), Document::new("1", text));
    pipeline.run(&mut document, &mut pipeline.worker()).expect("the text can be read");
    let mut json = Vec::new();
    document.write_json(&mut json, OffsetUnit::Bytes);
    let record: Value = serde_json::from_slice(&json).expect("the record is JSON");
    let numbers = record["annotations"]["number"].as_array().cloned().unwrap_or_default();
    let said = |number: &Value| ["kind", "value", "unit", "modifier"].map(|field| number[field].clone());
    (document.text().to_owned(), numbers.iter().map(said).collect(), record["edits"].clone())
}

const ARTIFACTS: &str = "rewrite = \"artifacts\"";

/// Digits as another language writes them, and what may stand behind them.
fn leftover() -> impl Strategy<Value = String> {
    let digits = prop_oneof![
        "[1-9][0-9]{0,2},[0-9]{1,2}",
        "[1-9][0-9]{0,2} [0-9]{3}",
        "[1-9][0-9]{0,2} 000",
        "[1-9][0-9]{0,2}\\.[0-9]{3}\\.[0-9]{3}",
        "[1-9][0-9]{0,2}",
        "[1-9][0-9]{0,2}\\.[0-9]",
    ];
    let behind = prop_oneof![
        Just(""),
        Just(" %"),
        Just("\u{202f}%"),
        Just(" Md€"),
        Just(" M€"),
        Just(" k€"),
        Just(" €"),
        Just(" milliards"),
        Just(" milliards d'euros"),
        Just(" millions"),
        Just(" milliard de $"),
        Just(" MUSD"),
        Just(" km2"),
        Just(" km/heure"),
        Just(" ans"),
        Just(" points"),
        Just(" Mio. tonnes"),
    ];
    let number = (digits, behind).prop_map(|(digits, behind)| format!("{digits}{behind}"));
    prop_oneof![9 => number, 1 => "[1-9][0-9]?e"]
}

fn sentence() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("The fund holds"),
        Just("Some"),
        Just("Output was"),
        Just("Between"),
        Just("He was"),
        Just("It rose")
    ];
    let part = (
        words,
        leftover(),
        prop_oneof![Just("people"), Just("in all"), Just("et 3 millions"), Just("of them")],
    )
        .prop_map(|(before, number, after)| format!("{before} {number} {after}"));
    proptest::collection::vec(part, 1..4).prop_map(|parts| parts.join(", and ") + ".")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rewritten_text_says_the_same_numbers(text in sentence()) {
        let (_, before, _) = run("", &text);
        let (rewritten, _, _) = run(ARTIFACTS, &text);
        let (_, after, _) = run("", &rewritten);
        prop_assert_eq!(before, after, "{} -> {}", text, rewritten);
    }

    #[test]
    fn rewriting_twice_is_rewriting_once(text in sentence()) {
        let (once, _, _) = run(ARTIFACTS, &text);
        let (twice, _, edits) = run(ARTIFACTS, &once);
        prop_assert_eq!(&once, &twice, "{}", edits);
    }

    #[test]
    fn bytes_outside_the_edits_stay(text in sentence()) {
        let (rewritten, _, edits) = run(ARTIFACTS, &text);
        let (mut rest, mut kept) = (rewritten.as_str(), 0);
        for edit in edits.as_array().into_iter().flatten() {
            let place = |field: &str| usize::try_from(edit[field].as_u64().unwrap_or_default()).unwrap_or_default();
            rest = rest.strip_prefix(&text[kept..place("start")]).expect("what stands before an edit stays");
            rest = rest.strip_prefix(edit["after"].as_str().unwrap_or_default()).expect("an edit writes what it says");
            kept = place("end");
        }
        prop_assert_eq!(rest, &text[kept..]);
    }
}
