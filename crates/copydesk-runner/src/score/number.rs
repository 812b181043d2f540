//! Numbers, sums of money, quantities and dates: exact spans, exact values.
//!
//! A gold record says which kinds it is about (`scope`), and whether all of them are marked (`partial` if not).
//! Kinds are compared in groups unless asked for one by one. A gold number without a value counts for spans alone.

mod counts;
mod equal;
mod exact;
mod time;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use self::counts::Counts;
use super::Report;
use super::records::{self, AsRead};

/// How numbers are compared.
#[derive(Clone, Copy, Default)]
pub(crate) struct Options {
    /// Spans need only share a character.
    pub(crate) overlap: bool,
    /// Kinds are compared one by one.
    pub(crate) fine: bool,
}

#[derive(Deserialize)]
struct Gold {
    id: String,
    #[serde(default)]
    scope: Vec<String>,
    #[serde(default)]
    partial: bool,
    expected: Vec<Item>,
}

/// A number, of gold or predicted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Item {
    start: usize,
    end: usize,
    kind: String,
    value: Option<String>,
    unit: Option<String>,
    /// Other values that are right.
    alt: Option<Vec<Option<String>>>,
    /// Other units that are right.
    unit_alt: Option<Vec<Option<String>>>,
    /// Whether the value was rounded.
    approx: bool,
}

impl Item {
    fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The kinds that count as one.
fn group(kind: &str) -> &str {
    match kind {
        "cardinal" | "decimal" | "fraction" => "number",
        "date" | "datetime" | "time" | "date_range" | "time_range" | "datetime_range" | "datetime_alt" => {
            "time"
        }
        other => other,
    }
}

/// Scores predictions: records as Copydesk writes them, or `{"id", "expected"}`.
pub(crate) fn score(gold: &Path, predicted: &Path, options: Options) -> Result<Report, String> {
    let gold: Vec<Gold> = records::read(gold)?;
    let mut predictions = HashMap::new();
    for (id, record) in records::by_id(predicted)? {
        let items = items(&record).map_err(|error| format!("{}: {id}: {error}", predicted.display()))?;
        predictions.insert(id, items);
    }
    Ok(tally(&gold, &predictions, options).report())
}

fn items(record: &Value) -> Result<Vec<Item>, serde_json::Error> {
    let plain = records::plain(record, &["predicted", "expected"]);
    if let Some(list) = plain {
        return Ok(Option::deserialize(list)?.unwrap_or_default());
    }
    let as_read = AsRead::of(record);
    records::annotations(record, "number")
        .map(|annotation| {
            let mut item = Item::deserialize(annotation)?;
            (item.start, item.end) = as_read.span(item.start, item.end);
            Ok(item)
        })
        .collect()
}

#[derive(Default)]
struct Tally {
    kinds: BTreeMap<String, Counts>,
    records: u64,
    all_right: u64,
}

fn tally(gold: &[Gold], predictions: &HashMap<String, Vec<Item>>, options: Options) -> Tally {
    let mut tally = Tally::default();
    for record in gold {
        let predicted = predictions.get(&record.id).map_or(&[][..], Vec::as_slice);
        tally.records += 1;
        tally.all_right += u64::from(tally.record(record, predicted, options));
    }
    tally
}

impl Tally {
    /// Counts a record in; whether everything in it is right.
    fn record(&mut self, gold: &Gold, predicted: &[Item], options: Options) -> bool {
        let kind = |item: &Item| if options.fine { item.kind.clone() } else { group(&item.kind).to_owned() };
        let scope: BTreeSet<_> =
            gold.scope.iter().map(|kind| if options.fine { kind } else { group(kind) }.to_owned()).collect();
        let predicted: Vec<_> =
            predicted.iter().filter(|item| scope.is_empty() || scope.contains(&kind(item))).collect();
        let pairs = pairs(&gold.expected, &predicted, options, kind);
        for item in &gold.expected {
            let counts = self.kinds.entry(kind(item)).or_default();
            counts.gold += 1;
            counts.gold_with_value += u64::from(item.value.is_some());
        }
        let mut all_right = pairs.len() == gold.expected.len();
        for pair in &pairs {
            let item = &gold.expected[pair.gold];
            let counts = self.kinds.entry(kind(item)).or_default();
            counts.right_spans += 1;
            counts.predicted += 1;
            match item.value {
                Some(_) => {
                    counts.right_values += u64::from(pair.equal);
                    all_right &= pair.equal;
                }
                None => counts.on_valueless += 1,
            }
        }
        let unpaired = |p: &usize| pairs.iter().all(|pair| pair.predicted != *p);
        for item in (0..predicted.len()).filter(unpaired).map(|p| predicted[p]) {
            if gold.partial && !gold.expected.iter().any(|gold| item.overlaps(gold)) {
                continue;
            }
            self.kinds.entry(kind(item)).or_default().predicted += 1;
            all_right = false;
        }
        all_right
    }

    fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.kinds.values().for_each(|counts| total.add(counts));
        total
    }

    fn report(&self) -> Report {
        let kinds: serde_json::Map<_, _> =
            self.kinds.iter().map(|(kind, counts)| (kind.clone(), counts.json())).collect();
        let json = json!({
            "records": self.records,
            "records_all_right": self.all_right,
            "total": self.total().json(),
            "kinds": kinds,
        });
        let rows: String = self.kinds.iter().map(|(kind, counts)| counts.row(kind)).collect();
        let text = format!(
            "{:16} {:>6} {:>9}   span P  R    F1      value P R    F1\n{rows}{}{} of {} records are all right\n",
            "kind",
            "gold",
            "predicted",
            self.total().row("total"),
            self.all_right,
            self.records
        );
        Report { json, text }
    }
}

struct Pair {
    gold: usize,
    predicted: usize,
    /// Whether the values are equal.
    equal: bool,
}

/// One prediction for one gold number: equal values first, then the longest common part, then the nearest start.
fn pairs(gold: &[Item], predicted: &[&Item], options: Options, kind: impl Fn(&Item) -> String) -> Vec<Pair> {
    let mut order = Vec::new();
    for (g, item) in gold.iter().enumerate() {
        for (p, other) in predicted.iter().enumerate().filter(|(_, other)| kind(item) == kind(other)) {
            let same = (item.start, item.end) == (other.start, other.end);
            if if options.overlap { item.overlaps(other) } else { same } {
                let equal = equal::values(item, other);
                let common = item.end.min(other.end).saturating_sub(item.start.max(other.start));
                let apart = item.start.abs_diff(other.start);
                order.push((!equal, std::cmp::Reverse(common), apart, g, p));
            }
        }
    }
    order.sort_unstable();
    let mut pairs: Vec<Pair> = Vec::new();
    for (unequal, _, _, gold, predicted) in order {
        if pairs.iter().all(|pair| pair.gold != gold && pair.predicted != predicted) {
            pairs.push(Pair { gold, predicted, equal: !unequal });
        }
    }
    pairs
}
