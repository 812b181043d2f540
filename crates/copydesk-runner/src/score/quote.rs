//! Quotations: matched one to one by how much of their characters they share, and by who speaks.

mod cover;

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use self::cover::{Cover, common, cover, size};
use super::records::{self, AsRead, number};
use super::{Report, ratio};

/// The least share of characters, of those in either, for a match.
const THRESHOLDS: [f64; 3] = [0.3, 0.8, 1.0];

#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    quotes: Vec<Quote>,
}

/// A quotation, of gold or predicted; places are pairs of code points.
#[derive(Deserialize)]
struct Quote {
    #[serde(rename = "type")]
    kind: String,
    spans: Vec<(usize, usize)>,
    speaker: Option<Vec<(usize, usize)>>,
}

/// Scores predictions: records as Copydesk writes them, or `{"id", "quotes"}`. `types` are those of gold that count.
pub(crate) fn score(gold: &Path, predicted: &Path, types: &[String]) -> Result<Report, String> {
    let gold: Vec<Gold> = records::read(gold)?;
    let mut predictions = HashMap::new();
    for (id, record) in records::by_id(predicted)? {
        let quotes = quotes(&record).map_err(|error| format!("{}: {id}: {error}", predicted.display()))?;
        predictions.insert(id, quotes);
    }
    let documents: Vec<_> = gold.iter().map(|gold| Document::new(gold, predictions.get(&gold.id))).collect();
    let tallies = THRESHOLDS.map(|threshold| {
        let mut tally = Tally::default();
        for document in &documents {
            tally.document(document, threshold, types);
        }
        tally
    });
    Ok(report(&tallies))
}

fn quotes(record: &Value) -> Result<Vec<Quote>, serde_json::Error> {
    if let Some(list) = records::plain(record, &["quotes"]) {
        return Deserialize::deserialize(list);
    }
    let as_read = AsRead::of(record);
    let pair = |pair: &Value| as_read.span(number(&pair[0]), number(&pair[1]));
    let quote = |quote: &Value| Quote {
        kind: quote["type"].as_str().unwrap_or_default().to_owned(),
        spans: quote["spans"].as_array().into_iter().flatten().map(pair).collect(),
        speaker: quote["speaker"]
            .as_object()
            .map(|speaker| vec![as_read.span(number(&speaker["start"]), number(&speaker["end"]))]),
    };
    Ok(records::annotations(record, "quote").map(quote).collect())
}

/// A document's quotations, and how much each of gold shares with each predicted one.
struct Document<'a> {
    gold: &'a [Quote],
    predicted: &'a [Quote],
    /// Share, gold, predicted: the best first, and of equals the last.
    overlaps: Vec<(f64, usize, usize)>,
    speakers: (Vec<Cover>, Vec<Cover>),
}

impl<'a> Document<'a> {
    fn new(gold: &'a Gold, predicted: Option<&'a Vec<Quote>>) -> Self {
        let text: Vec<char> = gold.text.chars().collect();
        let (gold, predicted) = (&gold.quotes[..], predicted.map_or(&[][..], Vec::as_slice));
        let contents = |quotes: &[Quote]| quotes.iter().map(|q| cover(&text, &q.spans)).collect::<Vec<_>>();
        let speaker = |q: &Quote| cover(&text, q.speaker.as_deref().unwrap_or_default());
        let (a, b) = (contents(gold), contents(predicted));
        let mut overlaps = Vec::new();
        for (x, a) in a.iter().enumerate() {
            for (y, b) in b.iter().enumerate() {
                let common = common(a, b);
                if common > 0 {
                    overlaps.push((ratio(common as u64, (size(a) + size(b) - common) as u64), x, y));
                }
            }
        }
        overlaps.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
        let speakers = (gold.iter().map(speaker).collect(), predicted.iter().map(speaker).collect());
        Self { gold, predicted, overlaps, speakers }
    }

    /// For each gold quotation its prediction, and for each prediction its gold quotation.
    fn matched(&self, threshold: f64) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
        let (mut gold, mut predicted) = (vec![None; self.gold.len()], vec![None; self.predicted.len()]);
        for (share, x, y) in &self.overlaps {
            if *share >= threshold - 1e-9 && gold[*x].is_none() && predicted[*y].is_none() {
                gold[*x] = Some(*y);
                predicted[*y] = Some(*x);
            }
        }
        (gold, predicted)
    }

    fn same_speaker(&self, gold: usize, predicted: usize) -> bool {
        common(&self.speakers.0[gold], &self.speakers.1[predicted]) > 0
    }
}

#[derive(Clone, Copy, Default)]
struct OfType {
    gold: u64,
    found: u64,
    /// Found ones that have a speaker in gold, and those with the right one.
    with_speaker: u64,
    right_speaker: u64,
}

#[derive(Default)]
struct Tally {
    wrong: u64,
    /// In the order in which they come.
    types: Vec<(String, OfType)>,
}

impl Tally {
    fn document(&mut self, document: &Document<'_>, threshold: f64, types: &[String]) {
        let counts = |kind: &String| types.is_empty() || types.contains(kind);
        let (gold, predicted) = document.matched(threshold);
        for (x, quote) in document.gold.iter().enumerate().filter(|(_, quote)| counts(&quote.kind)) {
            let of = self.of_type(&quote.kind);
            of.gold += 1;
            let Some(y) = gold[x] else { continue };
            of.found += 1;
            if quote.speaker.as_ref().is_some_and(|speaker| !speaker.is_empty()) {
                of.with_speaker += 1;
                of.right_speaker += u64::from(document.same_speaker(x, y));
            }
        }
        // One that matches a gold quotation of a type that does not count is neither right nor wrong.
        let unmatched = document.predicted.iter().zip(&predicted).filter(|(_, matched)| matched.is_none());
        self.wrong += unmatched.filter(|(quote, _)| counts(&quote.kind)).count() as u64;
    }

    fn of_type(&mut self, kind: &str) -> &mut OfType {
        let known = self.types.iter().position(|(known, _)| known == kind);
        let at = known.unwrap_or_else(|| {
            self.types.push((kind.to_owned(), OfType::default()));
            self.types.len() - 1
        });
        &mut self.types[at].1
    }

    fn figures(&self) -> Figures {
        let sum = |of: fn(&OfType) -> u64| self.types.iter().map(|(_, counts)| of(counts)).sum::<u64>();
        let (gold, found) = (sum(|of| of.gold), sum(|of| of.found));
        let (with_speaker, right) = (sum(|of| of.with_speaker), sum(|of| of.right_speaker));
        let share = |part, whole| if whole == 0 { 0.0 } else { ratio(part, whole) };
        let (precision, recall) = (share(found, found + self.wrong), share(found, gold));
        Figures {
            precision,
            recall,
            f1: mean(precision, recall),
            speaker: share(right, with_speaker),
            attributed: mean(share(right, found + self.wrong), share(right, gold)),
        }
    }
}

struct Figures {
    precision: f64,
    recall: f64,
    f1: f64,
    speaker: f64,
    attributed: f64,
}

/// The harmonic mean.
fn mean(a: f64, b: f64) -> f64 {
    if a + b == 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}

fn report(tallies: &[Tally; 3]) -> Report {
    let mut json = Map::new();
    let mut text = format!(
        "{:8} {:>9} {:>6} {:>6} {:>8} {:>10}\n",
        "overlap", "precision", "recall", "F1", "speaker", "attributed"
    );
    for (threshold, tally) in THRESHOLDS.iter().zip(tallies) {
        let figures = tally.figures();
        let Figures { precision, recall, f1, speaker, attributed } = figures;
        json.insert(
            format!("{threshold:?}"),
            json!({
                "P": precision, "R": recall, "F1": f1, "speaker_acc": speaker, "attributed_F1": attributed,
                "by_type": tally.types.iter().map(|(kind, of)| (kind.clone(), of.json())).collect::<Map<_, _>>(),
            }),
        );
        let name = if *threshold < 1.0 { format!("{threshold}") } else { "exact".to_owned() };
        text +=
            &format!("{name:8} {precision:>9.3} {recall:>6.3} {f1:>6.3} {speaker:>8.3} {attributed:>10.3}\n");
    }
    text += &format!("\n{:8} {:>9} {:>6} {:>6} {:>8}\n", "overlap", "type", "gold", "recall", "speaker");
    for (threshold, tally) in THRESHOLDS.iter().zip(tallies) {
        let name = if *threshold < 1.0 { format!("{threshold}") } else { "exact".to_owned() };
        text += &tally.types.iter().map(|(kind, of)| of.row(&name, kind)).collect::<String>();
    }
    Report { json: json.into(), text }
}

impl OfType {
    fn speaker(&self) -> Option<f64> {
        (self.with_speaker > 0).then(|| ratio(self.right_speaker, self.with_speaker))
    }

    fn json(&self) -> Value {
        json!({ "gold": self.gold, "recall": ratio(self.found, self.gold), "speaker_acc": self.speaker() })
    }

    fn row(&self, threshold: &str, kind: &str) -> String {
        let speaker = self.speaker().map_or("-".to_owned(), |share| format!("{share:.3}"));
        format!(
            "{threshold:8} {kind:>9} {:>6} {:>6.3} {speaker:>8}\n",
            self.gold,
            ratio(self.found, self.gold)
        )
    }
}
