//! What becomes of the text of a test, against what is expected of it.

use copydesk_core::{Document, OffsetUnit, Pipeline, Verdict, Worker};
use serde_json::Value;

use crate::expectation::{Expectation, TEXT};
use crate::partial::{matches, shown, written};

/// What a test gave.
pub(crate) struct Outcome {
    /// Where it differs from what is expected; nothing if it passed.
    pub(crate) differences: Vec<Difference>,
}

/// A difference, in lines for a person.
pub(crate) struct Difference {
    /// What differs.
    pub(crate) what: String,
    /// What is expected.
    pub(crate) expected: Vec<String>,
    /// What there is.
    pub(crate) found: Vec<String>,
}

/// Runs a test.
pub(crate) fn outcome(test: &Expectation, pipeline: &Pipeline, worker: &mut Worker) -> Outcome {
    let mut doc = Document::new(&test.name, &test.text);
    doc.set_date(test.date.as_deref());
    let differences = match pipeline.run(&mut doc, worker) {
        Ok(Verdict::Keep) => differences(test, &doc),
        Ok(Verdict::Drop { stage, reason }) => {
            vec![instead(format!("`{stage}` drops the document: {}", reason.name()))]
        }
        Err(failure) => vec![instead(failure.to_string())],
    };
    Outcome { differences }
}

fn instead(what: String) -> Difference {
    Difference { what, expected: Vec::new(), found: Vec::new() }
}

fn differences(test: &Expectation, doc: &Document) -> Vec<Difference> {
    let mut json = Vec::new();
    doc.write_json(&mut json, OffsetUnit::Bytes);
    let record: Value = serde_json::from_slice(&json).expect("the core writes JSON");
    let expected = test.expect.iter().map(|(key, value)| (key.get_ref().as_str(), value.get_ref()));
    expected
        .filter_map(|(key, value)| match (key, value) {
            (TEXT, toml::Value::String(wanted)) => text_difference(wanted, doc.text()),
            (layer, toml::Value::Array(list)) => {
                let found = record["annotations"][layer].as_array().map_or(&[][..], Vec::as_slice);
                layer_difference(layer, list, found, doc.text())
            }
            _ => None,
        })
        .collect()
}

/// Only the lines that differ.
fn text_difference(expected: &str, found: &str) -> Option<Difference> {
    let (expected, found) = (expected.trim_end_matches('\n'), found.trim_end_matches('\n'));
    if expected == found {
        return None;
    }
    let (a, b): (Vec<_>, Vec<_>) = (expected.split('\n').collect(), found.split('\n').collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let part = |lines: &[&str]| lines[head..lines.len() - tail].iter().map(ToString::to_string).collect();
    Some(Difference { what: TEXT.to_owned(), expected: part(&a), found: part(&b) })
}

/// Each expected annotation must be found, in this order; where none is expected, there must be none.
fn layer_difference(
    layer: &str,
    expected: &[toml::Value],
    found: &[Value],
    text: &str,
) -> Option<Difference> {
    let mut next = 0;
    let missing: Vec<_> = expected
        .iter()
        .filter(|wanted| match found[next..].iter().position(|it| matches(wanted, it, text)) {
            Some(at) => {
                next += at + 1;
                false
            }
            None => true,
        })
        .collect();
    if missing.is_empty() && (!expected.is_empty() || found.is_empty()) {
        return None;
    }
    Some(Difference {
        what: layer.to_owned(),
        expected: missing.into_iter().map(written).collect(),
        found: found.iter().map(|it| shown(it, text)).collect(),
    })
}
