//! What a run's output holds, counted for a report: edits by rule, annotations by layer, and what their values say.

pub(crate) mod page;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What the records of a run hold.
#[derive(Default)]
pub(crate) struct Report {
    /// Records.
    pub(crate) documents: u64,
    /// Those whose text was edited.
    pub(crate) edited: u64,
    /// Edits by rule, with its stage.
    pub(crate) rules: BTreeMap<String, Rule>,
    /// Annotations by layer.
    pub(crate) layers: BTreeMap<String, Layer>,
}

/// The edits of a rule.
#[derive(Default)]
pub(crate) struct Rule {
    /// The evidence.
    pub(crate) grade: String,
    /// How many there are.
    pub(crate) edits: u64,
    /// How many documents have one.
    pub(crate) documents: u64,
    /// A few that differ.
    pub(crate) samples: Vec<Sample>,
}

/// An edit in its place.
#[derive(PartialEq)]
pub(crate) struct Sample {
    /// The document.
    pub(crate) id: String,
    /// A little of the text before it.
    pub(crate) head: String,
    /// What stood there.
    pub(crate) before: String,
    /// What stands there now.
    pub(crate) after: String,
    /// A little of the text after it.
    pub(crate) tail: String,
}

/// The annotations of a layer.
#[derive(Default)]
pub(crate) struct Layer {
    /// How many there are.
    pub(crate) annotations: u64,
    /// How many documents have one.
    pub(crate) documents: u64,
    /// What the fields of their values say, and how often.
    pub(crate) fields: BTreeMap<String, BTreeMap<String, u64>>,
}

/// Different values of a field that are counted; a field with more is not one to count by.
const MOST_VALUES: usize = 20_000;

/// Samples of a rule.
const SAMPLES: usize = 4;

impl Report {
    /// Counts a record in that a run wrote.
    pub(crate) fn add(&mut self, record: &Value) {
        let written = &record["copydesk"];
        self.documents += 1;
        let edits = written["edits"].as_array().map_or(&[][..], Vec::as_slice);
        self.edited += u64::from(!edits.is_empty());
        let mut seen = Vec::new();
        for edit in edits {
            let name = format!("{}/{}", string(&edit["stage"]), string(&edit["rule"]));
            let rule = self.rules.entry(name.clone()).or_default();
            rule.add(edit, record);
            if !seen.contains(&name) {
                rule.documents += 1;
                seen.push(name);
            }
        }
        for (name, list) in written["annotations"].as_object().into_iter().flatten() {
            let layer = self.layers.entry(name.clone()).or_default();
            let list = list.as_array().map_or(&[][..], Vec::as_slice);
            layer.documents += u64::from(!list.is_empty());
            for annotation in list {
                layer.add(annotation);
            }
        }
    }

    /// The rules, the most frequent first.
    pub(crate) fn rules_by_edits(&self) -> Vec<(&str, &Rule)> {
        let mut rules: Vec<_> = self.rules.iter().map(|(name, rule)| (name.as_str(), rule)).collect();
        rules.sort_by_key(|(name, rule)| (std::cmp::Reverse(rule.edits), *name));
        rules
    }
}

impl Rule {
    fn add(&mut self, edit: &Value, record: &Value) {
        self.edits += 1;
        string(&edit["grade"]).clone_into(&mut self.grade);
        if self.samples.len() == SAMPLES {
            return;
        }
        let sample = Sample::new(edit, record);
        let same = |known: &Sample| known.before == sample.before && known.after == sample.after;
        if !self.samples.iter().any(same) {
            self.samples.push(sample);
        }
    }
}

impl Sample {
    fn new(edit: &Value, record: &Value) -> Self {
        let text = string(&record["text"]);
        let place = |i: usize| edit["written"][i].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let chars: Vec<char> = text.chars().collect();
        let (start, end) = (place(0).min(chars.len()), place(1).min(chars.len()));
        let part = |from: usize, to: usize| chars[from.min(to)..to].iter().collect::<String>();
        let head = part(start.saturating_sub(AROUND), start);
        let tail = part(end, (end + AROUND).min(chars.len()));
        Self {
            id: record["id"].as_str().map_or_else(|| record["id"].to_string(), str::to_owned),
            head: head.rsplit('\n').next().unwrap_or_default().to_owned(),
            before: string(&edit["before"]).to_owned(),
            after: string(&edit["after"]).to_owned(),
            tail: tail.split('\n').next().unwrap_or_default().to_owned(),
        }
    }
}

/// Characters that are shown on both sides of an edit.
const AROUND: usize = 40;

impl Layer {
    fn add(&mut self, annotation: &Value) {
        self.annotations += 1;
        for (key, value) in annotation.as_object().into_iter().flatten() {
            match value {
                Value::String(said) => self.count(key, said),
                Value::Object(fields) => self.add_object(key, fields),
                _ => {}
            }
        }
    }

    /// Counts an object by its name, or else by each of its strings.
    fn add_object(&mut self, key: &str, fields: &Map<String, Value>) {
        if let Some(name) = fields.get("name").and_then(Value::as_str) {
            return self.count(key, name);
        }
        for (inner, said) in fields.iter().filter_map(|(inner, value)| Some((inner, value.as_str()?))) {
            self.count(&format!("{key} {inner}"), said);
        }
    }

    fn count(&mut self, field: &str, said: &str) {
        let values = self.fields.entry(field.to_owned()).or_default();
        if let Some(n) = values.get_mut(said) {
            *n += 1;
        } else if values.len() < MOST_VALUES {
            values.insert(said.to_owned(), 1);
        }
    }

    /// The fields to count by, each with its most frequent values. A field whose values hardly come twice is none.
    pub(crate) fn breakdowns(&self) -> Vec<(&str, Vec<(&str, u64)>)> {
        let frequent = self.fields.iter().filter(|(_, values)| {
            let all: u64 = values.values().sum();
            all >= 2 && (values.len() as u64) * 2 <= all + 2
        });
        frequent
            .map(|(field, values)| {
                let mut values: Vec<_> = values.iter().map(|(said, n)| (said.as_str(), *n)).collect();
                values.sort_by_key(|(said, n)| (std::cmp::Reverse(*n), *said));
                (field.as_str(), values)
            })
            .collect()
    }
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
