//! What a run says at its end.

use super::tally::{Counts, Tally};

const COLUMNS: [&str; 8] =
    ["stage", "documents", "edits", "annotations", "dropped", "failed", "seconds", "MB/s"];

/// A table of what each stage did, and what became of the records.
pub(crate) fn summary(stages: &[&str], tally: &Tally, seconds: f64) -> String {
    let rows: Vec<[String; 8]> = stages
        .iter()
        .zip(&tally.stages)
        .map(|(name, stage)| {
            [
                (*name).to_owned(),
                stage.documents.to_string(),
                stage.edits.to_string(),
                stage.annotations.to_string(),
                stage.dropped.values().sum::<u64>().to_string(),
                stage.failed.to_string(),
                format!("{:.2}", stage.seconds),
                format!("{:.1}", stage.rate()),
            ]
        })
        .collect();
    let mut out = if rows.is_empty() { String::new() } else { table(&rows) };
    out += &format!(
        "{} read: {} written, {} dropped, {} failed, {} unreadable; {seconds:.1} s\n",
        tally.read,
        tally.written,
        tally.dropped(),
        tally.failed(),
        tally.unreadable(),
    );
    for (stage, reasons) in &tally.dropped {
        out += &reasons_of(&format!("dropped by `{stage}`"), reasons);
    }
    for (stage, reasons) in &tally.failed {
        out += &reasons_of(&format!("failed in `{stage}`"), reasons);
    }
    out += &reasons_of("unreadable", &tally.unreadable);
    out
}

fn reasons_of(what: &str, reasons: &Counts) -> String {
    reasons.iter().map(|(reason, n)| format!("  {what}: {n} × {reason}\n")).collect()
}

fn table(rows: &[[String; 8]]) -> String {
    let width = |i: usize| rows.iter().map(|row| row[i].len()).chain([COLUMNS[i].len()]).max().unwrap_or(0);
    let widths: Vec<_> = (0..COLUMNS.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let cells = cells.zip(&widths).enumerate().map(|(i, (cell, width))| {
            if i == 0 { format!("{cell:width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    let head = line(&mut COLUMNS.into_iter());
    rows.iter().fold(head, |out, row| out + &line(&mut row.iter().map(String::as_str)))
}
