//! Repairs: edits and flags against annotated artifacts.
//!
//! An artifact is to be rewritten, dropped, or only flagged. It is *touched* if an edit overlaps it, and *exact* if
//! with those edits the place reads as gold says, blanks and the form of an ellipsis aside. *Precision* is the share
//! of edits that overlap an artifact which may be edited.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use super::records::{self, number};
use super::{Report, ratio};

#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    artifacts: Vec<Artifact>,
    #[serde(default)]
    guards: Vec<Guard>,
}

#[derive(Deserialize)]
struct Artifact {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    text: String,
    repair: Option<String>,
    policy: String,
}

/// What looks wrong and must not be touched.
#[derive(Deserialize)]
struct Guard {
    start: usize,
    end: usize,
    text: String,
}

/// An edit, in code points of the text as read.
struct Edit<'a> {
    start: usize,
    end: usize,
    after: &'a str,
    rule: &'a str,
}

/// Whether two spans overlap; an empty one at either end of the other does too.
fn over(a: (usize, usize), b: (usize, usize)) -> bool {
    (a.0 < b.1 && b.0 < a.1) || (a.0 == a.1 && b.0 <= a.0 && a.0 <= b.1)
}

#[derive(Default)]
struct Counts {
    safe: u64,
    touched: u64,
    exact: u64,
    edits: u64,
    on_safe: u64,
    on_flag: u64,
    on_guard: u64,
    flags: u64,
    flagged: u64,
    /// By type, in the order in which they come: gold, touched, exact.
    types: Vec<(String, [u64; 3])>,
    errors: Vec<String>,
}

/// Scores the edits and the flags in records that Copydesk wrote; shows the first of what is wrong.
pub(crate) fn score(gold: &Path, predicted: &Path, errors: usize) -> Result<Report, String> {
    let gold: Vec<Gold> = records::read_one_or_more(gold)?;
    let predictions: HashMap<String, Value> = records::by_id(predicted)?;
    let mut counts = Counts::default();
    for document in &gold {
        counts.document(document, predictions.get(&document.id).unwrap_or(&Value::Null));
    }
    Ok(counts.report(errors))
}

impl Counts {
    fn document(&mut self, gold: &Gold, record: &Value) {
        let text: Vec<char> = gold.text.chars().collect();
        let list = record["copydesk"]["edits"].as_array().into_iter().flatten();
        let edits: Vec<_> = list.map(edit).collect();
        let flags: Vec<_> = records::annotations(record, "artifact").map(flag).collect();
        for artifact in &gold.artifacts {
            match artifact.policy.as_str() {
                "rewrite" if artifact.repair.is_none() => {}
                "rewrite" | "drop" => self.safe(gold, artifact, &text, &edits),
                "flag" => {
                    self.flags += 1;
                    let place = (artifact.start, artifact.end);
                    self.flagged += u64::from(flags.iter().any(|flag| over(*flag, place)));
                }
                _ => {}
            }
        }
        for edit in &edits {
            self.edit(gold, edit, &text);
        }
    }

    fn safe(&mut self, gold: &Gold, artifact: &Artifact, text: &[char], edits: &[Edit<'_>]) {
        let place = (artifact.start, artifact.end);
        let touching: Vec<_> = edits.iter().filter(|edit| over((edit.start, edit.end), place)).collect();
        self.safe += 1;
        let of_type = self.of_type(&artifact.kind);
        of_type[0] += 1;
        if touching.is_empty() {
            let repair = artifact.repair.as_deref().unwrap_or_default();
            self.errors
                .push(format!("missed: {}: {}: {} -> {repair}", gold.id, artifact.kind, artifact.text));
            return;
        }
        of_type[1] += 1;
        self.touched += 1;
        let start = touching.iter().map(|edit| edit.start).fold(place.0, usize::min);
        let end = touching.iter().map(|edit| edit.end).fold(place.1, usize::max);
        let repair = artifact.repair.as_deref().unwrap_or_default();
        let want = part(text, start, place.0) + repair + &part(text, place.1, end);
        let got = applied(text, start, end, &touching);
        if normal(&want) == normal(&got) {
            self.exact += 1;
            self.of_type(&artifact.kind)[2] += 1;
            return;
        }
        let rules: Vec<_> = touching.iter().map(|edit| edit.rule).collect();
        self.errors.push(format!(
            "not exact: {}: want {want:?}, got {got:?} ({})",
            gold.id,
            rules.join(", ")
        ));
    }

    fn edit(&mut self, gold: &Gold, edit: &Edit<'_>, text: &[char]) {
        self.edits += 1;
        let place = (edit.start, edit.end);
        let hit = gold.artifacts.iter().filter(|a| over(place, (a.start, a.end)));
        let (safe, flags): (Vec<_>, Vec<_>) = hit.partition(|artifact| artifact.policy != "flag");
        if !safe.is_empty() {
            self.on_safe += 1;
            return;
        }
        let (what, margin) = if flags.is_empty() { ("off gold", 20) } else { ("on flag", 0) };
        self.on_flag += u64::from(!flags.is_empty());
        let shown = part(text, edit.start.saturating_sub(margin), edit.end + margin);
        self.errors.push(format!("edit {what}: {}: {shown} -> {} ({})", gold.id, edit.after, edit.rule));
        for guard in gold.guards.iter().filter(|guard| over(place, (guard.start, guard.end))) {
            self.on_guard += 1;
            self.errors.push(format!("guard: {}: {} -> {} ({})", gold.id, guard.text, edit.after, edit.rule));
        }
    }

    fn of_type(&mut self, kind: &str) -> &mut [u64; 3] {
        let known = self.types.iter().position(|(known, _)| known == kind);
        let at = known.unwrap_or_else(|| {
            self.types.push((kind.to_owned(), [0; 3]));
            self.types.len() - 1
        });
        &mut self.types[at].1
    }

    fn report(mut self, errors: usize) -> Report {
        let json = json!({
            "safe artifacts": self.safe,
            "touched %": percent(self.touched, self.safe),
            "exact %": percent(self.exact, self.safe),
            "edits": self.edits,
            "precision %": percent(self.on_safe, self.edits),
            "edits on flag-only": self.on_flag,
            "guard hits": self.on_guard,
            "flags found %": percent(self.flagged, self.flags),
            "exact": self.exact,
        });
        let figures = json.as_object().into_iter().flatten();
        let mut text: String = figures.map(|(name, figure)| format!("{name:19} {figure:>7}\n")).collect();
        self.types.sort_by_key(|(_, counts)| std::cmp::Reverse(counts[0]));
        text += &format!("\n{:28} {:>5} {:>8} {:>6}\n", "type", "gold", "touched", "exact");
        for (kind, [gold, touched, exact]) in &self.types {
            text += &format!("{kind:28} {gold:>5} {touched:>8} {exact:>6}\n");
        }
        let wrong: String = self.errors.iter().take(errors).map(|error| format!("{error}\n")).collect();
        if !wrong.is_empty() {
            text += &format!("\n{wrong}");
        }
        Report { json, text }
    }
}

fn edit(edit: &Value) -> Edit<'_> {
    Edit {
        start: number(&edit["start"]),
        end: number(&edit["end"]),
        after: edit["after"].as_str().unwrap_or_default(),
        rule: edit["rule"].as_str().unwrap_or_default(),
    }
}

fn flag(flag: &Value) -> (usize, usize) {
    match flag["source"].as_array().map(Vec::as_slice) {
        Some([start, end]) => (number(start), number(end)),
        _ => (number(&flag["start"]), number(&flag["end"])),
    }
}

fn part(text: &[char], start: usize, end: usize) -> String {
    let end = end.min(text.len());
    text[start.min(end)..end].iter().collect()
}

/// A part of the text with edits applied; one that overlaps another before it is passed over.
fn applied(text: &[char], start: usize, end: usize, edits: &[&Edit<'_>]) -> String {
    let mut sorted = edits.to_vec();
    sorted.sort_by_key(|edit| (edit.start, edit.end));
    let (mut out, mut at) = (String::new(), start);
    for edit in sorted {
        if edit.start >= at {
            out += &part(text, at, edit.start);
            out += edit.after;
            at = edit.end;
        }
    }
    out + &part(text, at, end)
}

fn normal(text: &str) -> String {
    text.replace("...", "…").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A share in per cent, to one place.
fn percent(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    let share = ratio(100 * part, whole);
    format!("{share:.1}").parse().expect("a number was just written")
}
