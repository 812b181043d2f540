//! Measures the stage on news that is right as it is: edits per million words, by rule and against each rule's budget.
//!
//! ```text
//! cargo run --release -p copydesk-cleanup --example measure -- [--origin fr] [--show] FILE.jsonl…
//! ```
//!
//! It also holds every edit to the stage's promises: digits are at most grouped anew, words in quotation marks stay, the
//! text as read comes back, and a second application adds nothing. It fails if a promise is broken.

mod promises;

use std::collections::BTreeMap;
use std::{env, fs};

use copydesk_cleanup as _;
use copydesk_core::{Document, OffsetUnit, Pipeline, PipelineFile, Registry, RuleDoc, Setup, rule_docs};

/// What was counted.
#[derive(Default)]
struct Tally {
    words: usize,
    edits: BTreeMap<String, usize>,
    broken: Vec<String>,
}

#[expect(clippy::print_stdout, reason = "it is a program")]
fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let origin = arguments.iter().position(|argument| argument == "--origin");
    let language = origin.map_or("auto", |at| arguments.get(at + 1).map_or("auto", String::as_str));
    let show = arguments.iter().any(|argument| argument == "--show");
    let pipeline = pipeline(language);
    let mut tally = Tally::default();
    for path in arguments.iter().filter(|argument| argument.ends_with("jsonl")) {
        let file = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        file.lines().for_each(|line| measure(&pipeline, line, show, &mut tally));
    }
    let rules: BTreeMap<String, RuleDoc> =
        rule_docs().into_iter().map(|rule| (rule.id.clone(), rule)).collect();
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below it")]
    let per_million = |count: usize| count as f64 * 1e6 / tally.words.max(1) as f64;
    for (rule, count) in &tally.edits {
        let budget = rules.get(rule).and_then(|rule| rule.harm).unwrap_or(0.0);
        println!("{count:6} {:8.2} of {budget:6.1}  {rule}", per_million(*count));
        // One edit in a small set is no rate.
        if *count > 1 && per_million(*count) > budget {
            tally.broken.push(format!("{rule} is over its budget"));
        }
    }
    let beyond: usize =
        tally.edits.iter().filter(|(rule, _)| !rule.starts_with("encoding/")).map(|(_, n)| n).sum();
    println!(
        "{} words, {beyond} edits beyond encoding, {:.2} per million words",
        tally.words,
        per_million(beyond)
    );
    tally.broken.iter().take(20).for_each(|broken| println!("broken: {broken}"));
    assert!(tally.broken.is_empty(), "{} promises broken", tally.broken.len());
}

fn pipeline(origin: &str) -> Pipeline {
    let toml = format!("[[stage]]\nuse = \"cleanup\"\norigin = \"{origin}\"\n");
    let registry = Registry::linked().expect("one stage is linked");
    let mut file = PipelineFile::parse(&toml);
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    pipeline.expect("no mistake, so built")
}

#[expect(clippy::print_stdout, reason = "it is a program")]
fn measure(pipeline: &Pipeline, line: &str, show: bool, tally: &mut Tally) {
    let record: serde_json::Value = serde_json::from_str(line).expect("a line is a record");
    let text = record["text"].as_str().expect("a record has a text");
    let mut doc = Document::new("", text);
    pipeline.run(&mut doc, &mut pipeline.worker()).unwrap_or_else(|failure| panic!("{failure}"));
    tally.words += text.split_whitespace().count();
    for edit in doc.edits().records() {
        *tally.edits.entry(edit.rule.id().to_owned()).or_default() += 1;
        if show && !edit.rule.id().starts_with("encoding/") {
            let (was, is) = (edit.source.of(text), edit.now.of(doc.text()));
            println!(
                "{}: {}",
                edit.rule.id(),
                promises::in_place(text, edit.source, &format!("[{was}|{is}]"))
            );
        }
    }
    tally.broken.extend(promises::broken(pipeline, text, &doc));
    let mut json = Vec::new();
    doc.write_json(&mut json, OffsetUnit::Chars);
}
